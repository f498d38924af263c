import type { INodeExecutionData } from 'n8n-workflow';

import type { EndpointId } from '../api/generated/endpoints';
import type { ExecuteRun } from '../api/run';
import type { Result, UploadEntry } from './uploadSpec';

/** What an earlier try came to: Cash-In took it, or nobody can say. */
type Earlier = 'sent' | 'unknown';

/**
 * What became of items in earlier tries of the same execution. n8n's Retry On Fail runs the node again with the very
 * same item objects; what Cash-In took a second ago may not be in its list yet, but it is noted here. The notes go
 * with the items.
 */
const notes = new WeakMap<INodeExecutionData, Map<string, Earlier>>();

export interface RetryLedger {
	/** Notes what a request came to, where it may have been taken. */
	note(entry: UploadEntry, result: Result): void;
	/** Tells what an earlier try of this node came to; nothing when it surely sent nothing. */
	earlier(entry: UploadEntry): Earlier | undefined;
}

/** The notes of one node and endpoint in this execution. */
export function openRetryLedger(run: ExecuteRun, endpoint: EndpointId): RetryLedger {
	const items = run.context.getInputData();
	const prefix = JSON.stringify([run.node.id, endpoint]);
	return {
		note: ({ item, key }, result) => {
			const own = items[item];
			const earlier = 'json' in result ? 'sent' : result.status;
			if (own === undefined || (earlier !== 'sent' && earlier !== 'unknown')) return;
			const ofItem = notes.get(own) ?? new Map<string, Earlier>();
			notes.set(own, ofItem.set(prefix + key, earlier));
		},
		earlier: ({ item, key }) => {
			const own = items[item];
			return own === undefined ? undefined : notes.get(own)?.get(prefix + key);
		},
	};
}
