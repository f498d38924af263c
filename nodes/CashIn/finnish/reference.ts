import {
	LONGEST,
	nationalCheckDigit,
	nationalFault,
	plainNational,
	printedNational,
} from './nationalReference';
import type { NationalFault } from './nationalReference';
import { Refusal } from './refusal';
import { printedRf, readRf, rfFromNational } from './rfReference';
import { tidy } from './tidy';

export type ReferenceFormat = 'national' | 'rf';
export type ReferenceKind = 'national' | 'rf' | 'foreignRf' | 'invalid';

export interface GeneratedReference {
	/** As sent: no spaces. */
	reference: string;
	/** As printed for people. */
	formatted: string;
}

export interface ReferenceVerdict {
	valid: boolean;
	/** `rf` carries a Finnish national reference, `foreignRf` something else with correct check digits. */
	kind: ReferenceKind;
	/** As sent; `''` when invalid. */
	normalized: string;
	/** As printed for people; `''` when invalid. */
	formatted: string;
	/** One sentence; `''` when there is nothing to say. A valid reference may carry advice here. */
	reason: string;
}

/**
 * Makes a reference number out of `base`, for instance an invoice number: its digits without leading zeros,
 * padded to the three a reference needs, with the check digit added; as `rf`, wrapped into a creditor reference.
 * Everything that is not a digit is left out, so `INV-2024-001` and `2024001` give the same reference.
 *
 * @throws Refusal (`base`) when no digit but zeros is left, when there are more than 19, or when the base is a
 * number a program has already shortened (`1e+21`)
 * Source: Finance Finland (national), ISO 11649 (RF).
 */
export function generateReference(base: string, format: ReferenceFormat): GeneratedReference {
	const made = referenceOrRefusal(base, format);
	if (made instanceof Refusal) throw made;
	return made;
}

/** As `generateReference`, for a caller who has a use for the refusal. */
export function referenceOrRefusal(
	base: string,
	format: ReferenceFormat,
): GeneratedReference | Refusal {
	const national = nationalFromBase(base);
	if (national instanceof Refusal) return national;
	if (format === 'national') {
		return { reference: national, formatted: printedNational(national) };
	}
	const reference = rfFromNational(national);
	return { reference, formatted: printedRf(reference) };
}

/**
 * Judges a reference number, national or RF; spaces of any kind and lower case do not matter.
 * Never throws: what is wrong is said in `reason`.
 */
export function validateReference(text: string): ReferenceVerdict {
	const { valid, kind, normalized, formatted, reason } = readReference(text);
	return { valid, kind, normalized, formatted, reason };
}

/** Why a reference is invalid, for a caller who treats a slip differently from something that is no reference. */
export type ReferenceFault = NationalFault | 'empty' | 'characters' | 'rfShape' | 'rfCheckDigits';

/** As `validateReference`, with the reason also as a word: `fault`, `''` when the reference is valid. */
export function readReference(text: string): ReferenceVerdict & { fault: ReferenceFault } {
	const clean = tidy(text);
	if (clean === '') return invalid('empty');
	if (clean.startsWith('RF')) return readRfReference(clean);
	if (!/^[0-9]+$/.test(clean)) return invalid('characters');
	const fault = nationalFault(clean);
	if (fault === 'checkDigit') {
		const expected = nationalCheckDigit(clean.slice(0, -1));
		return invalid(fault, `The check digit does not match: the last digit should be ${expected}.`);
	}
	if (fault !== '') return invalid(fault);
	const normalized = plainNational(clean);
	const formatted = printedNational(normalized);
	return { valid: true, kind: 'national', normalized, formatted, reason: '', fault: '' };
}

function readRfReference(clean: string): ReferenceVerdict & { fault: ReferenceFault } {
	const reading = readRf(clean);
	if (reading.fault !== '') return invalid(reading.fault);
	const normalized = `RF${reading.checkDigits}${reading.base}`;
	return {
		valid: true,
		kind: reading.finnish ? 'rf' : 'foreignRf',
		normalized,
		formatted: printedRf(normalized),
		reason: reading.finnish ? '' : FOREIGN,
		fault: '',
	};
}

function nationalFromBase(base: string): string | Refusal {
	if (/\de\+\d/i.test(base)) {
		return new Refusal(
			'base',
			'The base was shortened to exponent notation before it came here: send it as text.',
		);
	}
	const digits = base.replace(/[^0-9]/g, '').replace(/^0+/, '');
	if (digits === '') {
		return new Refusal(
			'base',
			'A reference number needs at least one digit other than zero to start from.',
		);
	}
	if (digits.length >= LONGEST) {
		return new Refusal(
			'base',
			`A reference number starts from at most 19 digits; this base has ${digits.length}.`,
		);
	}
	const padded = digits.padStart(3, '0');
	return padded + nationalCheckDigit(padded);
}

function invalid(
	fault: Exclude<ReferenceFault, ''>,
	reason: string = REASONS[fault],
): ReferenceVerdict & { fault: ReferenceFault } {
	return { valid: false, kind: 'invalid', normalized: '', formatted: '', reason, fault };
}

const FOREIGN =
	'A creditor reference made abroad: it does not carry a Finnish reference number with its check digit.';

const REASONS: Record<Exclude<ReferenceFault, ''>, string> = {
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
