/**
 * Asks again until there is an answer.
 * @param what is the matter when the deadline passes, as in "nothing has come"
 */
export async function eventually<T>(
	look: () => Promise<T | undefined>,
	deadlineMs: number,
	what: string | (() => Promise<string>),
): Promise<T> {
	const until = Date.now() + deadlineMs;
	for (;;) {
		const found = await look();
		if (found !== undefined) return found;
		if (Date.now() > until) {
			const sentence = typeof what === 'string' ? what : await what();
			throw new Error(`After ${Math.round(deadlineMs / 1000)} seconds ${sentence}.`);
		}
		await new Promise((resolve) => setTimeout(resolve, 400));
	}
}
