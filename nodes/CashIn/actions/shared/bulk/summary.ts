import type { IDataObject, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import type { ExecuteRun } from '../../../api/run';
import type { BatchOperation } from '../operation';
import { readOptions } from '../options';

/** For the Options of an operation that sends many at once. */
export const summaryOption: INodeProperties = {
	displayName: 'Summary',
	name: 'summary',
	type: 'boolean',
	default: false,
	description:
		'Whether the last item also tells what became of the run: how many items were sent, failed, were already there and so on, in how many requests and seconds. Taken from the first item.',
};

/**
 * Whether it is asked for, to be read before anything is sent. An Option of the first item that cannot be read fails
 * that item, and asks for nothing.
 */
export function wantsSummary(run: ExecuteRun): boolean {
	try {
		const { summary } = readOptions(run, 0);
		return summary === true || summary === 'true';
	} catch {
		return false;
	}
}

/**
 * Adds the summary to the last item: as `summary`, or as `message.summary` of an error item,
 * which n8n recognises by having no other members. No item is added, so that each stays with its own.
 * @param started when the run began, in milliseconds since 1970
 * @param unsent what the operation counts beside
 */
export function addSummary(
	run: ExecuteRun,
	items: INodeExecutionData[],
	started: number,
	unsent: BatchOperation['unsent'] = {},
): void {
	const last = items[items.length - 1];
	if (last === undefined) return;
	const kinds = ['sent', 'failed', 'alreadyThere', 'recovered', ...Object.keys(unsent)];
	const counted = items.map(({ json }) => countOf(json, unsent));
	const counts = Object.fromEntries(
		kinds.map((kind) => [kind, counted.filter((one) => one === kind).length]),
	);
	const summary = {
		...counts,
		requests: run.limiter.requests,
		seconds: Math.round((Date.now() - started) / 100) / 10,
	};
	last.json = isError(last.json)
		? { ...last.json, message: { ...(last.json.message as IDataObject), summary } }
		: { ...last.json, summary };
}

/** `alreadyInvoiced` is what orders call it. */
const ALREADY_THERE = new Set<unknown>(['alreadyExists', 'alreadyInvoiced']);

function countOf(json: IDataObject, unsent: NonNullable<BatchOperation['unsent']>): string {
	if (isError(json)) return 'failed';
	const own = Object.entries(unsent).find(([, holds]) => holds(json));
	if (own !== undefined) return own[0];
	if (ALREADY_THERE.has(json.status)) return 'alreadyThere';
	return json.status === 'recovered' ? 'recovered' : 'sent';
}

function isError(json: IDataObject): boolean {
	return json.error !== undefined && json.message !== undefined;
}
