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

/** The notes of one node and endpoint in this execution. */
export class RetryLedger {
	private readonly items: INodeExecutionData[];

	private readonly prefix: string;

	constructor({ context, node }: ExecuteRun, endpoint: EndpointId) {
		this.items = context.getInputData();
		this.prefix = JSON.stringify([node.id, endpoint]);
	}

	/** Notes what a request came to, where it may have been taken. */
	note({ item, key }: UploadEntry, result: Result): void {
		const own = this.items[item];
		const earlier = 'json' in result ? 'sent' : result.status;
		if (own === undefined || (earlier !== 'sent' && earlier !== 'unknown')) return;
		const ofItem = notes.get(own) ?? new Map<string, Earlier>();
		notes.set(own, ofItem.set(this.prefix + key, earlier));
	}

	/** Tells what an earlier try of this node came to; nothing when it surely sent nothing. */
	earlier({ item, key }: UploadEntry): Earlier | undefined {
		const own = this.items[item];
		return own === undefined ? undefined : notes.get(own)?.get(this.prefix + key);
	}
}
