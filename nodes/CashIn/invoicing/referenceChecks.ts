import { validateReference } from '../finnish/reference';
import { finding } from './findings';
import type { Finding } from './findings';
import { textOf } from './salesInvoice';

/**
 * Judges the reference number the user gave. One that banks cannot read, or with a wrong check digit, stops: a payment
 * with it would not find its invoice, and banks refuse it. Three digits, or a reference made abroad, are the user's to
 * decide and are warned about.
 * A barcode is looked at for its form only.
 */
export function referenceFindings(invoice: Readonly<Record<string, unknown>>): Finding[] {
	const findings: Finding[] = [];
	const text = textOf(invoice.Reference);
	if (text !== '') {
		const { fault, kind, reason } = validateReference(text);
		const say = (severity: 'stop' | 'warn', code: Finding['code']) => {
			findings.push(finding(severity, code, 'Reference', `The reference number: ${reason}`));
		};
		if (fault === 'checkDigit' || fault === 'rfCheckDigits') say('stop', 'referenceCheckDigit');
		else if (fault === 'short') say('warn', 'referenceShort');
		else if (fault !== '') say('stop', 'referenceInvalid');
		else if (kind === 'foreignRf') say('warn', 'referenceForeign');
	}
	const barcode = textOf(invoice.VirtualBankBarcode).replace(/\s/g, '');
	if (barcode !== '' && !/^[45][0-9]{53}$/.test(barcode)) {
		findings.push(
			finding(
				'warn',
				'barcodeMalformed',
				'VirtualBankBarcode',
				'A virtual barcode has 54 digits and begins with 4 or 5.',
			),
		);
	}
	return findings;
}
