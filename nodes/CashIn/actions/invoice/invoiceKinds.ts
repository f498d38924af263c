import type { components } from '../../api/types.generated';
import { answerNames } from '../shared/bulk/answerNames';
import type { BulkKind } from '../shared/bulk/kind';
import { findAfterLostResponse, findBeforeSending } from './findExisting';

export type SalesInvoice = components['schemas']['SalesInvoice'];

/** Invoices to be delivered: the one upload whose answer is documented. */
export const salesInvoices: BulkKind = {
	endpoint: 'createInvoice',
	name: (number) => `Invoice ${number}`,
	plural: 'invoices',
	done: 'created',
	keyLabel: "'Invoice Number'",
	keyMember: 'InvoiceNumber',
	unique: true,
	shown: [
		'InvoiceNumber',
		'InvoiceDate',
		'DueDate',
		'Reference',
		'SalesName',
		'TotalAmount',
		'Currency',
	],
	answer: answerNames('Invoices'),
	silence: 'doubt',
	halve: true,
	wrap: (invoices) => invoices,
	findAfterLostResponse,
	differs: 'Cash-In has an invoice of that number with another buyer, date or total',
	resend: true,
	anyOrder: true,
	findExisting: findBeforeSending,
};

/** The same made of webshop orders, which are looked up before they are sent as orders. */
export const orderInvoices: BulkKind = { ...salesInvoices, findExisting: undefined };

/**
 * The same for a seller named in each. Whether the list shows the invoices of other sellers is not known, so that
 * absence from it proves nothing.
 */
export const invoicesWithSeller: BulkKind = {
	...salesInvoices,
	endpoint: 'createInvoiceWithSellerInfo',
	silence: 'success',
	resend: false,
};

/** Invoices under a batch's own ID. Cash-In may work on them later, so that absence from the list proves nothing. */
export const invoiceBatch: BulkKind = {
	...salesInvoices,
	endpoint: 'submitInvoiceBatch',
	done: 'submitted',
	silence: 'success',
	wrap: (Invoices, BatchId) => (BatchId === '' ? { Invoices } : { BatchId, Invoices }),
	resend: false,
};
