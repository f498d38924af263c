import type { INodeExecutionData } from 'n8n-workflow';

import type { EndpointId } from '../../../api/endpoints.generated';
import type { ExecuteRun } from '../../../api/run';
import type { Outcome } from '../operation';
import type { BulkEntry } from './kind';

/** What an earlier try has come to: Cash-In took it, or nobody can say. */
type Earlier = 'sent' | 'unknown';

/**
 * What became of an item in an earlier try of the same execution. n8n's Retry On Fail runs the node again with the
 * very same item objects; what Cash-In took a second ago may not be in its list yet, but it is noted here. The notes
 * go with the items.
 */
const notes = new WeakMap<INodeExecutionData, Map<string, Earlier>>();

/** What earlier tries of this node have sent, and what this one does. */
export interface SentBefore {
	/** Notes what a request came to, where it may have been taken. */
	remember(entry: BulkEntry, outcome: Outcome): void;
	/** What an earlier try of this node has come to; nothing when it surely sent nothing. */
	of(entry: BulkEntry): Earlier | undefined;
}

/** The notes of one node and endpoint in this execution. */
export function sentBefore(run: ExecuteRun, endpoint: EndpointId): SentBefore {
	// Asked for once: n8n copies the whole node for the one who asks.
	const { id } = run.node;
	const items = run.context.getInputData();
	const prefix = JSON.stringify([id, endpoint]);
	const nameOf = ({ key }: BulkEntry) => prefix + key;
	return {
		remember: (entry, outcome) => {
			const item = items[entry.item];
			const earlier = earlierOf(outcome);
			if (item === undefined || earlier === undefined) return;
			const own = notes.get(item) ?? new Map<string, Earlier>();
			notes.set(item, own.set(nameOf(entry), earlier));
		},
		of: (entry) => {
			const item = items[entry.item];
			return item === undefined ? undefined : notes.get(item)?.get(nameOf(entry));
		},
	};
}

function earlierOf(outcome: Outcome): Earlier | undefined {
	if ('json' in outcome) return 'sent';
	return outcome.failure.state === 'unknown' ? 'unknown' : undefined;
}
