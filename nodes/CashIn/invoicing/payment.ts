import { generateBarcode } from '../finnish/barcode';
import { validateIban } from '../finnish/iban';
import { generateReference, validateReference } from '../finnish/reference';
import { Rejected } from '../finnish/validation';
import { finding } from './findings';
import type { Finding } from './findings';
import { centsToText } from './money';

/** Where the reference number comes from. */
export interface ReferenceChoice {
	/** Made from `value`, or from the invoice number where `value` is empty; given as `value`; or none. */
	mode: 'national' | 'rf' | 'given' | 'none';
	value?: string;
}

/**
 * The reference number of an invoice, `''` for none. A given one goes out in its usual written form if it is
 * valid, and otherwise as it was given.
 * @param problems receives why none could be made, and that the one to be given is empty
 */
export function referenceOf(
	choice: ReferenceChoice,
	invoiceNumber: string,
	problems: Finding[],
): string {
	const value = (choice.value ?? '').trim();
	if (choice.mode === 'none') return '';
	if (choice.mode === 'given') {
		if (value === '') problems.push(NO_REFERENCE);
		return validateReference(value).normalized || value;
	}
	const made = generateReference(value === '' ? invoiceNumber : value, choice.mode);
	if (!(made instanceof Rejected)) return made.reference;
	const source = value === '' ? 'the invoice number' : 'its base';
	problems.push(
		finding(
			'stop',
			'referenceInvalid',
			'Reference',
			`No reference number can be made from ${source}. ${made.reason}`,
		),
	);
	return '';
}

/**
 * The account for the virtual barcode, `''` where there is none or it is wrong.
 * @param warnings receives what is wrong with it, as something that stops: whoever gave it wants the barcode
 */
export function usableIban(given: string, warnings: Finding[]): string {
	if (given.trim() === '') return '';
	const { valid, normalized, reason } = validateIban(given);
	if (!valid) {
		warnings.push(
			finding(
				'stop',
				'ibanInvalid',
				'VirtualBankBarcode',
				`'Creditor IBAN': ${reason} It is used for the virtual barcode only, which is not made.`,
			),
		);
	}
	return normalized;
}

/**
 * The virtual barcode of an invoice, `''` where there is none. None is made for nothing to pay and without an
 * IBAN; where one was asked for and cannot be made, a warning says why, and the invoice goes out without.
 * @param invoice euros only: the barcode knows no other currency. `statedCents` is the total the user gave:
 * where the rows come to another, which of the two is to be paid is not known
 */
export function barcodeOf(
	invoice: {
		iban: string;
		reference: string;
		totalCents: number;
		statedCents?: number;
		dueDate: string;
		currency: string;
	},
	warnings: Finding[],
): string {
	const { iban, reference, totalCents, statedCents = totalCents, dueDate, currency } = invoice;
	if (iban === '' || (totalCents <= 0 && statedCents <= 0)) return '';
	const refuse = (why: string) => {
		warnings.push(
			finding(
				'warn',
				'barcodeNotMade',
				'VirtualBankBarcode',
				`No virtual barcode was made. ${why}`,
			),
		);
		return '';
	};
	if (currency !== 'EUR') return refuse('It carries euros only.');
	if (statedCents !== totalCents) {
		return refuse(
			`The stated total ${centsToText(statedCents)} differs from ${centsToText(totalCents)}, which the rows come to.`,
		);
	}
	const made = generateBarcode({ iban, reference, amountCents: totalCents, dueDate });
	return made instanceof Rejected ? refuse(made.reason) : made.barcode;
}

const NO_REFERENCE = finding(
	'stop',
	'missing',
	'Reference',
	"'Reference' is empty: fill it in, or choose another 'Reference Number'.",
);
