import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { addDays } from '../invoicing/dates';
import type { TriggerEvent } from './events';
import { centsOf, dateOf, textOf } from './record';

/** One record of the API as a trigger sees it. Days are `YYYY-MM-DD`. */
export interface Observation {
	/** The same whenever the same thing is read again. */
	key: string;
	/** The day by which it is in a window of the list or not. */
	date: string;
	/** When it happened, according to the record. */
	occurredAt: string;
	/** Status of something watched. */
	status?: string;
	/** Amounts that may change, in cents, as one text. */
	amounts?: string;
	/** Set when one like it was on an earlier page: there are two of them, or the list shifted meanwhile. */
	repeated?: true;
	record: IDataObject;
}

/** How often each key was met on the pages of one reading. */
export type KeyCounts = Map<string, number>;

/**
 * The observations in the rows of one page. A record without a day counts as of today. Records without a number that
 * are equal are counted: two payments of one sum are two, wherever a page ends between them. A record with a number is
 * the same thing when it is met on another page.
 * @param today `YYYY-MM-DD`
 * @param met counts through all pages of one reading
 */
export function observe(
	event: TriggerEvent,
	rows: readonly IDataObject[],
	today: string,
	met: KeyCounts = new Map(),
): Observation[] {
	const records = event.family === 'dated' && event.rows ? rows.flatMap(event.rows) : rows;
	const onPage: KeyCounts = new Map();
	return records.map((record) => {
		const number = event.id === undefined ? '' : textOf(record, event.id);
		const key = number || (event.key?.(record) ?? JSON.stringify(record));
		const timesOnPage = countKey(onPage, key);
		// What is watched has the number of its invoice or case.
		const isNumbered = number !== '' || event.family === 'watched';
		const times = isNumbered ? timesOnPage : countKey(met, key);
		return {
			key: times === 1 ? key : `${key}#${times}`,
			...factsOf(event, record, today),
			...(times > timesOnPage ? { repeated: true } : {}),
			record,
		};
	});
}

function countKey(counts: KeyCounts, key: string): number {
	const times = (counts.get(key) ?? 0) + 1;
	counts.set(key, times);
	return times;
}

function factsOf(event: TriggerEvent, record: IDataObject, today: string) {
	if (event.family === 'watched') {
		const date = event.date === undefined ? undefined : dateOf(record, ...event.date);
		return { date: date ?? today, occurredAt: today, status: event.status(record) };
	}
	const days = event.dates
		.map((path) => dateOf(record, ...path))
		.filter((day) => day !== undefined);
	return {
		date: [...days].sort().pop() ?? today,
		occurredAt: days[0] ?? today,
		amounts: event.amounts?.map((path) => String(centsOf(record, ...path) ?? '')).join('/'),
	};
}

/** Sorts the oldest first; records of one day stay in the order Cash-In gave them. */
export function byDate(a: Observation, b: Observation): number {
	return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}

/** The later of two days. */
export function later(a: string, b: string): string {
	return a > b ? a : b;
}

/** The first day of a day's month. */
export function monthOf(date: string): string {
	return `${date.slice(0, 8)}01`;
}

/** The first day of the month that `days` before a day is in. */
export function monthBefore(date: string, days: number): string {
	return monthOf(addDays(date, -days));
}

/** An observation that starts the workflow. */
export interface Occurrence {
	observation: Observation;
	/** Amounts or status before a change; a status is '' when it is met for the first time. */
	before?: string;
	/** How often it has changed. Tells paid, reversed and paid again from each other. */
	changes: number;
}

/** The item a workflow gets: the record as Cash-In has it, and what tells it from any other. */
export function itemOf(event: TriggerEvent, occurrence: Occurrence): INodeExecutionData {
	const { observation, before, changes } = occurrence;
	const { key, occurredAt, amounts = '', status = '', record } = observation;
	const own = (suffix: string, members: IDataObject = {}) => ({
		event: event.value,
		dedupeKey: `${event.value}:${key}${suffix}`,
		occurredAt,
		...members,
	});
	if (event.family === 'watched') {
		if (!event.filtersStatus) return withRecord(own(`:${changes}:${status}`), record);
		const statuses = { previousStatus: before || null, newStatus: status };
		return withRecord(own(`:${changes}:${before}>${status}`, statuses), record);
	}
	if (before === undefined) return withRecord(own(''), record);
	const cents = before.split('/');
	const previousAmounts = Object.fromEntries(
		(event.amounts ?? [])
			.map((path, index): [string, string] => [path[path.length - 1] ?? '', cents[index] ?? ''])
			.filter(([, amount]) => amount !== '')
			.map(([name, amount]) => [name, Number(amount) / 100]),
	);
	// The number tells two changes to the same amounts apart, the amounts what was changed after a crash.
	const suffix = `:update-${changes}:${amounts}`;
	return withRecord(own(suffix, { updated: true, previousAmounts }), record);
}

/**
 * Our members first, then the record's. Workflows rely on ours, so a member of the record with the same name does not
 * replace it; it is given under `fromCashIn`.
 */
function withRecord(own: IDataObject, record: IDataObject): INodeExecutionData {
	const names = Object.keys(record).filter((name) => Object.hasOwn(own, name));
	if (names.length === 0) return { json: { ...own, ...record } };
	if (Object.hasOwn(record, TAKEN)) names.push(TAKEN);
	const taken = Object.fromEntries(names.map((name) => [name, record[name]]));
	return { json: { ...own, ...record, ...own, [TAKEN]: taken } };
}

const TAKEN = 'fromCashIn';
