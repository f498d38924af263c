import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { DEFAULT_PAGE_SIZE, mayReadAhead, pages } from '../../api/pages';
import type { EndpointId } from '../../api/endpoints.generated';
import { InputProblem } from '../../api/problems';
import {
	callLimits,
	optionsCollection,
	pagesInFlight,
	pagesInFlightOption,
	timeoutOption,
} from './options';
import { assertAsked, parameterFields, readParameters } from './parameters';
import { readSimplify, simplifyOption } from './simplify';
import { toInteger, toMember } from './values';

/** What every list asks for: how many, which, and how long to wait. */
export function listProperties(
	endpoint: EndpointId,
	asked?: readonly string[],
	left?: readonly string[],
): INodeProperties[] {
	return [
		...returnAllAndLimit,
		...simplifyOption(endpoint),
		...parameterFields(endpoint, asked, left),
		optionsCollection([...(mayReadAhead(endpoint) ? [pagesInFlightOption] : []), timeoutOption]),
	];
}

const returnAllAndLimit: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

/**
 * Reads a list for one item, by its filters: all pages, or as many as the limit needs.
 * @throws InputProblem when 'Limit' is no positive whole number or a filter cannot be read, and what `request` throws
 */
export async function readMany<E extends EndpointId>(
	context: IExecuteFunctions,
	item: number,
	endpoint: E,
	asked: readonly string[] = [],
): Promise<INodeExecutionData[]> {
	const limit = readLimit(context, item);
	const limits = {
		...callLimits(context, item),
		pageSize: Math.min(limit, DEFAULT_PAGE_SIZE),
		inFlight: pagesInFlight(context, item),
		enough: limit,
	};
	const call = readParameters(context, item, endpoint, asked);
	assertAsked(call.query ?? {}, asked);
	const simplify = readSimplify(context, item, endpoint);
	const found: INodeExecutionData[] = [];
	// One for all: n8n reads it and changes nothing in it.
	const pairedItem = { item };
	for await (const { rows } of pages(context, endpoint, call, limits)) {
		for (const row of rows) found.push({ json: simplify(row), pairedItem });
		if (found.length >= limit) break;
	}
	return limit < found.length ? found.slice(0, limit) : found;
}

function readLimit(context: IExecuteFunctions, item: number): number {
	const returnAll = context.getNodeParameter('returnAll', item, false) as unknown;
	if (toMember(returnAll, { type: 'boolean' }, "'Return All'") === true) return Infinity;
	const limit = toInteger(context.getNodeParameter('limit', item, 50) as unknown, "'Limit'");
	if (limit < 1) throw new InputProblem("'Limit' must be a whole number of at least 1");
	return limit;
}
