import type { INodeExecutionData } from 'n8n-workflow';

import type { DatedNews } from './detectDated';
import type { StatusNews } from './detectWatched';
import type { DatedEvent, WatchedEvent } from './events';
import { amountsOf } from './sighting';

/** What a thing that happened gives a workflow: the record as Cash-In has it, and what tells it from any other. */
export function datedItem(event: DatedEvent, { sighting, update }: DatedNews): INodeExecutionData {
	const { key, occurredAt, amounts = '', record } = sighting;
	const own = `${event.value}:${key}`;
	if (update === undefined) {
		return { json: { event: event.value, dedupeKey: own, occurredAt, ...record } };
	}
	return {
		json: {
			event: event.value,
			// The number tells two changes to the same amounts apart, the amounts what was changed after a crash.
			dedupeKey: `${own}:update-${update.changes}:${amounts}`,
			occurredAt,
			updated: true,
			previousAmounts: amountsOf(event, update.before),
			...record,
		},
	};
}

/** What a changed state gives a workflow; `previousStatus` is null for what is met for the first time. */
export function statusItem(event: WatchedEvent, news: StatusNews): INodeExecutionData {
	const { sighting, previous, changes } = news;
	const { key, occurredAt, status = '', record } = sighting;
	const change = event.filtersStatus ? `${previous}>${status}` : status;
	return {
		json: {
			event: event.value,
			dedupeKey: `${event.value}:${key}:${changes}:${change}`,
			occurredAt,
			...(event.filtersStatus ? { previousStatus: previous || null, newStatus: status } : {}),
			...record,
		},
	};
}
