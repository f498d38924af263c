import type { IDataObject } from 'n8n-workflow';

import {
	BATCH_INVOICES_LIST,
	ONLINE_SALES_INVOICES,
	SALES_INVOICE,
} from '../../api/generated/fields';
import { pages } from '../../api/pages';
import { addDays, daysBetween, helsinkiDate } from '../../invoicing/dates';
import {
	uploadSpec,
	type DuplicateWords,
	type Lookup,
	type UploadEntry,
	type UploadSpec,
	type When,
	type Window,
} from '../../upload/uploadSpec';

/** An invoice run again on another day may be dated that far away. */
const MARGIN_DAYS = 31;
/** The oldest invoice whose number may come again: two years. */
const LONG_AGO_DAYS = 731;

/** The list of sales invoices. Its filters and rows are our reading. */
const lookup: Lookup = {
	noun: 'invoice',
	checkedByDefault: false,
	// No dates: what is there may have been dated on another day.
	shown: [
		SALES_INVOICE.invoiceNumber,
		SALES_INVOICE.reference,
		SALES_INVOICE.buyerName,
		SALES_INVOICE.totalAmount,
		SALES_INVOICE.currency,
	],
	another: 'Cash-In has an invoice of that number with another buyer, date or total',
	pages: (run, { from, to, key }, limits) => {
		const parameters = {
			...(from === undefined ? {} : { fromInvDate: from }),
			...(to === undefined ? {} : { toInvDate: to }),
			...(key === undefined ? {} : { invoiceNumber: key }),
		};
		return pages(run, 'listSalesInvoices', { parameters }, limits);
	},
	keyOf: (row) => {
		const value = told(row, 'invoiceNumber');
		return typeof value === 'string' || typeof value === 'number'
			? String(value).trim()
			: undefined;
	},
	dayOf: (row) => /^\d{4}-\d{2}-\d{2}/.exec(String(told(row, 'invoiceDate') ?? ''))?.[0] ?? '',
	windows: (when, entries) => {
		const { first, last, earliest, latest } = daysOf(entries);
		const near = withMargin(first, last);
		const wide = { ...withMargin(earliest, latest), from: addDays(earliest, -LONG_AGO_DAYS) };
		return when === 'beforeSending' ? [near, wide] : [withMargin(earliest, latest)];
	},
	around: ({ from, to }, day) => {
		const length = daysBetween(from, to);
		const start = addDays(day, -Math.floor(length / 2));
		return { from: start, to: addDays(start, length) };
	},
	difference,
};

/** The list for invoices made of orders: they are looked for from before the order, which may be invoiced days later. */
const orderLookup: Lookup = {
	...lookup,
	checkedByDefault: true,
	shown: lookup.shown.filter((name) => name !== SALES_INVOICE.reference),
	windows: (when, entries) => {
		if (when === 'afterLostResponse') return lookup.windows(when, entries);
		const { earliest, latest, today } = daysOf(entries);
		const orders = entries.map(({ since = '' }) => since || addDays(today, -LONG_AGO_DAYS));
		const [first = earliest] = [earliest, ...orders].sort();
		return [withMargin(first, latest)];
	},
};

/**
 * Invoice days of entries, and the same with today. Windows reach beyond both: a list may leave out the last day of a
 * window, or go by the day on which Cash-In received an invoice.
 */
function daysOf(entries: readonly UploadEntry[]) {
	const today = helsinkiDate(new Date());
	const days = entries
		.map(({ body }) => String(body[SALES_INVOICE.invoiceDate] ?? today))
		.filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))
		.sort();
	const [first = today] = days;
	const last = days[days.length - 1] ?? today;
	const earliest = first < today ? first : today;
	const latest = last > today ? last : today;
	return { first, last, earliest, latest, today };
}

function withMargin(first: string, last: string): Window {
	return { from: addDays(first, -MARGIN_DAYS), to: addDays(last, MARGIN_DAYS) };
}

/**
 * What makes a row of the list, or another invoice, something else than `ours`, in words; `''` when it is the same.
 * Before sending, totals must be told, and the date makes no difference: a run repeated on another day dates its
 * invoices anew. An invoice that was just sent has its date too. Otherwise, what one does not tell makes no difference.
 */
function difference(when: When, ours: IDataObject, row: IDataObject): string {
	const our = (field: Field) => ours[SALES_INVOICE[field]] ?? '';
	const their = (field: Field) => told(row, field) ?? '';
	if (when === 'beforeSending') {
		if (their('totalAmount') === '') return 'and the list does not tell its total';
		if (our('totalAmount') === '') return 'and this one does not tell its total';
	}
	const field = COMPARED[when].find((name) => {
		const [one, other] = [our(name), their(name)];
		return one !== '' && other !== '' && comparable(name, one) !== comparable(name, other);
	});
	if (field !== 'totalAmount') return field === undefined ? '' : DIFFERS[field];
	const [total, own] = [their(field), our(field)].map((one) => comparable(field, one));
	return `of ${total}, and this one comes to ${own} ${String(our('currency'))}`.trimEnd();
}

type Field = 'invoiceNumber' | 'invoiceDate' | keyof typeof DIFFERS | 'totalAmount';

const DIFFERS = {
	buyerName: 'for another buyer',
	currency: 'in another currency',
	orderIdentifier: 'for another order',
	invoiceDate: 'of another day',
} as const;

const COMPARED = {
	beforeSending: ['totalAmount', 'buyerName', 'currency', 'orderIdentifier'],
	afterLostResponse: ['buyerName', 'totalAmount', 'invoiceDate'],
} as const satisfies Record<When, readonly Field[]>;

function comparable(field: Field, value: unknown): string {
	const text = String(value).trim().toLowerCase();
	if (field === 'totalAmount') return Number(text).toFixed(2);
	return field === 'invoiceDate' ? text.slice(0, 10) : text.replace(/\s+/g, ' ');
}

/** A member of a row, however it is cased; the list may spell some in another way than the contract. */
function told(row: IDataObject, field: Field): unknown {
	return Object.entries(row).find(([name]) => NAMES[field].test(name))?.[1];
}

const NAMES: Record<Field, RegExp> = {
	invoiceNumber: nameOf('invoiceNumber', '(sales_?)?invoice_?(number|no|nbr)'),
	invoiceDate: nameOf('invoiceDate', 'invoice_?date'),
	totalAmount: nameOf('totalAmount'),
	buyerName: nameOf('buyerName'),
	currency: nameOf('currency'),
	orderIdentifier: nameOf('orderIdentifier'),
};

function nameOf(field: Field, ...others: string[]): RegExp {
	const ofList: Partial<Record<Field, string>> = ONLINE_SALES_INVOICES;
	const names = [ofList[field] ?? SALES_INVOICE[field], SALES_INVOICE[field], ...others];
	return new RegExp(`^(${names.join('|')})$`, 'i');
}

/** What is said of orders: their invoices are called by the order, and one that exists is everyday. */
const orderWords: DuplicateWords = {
	status: 'alreadyInvoiced',
	sentEarlier: 'An earlier try invoiced it; it was not sent again.',
	exists: 'Cash-In has this invoice already; it was not sent again.',
	repeats: 'holds the same order',
	taken: ({ label, key, advice = '' }, how) => [
		`${label} was not invoiced: Cash-In already has an invoice ${key} ${how}`,
		advice,
	],
	notLookedUp: ({ label, key }, why) => [
		`${label} was not invoiced: whether Cash-In already has invoice ${key} could not be looked up. ${why}`,
		"Try again later. If you are sure that the order was not invoiced before, set 'Duplicate Check' under Options to Off.",
	],
	repeatsKey: ({ label, key }, first) => {
		const other =
			first.label === label
				? `item ${first.item} holds the same order with another buyer or total`
				: `${first.label?.replace('Order', 'order')} of item ${first.item} leads to the same invoice number ${key}`;
		return [
			`${label} was not invoiced: ${other}`,
			"Give every order an invoice number of its own, with 'Invoice Number From' Prefix or Given; of two versions of one order pass on the newer one.",
		];
	},
};

const ofInvoices = {
	name: (number: string) => `Invoice ${number}`,
	plural: 'invoices',
	keyLabel: "'Invoice Number'",
	keyField: 'invoiceNumber',
	unique: true,
	isIndependent: true,
	lookup,
};

/** Invoices to be delivered: the one upload whose answer is documented. */
export const salesInvoices = uploadSpec('createInvoice', {
	...ofInvoices,
	onNoCounts: 'doubt',
	retryMissing: true,
});

/** The same made of webshop orders. */
export const orderInvoices: UploadSpec = {
	...salesInvoices,
	lookup: orderLookup,
	words: orderWords,
};

/**
 * The same for a seller named in each. Whether the list shows the invoices of other sellers is not known, so that
 * absence from it proves nothing.
 */
export const invoicesWithSeller = uploadSpec('createInvoiceWithSellerInfo', ofInvoices);

/** Invoices under a batch's own ID. Cash-In may work on them later, so that absence from the list proves nothing. */
export const invoiceBatch = uploadSpec('submitInvoiceBatch', {
	...ofInvoices,
	toBody: (invoices, batchId) => ({
		...(batchId === '' ? {} : { [BATCH_INVOICES_LIST.batchId]: batchId }),
		[BATCH_INVOICES_LIST.invoices]: invoices,
	}),
});
