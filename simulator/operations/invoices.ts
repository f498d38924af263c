import type { JsonObject, StoredInvoice } from '../state/invoices';
import { amountsOf, isTerminal, sent, statusOf } from '../state/invoices';
import { takeInvoices } from '../state/takeInvoices';
import type { World } from '../state/world';
import { failedInvoices } from './failedInvoices';
import { within } from './filters';
import type { Answer, Call, Handler } from './handler';
import { refuse } from './handler';
import { pageOf, pagingFault } from './pages';
import { inOrder } from './sorting';

/** Invoices, by operationId. */
export const INVOICE_HANDLERS: { [operationId: string]: Handler } = {
	createInvoice: createInvoices,
	createInvoiceWithSellerInfo: createInvoices,
	listSalesInvoices,
	getInvoiceStatus,
	updateInvoice,
};

function createInvoices(world: World, call: Call): Answer {
	const taking = takeInvoices(world, call.body as JsonObject[], call.refusal?.invoiceNumbers);
	return {
		status: 202,
		body: uploadedInvoices(taking, call),
		unchecked: call.refusal !== undefined,
	};
}

/** The answer to an upload of invoices; the misspelling is the vendor's (page create-an-invoice). */
export function uploadedInvoices(
	{ taken, failed }: { taken: number; failed: readonly JsonObject[] },
	call: Call,
): JsonObject {
	return {
		StatusDescription: `Successfull upload of sales invoices (${taken}).`,
		UploadedInvoicesCount: taken,
		FailedInvoicesCount: failed.length,
		FailedInvoices: failedInvoices(failed, call.refusal?.shape ?? 'objects'),
	};
}

function listSalesInvoices(world: World, call: Call): Answer {
	const fault = pagingFault(call.query);
	if (fault !== undefined) return refuse(400, fault);
	const { status, sortBy, sortOrder = world.settings.listOrder } = call.query;
	const order = { ...call.query, sortOrder };
	const found = selected(world, call);
	if (status === undefined && sortBy === undefined) {
		// Of a long list read page by page, only the rows of the page are worked out.
		const ordered = inOrder(found, order);
		if (typeof ordered === 'string') return refuse(400, ordered);
		const page = pageOf(world, ordered, call.query);
		return { status: 200, body: { ...page, Data: page.Data.map(asListed) } };
	}
	const listed = found.map(asListed).filter((row) => status === undefined || row.Status === status);
	const rows = inOrder(listed, order);
	if (typeof rows === 'string') return refuse(400, rows);
	return { status: 200, body: pageOf(world, rows, call.query) };
}

function getInvoiceStatus(world: World, call: Call): Answer {
	if (call.query.invoiceNumber === undefined) return refuse(400, 'invoiceNumber is required.');
	const invoice = world.invoices.get(String(call.query.invoiceNumber));
	if (invoice === undefined) return noSuchInvoice(call);
	return {
		status: 200,
		body: {
			InvoiceNumber: invoice.number,
			Status: statusOf(invoice),
			DueDate: invoice.submitted.DueDate,
			Currency: invoice.submitted.Currency,
			CaseId: invoice.caseId,
			...amountsOf(invoice),
		},
	};
}

/** Members given are merged in; an invoice in a terminal state stays as it is. */
function updateInvoice(world: World, call: Call): Answer {
	const number = String(call.path.invoiceNumber);
	const { InvoiceNumber: named, ...members } = call.body as JsonObject;
	if (named !== undefined && named !== null && String(named) !== number) {
		return refuse(400, `InvoiceNumber in the body is ${String(named)}, in the path ${number}.`);
	}
	const invoice = world.invoices.get(number);
	if (invoice === undefined) return refuse(404, `Invoice ${number} was not found.`);
	if (isTerminal(invoice)) {
		return refuse(402, `Invoice ${number} is in a terminal state: ${statusOf(invoice)}.`);
	}
	invoice.submitted = { ...invoice.submitted, ...members };
	return {
		status: 200,
		body: {
			StatusDescription: `Invoice ${number} was updated.`,
			UpdatedInvoicesCount: 1,
			FailedInvoicesCount: 0,
			FailedInvoices: null,
		},
	};
}

/** By invoice number and invoice date. No default window: whether the vendor has one here is not known. */
export function selected(world: World, { query }: Call): StoredInvoice[] {
	const { invoiceNumber, fromInvDate, toInvDate } = query;
	return world.invoices
		.all()
		.filter(
			({ number, submitted }) =>
				(invoiceNumber === undefined || number === String(invoiceNumber)) &&
				within(submitted.InvoiceDate, fromInvDate, toInvDate),
		);
}

export function noSuchInvoice(call: Call): Answer {
	return refuse(404, `Invoice ${String(call.query.invoiceNumber)} was not found.`);
}

const LISTED_AS_SENT = [
	'InvoiceType',
	'InvoiceDate',
	'DueDate',
	'Reference',
	'SalesName',
	'SalesCustomerCode',
	'DeliveryType',
	'Currency',
	'NetAmount',
	'TaxAmount',
];

function asListed(invoice: StoredInvoice): JsonObject {
	return {
		InvoiceNumber: invoice.number,
		Status: statusOf(invoice),
		...sent(invoice, LISTED_AS_SENT),
		...amountsOf(invoice),
		CaseId: invoice.caseId,
	};
}
