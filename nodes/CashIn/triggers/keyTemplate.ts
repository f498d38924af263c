const MARK = '¤';
const MARK_CODE = MARK.charCodeAt(0);

/** Fifteen digits are exact as a number; a longer run of digits is cut into such pieces. */
const MOST_DIGITS = 15;

/** A received payment without an id has a dozen: case, invoice, two dates, amount, references. */
const MOST_NUMBERS = 20;

const ZERO = 48;
const NINE = 57;

/**
 * A key's template; its numbers go into `numbers`. Nothing for a key without digits, one that holds the mark itself,
 * or one with so many numbers that it is no id with a counter in it.
 */
export function splitKey(key: string, numbers: number[]): string | undefined {
	let template = '';
	let textFrom = 0;
	for (let at = 0; at < key.length; ) {
		const code = key.charCodeAt(at);
		if (code < ZERO || code > NINE) {
			if (code === MARK_CODE) return undefined;
			at += 1;
			continue;
		}
		let end = at + 1;
		while (end < key.length && isDigit(key.charCodeAt(end))) end += 1;
		if (at > textFrom) template += key.slice(textFrom, at);
		for (let from = at; from < end; ) {
			// What is left over comes first, so that every later piece has the full width.
			const length = (end - from) % MOST_DIGITS || MOST_DIGITS;
			const padded = from > at || (key.charCodeAt(from) === ZERO && length > 1);
			template += padded ? `${MARK}${length}` : MARK;
			let value = 0;
			for (const last = from + length; from < last; from += 1) {
				value = value * 10 + key.charCodeAt(from) - ZERO;
			}
			numbers.push(value);
		}
		if (numbers.length > MOST_NUMBERS) return undefined;
		textFrom = end;
		at = end;
	}
	return numbers.length === 0 ? undefined : template + key.slice(textFrom);
}

function isDigit(code: number): boolean {
	return code >= ZERO && code <= NINE;
}

/** How many numbers a template holds. */
export function widthOf(template: string): number {
	return template.split(MARK).length - 1;
}

/**
 * Puts the numbers of a row, which begins at `at`, back into a template.
 * A number is never followed by a digit of the text around it, so the width after a mark is read for certain.
 */
export function joiner(template: string, width: number): (rows: number[], at: number) => string {
	if (template === MARK) return (rows, at) => String(rows[at]);
	const [first = '', ...others] = template.split(MARK);
	const pieces = others.map((piece) => {
		const digits = /^[0-9]*/.exec(piece)?.[0] ?? '';
		return { least: Number(digits), text: piece.slice(digits.length) };
	});
	return (rows, at) => {
		let key = first;
		for (let column = 0; column < width; column += 1) {
			const { least = 0, text = '' } = pieces[column] ?? {};
			const number = String(rows[at + column]);
			key += (number.length < least ? number.padStart(least, '0') : number) + text;
		}
		return key;
	};
}
