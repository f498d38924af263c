import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { endpoints, type EndpointId } from '../../api/generated/endpoints';
import { DEFAULT_PAGE_SIZE, mayPrefetch, pages } from '../../api/pages';
import { asError, CashInError, InputError } from '../../api/errors';
import type { ExecuteRun } from '../../api/run';
import type { ItemOperation } from './operation';
import {
	callLimits,
	optionsCollection,
	pagesInFlight,
	pagesInFlightOption,
	timeoutOption,
} from './options';
import {
	isOfWindow,
	labelsOf,
	parameterFields,
	readParameters,
	windowNote,
	type ParameterValues,
} from './parameters';
import type { OperationRow, OperationTexts } from './resource';
import { outputFields, readOutput } from './simplify';
import { toInteger, toMember } from './values';

/** An operation that reads a list: one item for each row. */
export function list(endpoint: EndpointId, texts: OperationTexts): OperationRow {
	const each: ItemOperation = {
		endpoint,
		description: [
			...returnAllAndLimit,
			...outputFields(endpoint),
			...parameterFields(endpoint),
			optionsCollection([...(mayPrefetch(endpoint) ? [pagesInFlightOption] : []), timeoutOption]),
		],
		execute: async (run, item) => await readList(run, item, endpoint),
	};
	return { ...texts, run: { each } };
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
 * A list that changes while it is read has holes, or a row twice: a row that leaves pushes another over to a page that
 * was read already, and one that arrives pushes one to a page that is still to come. It is read again, three times
 * at most; one that still grows is given out then, since that hides nothing.
 * @throws InputError when 'Limit' is no positive whole number or a filter cannot be read, and what `pages` throws
 */
async function readList(
	run: ExecuteRun,
	item: number,
	endpoint: EndpointId,
): Promise<INodeExecutionData[]> {
	const limit = readLimit(run, item);
	const limits = {
		...callLimits(run, item),
		pageSize: Math.min(limit, DEFAULT_PAGE_SIZE),
		inFlight: pagesInFlight(run, item),
		enough: limit,
		whenShort: WHEN_SHORT,
	};
	const parameters = readParameters(run, item, endpoint);
	const simplify = readOutput(run, item, endpoint);
	// One for all: n8n reads it and changes nothing in it.
	const pairedItem = { item };
	for (let reading = 1; ; reading += 1) {
		const isFinal = reading === MOST_READINGS || endpoints[endpoint].retry !== 'read';
		const found: INodeExecutionData[] = [];
		const totals = new Set<number>();
		try {
			for await (const { rows, number, totalCount } of pages(
				run,
				endpoint,
				{ parameters },
				limits,
			)) {
				const items = rows.map((row) => ({ json: simplify(row), pairedItem }));
				if (number === 0) found.unshift(...items);
				else for (const one of items) found.push(one);
				if (totalCount !== undefined) totals.add(totalCount);
				if (found.length >= limit) return found.slice(0, limit);
			}
			if (totals.size < 2 || isFinal) {
				hintDefaultWindow(run, endpoint, parameters);
				return found;
			}
		} catch (error) {
			const changed = error instanceof CashInError && error.fault.changed === true;
			if (!changed || isFinal) throw asError(error);
		}
	}
}

const MOST_READINGS = 3;

const WHEN_SHORT =
	"Nothing is given out, so that no row is missing unseen. Ask for less at a time with the filters, such as a shorter time, or set 'Limit' to no more than what came. If it stays, tell Cash-In.";

function readLimit(run: ExecuteRun, item: number): number {
	const returnAll = run.context.getNodeParameter('returnAll', item, false) as unknown;
	if (toMember(returnAll, { type: 'boolean' }, "'Return All'") === true) return Infinity;
	const limit = toInteger(run.context.getNodeParameter('limit', item, 50) as unknown, "'Limit'");
	if (limit < 1) throw new InputError("'Limit' must be a whole number of at least 1");
	return limit;
}

/** Says beside the output, once in a run, that a list was asked without dates and may go on further back. */
function hintDefaultWindow(run: ExecuteRun, endpoint: EndpointId, values: ParameterValues): void {
	const note = windowNote(endpoint);
	if (note === '' || Object.keys(values).some((field) => isOfWindow(endpoint, field))) return;
	const filters = labelsOf(endpoint, endpoints[endpoint].window?.from ?? []);
	run.hint(`${note} For others, add the filter ${filters}.`, 'info');
}
