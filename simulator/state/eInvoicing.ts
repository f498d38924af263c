import type { JsonObject } from './invoices';
import type { World } from './world';

/**
 * Keeps the address a customer receives e-invoices (verkkolasku) at; the contract is new, or changed.
 *
 * @param address FinvoiceAccount and FinvoiceOVT; one not given stays as it is
 */
export function noteFinvoiceAccount(world: World, customerCode: string, address: JsonObject): void {
	const known = world.contracts.get(customerCode);
	const running = known?.Status === 'Active';
	const given = Object.entries(address).filter(([, value]) => value !== undefined);
	world.contracts.merge(customerCode, {
		SalesCustomerCode: customerCode,
		...nameOf(world, customerCode),
		...Object.fromEntries(given),
		Status: 'Active',
		Action: running ? 'change' : 'add',
		StartDate: running ? known.StartDate : world.clock.today(),
		EndDate: null,
	});
}

/** Ends the contract of a customer that is deleted; none is none. */
export function stopFinvoice(world: World, customerCode: string): void {
	if (world.contracts.get(customerCode)?.Status !== 'Active') return;
	const end = { Status: 'Ended', Action: 'stop', EndDate: world.clock.today() };
	world.contracts.merge(customerCode, end);
}

/** As the customer is called, or the buyer of an invoice under that code. */
function nameOf(world: World, customerCode: string): JsonObject {
	const buyer = world.invoices
		.all()
		.find(({ submitted }) => submitted.SalesCustomerCode === customerCode);
	const name = world.customers.get(customerCode)?.Name ?? buyer?.submitted.SalesName;
	return name === undefined ? {} : { SalesName: name };
}
