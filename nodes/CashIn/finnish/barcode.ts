import { isCalendarDay } from './calendar';
import { validateIban } from './iban';
import { validateReference } from './reference';
import { Rejected } from './validation';

export interface BarcodeInput {
	/** The creditor's account: a Finnish IBAN. */
	iban: string;
	/** National or RF, spaces allowed. */
	reference: string;
	/** Whole cents, 0 to 99,999,999; 0 leaves the amount to the payer. */
	amountCents: number;
	/** `YYYY-MM-DD`, or `''` for none. */
	dueDate: string;
}

export interface Barcode {
	/** 54 digits, as the payer types or pastes them. */
	barcode: string;
	/** 4 carries a national reference, 5 an RF one. */
	version: 4 | 5;
	/** Check symbol of the printed bars (Code 128-C), two digits; three from 100 to 102. Not part of `barcode`. */
	checkDigits: string;
}

/**
 * The virtual barcode (virtuaaliviivakoodi) of a payment in euros.
 *
 * @returns Rejected naming the part: an IBAN that is wrong or not Finnish, a reference that is invalid or has
 * letters, an amount outside 0 … 999,999.99, a due date that is no day of 2000-2099
 * Source: Finance Finland, Bank Bar Code Guide 5.3.
 */
export function generateBarcode(input: BarcodeInput): Barcode | Rejected {
	const account = finnishAccount(input.iban);
	if (account instanceof Rejected) return account;
	const amount = eightDigitAmount(input.amountCents);
	if (amount instanceof Rejected) return amount;
	const dueDate = sixDigitDate(input.dueDate);
	if (dueDate instanceof Rejected) return dueDate;
	const reference = referenceField(input.reference);
	if (reference instanceof Rejected) return reference;
	const { version, digits } = reference;
	const barcode = `${version}${account}${amount}${digits}${dueDate}`;
	return { barcode, version, checkDigits: code128CheckDigits(barcode) };
}

/** The 16 digits after `FI`. */
function finnishAccount(iban: string): string | Rejected {
	const { valid, normalized, reason } = validateIban(iban);
	if (!valid) return new Rejected('iban', reason);
	if (!normalized.startsWith('FI')) {
		return new Rejected('iban', 'A virtual barcode needs a Finnish IBAN, one that begins with FI.');
	}
	return normalized.slice(2);
}

/** Six digits of euros and two of cents are the cents, padded: no division, so nothing to round. */
function eightDigitAmount(cents: number): string | Rejected {
	if (!Number.isInteger(cents) || cents < 0) {
		return new Rejected(
			'amount',
			'A virtual barcode needs an amount of whole cents, zero or more.',
		);
	}
	if (cents > LARGEST_CENTS) {
		return new Rejected('amount', 'A virtual barcode carries at most 999,999.99 euros.');
	}
	return String(cents).padStart(8, '0');
}

/** YYMMDD, zeros when there is no due date. */
function sixDigitDate(date: string): string | Rejected {
	if (date === '') return '000000';
	const match = /^20([0-9]{2})-([0-9]{2})-([0-9]{2})$/.exec(date);
	if (match === null) {
		return new Rejected('dueDate', 'The due date must be written YYYY-MM-DD, from 2000 to 2099.');
	}
	const [, year = '', month = '', day = ''] = match;
	if (!isCalendarDay(2000 + Number(year), Number(month), Number(day))) {
		return new Rejected('dueDate', 'The due date is not a day of the calendar.');
	}
	return `${year}${month}${day}`;
}

/** 23 digits in both versions: reserve and reference, or RF check digits and base. */
function referenceField(text: string): { version: 4 | 5; digits: string } | Rejected {
	const { kind, normalized, reason } = validateReference(text);
	if (kind === 'invalid') return new Rejected('reference', reason);
	if (kind === 'national') return { version: 4, digits: normalized.padStart(23, '0') };
	const checkDigits = normalized.slice(2, 4);
	const base = normalized.slice(4);
	if (!/^[0-9]+$/.test(base)) {
		return new Rejected(
			'reference',
			'A virtual barcode cannot carry an RF reference with letters.',
		);
	}
	return { version: 5, digits: checkDigits + base.padStart(21, '0') };
}

/** Code 128: the start symbol, plus every pair of digits times its place, modulo 103. */
function code128CheckDigits(digits: string): string {
	let sum = START_CODE_C;
	for (let place = 1; place * 2 <= digits.length; place += 1) {
		sum += place * Number(digits.slice(place * 2 - 2, place * 2));
	}
	return String(sum % 103).padStart(2, '0');
}

const START_CODE_C = 105;
const LARGEST_CENTS = 99_999_999;
