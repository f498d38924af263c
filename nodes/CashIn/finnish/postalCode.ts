import { normalize } from './validation';

/**
 * Whether a country uses Finnish postal codes: Finland by its codes or its name, and Åland.
 * @param country as written in an address
 */
export function hasFinnishPostalCodes(country: string): boolean {
	return COUNTRIES.has(country.trim().toUpperCase());
}

/**
 * A Finnish postal code (postinumero) that went through a number, or a spreadsheet, with its leading zeros put back:
 * `100` → `00100`, `2150` → `02150`; `''` where it cannot be known. Text that begins with a zero has lost none. Three
 * digits are taken only with an ending that is usual in Helsinki, where all such codes are: 0 or 5 of a district, 1 or 6
 * of its post-office boxes. One or two digits are as likely to be a slip.
 * Source: Posti, structure of the postal code.
 */
export function completedPostalCode(code: string): string {
	return /^(?:[1-9][0-9][0156]|[1-9][0-9]{3})$/.test(code) ? code.padStart(5, '0') : '';
}

/** Whether it is written as it should be: five digits, of which not all are zeros. */
export function isFinnishPostalCode(code: string): boolean {
	return /^[0-9]{5}$/.test(code) && code !== '00000';
}

/** Whether a postman can read it as one: spaces, and the country in front of it, do no harm. */
export function readsAsFinnishPostalCode(code: string): boolean {
	return isFinnishPostalCode(normalize(code).replace(/^FI-?/, ''));
}

const COUNTRIES: ReadonlySet<string> = new Set([
	'FI',
	'FIN',
	'FINLAND',
	'SUOMI',
	'AX',
	'ALA',
	'ÅLAND',
]);
