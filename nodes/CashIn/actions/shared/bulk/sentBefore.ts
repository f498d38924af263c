import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { EndpointId } from '../../../api/endpoints.generated';
import type { BulkEntry } from './kind';

/**
 * What became of an item in an earlier try of the same execution. n8n's Retry On Fail runs the node again with the
 * very same item objects; what Cash-In took a second ago may not be in its list yet, but it is noted here. The notes
 * go with the items.
 */
const sent = new WeakMap<INodeExecutionData, Set<string>>();

/** Notes that Cash-In took it. */
export function rememberSent(
	context: IExecuteFunctions,
	endpoint: EndpointId,
	entry: BulkEntry,
): void {
	const item = context.getInputData()[entry.item];
	if (item === undefined) return;
	const notes = sent.get(item) ?? new Set<string>();
	sent.set(item, notes.add(note(context, endpoint, entry)));
}

/** Whether an earlier try of this node has sent it, and Cash-In took it. */
export function wasSent(
	context: IExecuteFunctions,
	endpoint: EndpointId,
	entry: BulkEntry,
): boolean {
	const item = context.getInputData()[entry.item];
	if (item === undefined) return false;
	return sent.get(item)?.has(note(context, endpoint, entry)) === true;
}

function note(context: IExecuteFunctions, endpoint: EndpointId, { key }: BulkEntry): string {
	return JSON.stringify([context.getNode().id, endpoint, key]);
}
