import { endFinvoice, keepFinvoiceAccount } from './eInvoicing';
import type { Handler, Handlers, JsonObject } from './handler';
import { notFound, ok, refuse, upload } from './handler';
import { customersOf, merge, productsOf } from './recordStore';
import type { World } from './world';

/** A kind of record that is kept under a code of its own. */
interface Kind {
	/** As messages call it. */
	name: string;
	/** The member that holds the code; the parameter of the path is called the same, with a small letter. */
	key: string;
	/** As an upload counts them. */
	counted: string;
	storeOf: typeof customersOf;
	/** The reason why a record whose code is in order cannot be created, or undefined. */
	rejectionOf?(world: World, code: string, record: JsonObject): string | undefined;
	/** True: the answer to a change names the record by its key. */
	namesChanged: boolean;
	/** Called after members are kept. */
	onKeep?(world: World, code: string, members: JsonObject): void;
	onDelete?(world: World, code: string): void;
}

/** A product that is there is updated by creating it: the API has no other operation for that. */
const PRODUCTS: Kind = {
	name: 'Product',
	key: 'ProdCode',
	counted: 'Items',
	storeOf: productsOf,
	namesChanged: false,
};

const CUSTOMERS: Kind = {
	name: 'Customer',
	key: 'CustomerCode',
	counted: 'Customers',
	storeOf: customersOf,
	rejectionOf(world, code, { Name }) {
		if (customersOf(world).has(code)) {
			const isRejected = world.settings.duplicates === 'reject';
			return isRejected ? `Customer ${code} already exists.` : undefined;
		}
		return typeof Name === 'string' && Name !== ''
			? undefined
			: `Customer ${code}: Name is missing.`;
	},
	namesChanged: true,
	onKeep(world, code, { FinvoiceAccount, FinvoiceOVT }) {
		if (typeof FinvoiceAccount !== 'string') return;
		keepFinvoiceAccount(world, code, { FinvoiceAccount, FinvoiceOVT });
	},
	onDelete: endFinvoice,
};

function list({ storeOf }: Kind): Handler {
	return (world) => ok([...storeOf(world).values()]);
}

function create(kind: Kind): Handler {
	const { name, key, counted } = kind;
	const words = { one: name.toLowerCase(), counted, key };
	return (world, { body }) =>
		upload(body as JsonObject[], words, (record) => {
			const code = record[key];
			if (typeof code !== 'string' || code === '') return `${key} is missing.`;
			const reason = kind.rejectionOf?.(world, code, record);
			if (reason === undefined) keep(world, kind, code, record);
			return reason;
		});
}

/** Members that are not given stay as they are: our reading, to be compared with the vendor's. */
function update(kind: Kind): Handler {
	return (world, { path, body }) => {
		const code = codeIn(kind, path);
		if (!kind.storeOf(world).has(code)) return notFound(`${kind.name} ${code}`);
		const members = body as JsonObject;
		const named = members[kind.key];
		if ((named ?? code) !== code) {
			return refuse(400, `${kind.key} in the body is ${String(named)}, in the path ${code}.`);
		}
		keep(world, kind, code, members);
		return changed(kind, code, 'updated');
	};
}

function remove(kind: Kind): Handler {
	return (world, { path }) => {
		const code = codeIn(kind, path);
		if (!kind.storeOf(world).delete(code)) return notFound(`${kind.name} ${code}`);
		kind.onDelete?.(world, code);
		return changed(kind, code, 'deleted');
	};
}

function codeIn({ key }: Kind, path: JsonObject): string {
	return String(path[key.charAt(0).toLowerCase() + key.slice(1)]);
}

function keep(world: World, kind: Kind, code: string, members: JsonObject): void {
	merge(kind.storeOf(world), code, { ...members, [kind.key]: code });
	kind.onKeep?.(world, code, members);
}

function changed({ name, key, namesChanged }: Kind, code: string, verb: string) {
	const StatusDescription = `${name} ${code} was ${verb}.`;
	return ok({ StatusDescription, ...(namesChanged ? { [key]: code } : {}) });
}

export const recordHandlers: Handlers = {
	listProducts: list(PRODUCTS),
	createProducts: create(PRODUCTS),
	deleteProduct: remove(PRODUCTS),
	listCustomers: list(CUSTOMERS),
	createCustomers: create(CUSTOMERS),
	updateCustomer: update(CUSTOMERS),
	deleteCustomer: remove(CUSTOMERS),
};
