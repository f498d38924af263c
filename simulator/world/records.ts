import { endFinvoice, keepFinvoiceAccount } from './eInvoicing';
import type { Handler, Handlers, JsonObject, Names } from './handler';
import { done, isMissing, list, notFound, refuse, upload } from './handler';
import { customersOf, merge, productsOf } from './recordStore';
import type { World } from './world';

/** A kind of record that is kept under a code of its own. */
interface Kind {
	/** As messages call it. */
	name: string;
	/** The field that holds the code. */
	key: string;
	storeOf: typeof customersOf;
	/** The reason why a record whose code is in order cannot be created, or undefined. */
	rejectionOf?(world: World, code: string, record: JsonObject, names: Names): string | undefined;
	/** True: the answer to a change names the record by its key. */
	namesChanged: boolean;
	/** Called after members are kept. */
	onKeep?(world: World, code: string, members: JsonObject): void;
	onDelete?(world: World, code: string): void;
}

/** A product that is there is updated by creating it: the API has no other operation for that. */
const PRODUCTS: Kind = {
	name: 'Product',
	key: 'prodCode',
	storeOf: productsOf,
	namesChanged: false,
};

const CUSTOMERS: Kind = {
	name: 'Customer',
	key: 'customerCode',
	storeOf: customersOf,
	rejectionOf(world, code, { name }, names) {
		if (customersOf(world).has(code)) {
			const isRejected = world.settings.duplicates === 'reject';
			return isRejected ? `Customer ${code} already exists.` : undefined;
		}
		return typeof name === 'string' && name !== ''
			? undefined
			: `Customer ${code}: ${names.member('name')} is missing.`;
	},
	namesChanged: true,
	onKeep(world, code, { finvoiceAccount, finvoiceOVT }) {
		if (typeof finvoiceAccount !== 'string') return;
		keepFinvoiceAccount(world, code, { finvoiceAccount, finvoiceOVT });
	},
	onDelete: endFinvoice,
};

function listAll({ storeOf }: Kind): Handler {
	return (world) => list([...storeOf(world).values()]);
}

function create(kind: Kind): Handler {
	const { name, key } = kind;
	return (world, { items, names }) =>
		upload(items, { one: name.toLowerCase(), key }, (record) => {
			if (isMissing(record[key])) return `${names.member(key)} is missing.`;
			const code = String(record[key]);
			const reason = kind.rejectionOf?.(world, code, record, names);
			if (reason === undefined) keep(world, kind, code, record);
			return reason;
		});
}

/** Members that are not given stay as they are: our reading, to be compared with the vendor's. */
function update(kind: Kind): Handler {
	return (world, { parameters, body, names }) => {
		const code = String(parameters[kind.key]);
		if (!kind.storeOf(world).has(code)) return notFound(`${kind.name} ${code}`);
		const named = String(body[kind.key] ?? code);
		if (named !== code) {
			const key = names.member(kind.key);
			return refuse(400, `${key} in the body is ${named}, in the path ${code}.`);
		}
		keep(world, kind, code, body);
		return changed(kind, code, 'updated');
	};
}

function remove(kind: Kind): Handler {
	return (world, { parameters }) => {
		const code = String(parameters[kind.key]);
		if (!kind.storeOf(world).delete(code)) return notFound(`${kind.name} ${code}`);
		kind.onDelete?.(world, code);
		return changed(kind, code, 'deleted');
	};
}

function keep(world: World, kind: Kind, code: string, members: JsonObject): void {
	merge(kind.storeOf(world), code, { ...members, [kind.key]: code });
	kind.onKeep?.(world, code, members);
}

function changed({ name, key, namesChanged }: Kind, code: string, verb: string) {
	const fields = namesChanged ? { [key]: code } : {};
	return done(`${name} ${code} was ${verb}.`, { fields });
}

export const recordHandlers: Handlers = {
	listProducts: listAll(PRODUCTS),
	createProducts: create(PRODUCTS),
	deleteProduct: remove(PRODUCTS),
	listCustomers: listAll(CUSTOMERS),
	createCustomers: create(CUSTOMERS),
	updateCustomer: update(CUSTOMERS),
	deleteCustomer: remove(CUSTOMERS),
};
