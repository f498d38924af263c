/** Result of checking an identifier. */
export interface Validation {
	valid: boolean;
	/** In its usual written form; `''` when invalid. */
	normalized: string;
	/** Why it is invalid, one sentence; `''` when valid. */
	reason: string;
	/** Advice about a valid identifier; `''` when there is none. */
	warning: string;
}

export function valid(normalized: string, warning = ''): Validation {
	return { valid: true, normalized, reason: '', warning };
}

/** `reason` must not repeat the value: some identifiers are personal data. */
export function invalid(reason: string): Validation {
	return { valid: false, normalized: '', reason, warning: '' };
}

/** Returned by a generator in place of a result. `reason` is one sentence about the argument `part`. */
export class Rejected {
	constructor(
		readonly part: 'base' | 'iban' | 'reference' | 'amount' | 'dueDate',
		readonly reason: string,
	) {}
}

/**
 * Strips what carries no meaning in an identifier: every kind of space (web pages copy no-break spaces, PDF files
 * zero-width ones), soft hyphens, lower case, and the typographic dashes a word processor puts in place of a hyphen.
 */
export function normalize(text: string): string {
	return text.replace(INVISIBLE, '').replace(DASHES, '-').toUpperCase();
}

const INVISIBLE = /[\s\u00ad\u180e\u200b-\u200f\u2060]/g;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
