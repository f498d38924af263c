import { checkDigits97 } from './mod97';
import { invalid, normalize, valid } from './validation';
import type { Validation } from './validation';

/**
 * Checks an IBAN, Finnish or foreign. `normalized` is without spaces, in upper case.
 * Wrong check digits or, for a country of the table below, a wrong length make it invalid. The domestic check
 * digit inside a Finnish account number is only warned about: widely published example accounts fail it.
 * Source: ISO 13616; lengths from the IBAN registry (SEPA countries).
 */
export function validateIban(text: string): Validation {
	const iban = normalize(text).replace(/-/g, '');
	if (iban === '') return invalid('There is no IBAN.');
	if (!SHAPE.test(iban)) {
		return invalid('An IBAN is a country code, two check digits and 11 to 30 letters or digits.');
	}
	const country = iban.slice(0, 2);
	const account = iban.slice(4);
	const length = SEPA_LENGTHS[country];
	if (length !== undefined && iban.length !== length) {
		return invalid(`An IBAN of ${country} has ${length} characters; this one has ${iban.length}.`);
	}
	if (country === 'FI' && !/^[0-9]+$/.test(account)) {
		return invalid('A Finnish IBAN has only digits after FI.');
	}
	if (iban.slice(2, 4) !== checkDigits97(country, account)) {
		return invalid('The check digits of the IBAN do not match: a character is wrong or misplaced.');
	}
	return valid(iban, warningFor(country, account));
}

/**
 * Checks the form of a BIC. `normalized` is without spaces, in upper case. Whether the bank exists, and has the account,
 * only the register of banks knows.
 * Source: ISO 9362.
 */
export function validateBic(text: string): Validation {
	const bic = normalize(text);
	if (/^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(bic)) return valid(bic);
	return invalid(
		'A BIC has 8 or 11 letters and digits, of which the fifth and sixth are the country.',
	);
}

function warningFor(country: string, account: string): string {
	if (country !== 'FI') {
		return SEPA_LENGTHS[country] === undefined
			? 'Not a Finnish IBAN, and not of a SEPA country: only its check digits were checked.'
			: 'Not a Finnish IBAN: no virtual barcode can be made for it.';
	}
	return luhnHolds(account)
		? ''
		: 'The domestic check digit of the account number does not match, although the IBAN itself does.';
}

/** Every second digit from the right doubled, the sum of all digits a full ten. */
function luhnHolds(digits: string): boolean {
	let sum = 0;
	for (let fromRight = 0; fromRight < digits.length; fromRight += 1) {
		const digit = Number(digits[digits.length - 1 - fromRight]);
		const weighted = fromRight % 2 === 0 ? digit : digit * 2;
		sum += weighted > 9 ? weighted - 9 : weighted;
	}
	return sum % 10 === 0;
}

const SHAPE = /^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/;

// prettier-ignore
const SEPA_LENGTHS: Readonly<Record<string, number>> = {
	AD: 24, AL: 28, AT: 20, BE: 16, BG: 22, CH: 21, CY: 28, CZ: 24, DE: 22, DK: 18,
	EE: 20, ES: 24, FI: 18, FR: 27, GB: 22, GI: 23, GR: 27, HR: 21, HU: 28, IE: 22,
	IS: 26, IT: 27, LI: 21, LT: 20, LU: 20, LV: 21, MC: 27, MD: 24, ME: 22, MK: 19,
	MT: 31, NL: 18, NO: 15, PL: 28, PT: 25, RO: 24, RS: 22, SE: 24, SI: 19, SK: 24,
	SM: 27, VA: 22,
};
