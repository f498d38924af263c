/** A line beside a test's result, such as the seed it ran with. */
export function say(line: string): void {
	process.stdout.write(`${line}\n`);
}
