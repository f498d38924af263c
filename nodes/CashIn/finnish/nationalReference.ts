import { groupFromRight } from './tidy';

/** Why digits are not a national reference; `''` when they are one. */
export type NationalFault = '' | 'zero' | 'long' | 'short' | 'checkDigit';

/**
 * Judges the digits of a Finnish national reference number (viitenumero), check digit included.
 *
 * It has 4 to 20 digits as written, the last of them the check digit. Banks pad it with zeros to 20, so leading
 * zeros mean nothing and `0013` and its padded form are one reference; zeros alone refer to nothing.
 * `short` means fewer than four digits with a right check digit: three-digit references exist in the wild, and
 * zeros in front make them proper.
 *
 * Source: Finance Finland, structure of the domestic reference number.
 * @param digits 0-9 only
 */
export function nationalFault(digits: string): NationalFault {
	if (digits.length > LONGEST) return 'long';
	if (/^0*$/.test(digits)) return 'zero';
	if (digits.slice(-1) !== nationalCheckDigit(digits.slice(0, -1))) return 'checkDigit';
	return digits.length < SHORTEST ? 'short' : '';
}

/**
 * The check digit that follows `base`: digits weighted 7, 3, 1, 7, 3, 1 … from the right, summed, and the
 * distance from the sum to the next full ten.
 * It catches every single wrong digit. It does not catch swapped neighbours that differ by 5.
 * @param base 0-9 only
 */
export function nationalCheckDigit(base: string): string {
	let sum = 0;
	for (let fromRight = 0; fromRight < base.length; fromRight += 1) {
		sum += Number(base[base.length - 1 - fromRight]) * (WEIGHTS[fromRight % 3] ?? 0);
	}
	return String((10 - (sum % 10)) % 10);
}

/** As printed and sent: without the leading zeros, but never fewer than the four digits a reference must have. */
export function plainNational(digits: string): string {
	return digits.replace(/^0+/, '').padStart(SHORTEST, '0');
}

/** As printed for people: groups of five from the right, `1 23456 78910`. */
export function printedNational(plain: string): string {
	return groupFromRight(plain, 5);
}

/** Check digit included. */
export const LONGEST = 20;
const SHORTEST = 4;
const WEIGHTS = [7, 3, 1];
