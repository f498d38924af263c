/** Returned by a reader for a value it cannot read. `why` continues a sentence that begins with its name. */
export class ParseError {
	constructor(readonly why: string) {}
}

/** Reads a value of one kind, such as `readCents`. */
export type Reader<T> = (value: unknown) => T | ParseError;

/** A value as `read` makes it; undefined where it is empty or cannot be read. For comparing what others wrote. */
export function readOptional<T>(value: unknown, read: Reader<T>): T | undefined {
	if (isEmpty(value)) return undefined;
	const result = read(value);
	return result instanceof ParseError ? undefined : result;
}

/** A value as trimmed text: numbers in digits, `''` for anything else. */
export function textOf(value: unknown): string {
	if (typeof value === 'string') return value.trim();
	return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

/** The first of `members` that is not empty, as text; `''` when all are. */
export function firstText(
	holder: Readonly<Record<string, unknown>>,
	...members: readonly string[]
): string {
	for (const member of members) {
		const text = textOf(holder[member]);
		if (text !== '') return text;
	}
	return '';
}

export function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}
