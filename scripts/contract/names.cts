import { elementOf, endpointsRow, rowSchema } from './endpoints.cts';
import {
	isList,
	jsonOf,
	operationsOf,
	propertiesOf,
	resolve,
	type Contract,
	type OperationRow,
	type Schema,
} from './source.cts';

/** @throws where the contract has no such operation */
export function operationOf(contract: Contract, id: string): OperationRow {
	const row = operationsOf(contract).find((candidate) => candidate.id === id);
	if (row === undefined) throw new Error(`The contract has no operation ${id}.`);
	return row;
}

/** The schema of a row of an operation's answer, or of the record that is answered. */
export const answeredBy = (contract: Contract, id: string): Schema =>
	rowSchema(contract, operationOf(contract, id));

/** The schema of one thing that is sent: of a list one element, bare or wrapped. @throws where nothing is sent */
export function sentTo(contract: Contract, id: string): Schema {
	const body = jsonOf(contract, operationOf(contract, id).operation.requestBody)?.schema;
	if (body === undefined) throw new Error(`Nothing is sent to ${id}.`);
	return elementOf(contract, body);
}

/**
 * The API's names on the way to a field, as of now: `amounts.paymentAmount` -> `['Amounts', 'PaymentAmount']`. A list
 * on the way stands for each of its elements.
 * @returns undefined where there is no such field
 */
export function namesTo(contract: Contract, schema: Schema, field: string): string[] | undefined {
	const [first, ...rest] = field.split('.');
	const found = Object.entries(propertiesOf(contract, schema)).find(
		([, member]) => member['x-field'] === first,
	);
	if (found === undefined) return undefined;
	const [name, member] = found;
	if (rest.length === 0) return [name];
	const whole = resolve(contract, member);
	const inner = namesTo(contract, isList(whole) ? (whole.items ?? {}) : whole, rest.join('.'));
	return inner && [name, ...inner];
}

/** The name of a field in what Simplify gives. @returns undefined where it does not give it */
export function simplifiedName(contract: Contract, id: string, field: string): string | undefined {
	const row = operationOf(contract, id);
	const fields = (row.operation['x-simplify'] ?? []).map((entry) =>
		typeof entry === 'string' ? entry : Object.values(entry)[0],
	);
	const at = fields.indexOf(field);
	return at < 0 ? undefined : endpointsRow(contract, row).simplify?.[at]?.[0]?.toString();
}
