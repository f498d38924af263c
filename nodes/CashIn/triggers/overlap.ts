import type { INodeExecutionData } from 'n8n-workflow';

import type { PollRun } from '../api/run';

type Items = INodeExecutionData[] | null;

/** A poll of this process: the last one of its node. */
interface LastPoll {
	isRunning: boolean;
	/** Of the state it left. */
	revision: number;
	/** Milliseconds since 1970. */
	ended: number;
}

/** By workflow and node. Nothing of n8n's own is kept in it. */
const lastPolls = new Map<string, LastPoll>();

/** How long a poll may wait to begin with a state that n8n has read before. */
const LONGEST_WAIT_MS = 60_000;

/**
 * Runs a poll unless it would repeat another one of this process. n8n's durable scheduler runs polls of a node at once
 * where they fall due together, such as all that it missed while it was away, or that two poll times have in common. Each
 * gets a copy of the same state, which says nothing of the others, and what each gives out starts the workflow. So only
 * the first goes on: the others find nothing, and the next one finds what is left.
 */
export async function pollAlone({ context, node }: PollRun, poll: () => Promise<Items>) {
	const key = `${context.getWorkflow().id}:${node.id}`;
	const revision = () => Number(context.getWorkflowStaticData('node').turn ?? 0);
	const last = lastPolls.get(key);
	// A state that stays behind is one that n8n did not keep: what was given out with it has started nothing.
	const isBehind =
		last !== undefined && revision() < last.revision && Date.now() < last.ended + LONGEST_WAIT_MS;
	if (last?.isRunning === true || isBehind) {
		context.logger.debug('Cash-In Trigger: another poll is at it');
		return null;
	}
	const current = { isRunning: true, revision: 0, ended: 0 };
	lastPolls.set(key, current);
	try {
		return await poll();
	} finally {
		Object.assign(current, { isRunning: false, revision: revision(), ended: Date.now() });
	}
}
