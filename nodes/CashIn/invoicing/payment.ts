import { SALES_INVOICE as INVOICE } from '../api/generated/fields';
import { generateBarcode, type BarcodeInput } from '../finnish/barcode';
import { validateIban } from '../finnish/iban';
import { generateReference, validateReference } from '../finnish/reference';
import { Rejected } from '../finnish/validation';
import type { Findings, Severity } from './findings';
import type { ReferenceChoice } from './invoiceInput';
import { centsToText } from './money';
import { textOf } from './values';

/**
 * The reference number of an invoice, `''` for none. A given one goes out in its usual written form if it is
 * valid, and otherwise as it was given.
 * @param problems receives why none could be made, and that the one to be given is empty
 */
export function referenceOf(
	choice: ReferenceChoice,
	invoiceNumber: string,
	problems: Findings,
): string {
	const value = (choice.value ?? '').trim();
	if (choice.mode === 'none') return '';
	if (choice.mode === 'given') {
		if (value === '') problems.stop('missing', INVOICE.reference, NO_REFERENCE);
		return validateReference(value).normalized || value;
	}
	const made = generateReference(value === '' ? invoiceNumber : value, choice.mode);
	if (!(made instanceof Rejected)) return made.reference;
	const source = value === '' ? 'the invoice number' : 'its base';
	problems.stop(
		'referenceInvalid',
		INVOICE.reference,
		`No reference number can be made from ${source}. ${made.reason}`,
	);
	return '';
}

const NO_REFERENCE = "'Reference' is empty: fill it in, or choose another 'Reference Number'.";

/**
 * The account for the virtual barcode, `''` where there is none or it is wrong.
 * @param findings receives what is wrong with it, as a stop: whoever gave it wants the barcode
 */
export function usableIban(given: string, findings: Findings): string {
	if (given.trim() === '') return '';
	const { valid, normalized, reason } = validateIban(given);
	if (!valid) {
		findings.stop(
			'ibanInvalid',
			INVOICE.virtualBankBarcode,
			`'Creditor IBAN': ${reason} It is used for the virtual barcode only, which is not made.`,
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
	invoice: Omit<BarcodeInput, 'amountCents'> & {
		totalCents: number;
		statedCents?: number;
		currency: string;
	},
	findings: Findings,
): string {
	const { iban, reference, totalCents, statedCents = totalCents, dueDate, currency } = invoice;
	if (iban === '' || (totalCents <= 0 && statedCents <= 0)) return '';
	const refuse = (why: string) => {
		const message = `No virtual barcode was made. ${why}`;
		findings.warn('barcodeNotMade', INVOICE.virtualBankBarcode, message);
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

/**
 * Checks the reference number the user gave. One that banks cannot read, or with a wrong check digit, stops: a payment
 * with it would not find its invoice, and banks refuse it. Three digits, or a reference made abroad, are the user's to
 * decide and are warned about. A barcode is checked for its form only.
 */
export function checkReference(
	invoice: Readonly<Record<string, unknown>>,
	findings: Findings,
): void {
	const text = textOf(invoice[INVOICE.reference]);
	if (text !== '') {
		const { fault, kind, reason } = validateReference(text);
		const say = (severity: Severity, code: string) => {
			findings.add(severity, code, INVOICE.reference, `The reference number: ${reason}`);
		};
		if (fault === 'checkDigit' || fault === 'rfCheckDigits') say('stop', 'referenceCheckDigit');
		else if (fault === 'short') say('warn', 'referenceShort');
		else if (fault !== '') say('stop', 'referenceInvalid');
		else if (kind === 'foreignRf') say('warn', 'referenceForeign');
	}
	const barcode = textOf(invoice[INVOICE.virtualBankBarcode]).replace(/\s/g, '');
	if (barcode !== '' && !/^[45][0-9]{53}$/.test(barcode)) {
		findings.warn(
			'barcodeMalformed',
			INVOICE.virtualBankBarcode,
			'A virtual barcode has 54 digits and begins with 4 or 5.',
		);
	}
}
