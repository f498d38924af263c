import type { IDataObject } from 'n8n-workflow';

import { windowStart, type TriggerState } from './state';

/** One record of the API as a trigger sees it. */
export interface Sighting {
	/** What makes it the same event when it is seen again. */
	key: string;
	/** `YYYY-MM-DD`: when it happened, by the record's own word. */
	date: string;
	record: IDataObject;
}

/** What one poll has read. */
export interface Reading {
	sightings: Sighting[];
	/** Whether the list was read to its end in this pass. */
	complete: boolean;
	/** Where to go on when it was not; the first page when left out. */
	nextPage?: number;
}

export interface Rules {
	overlapDays: number;
	/** Events given out by one poll at the most; the others wait for the next. */
	maxItems: number;
}

/**
 * Which of the records read are news, and what to remember. Pure: no clock, no requests.
 * Only what is given out (or is old, see `isOld`) is marked as seen, so nothing that waits is lost; the
 * cursor moves to the latest date read and never past today, so a record dated ahead freezes nothing.
 * @param today `YYYY-MM-DD` in Finland
 */
export function detect(
	state: TriggerState,
	reading: Reading,
	today: string,
	rules: Rules,
): { events: Sighting[]; state: TriggerState } {
	const { baseline } = state;
	const known = knownDates(state.seen);
	const events: Sighting[] = [];
	let waiting = false;

	for (const sighting of reading.sightings) {
		const knownDate = known.get(sighting.key);
		if (knownDate !== undefined) {
			if (sighting.date > knownDate) known.set(sighting.key, sighting.date);
			continue;
		}
		const old = isOld(state, sighting);
		if (!old && events.length >= rules.maxItems) {
			waiting = true;
			continue;
		}
		known.set(sighting.key, sighting.date);
		if (!old) events.push(sighting);
	}
	const complete = reading.complete && !waiting;
	const cursor = complete ? latestDate(state.cursor, reading.sightings, today) : state.cursor;
	const floor = windowStart({ floor: state.floor, cursor }, rules.overlapDays);
	return {
		events: inOrder(events),
		state: {
			v: 1,
			scope: state.scope,
			floor: complete ? floor : state.floor,
			cursor,
			seen: group(known, complete ? floor : state.floor),
			...(baseline !== undefined && !complete ? { baseline } : {}),
			// Never without a page: an unfinished pass that forgot it would count as the first look again.
			...(complete ? {} : { resumePage: reading.nextPage ?? 1 }),
		},
	};
}

/**
 * Whether a record not seen before is no news all the same: the first look takes whatever it finds for old; as long
 * as it is unfinished, what is dated before it is.
 */
export function isOld({ baseline, resumePage }: TriggerState, { date }: Sighting): boolean {
	return baseline !== undefined && (resumePage === undefined || date < baseline);
}

function knownDates(seen: TriggerState['seen']): Map<string, string> {
	const known = new Map<string, string>();
	for (const [date, keys] of Object.entries(seen)) for (const key of keys) known.set(key, date);
	return known;
}

/** Keys by date, without the dates that will not be asked for again. */
function group(known: Map<string, string>, floor: string): TriggerState['seen'] {
	const seen: TriggerState['seen'] = {};
	for (const [key, date] of known) {
		if (date >= floor) (seen[date] ??= []).push(key);
	}
	return seen;
}

function latestDate(cursor: string, sightings: Sighting[], today: string): string {
	let latest = cursor;
	for (const { date } of sightings) if (date > latest && date <= today) latest = date;
	return latest;
}

/** Oldest first; records of one day stay in the order Cash-In gave them. */
function inOrder(events: Sighting[]): Sighting[] {
	return [...events].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
