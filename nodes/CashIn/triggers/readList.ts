import type { IDataObject } from 'n8n-workflow';

import { IncompleteList, pages } from '../api/pages';
import type { PollRun } from '../api/run';
import type { QueryValue } from '../api/target';
import type { TriggerEvent } from './events';
import { sightingsIn, type Met, type Sighting } from './sighting';
import type { PollClock } from './pollClock';

/** What to read, and when to stop. */
export interface Asked {
	query: Record<string, QueryValue>;
	/** The page to begin with, counted from 1. */
	firstPage: number;
	clock: PollClock;
	/** What of a page has to be looked at; the rest is only counted. */
	matters: (sighting: Sighting) => boolean;
	/** Whether one that matters may be given out. */
	isNews: (sighting: Sighting) => boolean;
	/** How much news is enough for one poll. */
	enough: number;
	/** The first page is given back alone when the server tells of more rows than this. */
	most?: number;
}

export interface Reading {
	sightings: Sighting[];
	/** Keys of what was met without mattering. */
	unchanged: Set<string>;
	/** The latest day among all rows that is not in the future. */
	latest?: string;
	complete: boolean;
	nextPage: number;
	/** Set when it was not read on because there is more than was asked for. */
	more?: true;
	/** Set when fewer rows came than the server told of. */
	short?: IncompleteList;
}

/**
 * Reads a list to its end, or until there is enough.
 * A list that changes while it is read can push a row over to a page that was passed already. It was read whole
 * when its total stayed the same and as many different rows came; else, and where no total is told, it is read
 * again until the same rows come twice. Should it never come to rest, or fewer rows come than are told, the reading
 * counts as unfinished: what it found is good, and the next poll begins this window again.
 * @throws what `pages` throws, but for IncompleteList
 */
export async function readList(run: PollRun, event: TriggerEvent, asked: Asked): Promise<Reading> {
	let before: Set<string> | undefined;
	for (let pass = 1; ; pass += 1) {
		const { reading, keys, whole } = await readOnce(run, event, asked);
		const changed = reading.short?.changed === true;
		if (!reading.complete && !changed) return withoutDoubts(reading);
		if (!changed && asked.firstPage > 1) return withoutDoubts(reading);
		if (!changed && (whole || isSame(keys, before))) return reading;
		if (pass === MOST_PASSES || asked.clock.isOver()) {
			const unfinished = { ...reading, short: undefined, complete: false, nextPage: 1 };
			return withoutDoubts(unfinished);
		}
		before = changed ? undefined : keys;
	}
}

const MOST_PASSES = 3;

/**
 * A reading of a part: what was met twice in it, and has no number, may be one thing that slipped to another page. It
 * is left for a reading of the whole list, which comes before its day is left behind.
 */
function withoutDoubts(reading: Reading): Reading {
	return { ...reading, sightings: reading.sightings.filter(({ again }) => again !== true) };
}

async function readOnce(run: PollRun, event: TriggerEvent, asked: Asked) {
	const { clock, enough } = asked;
	const reading: Reading = { sightings: [], unchanged: new Set(), complete: true, nextPage: 1 };
	const keys = new Set<string>();
	const totals = new Set<number | undefined>();
	const met: Met = new Map();
	let isDoubtful = false;
	let news = 0;
	let isEmpty = true;
	let hasNoPages = false;
	const limits = {
		deadline: clock.deadline,
		onServerTime: clock.heardFromServer,
		firstPage: asked.firstPage,
		listOnly: true,
		whenLate: 'The next poll asks again, and skips nothing.',
		whenShort:
			'What came of it is given out. The next poll asks for it again, and skips nothing. If it stays, tell Cash-In.',
	};
	const call = { query: asked.query };
	try {
		for await (const page of pages(run, event.endpoint, call, limits)) {
			const found = sightingsIn(event, page.rows, clock.today(), met);
			totals.add(page.totalCount);
			isEmpty = false;
			isDoubtful ||= found.some(({ again }) => again === true);
			hasNoPages = page.last && page.totalCount === undefined;
			for (const sighting of found) news += take(reading, keys, sighting, asked);
			const stop = (nextPage: number, rest: Partial<Reading> = {}) => ({
				reading: { ...reading, complete: false, nextPage, ...rest },
				keys,
				whole: false,
			});
			if (page.number === asked.firstPage && (page.totalCount ?? 0) > (asked.most ?? Infinity)) {
				return stop(page.number, { more: true });
			}
			if (page.last) break;
			if (news > enough) return stop(page.number, { more: true });
			// At least one page that is new to this pass, or a slow server would be asked for the same one forever.
			if (clock.isOver() && page.number > asked.firstPage) return stop(page.number + 1);
		}
	} catch (error) {
		if (!(error instanceof IncompleteList))
			throw error instanceof Error ? error : new Error(String(error));
		return {
			reading: { ...reading, complete: false, nextPage: 1, short: error },
			keys,
			whole: false,
		};
	}
	// A list that has no pages cannot shift. Rows without a number that are alike fill up a count all the same.
	const whole = isEmpty || hasNoPages || (isCounted(totals, keys) && !isDoubtful);
	return { reading, keys, whole };
}

/** One if it is news, else nothing. */
function take(reading: Reading, keys: Set<string>, sighting: Sighting, asked: Asked): number {
	const { latest } = reading;
	const { date } = sighting;
	if (date <= asked.clock.today() && (latest === undefined || date > latest)) reading.latest = date;
	keys.add(sighting.key);
	if (!asked.matters(sighting)) {
		reading.unchanged.add(sighting.key);
		return 0;
	}
	reading.sightings.push(sighting);
	// A reading that ends here would leave it to one that goes on: it is no reason to end.
	return sighting.again !== true && asked.isNews(sighting) ? 1 : 0;
}

/** Whether one total was told throughout, and as many rows came. */
function isCounted(totals: Set<number | undefined>, keys: Set<string>): boolean {
	return totals.size === 1 && totals.has(keys.size);
}

function isSame(keys: Set<string>, before: Set<string> | undefined): boolean {
	return before?.size === keys.size && [...keys].every((key) => before.has(key));
}

/** A query without what is empty. */
export function queryOf(members: IDataObject): Record<string, QueryValue> {
	return Object.fromEntries(
		Object.entries(members).filter(([, value]) => value !== undefined && value !== ''),
	) as Record<string, QueryValue>;
}
