import { finding } from './findings';
import type { Finding } from './findings';
import { isEmpty, textOf } from './salesInvoice';

/**
 * The rows that credit the given ones wholly: quantities and stated amounts change their sign, unit prices and
 * discounts stay. Works on our names and the API's alike. The amounts of the credit are those of the invoice,
 * negative, to the cent.
 */
export function creditRows(
	rows: ReadonlyArray<Readonly<Record<string, unknown>>>,
): Array<Record<string, unknown>> {
	return rows.map((row) => {
		const credit: Record<string, unknown> = { ...row };
		for (const name of SIGNED) {
			if (!isEmpty(row[name])) credit[name] = negated(row[name]);
		}
		return credit;
	});
}

/**
 * A credit invoice names the invoice it credits (the VAT Act wants an unambiguous reference to it) and comes to
 * less than zero; an invoice below zero that names none is probably a credit that lost its original.
 * @param totalCents undefined when it is not known
 */
export function creditFindings(
	invoice: Readonly<Record<string, unknown>>,
	totalCents: number | undefined,
): Finding[] {
	const original = textOf(invoice.CreditedInvoiceInformation);
	if (totalCents === undefined) return [];
	if (original !== '' && totalCents > 0) {
		return [
			finding(
				'stop',
				'creditNotNegative',
				'CreditedInvoiceInformation',
				`The invoice credits invoice ${original}, but its total is above zero: a credited quantity is negative.`,
			),
		];
	}
	if (original === '' && totalCents < 0) {
		return [
			finding(
				'stop',
				'creditWithoutOriginal',
				'CreditedInvoiceInformation',
				'The total is below zero, which makes this a credit invoice: name the invoice it credits.',
			),
		];
	}
	return [];
}

/** Text is negated as text: it may hold more digits than a number. */
function negated(value: unknown): unknown {
	if (typeof value === 'number') return value === 0 ? 0 : -value;
	if (typeof value !== 'string') return value;
	const text = value.trim();
	return /^[-\u2212]/.test(text) ? text.slice(1) : `-${text.replace(/^\+/, '')}`;
}

const SIGNED = ['quantity', 'Qty', 'netAmount', 'Nto', 'vatAmount', 'Tax', 'totalAmount', 'Total'];
