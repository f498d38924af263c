import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { paceOf } from '../../../api/pace';
import { readOptions } from '../options';
import { toMember } from '../values';

/** For the Options of an operation that sends many at once. */
export const summaryOption: INodeProperties = {
	displayName: 'Summary',
	name: 'summary',
	type: 'boolean',
	default: false,
	description:
		'Whether the last item also tells what became of the run: how many were sent, failed, already there and recovered, in how many requests and seconds. Taken from the first item.',
};

/**
 * Adds the summary to the last item, where it is asked for: as `summary`, or as `details.summary` of an error item,
 * which n8n recognises by having no other members. No item is added, so that each stays with its own.
 * @param started when the run began, in milliseconds since 1970
 */
export function addSummary(
	context: IExecuteFunctions,
	items: INodeExecutionData[],
	started: number,
): void {
	const last = items[items.length - 1];
	if (last === undefined) return;
	if (toMember(readOptions(context, 0).summary ?? false, { type: 'boolean' }, "'Summary'") !== true)
		return;
	const counts = { sent: 0, failed: 0, alreadyThere: 0, recovered: 0 };
	for (const { json } of items) counts[countOf(json)] += 1;
	const summary = {
		...counts,
		requests: paceOf(context).requests,
		seconds: Math.round((Date.now() - started) / 100) / 10,
	};
	last.json = isError(last.json)
		? { ...last.json, details: { ...(last.json.details as IDataObject), summary } }
		: { ...last.json, summary };
}

function countOf(json: IDataObject): 'sent' | 'failed' | 'alreadyThere' | 'recovered' {
	if (isError(json)) return 'failed';
	if (json.status === 'alreadyExists') return 'alreadyThere';
	return json.status === 'recovered' ? 'recovered' : 'sent';
}

function isError(json: IDataObject): boolean {
	return json.error !== undefined && json.details !== undefined;
}
