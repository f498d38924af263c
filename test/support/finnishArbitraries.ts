import fc from 'fast-check';

import { Rejected } from '../../nodes/CashIn/finnish/validation';

/** Every property runs this often; on failure fast-check prints the seed and path that repeat it. */
export const CASES = { numRuns: 10_000 };

/** What a generator made; a rejection is an error. */
export function made<Result extends object>(result: Result | Rejected): Result {
	if (result instanceof Rejected) throw new Error(`${result.part}: ${result.reason}`);
	return result;
}

/** Digits of the given lengths, leading zeros included. */
export function digits(minLength: number, maxLength = minLength): fc.Arbitrary<string> {
	return fc.string({
		unit: fc.constantFrom(...'0123456789'),
		minLength,
		maxLength,
	});
}

/** A base a reference can be made of: 1 to 19 digits, not beginning with zero. */
export const referenceBase = fc
	.tuple(fc.constantFrom(...'123456789'), digits(0, 18))
	.map(([first, rest]) => first + rest);

/** `text` with one character replaced by another of the same alphabet. */
export function withOneWrong(
	text: fc.Arbitrary<string>,
	alphabet: string,
): fc.Arbitrary<{ right: string; wrong: string }> {
	return fc
		.tuple(text, fc.nat(), fc.integer({ min: 1, max: alphabet.length - 1 }))
		.filter(([right, place]) => alphabet.includes(right[place % right.length] ?? ' '))
		.map(([right, place, shift]) => {
			const at = place % right.length;
			const old = alphabet.indexOf(right[at] ?? '');
			const other = alphabet[(old + shift) % alphabet.length] ?? '';
			return { right, wrong: right.slice(0, at) + other + right.slice(at + 1) };
		});
}

/** Spaces as they come from web pages and PDF files, sprinkled into `text`. */
export function sprinkled(
	text: fc.Arbitrary<string>,
): fc.Arbitrary<{ clean: string; dirty: string }> {
	const space = fc.constantFrom('', ' ', '\u00a0', '\u202f', '\u200b', '\t');
	return text.chain((clean) =>
		fc.array(space, { minLength: clean.length, maxLength: clean.length }).map((spaces) => ({
			clean,
			dirty: [...clean].map((character, place) => (spaces[place] ?? '') + character).join(''),
		})),
	);
}
