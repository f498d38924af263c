import type { SALES_INVOICE } from '../api/generated/fields';

/**
 * An invoice in plain names. Amounts are in currency units, as numbers or as text (see `readDecimal`); days are
 * `YYYY-MM-DD`, or a date with a time, whose time is cut off. Empty values count as not given.
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
	delivery?: Party;
	/** Rows in our names or the API's, key by key: see `apiRow`. At least one. */
	rows: ReadonlyArray<Readonly<Record<string, unknown>>>;
	/** Whether unit prices, and discounts in money, include VAT. */
	pricesIncludeVat: boolean;
	/** No reference number when not given. */
	reference?: ReferenceChoice;
	/** The account to be paid to, for the virtual barcode; no barcode when not given. */
	creditorIban?: string;
	/** Number of the invoice this one credits. */
	credits?: string | number;
	/** What the invoice must come to: up to a cent per row of difference becomes rounding. */
	totalAmount?: string | number;
	/** Any other member of the API by its own name. These win over all of the above and over what is computed. */
	members?: Readonly<Record<string, unknown>>;
}

/** A party of the invoice in plain names; empty ones are not sent. */
export interface Party {
	name?: string;
	name2?: string;
	streetAddress?: string;
	streetAddress2?: string;
	postalCode?: string;
	city?: string;
	country?: string;
	email?: string;
	phone?: string;
	/** Business or personal id; of the buyer only. */
	identifier?: string;
}

/** Where the reference number comes from. */
export interface ReferenceChoice {
	/** Made from `value`, or from the invoice number where `value` is empty; given as `value`; or none. */
	mode: 'national' | 'rf' | 'given' | 'none';
	value?: string;
}

/** An invoice as the API takes it. Members that are not read or written here pass through untouched. */
export interface SalesInvoice {
	[SALES_INVOICE.invoiceNumber]: string | number;
	[SALES_INVOICE.rows]: SalesInvoiceRow[];
	[member: string]: unknown;
}

/** A row as the API takes it; amounts are numbers in currency units. */
export type SalesInvoiceRow = Record<string, unknown>;
