/**
 * The two check digits (ISO 7064, MOD 97-10) that belong to `body` under `prefix`, both of A-Z and 0-9:
 * an IBAN's country and account, or `RF` and a creditor reference. Always `02` … `98`.
 *
 * A number is valid when its check digits are the ones given here. That is stricter than the usual
 * "remainder is 1", which also accepts 00, 01 and 99 although nobody may issue them.
 */
export function checkDigits97(prefix: string, body: string): string {
	return String(98 - remainder97(`${body}${prefix}00`)).padStart(2, '0');
}

/** Digit by digit, because these numbers have up to 60 digits and a JavaScript number carries 15. */
function remainder97(text: string): number {
	let remainder = 0;
	for (let position = 0; position < text.length; position += 1) {
		const code = text.charCodeAt(position);
		remainder =
			code >= LETTER_A
				? (remainder * 100 + code - LETTER_A + 10) % 97
				: (remainder * 10 + code - DIGIT_0) % 97;
	}
	return remainder;
}

const DIGIT_0 = 48;
const LETTER_A = 65;
