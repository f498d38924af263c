import { SALES_INVOICE as INVOICE } from '../api/generated/fields';
import { addDays, daysBetween } from './dates';
import type { Findings } from './findings';
import { textOf } from './values';

/** Due date and payment terms, the one computed from the other where it was missing. */
export interface Terms {
	/** `YYYY-MM-DD`; `''` when neither was given. */
	dueDate: string;
	/** Whole days, or a code that is no number, as given; undefined when neither was given. */
	paymentTerms: unknown;
}

/**
 * Due date = invoice date + payment terms in days; the missing one follows from the other two. When both are
 * given, both stay: `checkTerms` says when they disagree.
 * @param invoiceDate `YYYY-MM-DD`
 * @param dueDate `YYYY-MM-DD` or `''`
 * @param paymentTerms days as a number or digits; anything else counts as a code and is passed through
 */
export function settleTerms(invoiceDate: string, dueDate: string, paymentTerms: unknown): Terms {
	const days = termDays(paymentTerms);
	if (dueDate === '') {
		return days === undefined
			? { dueDate: '', paymentTerms }
			: { dueDate: addDays(invoiceDate, days), paymentTerms: days };
	}
	if (textOf(paymentTerms) !== '') return { dueDate, paymentTerms: days ?? paymentTerms };
	const between = daysBetween(invoiceDate, dueDate);
	return { dueDate, paymentTerms: between >= 0 ? between : undefined };
}

/** Checks the dates and terms of an invoice. Dates are `YYYY-MM-DD`, or `''` when missing. */
export function checkTerms(
	invoiceDate: string,
	dueDate: string,
	paymentTerms: unknown,
	findings: Findings,
): void {
	const days = termDays(paymentTerms);
	if (dueDate === '') {
		const why =
			invoiceDate === '' && days !== undefined
				? 'There is no due date, and without an invoice date the payment terms lead to none.'
				: 'There is neither a due date nor payment terms to compute it from.';
		findings.stop('noDueDate', INVOICE.dueDate, why);
	}
	if (dueDate === '' || invoiceDate === '') return;
	const between = daysBetween(invoiceDate, dueDate);
	if (between < 0) {
		findings.stop(
			'dueBeforeInvoice',
			INVOICE.dueDate,
			`The due date ${dueDate} is before the invoice date ${invoiceDate}.`,
		);
	} else if (days !== undefined && days !== between) {
		findings.warn(
			'termsDisagree',
			INVOICE.dueDate,
			`The payment terms are ${days} days and the due date ${dueDate} is ${between} days after the invoice date.`,
		);
	}
}

/** Payment terms as days, when they are a whole number of them within ten years. */
function termDays(paymentTerms: unknown): number | undefined {
	const [, days] = DAYS.exec(textOf(paymentTerms)) ?? [];
	return days !== undefined && Number(days) <= TEN_YEARS ? Number(days) : undefined;
}

const TEN_YEARS = 3653;
/** `14`, and as Finns write it: `14 pv`, `14 pv netto`, `netto 14 pv`. */
const DAYS = /^(?:netto\s+)?([0-9]{1,4})(?:\s*(?:pv|vrk|päivää)\.?)?(?:\s+netto)?$/i;
