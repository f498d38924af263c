import { elementOf, endpointsRow, pathTo, rowSchema, simplifiedMembers } from './endpoints.cts';
import { rolesOf } from './fields.cts';
import {
	generatedNotice,
	jsonOf,
	operationsOf,
	successOf,
	wirePath,
	type Contract,
	type OperationRow,
} from './source.cts';

type Json = Record<string, unknown>;

/**
 * nodes/CashIn/__schema__: what one output item of an action looks like as long as no option is changed, as JSON
 * Schema in the layout n8n looks for, by the examples of the contract.
 */
export function previewFiles(contract: Contract) {
	return operationsOf(contract).flatMap((row) =>
		[row.operation['x-action'] ?? []].flat().map((action) => ({
			file: `nodes/CashIn/__schema__/v1.0.0/${action.replace('.', '/')}.json`,
			content: JSON.stringify({
				$comment: generatedNotice,
				...shapeOf(item(contract, row, action)),
				version: 1,
			}),
		})),
	);
}

function item(contract: Contract, row: OperationRow, action: string): unknown {
	const { id, operation } = row;
	const answer = successOf(contract, row)?.example as Json | Json[];
	if (action === 'invoice.preview') return previewed(example(contract, row));
	if (operation['x-done'] !== undefined) {
		const sent = sentItem(contract, row, answer as Json);
		if (action !== 'invoice.createFromOrder') return sent;
		const { status, ...rest } = sent;
		return { status, orderNumber: 'text', ...rest };
	}
	if (operation['x-secret-response'] === true) return hidden(contract, row, answer as Json);
	if (operation['x-deletes'] === true) {
		const keys = endpointsRow(contract, row).parameters.filter(
			(parameter) => parameter.in === 'path' || parameter.needed === true,
		);
		const names = Object.fromEntries(keys.map(({ field }) => [field, 'text']));
		return { deleted: true, ...names, ...answer };
	}
	const rows = rowsIn(contract, row, answer);
	if (rows !== undefined && rows[0] === undefined)
		throw new Error(`The example of ${id} has no rows`);
	return simplified(contract, row, rows?.[0] ?? recordIn(contract, row, answer as Json));
}

/** The record of an answer, out of what it is wrapped in. */
function recordIn(contract: Contract, row: OperationRow, answer: Json): Json {
	const at = pathTo(contract, successOf(contract, row)?.schema ?? {}, 'record') ?? [];
	return valueAt(answer, at) as Json;
}

const valueAt = (value: unknown, path: readonly string[]) =>
	path.reduce<unknown>((holder, key) => Object(holder)[key] as unknown, value);

function rowsIn(contract: Contract, row: OperationRow, answer: Json | Json[]): Json[] | undefined {
	if (Array.isArray(answer)) return answer;
	const schema = successOf(contract, row)?.schema ?? {};
	const rows = pathTo(contract, schema, 'rows');
	return rows === undefined ? undefined : (valueAt(answer, rows) as Json[]);
}

/** What is sent; of a list its first element. */
function example(contract: Contract, { operation }: OperationRow): Json {
	const body = jsonOf(contract, operation.requestBody);
	if (body === undefined || Array.isArray(body.example)) return Object(body?.example)[0] as Json;
	const [items] = rolesOf(contract, body.schema).items ?? [];
	const whole = body.example as Json;
	return items === undefined ? whole : ((whole[items] as Json[])[0] ?? {});
}

/** What became of one of many: what of it the output shows, and what the answer says beside its counters. */
function sentItem(contract: Contract, row: OperationRow, whole: Json): Json {
	const { operation } = row;
	const element = example(contract, row);
	const schema = jsonOf(contract, operation.requestBody)?.schema ?? {};
	const shown = (operation['x-shown'] ?? [])
		.map((field) => wirePath(contract, elementOf(contract, schema), field, row.id)[0] ?? '')
		.filter((name) => element[name] !== undefined);
	const answer = recordIn(contract, row, whole);
	const roles = rolesOf(contract, rowSchema(contract, row));
	const counted = [roles.taken, roles.failed, roles.failures, roles.message].flatMap(
		(names) => names ?? [],
	);
	const words = roles.message?.[0];
	return {
		status: operation['x-done'],
		...Object.fromEntries(shown.map((name) => [name, element[name]])),
		...(words === undefined ? {} : { [words]: answer[words] }),
		...Object.fromEntries(Object.entries(answer).filter(([name]) => !counted.includes(name))),
	};
}

/** An invoice that is shown instead of sent. */
function previewed(invoice: Json): Json {
	const rate = { vatPercent: 25.5, net: 100, vat: 25.5, gross: 125.5 };
	return {
		wouldBeSent: true,
		warnings: [{ severity: 'warn', message: 'text', member: 'text', row: 0 }],
		invoice,
		totals: { net: 100, vat: 25.5, rounding: 0, total: 125.5, rates: [rate] },
	};
}

/** An answer that holds a key: the texts that are no secret stay. */
function hidden(_contract: Contract, _row: OperationRow, answer: Json): Json {
	return Object.fromEntries(
		Object.entries(answer).map(([name, value]) => [
			name,
			typeof value === 'boolean' || value === null ? value : 'text',
		]),
	);
}

/** 'Simplify' is on until it is switched off. */
function simplified(contract: Contract, row: OperationRow, full: Json): Json {
	if (row.operation['x-simplify'] === undefined) return full;
	const simple: Json = {};
	for (const [name, path] of simplifiedMembers(contract, row)) {
		const value = valueAt(full, path);
		if (value !== undefined) simple[name] = value;
	}
	return simple;
}

function shapeOf(value: unknown): Json {
	if (value === null) return { type: 'null' };
	if (Array.isArray(value)) return { type: 'array', items: shapeOf(value[0] ?? null) };
	if (typeof value !== 'object') return { type: typeof value };
	const properties = Object.entries(Object(value) as Json).map(([name, member]) => [
		name,
		shapeOf(member),
	]);
	return { type: 'object', properties: Object.fromEntries(properties) as Json };
}
