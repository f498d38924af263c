import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { EndpointId } from '../../../api/endpoints.generated';
import type { BulkEntry } from './kind';

/**
 * What became of an item in an earlier try of the same execution. n8n's Retry On Fail runs the node again with the
 * very same item objects; what Cash-In took a second ago may not be in its list yet, but it is noted here. The notes
 * go with the items.
 */
const sent = new WeakMap<INodeExecutionData, Set<string>>();

/** What earlier tries of this node have sent, and what this one does. */
export interface SentBefore {
	/** Notes that Cash-In took it. */
	remember(entry: BulkEntry): void;
	/** Whether an earlier try of this node has sent it, and Cash-In took it. */
	has(entry: BulkEntry): boolean;
}

/** The notes of one node and endpoint in this execution. */
export function sentBefore(context: IExecuteFunctions, endpoint: EndpointId): SentBefore {
	// Asked for once: n8n copies the whole node for the one who asks.
	const { id } = context.getNode();
	const items = context.getInputData();
	const prefix = JSON.stringify([id, endpoint]);
	const note = ({ key }: BulkEntry) => prefix + key;
	return {
		remember: (entry) => {
			const item = items[entry.item];
			if (item === undefined) return;
			const notes = sent.get(item) ?? new Set<string>();
			sent.set(item, notes.add(note(entry)));
		},
		has: (entry) => {
			const item = items[entry.item];
			return item !== undefined && sent.get(item)?.has(note(entry)) === true;
		},
	};
}
