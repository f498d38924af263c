import type { JsonObject, StoredInvoice } from '../state/invoices';
import { amountsOf, statusOf } from '../state/invoices';
import type { World } from '../state/world';
import { failedInvoices } from './failedInvoices';
import type { Answer, Call, Handler } from './handler';
import { refuse } from './handler';
import { pageOf, pagingFault } from './pages';
import { inOrder } from './sorting';

/** Invoices, by operationId. */
export const INVOICE_HANDLERS: { [operationId: string]: Handler } = {
	createInvoice: createInvoices,
	createInvoiceWithSellerInfo: createInvoices,
	listSalesInvoices,
	getInvoiceDeliveryInformation,
	getInvoiceStatus,
};

/** Takes what can be taken: an invoice that is not does not hold up its neighbours. */
function createInvoices(world: World, call: Call): Answer {
	const failed: JsonObject[] = [];
	let taken = 0;
	for (const invoice of call.body as JsonObject[]) {
		const number = String(invoice.InvoiceNumber);
		const duplicate = world.settings.duplicates === 'reject' && world.invoices.has(number);
		if (duplicate || call.refusal?.invoiceNumbers.has(number)) {
			failed.push({
				InvoiceNumber: invoice.InvoiceNumber,
				StatusDescription: duplicate
					? `Invoice ${number} already exists.`
					: `Invoice ${number} was not accepted.`,
			});
		} else {
			world.invoices.add(invoice);
			taken += 1;
		}
	}
	return {
		// The misspelling is the vendor's (page create-an-invoice).
		status: 202,
		body: {
			StatusDescription: `Successfull upload of sales invoices (${taken}).`,
			UploadedInvoicesCount: taken,
			FailedInvoicesCount: failed.length,
			FailedInvoices: failedInvoices(failed, call.refusal?.shape ?? 'objects'),
		},
		unchecked: call.refusal !== undefined,
	};
}

function listSalesInvoices(world: World, call: Call): Answer {
	const fault = pagingFault(call.query);
	if (fault !== undefined) return refuse(400, fault);
	const { status } = call.query;
	const found = selected(world, call)
		.map(asListed)
		.filter((row) => status === undefined || row.Status === status);
	const rows = inOrder(found, call.query);
	if (typeof rows === 'string') return refuse(400, rows);
	return { status: 200, body: pageOf(world, rows, call.query) };
}

function getInvoiceDeliveryInformation(world: World, call: Call): Answer {
	const invoices = selected(world, call);
	if (invoices.length === 0 && call.query.invoiceNumber !== undefined) return noSuchInvoice(call);
	return { status: 200, body: invoices.map(asDelivered) };
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

/** By invoice number and invoice date. No default window: whether the vendor has one here is not known. */
function selected(world: World, call: Call): StoredInvoice[] {
	const { invoiceNumber, fromInvDate, toInvDate } = call.query;
	return world.invoices.all().filter(({ number, submitted }) => {
		if (invoiceNumber !== undefined && number !== String(invoiceNumber)) return false;
		const date = String(submitted.InvoiceDate ?? '').slice(0, 10);
		if (fromInvDate !== undefined && date < String(fromInvDate)) return false;
		return toInvDate === undefined || date <= String(toInvDate);
	});
}

function noSuchInvoice(call: Call): Answer {
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

function asDelivered(invoice: StoredInvoice): JsonObject {
	return {
		InvoiceNumber: invoice.number,
		...sent(invoice, ['InvoiceDate', 'DeliveryType']),
		DeliveryStatus: 'Delivered',
		DeliveryDate: invoice.acceptedAt,
		CaseId: invoice.caseId,
		Agency: 'CASH-IN',
	};
}

/** The members that were sent; one that was not sent is not shown either. */
function sent(invoice: StoredInvoice, members: readonly string[]): JsonObject {
	return Object.fromEntries(
		members
			.filter((member) => invoice.submitted[member] !== undefined)
			.map((member) => [member, invoice.submitted[member]]),
	);
}
