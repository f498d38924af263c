import { invalid, normalize, valid } from './validation';
import type { Validation } from './validation';

/**
 * Checks a Finnish business id (Y-tunnus). `normalized` is `NNNNNNN-T`.
 * Taken as well: no hyphen, the old six-digit form (a zero is put in front), the VAT form `FINNNNNNNT`.
 * Source: Finnish Patent and Registration Office and Tax Administration, form of the business id.
 */
export function validateBusinessId(text: string): Validation {
	const clean = normalize(text);
	if (clean === '') return invalid('There is no business id.');
	const match = BUSINESS_ID.exec(clean);
	if (match === null) {
		return invalid('A business id is seven digits, a hyphen and a check digit.');
	}
	const [, prefix = '', number = '', hyphen = '', check = ''] = match;
	const digits = number.padStart(7, '0');
	const fault = businessIdFault(digits, check);
	if (fault !== '') return invalid(fault);
	const normalized = `${digits}-${check}`;
	if (prefix !== '') return valid(normalized, 'It was written as a VAT number.');
	if (number.length === 6 && hyphen === '') {
		return valid(
			normalized,
			`Read as ${normalized}: if a digit is missing, it is another company.`,
		);
	}
	return valid(normalized);
}

/**
 * Why seven digits and a check digit are not a business id; `''` when they are one.
 * Weights 7, 9, 10, 5, 8, 4, 2, modulo 11; ids that would need the check digit 10 are never issued.
 */
function businessIdFault(number: string, check: string): string {
	if (/^0+$/.test(number)) return 'A business id cannot be zeros alone.';
	let sum = 0;
	WEIGHTS.forEach((weight, position) => {
		sum += weight * Number(number[position]);
	});
	const remainder = sum % 11;
	if (remainder === 1) return 'A business id with these seven digits has never been issued.';
	const expected = remainder === 0 ? 0 : 11 - remainder;
	return Number(check) === expected ? '' : 'The check digit of the business id does not match.';
}

/**
 * Checks a VAT number (ALV-numero). A Finnish one is `FI` and the eight digits of the business id, and is
 * checked wholly. A foreign one is taken by its form alone, with a warning that it has not been verified:
 * every country has its own rule, and only its register knows whether a number is in force.
 * Source: Tax Administration (FI); prefixes of VIES, the EU's register of VAT numbers.
 */
export function validateVatNumber(text: string): Validation {
	const clean = normalize(text).replace(/[-.]/g, '');
	if (clean === '') return invalid('There is no VAT number.');
	if (/^[0-9]{8}$/.test(clean))
		return finnishVat(clean, 'Read as a Finnish VAT number: FI was missing.');
	if (clean.startsWith('FI')) return finnishVat(clean.slice(2), '');
	if (!FOREIGN_VAT.test(clean)) {
		return invalid('A VAT number is a two-letter country prefix and 2 to 13 letters or digits.');
	}
	const prefix = clean.slice(0, 2);
	if (prefix === 'GR') return valid(clean, 'Greek VAT numbers begin with EL. Not verified.');
	return valid(clean, EU_PREFIXES.has(prefix) ? UNVERIFIED_EU : UNVERIFIED_ELSEWHERE);
}

function finnishVat(digits: string, warning: string): Validation {
	if (!/^[0-9]{8}$/.test(digits)) {
		return invalid('A Finnish VAT number is FI and eight digits.');
	}
	const fault = businessIdFault(digits.slice(0, 7), digits.slice(7));
	return fault === '' ? valid(`FI${digits}`, warning) : invalid(fault);
}

/**
 * Checks an OVT identifier, the usual Finnish e-invoice address: `0037`, the eight digits of the business id,
 * and up to five letters or digits for a department. `normalized` is without spaces and hyphens.
 * That the address is in use, and behind which operator, only the operators' directory knows.
 * Source: Finvoice guidelines; ISO/IEC 6523 code 0037.
 */
export function validateOvt(text: string): Validation {
	const clean = normalize(text).replace(/[-:]/g, '');
	if (clean === '') return invalid('There is no OVT identifier.');
	const match = OVT.exec(clean);
	if (match === null) {
		return invalid(
			'An OVT identifier is 0037, the eight digits of a business id and at most five letters or digits.',
		);
	}
	const [, number = '', check = ''] = match;
	const fault = businessIdFault(number, check);
	return fault === '' ? valid(clean) : invalid(`Inside the OVT identifier: ${fault}`);
}

const BUSINESS_ID = /^(FI)?([0-9]{6,7})(-?)([0-9])$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2];
const OVT = /^0037([0-9]{7})([0-9])[A-Z0-9]{0,5}$/;

const UNVERIFIED_EU = 'Not a Finnish VAT number: its form was looked at, VIES was not asked.';
const UNVERIFIED_ELSEWHERE = 'The prefix is not one of an EU country: the number was not verified.';

const FOREIGN_VAT = /^[A-Z]{2}(?=.*[0-9])[A-Z0-9+*]{2,13}$/;

// prettier-ignore
const EU_PREFIXES: ReadonlySet<string> = new Set([
	'AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'EL', 'ES', 'FR', 'HR', 'HU', 'IE', 'IT',
	'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK', 'XI',
]);
