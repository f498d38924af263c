import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { DatedNews } from './detectDated';
import type { StatusNews } from './detectWatched';
import type { DatedEvent, WatchedEvent } from './events';
import { amountsOf } from './sighting';

/** What a thing that happened gives a workflow: the record as Cash-In has it, and what tells it from any other. */
export function datedItem(event: DatedEvent, { sighting, update }: DatedNews): INodeExecutionData {
	const { key, occurredAt, amounts = '', record } = sighting;
	const own = `${event.value}:${key}`;
	if (update === undefined) {
		return itemOf({ event: event.value, dedupeKey: own, occurredAt }, record);
	}
	const ours = {
		event: event.value,
		// The number tells two changes to the same amounts apart, the amounts what was changed after a crash.
		dedupeKey: `${own}:update-${update.changes}:${amounts}`,
		occurredAt,
		updated: true,
		previousAmounts: amountsOf(event, update.before),
	};
	return itemOf(ours, record);
}

/** What a changed state gives a workflow; `previousStatus` is null for what is met for the first time. */
export function statusItem(event: WatchedEvent, news: StatusNews): INodeExecutionData {
	const { sighting, previous, changes } = news;
	const { key, occurredAt, status = '', record } = sighting;
	const change = event.filtersStatus ? `${previous}>${status}` : status;
	const ours = {
		event: event.value,
		dedupeKey: `${event.value}:${key}:${changes}:${change}`,
		occurredAt,
		...(event.filtersStatus ? { previousStatus: previous || null, newStatus: status } : {}),
	};
	return itemOf(ours, record);
}

/**
 * Our members first, then the record's. Workflows rely on ours, so that a member of the record's with such a name does
 * not replace it; it is given under `fromCashIn`.
 */
function itemOf(ours: IDataObject, record: IDataObject): INodeExecutionData {
	const names = Object.keys(record).filter((name) => Object.hasOwn(ours, name));
	if (names.length === 0) return { json: { ...ours, ...record } };
	if (Object.hasOwn(record, BESIDE)) names.push(BESIDE);
	const theirs = Object.fromEntries(names.map((name) => [name, record[name]]));
	return { json: { ...ours, ...record, ...ours, [BESIDE]: theirs } };
}

/** Where members of the record stand whose names are taken. */
const BESIDE = 'fromCashIn';
