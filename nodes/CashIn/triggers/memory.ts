import type { INodeExecutionData, IDataObject } from 'n8n-workflow';

import { CashInError } from '../api/errors';
import type { PollRun } from '../api/run';
import type { Owner } from './account';
import type { DatedState } from './datedMemory';
import type { TriggerEvent } from './events';
import type { PollSettings } from './settings';
import type { WatchedState } from './watchedMemory';

/** What n8n keeps for this node. Asked for anew each time: between two polls, and within one, it may be another object. */
export function recall(run: PollRun): IDataObject {
	return run.context.getWorkflowStaticData('node');
}

/** Which memory this is, and how often it was written: what tells that another poll wrote meanwhile. */
export function stampOf(run: PollRun): string {
	const { v, scope, turn } = recall(run);
	return JSON.stringify([v, scope, turn]);
}

/**
 * Keeps `state` and nothing else, and gives the items; null, which n8n takes for "nothing to do", when there are none.
 * Decides without a pause between: when another poll has written meanwhile, this one gives out nothing, and the next
 * one finds what is left.
 * @param stamp of the memory when this poll began
 */
export function remember(
	run: PollRun,
	state: (DatedState | WatchedState) & Owner,
	stamp: string,
	items: INodeExecutionData[] = [],
): INodeExecutionData[] | null {
	if (stampOf(run) !== stamp) {
		run.context.logger.debug('Cash-In Trigger: another poll was faster');
		return null;
	}
	const data = recall(run);
	for (const name of Object.keys(data)) if (!(name in state)) delete data[name];
	Object.assign(data, state);
	return items.length === 0 ? null : items;
}

/**
 * Event, filters, credential and address: a memory is of these, and any change begins anew. Of the key in the
 * credential see `readAccount`.
 */
export async function scopeOf(
	run: PollRun,
	event: TriggerEvent,
	{ filters, startDate, watchDays, statusFilter }: PollSettings,
): Promise<string> {
	const credential = run.node.credentials?.cashInApi?.id ?? '';
	const { environment, baseUrl } = await run.context.getCredentials('cashInApi');
	const own = event.family === 'dated' ? [startDate ?? ''] : [watchDays, statusFilter];
	return JSON.stringify([event.value, filters, ...own, credential, environment, baseUrl]);
}

/**
 * Lets a trouble of Cash-In that will pass by itself be, so that a workflow can be activated.
 * @throws any other
 */
export function letPass(run: PollRun, error: unknown): void {
	if (!(error instanceof CashInError) || !passes(error)) {
		throw error instanceof Error ? error : new Error(String(error));
	}
	run.context.logger.warn(`Cash-In Trigger starts without a first look: ${error.summary}`);
}

function passes({ status, fault }: CashInError): boolean {
	return (
		status === 429 || (status ?? 0) >= 500 || ['timeout', 'network', 'cutOff'].includes(fault.kind)
	);
}
