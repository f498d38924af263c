/** What a reader gives back for a value it cannot read. `why` continues a sentence that begins with its name. */
export class Unreadable {
	constructor(readonly why: string) {}
}

/** What `read` makes of a value; undefined where there is none or it cannot be read. For comparing what others wrote. */
export function ifReadable<T>(
	value: unknown,
	read: (value: unknown) => T | Unreadable,
): T | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const result = read(value);
	return result instanceof Unreadable ? undefined : result;
}
