import { tidy } from './tidy';
import { accepted, rejected } from './verdict';
import type { IdentifierVerdict } from './verdict';

/**
 * Judges a Finnish business id (Y-tunnus). `normalized` is `NNNNNNN-T`.
 * Taken as well: no hyphen, the old six-digit form (a zero is put in front), the VAT form `FINNNNNNNT`.
 * Source: Finnish Patent and Registration Office and Tax Administration, form of the business id.
 */
export function validateBusinessId(text: string): IdentifierVerdict {
	const clean = tidy(text);
	if (clean === '') return rejected('There is no business id.');
	const match = SHAPE.exec(clean);
	if (match === null) {
		return rejected('A business id is seven digits, a hyphen and a check digit.');
	}
	const [, prefix = '', number = '', hyphen = '', check = ''] = match;
	const digits = number.padStart(7, '0');
	const fault = businessIdFault(digits, check);
	if (fault !== '') return rejected(fault);
	const normalized = `${digits}-${check}`;
	if (prefix !== '') return accepted(normalized, 'It was written as a VAT number.');
	if (number.length === 6 && hyphen === '') {
		return accepted(
			normalized,
			`Read as ${normalized}: if a digit is missing, it is another company.`,
		);
	}
	return accepted(normalized);
}

/**
 * Why seven digits and a check digit are not a business id; `''` when they are one.
 * Weights 7, 9, 10, 5, 8, 4, 2, modulo 11; ids that would need the check digit 10 are never issued.
 */
export function businessIdFault(number: string, check: string): string {
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

const SHAPE = /^(FI)?([0-9]{6,7})(-?)([0-9])$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2];
