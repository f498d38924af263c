import { askedBy, elementOf, pathTo, rowSchema } from './endpoints.cts';
import { rolesOf } from './fields.cts';
import {
	isList,
	jsonOf,
	operationsOf,
	propertiesOf,
	resolve,
	successOf,
	type Contract,
	type OperationRow,
} from './source.cts';

/** The list behind each picker; a row of it must say what it is known by. */
export const PICKERS: Readonly<Record<string, string>> = {
	case: 'getCollectionReceivablesStatus',
	customer: 'listCustomers',
	directSettlement: 'listDirectSettlements',
	invoice: 'listSalesInvoices',
	product: 'listProducts',
	settlement: 'listSettlements',
};

/** What an operation needs and the contract does not give it, a sentence each; none for a contract that works. */
export function missingIn(contract: Contract): string[] {
	const rows = operationsOf(contract);
	return [
		...rows.flatMap((row) => missingFrom(contract, row)),
		...pickersWithoutId(contract, rows),
	];
}

function missingFrom(contract: Contract, row: OperationRow): string[] {
	return [
		...namedTwice(row),
		...placeholders(row),
		...keyOfDelete(contract, row),
		...uploadNeeds(contract, row),
		...pagesNeed(contract, row),
		...choicesNeed(row),
	];
}

function namedTwice({ id, parameters }: OperationRow): string[] {
	const seen = new Map<string, string>();
	return parameters.flatMap(({ name }) => {
		const before = seen.get(name.toLowerCase());
		seen.set(name.toLowerCase(), name);
		return before === undefined
			? []
			: [`${id} has the parameter ${name} twice${before === name ? '' : `, once as ${before}`}.`];
	});
}

function placeholders({ id, path, parameters }: OperationRow): string[] {
	const wanted = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
	const given = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
	return [
		...wanted
			.filter((name) => !given.includes(name ?? ''))
			.map((name) => `${id} has {${name}} in its path ${path}, and no parameter for it.`),
		...given
			.filter((name) => !wanted.includes(name))
			.map((name) => `${id} has the path parameter ${name}, which is not in its path ${path}.`),
	];
}

function keyOfDelete(
	contract: Contract,
	{ id, method, parameters, operation }: OperationRow,
): string[] {
	if (method !== 'DELETE') return [];
	const body = jsonOf(contract, operation.requestBody)?.schema;
	const inBody = body === undefined ? [] : Object.values(propertiesOf(contract, body));
	const keys = [
		...parameters.filter((parameter) => parameter.in === 'path' || parameter['x-needed'] === true),
		...inBody.filter((member) => member['x-needed'] === true),
	];
	return keys.length > 0
		? []
		: [`${id} deletes, and nothing in it says which one: it would delete all.`];
}

function uploadNeeds(contract: Contract, row: OperationRow): string[] {
	if (row.operation['x-done'] === undefined) return [];
	const problems: string[] = [];
	const roles = rolesOf(contract, rowSchema(contract, row));
	if (roles.taken === undefined && roles.failed === undefined) {
		problems.push(
			`${row.id}: nothing in its answer counts what was taken or what failed (x-role taken, failed); what was refused would be reported as done.`,
		);
	}
	const body = jsonOf(contract, row.operation.requestBody)?.schema;
	const element = body === undefined ? {} : elementOf(contract, body);
	const inner = Object.values(propertiesOf(contract, element)).filter(
		(member) => member.$ref !== undefined,
	);
	const known = [element, ...inner].some((schema) => rolesOf(contract, schema).id !== undefined);
	if (!known)
		problems.push(
			`${row.id}: nothing in what it sends has the x-role id, by which one is told from another.`,
		);
	return problems;
}

function pagesNeed(contract: Contract, row: OperationRow): string[] {
	const asked = askedBy(contract, row);
	const roles = asked.map((parameter) => parameter['x-role']);
	const [page, size] = [roles.includes('page'), roles.includes('pageSize')];
	if (!page && !size) return [];
	const problems: string[] = [];
	if (page !== size) {
		problems.push(
			`${row.id} comes in pages and has no parameter with the x-role ${page ? 'pageSize' : 'page'}.`,
		);
	}
	const answer = successOf(contract, row)?.schema;
	const whole = answer === undefined ? {} : resolve(contract, answer);
	const rows = isList(whole) ? [] : pathTo(contract, whole, 'rows');
	if (rows === undefined) {
		problems.push(`${row.id} comes in pages, and nothing in its answer has the x-role rows.`);
		return problems;
	}
	const first = asked.find((parameter) => parameter['x-role'] === 'page')?.['x-first-page'];
	const told = !isList(whole) && pathTo(contract, whole, 'rowCount') !== undefined;
	if (first === 0 && !told) {
		problems.push(
			`${row.id} counts its pages from 0, and its answer does not say how many rows there are (x-role rowCount): the first page would be left out.`,
		);
	}
	return problems;
}

function choicesNeed({ id, parameters }: OperationRow): string[] {
	return parameters.flatMap(({ name, 'x-picker': picker }) =>
		picker === undefined || PICKERS[picker] !== undefined
			? []
			: [`${id}: its parameter ${name} is chosen from ${picker}, which is no list.`],
	);
}

function pickersWithoutId(contract: Contract, rows: OperationRow[]): string[] {
	const used = new Set(
		rows.flatMap(({ parameters }) => parameters.map((parameter) => parameter['x-picker'])),
	);
	return Object.entries(PICKERS).flatMap(([picker, list]) => {
		const row = rows.find(({ id }) => id === list);
		if (!used.has(picker) || row === undefined) return [];
		const known = rolesOf(contract, rowSchema(contract, row)).id !== undefined;
		return known
			? []
			: [`${list}: nothing in a row of it has the x-role id, by which a ${picker} is chosen.`];
	});
}
