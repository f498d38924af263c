import { checkDigits97 } from './mod97';
import { normalize, Rejected } from './validation';

export type ReferenceFormat = 'national' | 'rf';

export interface GeneratedReference {
	/** As sent: no spaces. */
	reference: string;
	/** As printed for people. */
	formatted: string;
}

export interface ReferenceValidation {
	valid: boolean;
	/** `rf` carries a Finnish national reference, `foreignRf` something else with correct check digits. */
	kind: 'national' | 'rf' | 'foreignRf' | 'invalid';
	/** As sent; `''` when invalid. */
	normalized: string;
	/** As printed for people; `''` when invalid. */
	formatted: string;
	/** One sentence; `''` when there is nothing to say. A valid reference may carry advice here. */
	reason: string;
	/** The reason as a word; `''` when valid. */
	fault: '' | Fault;
}

type Fault = keyof typeof REASONS;

/**
 * Makes a reference number out of `base`, for instance an invoice number: its digits without leading zeros,
 * padded to the three a reference needs, with the check digit added; as `rf`, wrapped into a creditor reference.
 * Everything that is not a digit is left out, so `INV-2024-001` and `2024001` give the same reference.
 *
 * @returns Rejected when no digit but zeros is left, when there are more than 19, or when the base is a number a
 * program has already shortened (`1e+21`)
 * Source: Finance Finland (national), ISO 11649 (RF).
 */
export function generateReference(
	base: string,
	format: ReferenceFormat,
): GeneratedReference | Rejected {
	if (/\de\+\d/i.test(base)) {
		return new Rejected(
			'base',
			'The base was shortened to exponent notation before it came here: send it as text.',
		);
	}
	const digits = withoutLeadingZeros(base.replace(/[^0-9]/g, ''));
	if (digits === '') {
		return new Rejected(
			'base',
			'A reference number needs at least one digit other than zero to start from.',
		);
	}
	if (digits.length >= LONGEST) {
		return new Rejected(
			'base',
			`A reference number starts from at most 19 digits; this base has ${digits.length}.`,
		);
	}
	const padded = digits.padStart(SHORTEST - 1, '0');
	const national = padded + nationalCheckDigit(padded);
	if (format === 'national') return { reference: national, formatted: printedNational(national) };
	const rfBase = withoutLeadingZeros(national);
	const reference = `RF${checkDigits97('RF', rfBase)}${rfBase}`;
	return { reference, formatted: printedRf(reference) };
}

/** Checks a reference number, national or RF; spaces of any kind and lower case do not matter. */
export function validateReference(text: string): ReferenceValidation {
	const clean = normalize(text);
	if (clean === '') return invalid('empty');
	if (clean.startsWith('RF')) return validateRf(clean);
	if (!NUMERIC.test(clean)) return invalid('characters');
	const fault = nationalFault(clean);
	if (fault === 'checkDigit') {
		const expected = nationalCheckDigit(clean.slice(0, -1));
		return invalid(fault, `The check digit does not match: the last digit should be ${expected}.`);
	}
	if (fault !== '') return invalid(fault);
	// As sent: without leading zeros, but never fewer than the four digits a reference must have.
	const normalized = withoutLeadingZeros(clean).padStart(SHORTEST, '0');
	const formatted = printedNational(normalized);
	return { valid: true, kind: 'national', normalized, formatted, reason: '', fault: '' };
}

/**
 * Checks a creditor reference by ISO 11649: `RF`, two check digits, and 1 to 21 letters or digits. It is Finnish when
 * what follows the check digits is a national reference with its own check digit.
 */
function validateRf(clean: string): ReferenceValidation {
	const [, checkDigits, given = ''] = RF.exec(clean) ?? [];
	if (checkDigits === undefined) return invalid('rfShape');
	if (/^0+$/.test(given)) return invalid('zero');
	// Leading zeros do not change the remainder, so the base may lose them and keep its check digits.
	const base = NUMERIC.test(given) ? withoutLeadingZeros(given) : given;
	if (checkDigits !== checkDigits97('RF', base)) return invalid('rfCheckDigits');
	const finnish = NUMERIC.test(base) && nationalFault(base.padStart(SHORTEST, '0')) === '';
	const normalized = `RF${checkDigits}${base}`;
	return {
		valid: true,
		kind: finnish ? 'rf' : 'foreignRf',
		normalized,
		formatted: printedRf(normalized),
		reason: finnish ? '' : FOREIGN,
		fault: '',
	};
}

/**
 * Checks the digits of a Finnish national reference number (viitenumero), check digit included.
 *
 * It has 4 to 20 digits as written, the last of them the check digit. Banks pad it with zeros to 20, so leading
 * zeros mean nothing and `0013` and its padded form are one reference; zeros alone refer to nothing.
 * `short` means fewer than four digits with a right check digit: three-digit references exist in the wild, and
 * zeros in front make them proper.
 *
 * Source: Finance Finland, structure of the domestic reference number.
 * @param digits 0-9 only
 */
function nationalFault(digits: string): '' | 'zero' | 'long' | 'short' | 'checkDigit' {
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
function nationalCheckDigit(base: string): string {
	let sum = 0;
	for (let fromRight = 0; fromRight < base.length; fromRight += 1) {
		sum += Number(base[base.length - 1 - fromRight]) * (WEIGHTS[fromRight % 3] ?? 0);
	}
	return String((10 - (sum % 10)) % 10);
}

function withoutLeadingZeros(digits: string): string {
	return digits.replace(/^0+/, '');
}

/** Groups of five from the right, `1 23456 78910`. */
function printedNational(reference: string): string {
	return reference.replace(/\B(?=(?:[0-9]{5})+$)/g, ' ');
}

/** Groups of four from the left, `RF34 1234 561`. */
function printedRf(reference: string): string {
	return reference.replace(/.{4}(?=.)/g, '$& ');
}

function invalid(fault: Fault, reason: string = REASONS[fault]): ReferenceValidation {
	return { valid: false, kind: 'invalid', normalized: '', formatted: '', reason, fault };
}

/** In digits, check digit included. */
const LONGEST = 20;
const SHORTEST = 4;
const WEIGHTS = [7, 3, 1];
const RF = /^RF([0-9]{2})([A-Z0-9]{1,21})$/;
const NUMERIC = /^[0-9]+$/;

const FOREIGN =
	'A creditor reference made abroad: it does not carry a Finnish reference number with its check digit.';

const REASONS = {
	empty: 'There is no reference number.',
	characters: 'A reference number has digits only, or begins with RF.',
	zero: 'A reference number of zeros alone refers to nothing.',
	long: 'A national reference number has at most 20 digits, check digit included.',
	short:
		'A reference number has at least four digits, check digit included. This check digit is right: with zeros in front, up to four digits, it is valid.',
	checkDigit: 'The check digit does not match.',
	rfShape:
		'An RF reference is RF, two check digits and 1 to 21 letters or digits, at most 25 characters in all.',
	rfCheckDigits: 'The two check digits after RF do not match the rest.',
};
