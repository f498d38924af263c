import type { Action } from '../contract/adopt/overlay.cts';
import { isObject, quote, step } from '../contract/adopt/json.cts';
import { pathTo, rowSchema } from '../contract/endpoints.cts';
import {
	propertiesOf,
	resolve,
	successOf,
	type Contract,
	type OperationRow,
	type Parameter,
} from '../contract/source.cts';
import type { Shape } from './observe.cts';

/** A part of the contract that was seen as it is written there, and is not documented. */
export interface Suggestion {
	/** Where, as an overlay says it. */
	target: string;
	/** For people: `path`, `parameter pageSize`, `SalesInvoice member Status`. */
	part: string;
}

interface Seen {
	status: number;
	isAlternative: boolean;
	shape?: Shape;
	json?: unknown;
	/** Ids that were asked for, and what else was sent, by name of the parameter. */
	given: ReadonlyMap<string, string>;
	fixed: ReadonlyMap<string, string>;
}

/** So many members of the contract make an answer that of the operation; one may be a coincidence. */
const ENOUGH_MEMBERS = 2;

/** What an answer confirms. Nothing that is documented, and nothing that was observed before. */
export function suggestionsOf(contract: Contract, row: OperationRow, seen: Seen): Suggestion[] {
	const { shape, status, isAlternative } = seen;
	const known = (shape?.members ?? []).filter((member) => member.contract === 'same');
	const expected = Object.keys(propertiesOf(contract, rowSchema(contract, row))).length;
	const isSamePlace = shape !== undefined && shape.expected === undefined;
	const isItsAnswer =
		known.length >= Math.min(ENOUGH_MEMBERS, Math.max(1, expected)) ||
		(isSamePlace && shape.kind === 'list' && shape.rows === 'none') ||
		(status === 204 && row.operation.responses['204'] !== undefined);
	if (!isItsAnswer) return [];
	const target = `$.paths.*[?@.operationId==${quote(row.id)}]`;
	const suggestions: Suggestion[] = [];
	const suggest = (evidence: string | undefined, at: string, part: string) => {
		if (evidence === 'inferred' || evidence === 'partial') suggestions.push({ target: at, part });
	};
	if (!isAlternative) suggest(row.evidence, target, 'method and path');
	const answer = row.operation.responses[String(status)];
	if (isSamePlace && answer !== undefined && answer.$ref === undefined) {
		suggest(answer['x-evidence'], step(`${target}.responses`, String(status)), `answer ${status}`);
	}
	for (const parameter of confirmed(contract, row, seen)) {
		const at = `${target}.parameters[?@.name==${quote(parameter.name)} && @.in==${quote(parameter.in)}]`;
		suggest(parameter['x-evidence'], at, `parameter ${parameter.name}`);
	}
	for (const member of [...(shape?.members ?? []), ...(shape?.envelope ?? [])]) {
		// Null says nothing of a type.
		if (member.contract !== 'same' || member.types.length === 0) continue;
		if (member.target !== undefined) {
			suggest(member.evidence, member.target, `member ${member.name}`);
		}
	}
	return suggestions;
}

/** Parameters that have been seen to do what they are for. */
function confirmed(contract: Contract, row: OperationRow, seen: Seen): Parameter[] {
	const own = (row.operation.parameters ?? []).filter(({ $ref }) => $ref === undefined);
	return own.filter((parameter) => {
		if (parameter.in === 'path') return !seen.isAlternative && seen.given.has(parameter.name);
		if (parameter['x-role'] === 'pageSize') return pageSizeCounts(contract, row, seen);
		const asked = seen.given.get(parameter.name);
		return (
			asked !== undefined && !seen.isAlternative && echoes(contract, row, parameter, asked, seen)
		);
	});
}

/** One row came, and the answer says that pages have one row, or that there are more. */
function pageSizeCounts(contract: Contract, row: OperationRow, { shape, json }: Seen): boolean {
	if (shape?.kind !== 'list' || shape.rows !== 'one') return false;
	const schema = resolve(contract, successOf(contract, row)?.schema ?? {});
	const told = (role: string) => {
		const path = pathTo(contract, schema, role);
		const value = path?.reduce<unknown>(
			(node, name) => (isObject(node) ? node[name] : undefined),
			json,
		);
		return typeof value === 'number' ? value : undefined;
	};
	return told('pageSize') === 1 || (told('rowCount') ?? 0) > 1;
}

/** Whether all that came is about the thing that was asked for, by the member of the same field. */
function echoes(
	contract: Contract,
	row: OperationRow,
	parameter: Parameter,
	asked: string,
	{ json, shape }: Seen,
): boolean {
	const name = Object.entries(propertiesOf(contract, rowSchema(contract, row))).find(
		([, member]) => member['x-field'] === parameter['x-field'],
	)?.[0];
	if (name === undefined || shape === undefined || shape.expected !== undefined) return false;
	const rows = rowsIn(contract, row, json);
	return rows.length > 0 && rows.every((one) => isObject(one) && String(one[name]) === asked);
}

function rowsIn(contract: Contract, row: OperationRow, json: unknown): unknown[] {
	if (Array.isArray(json)) return json;
	const schema = resolve(contract, successOf(contract, row)?.schema ?? {});
	const path = pathTo(contract, schema, 'rows') ?? pathTo(contract, schema, 'record') ?? [];
	const found = path.reduce<unknown>(
		(node, name) => (isObject(node) ? node[name] : undefined),
		json,
	);
	return Array.isArray(found) ? found : [found];
}

/** The overlay's actions for what was seen, one for each place. */
export function actionsOf(suggestions: readonly Suggestion[]): Action[] {
	const targets = [...new Set(suggestions.map(({ target }) => target))];
	return targets.map((target) => ({ target, update: { 'x-evidence': 'observed' } }));
}
