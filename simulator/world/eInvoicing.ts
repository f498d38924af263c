import { type Handlers, type JsonObject } from './handler';
import { given, isMissing, list, notFound, record, refuse } from './handler';
import { invoicesOf } from './invoices';
import { within } from './lists';
import { contractsOf, customersOf, merge } from './recordStore';
import type { World } from './world';

/**
 * Keeps the address a customer receives e-invoices (verkkolasku) at; the contract is new, or changed.
 *
 * @param address finvoiceAccount and finvoiceOVT; one not given stays as it is
 */
export function keepFinvoiceAccount(world: World, customerCode: string, address: JsonObject): void {
	const known = contractsOf(world).get(customerCode);
	const running = known?.status === 'Active';
	const name =
		customersOf(world).get(customerCode)?.name ?? findBuyer(world, customerCode)?.buyerName;
	merge(contractsOf(world), customerCode, {
		salesCustomerCode: customerCode,
		...given({ salesName: name, ...address }),
		status: 'Active',
		action: running ? 'change' : 'add',
		startDate: running ? known.startDate : world.clock.today(),
		endDate: null,
	});
}

/** Ends the contract of a customer that is deleted; none is none. */
export function endFinvoice(world: World, customerCode: string): void {
	if (contractsOf(world).get(customerCode)?.status !== 'Active') return;
	const end = { status: 'Ended', action: 'stop', endDate: world.clock.today() };
	merge(contractsOf(world), customerCode, end);
}

/** The oldest invoice to a customer, as it was sent. */
function findBuyer(world: World, customerCode: string): JsonObject | undefined {
	return invoicesOf(world)
		.all()
		.find(({ submitted }) => String(submitted.salesCustomerCode) === customerCode)?.submitted;
}

const UPDATED = record({ statusDescription: 'OK', updatedCount: 1 });

export const eInvoicingHandlers: Handlers = {
	/**
	 * With an invoice's number that invoice gets the address, otherwise the customer does; what the vendor
	 * changes is not known.
	 */
	updateFinvoiceAccount(world, { body, names }) {
		const { finvoiceAccount, finvoiceOVT, finvoiceSpecification, invoiceNumber: number } = body;
		if (!finvoiceAccount) {
			return refuse(400, `${names.member('finvoiceAccount')} is required.`);
		}
		const address = given({ finvoiceAccount, finvoiceOVT });
		if (number !== undefined && number !== null) {
			const invoice = invoicesOf(world).get(String(number));
			if (invoice === undefined) return notFound(`Invoice ${String(number)}`);
			Object.assign(address, given({ finvoiceSpecification }));
			invoice.submitted = { ...invoice.submitted, ...address };
			return UPDATED;
		}
		if (isMissing(body.salesCustomerCode)) {
			return refuse(400, `${names.member('salesCustomerCode')} is required.`);
		}
		const code = String(body.salesCustomerCode);
		const isCustomer = customersOf(world).has(code);
		if (!isCustomer && findBuyer(world, code) === undefined) return notFound(`Customer ${code}`);
		if (isCustomer) merge(customersOf(world), code, address);
		keepFinvoiceAccount(world, code, address);
		return UPDATED;
	},

	/** By the day the contract began. */
	listElectronicInvoicingContracts(world, { parameters: { customerCode, fromDate, toDate } }) {
		const rows = [...contractsOf(world).values()].filter(
			(row) =>
				(customerCode === undefined || row.salesCustomerCode === String(customerCode)) &&
				within(row.startDate, fromDate, toDate),
		);
		return list(rows);
	},
};
