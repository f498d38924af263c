import type { IDataObject } from 'n8n-workflow';

import { addDays } from '../invoicing/dates';
import { daysOf, type DatedEvent, type TriggerEvent, type WatchedEvent } from './events';
import { centsOf, dateOf, textOf } from './recordParts';

/** One record of the API as a trigger sees it. Days are `YYYY-MM-DD`. */
export interface Sighting {
	/** What makes it the same thing when it is seen again. */
	key: string;
	/** The day by which it is in a window of the list or not. */
	date: string;
	/** When it happened, by the record's own word. */
	occurredAt: string;
	/** Of what is watched: its state. */
	status?: string;
	/** Of what has amounts that may change: all of them in cents, as one text. */
	amounts?: string;
	/** Set when its like was met on an earlier page: there are two of them, or the list shifted meanwhile. */
	again?: true;
	record: IDataObject;
}

/** How many records were met that cannot be told from each other, by their key, on the pages of one reading. */
export type Met = Map<string, number>;

/**
 * The sightings in the rows of one page. A record without a day counts as of the day it is seen. Records that
 * cannot be told from each other are counted: two payments of one sum are two, wherever a page ends between them.
 * What has a number of its own is the same thing when it is met on another page.
 * @param today `YYYY-MM-DD`
 * @param met counts through all pages of one reading
 */
export function sightingsIn(
	event: TriggerEvent,
	rows: readonly IDataObject[],
	today: string,
	met: Met = new Map(),
): Sighting[] {
	const records = event.family === 'dated' && event.rows ? rows.flatMap(event.rows) : rows;
	const here: Met = new Map();
	return records.map((record) => {
		const key = event.key(record);
		const timesHere = countIn(here, key);
		const time = isNumbered(event, record) ? timesHere : countIn(met, key);
		const numbered = time === 1 ? key : `${key}#${time}`;
		const sighting =
			event.family === 'dated'
				? datedSighting(event, record, numbered, today)
				: watchedSighting(event, record, numbered, today);
		return time > timesHere ? { ...sighting, again: true } : sighting;
	});
}

function countIn(met: Met, key: string): number {
	const time = (met.get(key) ?? 0) + 1;
	met.set(key, time);
	return time;
}

/** Whether Cash-In itself tells a record from all others. What is watched has the number of its invoice or case. */
function isNumbered(event: TriggerEvent, record: IDataObject): boolean {
	if (event.family === 'watched') return true;
	return event.id !== undefined && textOf(record, event.id) !== '';
}

function datedSighting(event: DatedEvent, record: IDataObject, key: string, today: string) {
	const { shown = today, latest = today } = daysOf(event, record);
	return { key, date: latest, occurredAt: shown, amounts: amountsText(event, record), record };
}

function watchedSighting(event: WatchedEvent, record: IDataObject, key: string, today: string) {
	const date = event.date === undefined ? today : (dateOf(record, ...event.date) ?? today);
	return { key, date, occurredAt: today, status: event.status(record), record };
}

function amountsText({ amounts }: DatedEvent, record: IDataObject): string | undefined {
	return amounts?.map((path) => String(centsOf(record, ...path) ?? '')).join('/');
}

/** The amounts of such a text by their names, in currency units. */
export function amountsOf({ amounts = [] }: DatedEvent, text: string): IDataObject {
	const cents = text.split('/');
	return Object.fromEntries(
		amounts
			.map((path, index): [string, string] => [path[path.length - 1] ?? '', cents[index] ?? ''])
			.filter(([, value]) => value !== '')
			.map(([name, value]) => [name, Number(value) / 100]),
	);
}

/** Oldest first; records of one day stay in the order Cash-In gave them. */
export function oldestFirst(sightings: readonly Sighting[]): Sighting[] {
	return [...sightings].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** The first day of a day's month. */
export function monthOf(date: string): string {
	return `${date.slice(0, 8)}01`;
}

/** The first day of the month that `days` before a day is in. */
export function monthBefore(date: string, days: number): string {
	return monthOf(addDays(date, -days));
}
