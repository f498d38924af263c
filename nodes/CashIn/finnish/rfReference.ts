import { checkDigits97 } from './mod97';
import { nationalFault } from './nationalReference';
import { groupFromLeft } from './tidy';

/** A creditor reference taken apart, or why it is none. */
export type RfReading =
	| { fault: 'rfShape' | 'zero' | 'rfCheckDigits' }
	| { fault: ''; checkDigits: string; base: string; finnish: boolean };

/**
 * Reads a creditor reference by ISO 11649: `RF`, two check digits, and 1 to 21 letters or digits.
 * `base` is what follows the check digits, without leading zeros where it is a number.
 * `finnish` is true when that base is a national reference with its own check digit, as Finnish practice has it.
 * @param text already tidy: no spaces, upper case, beginning with RF
 */
export function readRf(text: string): RfReading {
	const match = SHAPE.exec(text);
	const checkDigits = match?.[1];
	const given = match?.[2];
	if (checkDigits === undefined || given === undefined) return { fault: 'rfShape' };
	if (/^0+$/.test(given)) return { fault: 'zero' };
	// Leading zeros do not change the remainder, so the base may lose them and keep its check digits.
	const base = NUMERIC.test(given) ? given.replace(/^0+/, '') : given;
	if (checkDigits !== checkDigits97('RF', base)) return { fault: 'rfCheckDigits' };
	return { fault: '', checkDigits, base, finnish: isFinnish(base) };
}

/** The creditor reference made of a national one, which keeps its check digit and loses its leading zeros. */
export function rfFromNational(national: string): string {
	const base = national.replace(/^0+/, '');
	return `RF${checkDigits97('RF', base)}${base}`;
}

/** As printed for people: groups of four, `RF34 1234 561`. */
export function printedRf(reference: string): string {
	return groupFromLeft(reference, 4);
}

function isFinnish(base: string): boolean {
	return NUMERIC.test(base) && nationalFault(base.padStart(4, '0')) === '';
}

const SHAPE = /^RF([0-9]{2})([A-Z0-9]{1,21})$/;
const NUMERIC = /^[0-9]+$/;
