import { noteFinvoiceAccount } from '../state/eInvoicing';
import type { JsonObject } from '../state/invoices';
import type { World } from '../state/world';
import { within } from './filters';
import type { Answer, Call, Handler } from './handler';
import { refuse } from './handler';

/** E-invoicing (verkkolasku), by operationId. */
export const E_INVOICING_HANDLERS: { [operationId: string]: Handler } = {
	updateFinvoiceAccount,
	listElectronicInvoicingContracts,
};

/**
 * With an invoice's number that invoice gets the address, otherwise the customer does; what the vendor
 * changes is not known.
 */
function updateFinvoiceAccount(world: World, call: Call): Answer {
	const body = call.body as JsonObject;
	if (!body.FinvoiceAccount) return refuse(400, 'FinvoiceAccount is required.');
	const { FinvoiceAccount, FinvoiceOVT, FinvoiceSpecification } = body;
	const address = { FinvoiceAccount, FinvoiceOVT };
	const all = Object.entries({ ...address, FinvoiceSpecification });
	const given = Object.fromEntries(all.filter(([, value]) => value !== undefined));
	if (body.InvoiceNumber !== undefined && body.InvoiceNumber !== null) {
		const invoice = world.invoices.get(String(body.InvoiceNumber));
		if (invoice === undefined) {
			return refuse(404, `Invoice ${String(body.InvoiceNumber)} was not found.`);
		}
		invoice.submitted = { ...invoice.submitted, ...given };
		return updated();
	}
	const code = body.SalesCustomerCode;
	if (typeof code !== 'string' || code === '') return refuse(400, 'SalesCustomerCode is required.');
	const isBuyer = world.invoices
		.all()
		.some(({ submitted }) => submitted.SalesCustomerCode === code);
	if (!isBuyer && !world.customers.has(code)) {
		return refuse(404, `Customer ${code} was not found.`);
	}
	if (world.customers.has(code)) {
		const kept = Object.entries(address).filter(([, value]) => value !== undefined);
		world.customers.merge(code, Object.fromEntries(kept));
	}
	noteFinvoiceAccount(world, code, address);
	return updated();
}

function updated(): Answer {
	return { status: 200, body: { StatusDescription: 'OK', UpdatedCount: 1 } };
}

/** By the day the contract began. */
function listElectronicInvoicingContracts(world: World, call: Call): Answer {
	const { customerCode } = call.query;
	const rows = world.contracts
		.all()
		.filter(
			(row) =>
				(customerCode === undefined || row.SalesCustomerCode === customerCode) &&
				within(row.StartDate, call.query.fromDate, call.query.toDate),
		);
	return { status: 200, body: rows };
}
