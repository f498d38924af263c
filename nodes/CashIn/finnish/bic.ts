import { tidy } from './tidy';
import { accepted, rejected } from './verdict';
import type { IdentifierVerdict } from './verdict';

/**
 * Judges the form of a BIC. `normalized` is without spaces, in upper case. Whether the bank exists, and has the account,
 * only the register of banks knows.
 * Source: ISO 9362.
 */
export function validateBic(text: string): IdentifierVerdict {
	const bic = tidy(text);
	if (/^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(bic)) return accepted(bic);
	return rejected(
		'A BIC has 8 or 11 letters and digits, of which the fifth and sixth are the country.',
	);
}
