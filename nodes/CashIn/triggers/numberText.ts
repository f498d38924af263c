/**
 * A whole number from 0 as text: 46 values to a character, the lowest part first. Every character but the last is
 * of the upper half of the alphabet, so numbers can follow each other without anything between them.
 */
export function writeNumber(value: number): string {
	let text = '';
	let rest = value;
	while (rest >= BASE) {
		text += ALPHABET[BASE + (rest % BASE)] ?? '';
		rest = Math.floor(rest / BASE);
	}
	return text + (ALPHABET[rest] ?? '');
}

/** Reads what `writeNumber` wrote, one after the other. */
export function readNumbers(text: string) {
	let at = 0;
	return {
		/** Undefined where no whole number is left, or a number that cannot be exact. */
		next(): number | undefined {
			let value = 0;
			let factor = 1;
			for (;;) {
				const part = VALUES[text.charCodeAt(at)] ?? NONE;
				if (part === NONE) return undefined;
				at += 1;
				value += (part % BASE) * factor;
				if (value > Number.MAX_SAFE_INTEGER) return undefined;
				if (part < BASE) return value;
				factor *= BASE;
			}
		},
		/** The next character, whatever it is. */
		take(): string | undefined {
			return text[at++];
		},
		atEnd: () => at === text.length,
	};
}

/** Everything printable in ASCII that JSON writes as it is. */
const ALPHABET = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).filter(
	(character) => character !== '"' && character !== '\\',
);
const BASE = ALPHABET.length / 2;

const NONE = -1;
const VALUES = new Int8Array(128).fill(NONE);
for (const [value, character] of ALPHABET.entries()) VALUES[character.charCodeAt(0)] = value;
