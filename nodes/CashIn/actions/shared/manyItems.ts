import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import type { EndpointId } from '../../api/endpoints.generated';
import { DEFAULT_PAGE_SIZE, pages } from '../../api/pages';
import type { Call } from '../../api/request';
import { InputProblem } from '../../api/problems';
import { callLimits } from './options';

/** Return All and Limit, as every list has them. */
export const returnAllAndLimit: INodeProperties[] = [
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
 * Reads a list for one item: all pages, or as many as the limit needs.
 * @throws InputProblem when 'Limit' is no positive whole number, and what `request` throws
 */
export async function readMany<E extends EndpointId>(
	context: IExecuteFunctions,
	item: number,
	endpoint: E,
	query: Call<E>['query'],
): Promise<INodeExecutionData[]> {
	const limit = readLimit(context, item);
	const limits = {
		...callLimits(context, item),
		pageSize: Math.min(limit, DEFAULT_PAGE_SIZE),
	};
	const found: INodeExecutionData[] = [];
	for await (const { rows } of pages(context, endpoint, { query } as Call<E>, limits)) {
		for (const json of rows) found.push({ json, pairedItem: { item } });
		if (found.length >= limit) break;
	}
	return limit < found.length ? found.slice(0, limit) : found;
}

function readLimit(context: IExecuteFunctions, item: number): number {
	if (context.getNodeParameter('returnAll', item, false) === true) return Infinity;
	const limit = Number(context.getNodeParameter('limit', item, 50));
	if (!Number.isInteger(limit) || limit < 1) {
		throw new InputProblem("'Limit' must be a whole number of at least 1");
	}
	return limit;
}
