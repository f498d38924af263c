import { addDays } from '../invoicing/dates';
import type { DatedMemory, Known, Pass } from './datedMemory';
import { oldestFirst, type Sighting } from './sighting';

/** What one poll has read of a list; what it knew already may be left out. */
export interface DatedReading {
	sightings: readonly Sighting[];
	/** The latest day in all that was read, left out or not, up to today. */
	latest?: string;
	/** The end of the window that was read; open when left out. */
	to?: string;
	/** Whether the window was read to its end, and surely whole. */
	complete: boolean;
	/** Where to go on when it was not. */
	nextPage: number;
	/** `YYYY-MM-DD` in Finland, by whichever of Cash-In's clock and this machine's is behind. */
	today: string;
}

export interface DatedRules {
	overlapDays: number;
	/** Events given out by one poll at the most; the others wait for the next. */
	maxItems: number;
	/** Whether changed amounts are events of their own. */
	updates: boolean;
}

export interface DatedNews {
	sighting: Sighting;
	/** Of an update: what the amounts were before, in cents, and how often they have changed. */
	update?: { before: string; changes: number };
}

/**
 * Which of the records read are news, and what to remember. Pure: no clock, no requests.
 * Only what is given out is marked as known, so nothing that waits is lost. A pass that is through moves the
 * cursor to the latest day it has seen, and drops the days that the pass before it had already left behind: a row
 * that slipped from one page to another while this pass read is met by the next one.
 */
export function detectDated(
	memory: DatedMemory,
	reading: DatedReading,
	rules: DatedRules,
): { news: DatedNews[]; memory: DatedMemory } {
	const known = new Map(memory.known);
	const news: DatedNews[] = [];
	let waiting = false;
	// Whole, the oldest come first; in part, the order of the list is all there is to go by.
	for (const sighting of reading.complete ? oldestFirst(reading.sightings) : reading.sightings) {
		if (sighting.date < memory.from) continue;
		const before = known.get(sighting.key);
		const one = noveltyOf(memory, before, sighting, rules);
		if (one !== undefined && news.length >= rules.maxItems) {
			waiting = true;
			continue;
		}
		known.set(sighting.key, remembered(before, sighting, rules, one?.update?.changes));
		if (one !== undefined) news.push(one);
	}
	const next = { ...memory, turn: memory.turn + 1, known };
	return { news: inOrder(news), memory: advance(next, reading, rules, waiting) };
}

/**
 * Whether a record not seen before is no news all the same: the first look takes whatever it finds for old; as long
 * as it is unfinished, what is dated before it is.
 */
export function isOld({ baseline, pass }: DatedMemory, { date }: Sighting): boolean {
	return baseline !== undefined && (pass === undefined || date < baseline);
}

function noveltyOf(
	memory: DatedMemory,
	before: Known | undefined,
	sighting: Sighting,
	{ updates }: DatedRules,
): DatedNews | undefined {
	if (before === undefined) return isOld(memory, sighting) ? undefined : { sighting };
	const changed = before.amounts !== undefined && before.amounts !== sighting.amounts;
	if (!updates || !changed || before.amounts === undefined) return undefined;
	return { sighting, update: { before: before.amounts, changes: (before.changes ?? 0) + 1 } };
}

/** The later of the days a record was seen with: until then Cash-In may list it. */
function remembered(
	before: Known | undefined,
	{ date, amounts }: Sighting,
	{ updates }: DatedRules,
	changes = before?.changes ?? 0,
): Known {
	const latest = before !== undefined && before.date > date ? before.date : date;
	return updates && amounts !== undefined ? { date: latest, amounts, changes } : { date: latest };
}

function advance(
	memory: DatedMemory,
	reading: DatedReading,
	{ overlapDays }: DatedRules,
	waiting: boolean,
): DatedMemory {
	const { today, to } = reading;
	const { pass = beginPass(memory, today) } = memory;
	const latest = [pass.latest, reading.latest ?? ''].sort()[1] ?? pass.latest;
	if (!reading.complete || waiting) {
		const page = waiting && reading.complete ? pass.page : reading.nextPage;
		return { ...memory, pass: { ...pass, to, page, latest } };
	}
	if (to !== undefined) {
		return { ...memory, pass: { from: addDays(to, 1), page: 1, began: pass.began, latest } };
	}
	const reached = latest > pass.began ? pass.began : latest;
	const left = addDays(memory.cursor, -overlapDays);
	const from = left > memory.from ? left : memory.from;
	const known = new Map([...memory.known].filter(([, { date }]) => date >= from));
	const { scope, turn } = memory;
	return { scope, turn, from, cursor: reached > memory.cursor ? reached : memory.cursor, known };
}

/** A pass over the whole list, from its start. */
export function beginPass({ from, cursor }: DatedMemory, today: string): Pass {
	return { from, page: 1, began: today, latest: cursor };
}

function inOrder(news: readonly DatedNews[]): DatedNews[] {
	const order = oldestFirst(news.map(({ sighting }) => sighting));
	const bySighting = new Map(news.map((one) => [one.sighting, one]));
	return order.map((sighting) => bySighting.get(sighting) ?? { sighting });
}
