import type { IDataObject } from 'n8n-workflow';

import type { EndpointId } from '../../api/endpoints.generated';
import { readPage } from '../../api/pageShape';
import { InputProblem } from '../../api/problems';
import { request } from '../../api/request';
import { updateDisplayOptions } from './displayOptions';
import { displayName } from '../../text/displayName';
import { listProperties, readMany } from './manyItems';
import type { ItemOperation } from './operation';
import { callLimits, optionsCollection, timeoutOption } from './options';
import { assertAsked, parameterFields, readParameters } from './parameters';
import { readSimplify, simplifyOption } from './simplify';

/** Where an operation stands in the node, and which endpoint of the contract it reads. */
export interface ReadRow {
	resource: string;
	operation: string;
	endpoint: EndpointId;
	/** Query parameters with a field of their own that must be filled in. */
	asked?: readonly string[];
	/** Query parameters that are not offered. */
	left?: readonly string[];
	/** Filters of which one must be filled in. */
	eitherOf?: readonly string[];
}

/** An operation that reads a list: one item for each row. */
export function listOperation({
	resource,
	operation,
	endpoint,
	asked,
	left,
}: ReadRow): ItemOperation {
	return {
		endpoint,
		description: updateDisplayOptions(
			{ show: { resource: [resource], operation: [operation] } },
			listProperties(endpoint, asked, left),
		),
		execute: async (run, item) => await readMany(run, item, endpoint, asked),
	};
}

/**
 * An operation that reads one thing by its number. An answer that is a list gives an item for each of its rows.
 * @param list the member that holds the rows, where the answer is an object around a list
 */
export function recordOperation(
	{ resource, operation, endpoint, asked, left, eitherOf = [] }: ReadRow,
	list?: string,
): ItemOperation {
	const properties = [
		...parameterFields(endpoint, asked, left),
		...simplifyOption(endpoint),
		optionsCollection([timeoutOption]),
	];
	return {
		endpoint,
		description: updateDisplayOptions(
			{ show: { resource: [resource], operation: [operation] } },
			properties,
		),
		execute: async (run, item) => {
			const call = readParameters(run, item, endpoint, asked);
			assertAsked(call.query ?? {}, asked ?? []);
			assertEither(call.query ?? {}, eitherOf);
			const simplify = readSimplify(run, item, endpoint);
			const answer: unknown = await request(run, endpoint, call, callLimits(run, item));
			return rowsOf(answer, list).map((row) => ({ json: simplify(row), pairedItem: { item } }));
		},
	};
}

function assertEither(query: object, names: readonly string[]): void {
	if (names.length === 0 || names.some((name) => name in query)) return;
	throw new InputProblem(
		`Nothing is asked for. Add one of the filters ${names.map((name) => `'${displayName(name)}'`).join(' or ')}.`,
	);
}

function rowsOf(answer: unknown, list: string | undefined): IDataObject[] {
	if (Array.isArray(answer) || typeof answer !== 'object' || answer === null) {
		return readPage(answer).rows;
	}
	const members: IDataObject = { ...answer };
	const rows = list === undefined ? undefined : members[list];
	return Array.isArray(rows) ? readPage(rows).rows : [members];
}
