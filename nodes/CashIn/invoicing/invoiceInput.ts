import type { Party } from './headerNames';
import type { ReferenceChoice } from './payment';

/**
 * An invoice in plain names. Amounts are in currency units, as numbers or as text (see `readDecimal`); days are
 * `YYYY-MM-DD`, or a date with a time, whose time is cut off. What is empty counts as not given.
 */
export interface InvoiceInput {
	/** A text, or a whole number of at most 15 digits. */
	invoiceNumber: string | number;
	/** Taken from the rules' `today` when not given. */
	invoiceDate?: string;
	/** One of due date and payment terms (days) leads to the other. */
	dueDate?: string;
	paymentTerms?: string | number;
	/** Three letters; EUR when not given. */
	currency?: string;
	buyer?: Party;
	billing?: Party;
	delivery?: Party;
	/** Rows in our names or the API's, key by key: see `ROW_NAMES`. At least one. */
	rows: ReadonlyArray<Readonly<Record<string, unknown>>>;
	/** Whether unit prices, and discounts in money, include VAT. */
	pricesIncludeVat: boolean;
	/** No reference number when not given. */
	reference?: ReferenceChoice;
	/** The account to be paid to, for the virtual barcode; no barcode when not given. */
	creditorIban?: string;
	/** Number of the invoice this one credits. */
	credits?: string | number;
	/** Rounding to add to the rows. */
	rounding?: string | number;
	/** What the invoice must come to: up to a cent per row of difference becomes rounding. */
	totalAmount?: string | number;
	/** Any other member of the API by its own name. These win over all of the above and over what is computed. */
	members?: Readonly<Record<string, unknown>>;
}
