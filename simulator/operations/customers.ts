import { noteFinvoiceAccount, stopFinvoice } from '../state/eInvoicing';
import type { JsonObject } from '../state/invoices';
import type { World } from '../state/world';
import type { Answer, Call, Handler } from './handler';
import { refuse } from './handler';
import { uploaded } from './uploaded';

/** Customers, by operationId. */
export const CUSTOMER_HANDLERS: { [operationId: string]: Handler } = {
	listCustomers: (world) => ({ status: 200, body: world.customers.all() }),
	createCustomers,
	updateCustomer,
	deleteCustomer,
};

function createCustomers(world: World, call: Call): Answer {
	const customers = call.body as JsonObject[];
	if (customers.length === 0) return refuse(400, 'There is no customer in the request.');
	return uploaded('Customers', customers, (customer) => {
		const code = customer.CustomerCode;
		const fault = faultOf(world, customer);
		if (fault !== undefined) return { CustomerCode: code ?? null, StatusDescription: fault };
		keep(world, String(code), customer);
		return undefined;
	});
}

function faultOf(world: World, { CustomerCode: code, Name: name }: JsonObject) {
	if (typeof code !== 'string' || code === '') return 'CustomerCode is missing.';
	if (world.customers.has(code)) {
		return world.settings.duplicates === 'reject' ? `Customer ${code} already exists.` : undefined;
	}
	return typeof name !== 'string' || name === '' ? `Customer ${code}: Name is missing.` : undefined;
}

/** Members that are not given stay as they are: our reading, to be compared with the vendor's. */
function updateCustomer(world: World, call: Call): Answer {
	const code = String(call.path.customerCode);
	if (!world.customers.has(code)) return noSuchCustomer(code);
	const members = call.body as JsonObject;
	const given = members.CustomerCode;
	if (given !== undefined && given !== null && given !== code) {
		return refuse(400, `CustomerCode in the body is ${String(given)}, in the path ${code}.`);
	}
	keep(world, code, members);
	return done(code, 'updated');
}

function deleteCustomer(world: World, call: Call): Answer {
	const code = String(call.path.customerCode);
	if (!world.customers.remove(code)) return noSuchCustomer(code);
	stopFinvoice(world, code);
	return done(code, 'deleted');
}

function keep(world: World, code: string, members: JsonObject): void {
	world.customers.merge(code, { ...members, CustomerCode: code });
	if (typeof members.FinvoiceAccount === 'string') {
		const { FinvoiceAccount, FinvoiceOVT } = members;
		noteFinvoiceAccount(world, code, { FinvoiceAccount, FinvoiceOVT });
	}
}

function noSuchCustomer(code: string): Answer {
	return refuse(404, `Customer ${code} was not found.`);
}

function done(code: string, what: string): Answer {
	const sentence = `Customer ${code} was ${what}.`;
	return { status: 200, body: { StatusDescription: sentence, CustomerCode: code } };
}
