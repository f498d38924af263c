import { given, type Handlers, type JsonObject, notFound, ok, refuse } from './handler';
import { invoicesOf } from './invoices';
import { within } from './lists';
import { contractsOf, customersOf, merge } from './recordStore';
import type { World } from './world';

/**
 * Keeps the address a customer receives e-invoices (verkkolasku) at; the contract is new, or changed.
 *
 * @param address FinvoiceAccount and FinvoiceOVT; one not given stays as it is
 */
export function keepFinvoiceAccount(world: World, customerCode: string, address: JsonObject): void {
	const known = contractsOf(world).get(customerCode);
	const running = known?.Status === 'Active';
	const name =
		customersOf(world).get(customerCode)?.Name ?? findBuyer(world, customerCode)?.SalesName;
	merge(contractsOf(world), customerCode, {
		SalesCustomerCode: customerCode,
		...given({ SalesName: name, ...address }),
		Status: 'Active',
		Action: running ? 'change' : 'add',
		StartDate: running ? known.StartDate : world.clock.today(),
		EndDate: null,
	});
}

/** Ends the contract of a customer that is deleted; none is none. */
export function endFinvoice(world: World, customerCode: string): void {
	if (contractsOf(world).get(customerCode)?.Status !== 'Active') return;
	const end = { Status: 'Ended', Action: 'stop', EndDate: world.clock.today() };
	merge(contractsOf(world), customerCode, end);
}

/** The oldest invoice to a customer, as it was sent. */
function findBuyer(world: World, customerCode: string): JsonObject | undefined {
	return invoicesOf(world)
		.all()
		.find(({ submitted }) => submitted.SalesCustomerCode === customerCode)?.submitted;
}

const UPDATED = ok({ StatusDescription: 'OK', UpdatedCount: 1 });

export const eInvoicingHandlers: Handlers = {
	/**
	 * With an invoice's number that invoice gets the address, otherwise the customer does; what the vendor
	 * changes is not known.
	 */
	updateFinvoiceAccount(world, call) {
		const body = call.body as JsonObject;
		const { FinvoiceAccount, FinvoiceOVT, FinvoiceSpecification, InvoiceNumber: number } = body;
		if (!FinvoiceAccount) return refuse(400, 'FinvoiceAccount is required.');
		const address = given({ FinvoiceAccount, FinvoiceOVT });
		if (number !== undefined && number !== null) {
			const invoice = invoicesOf(world).get(String(number));
			if (invoice === undefined) return notFound(`Invoice ${String(number)}`);
			Object.assign(address, given({ FinvoiceSpecification }));
			invoice.submitted = { ...invoice.submitted, ...address };
			return UPDATED;
		}
		const code = body.SalesCustomerCode;
		if (typeof code !== 'string' || code === '')
			return refuse(400, 'SalesCustomerCode is required.');
		const isCustomer = customersOf(world).has(code);
		if (!isCustomer && findBuyer(world, code) === undefined) return notFound(`Customer ${code}`);
		if (isCustomer) merge(customersOf(world), code, address);
		keepFinvoiceAccount(world, code, address);
		return UPDATED;
	},

	/** By the day the contract began. */
	listElectronicInvoicingContracts(world, { query }) {
		const { customerCode, fromDate, toDate } = query;
		const rows = [...contractsOf(world).values()].filter(
			(row) =>
				(customerCode === undefined || row.SalesCustomerCode === customerCode) &&
				within(row.StartDate, fromDate, toDate),
		);
		return ok(rows);
	},
};
