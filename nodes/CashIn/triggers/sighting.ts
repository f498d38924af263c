import type { IDataObject } from 'n8n-workflow';

import { addDays } from '../invoicing/dates';
import { daysOf, type DatedEvent, type TriggerEvent, type WatchedEvent } from './events';
import { centsOf, dateOf } from './recordParts';

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
	record: IDataObject;
}

/**
 * The sightings in the rows of one page. A record without a day counts as of the day it is seen. Records that
 * cannot be told from each other are counted: two payments of one sum are two.
 * @param today `YYYY-MM-DD`
 */
export function sightingsIn(
	event: TriggerEvent,
	rows: readonly IDataObject[],
	today: string,
): Sighting[] {
	const records = event.family === 'dated' && event.rows ? rows.flatMap(event.rows) : rows;
	const times = new Map<string, number>();
	return records.map((record) => {
		const key = event.key(record);
		const time = (times.get(key) ?? 0) + 1;
		times.set(key, time);
		const numbered = time === 1 ? key : `${key}#${time}`;
		return event.family === 'dated'
			? datedSighting(event, record, numbered, today)
			: watchedSighting(event, record, numbered, today);
	});
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
