import type { KnownStatus, WatchedMemory } from './watchedMemory';
import { monthBefore, monthOf, type Sighting } from './sighting';

/** What one poll has read of a list; what has not changed may be left out. */
export interface WatchedReading {
	sightings: readonly Sighting[];
	/** Keys that were also met with the state that is known: rows that moved while the list was read. */
	unchanged: ReadonlySet<string>;
	complete: boolean;
	/** Where to go on when it was not read to its end. */
	nextPage: number;
	/** `YYYY-MM-DD` in Finland, by whichever of Cash-In's clock and this machine's is behind. */
	today: string;
}

export interface WatchedRules {
	watchDays: number;
	maxItems: number;
	isTerminal: (status: string) => boolean;
	/** Whether somebody asked for this change; nobody asks for one to nothing. */
	wanted: (previous: string, status: string) => boolean;
}

export interface StatusNews {
	sighting: Sighting;
	/** Empty when it was met for the first time. */
	previous: string;
	changes: number;
}

/** How long a state that is not left again is remembered, in days after the month of the invoice. */
export const TERMINAL_DAYS = 60;

/**
 * Which states have changed, and what to remember. Pure: no clock, no requests. Only what is given out is marked
 * as known, so nothing that waits is lost.
 * What is met for the first time has changed from nothing; at the first look it is no news.
 */
export function detectWatched(
	memory: WatchedMemory,
	reading: WatchedReading,
	rules: WatchedRules,
): { news: StatusNews[]; memory: WatchedMemory } {
	const known = new Map(memory.known);
	const news: StatusNews[] = [];
	const terminalFrom = monthBefore(reading.today, TERMINAL_DAYS);
	let waiting = false;
	for (const sighting of reading.sightings) {
		const { key, status = '' } = sighting;
		const month = monthOf(sighting.date);
		const before = known.get(key);
		const ends = month < terminalFrom && rules.isTerminal(status);
		if (month < memory.from || reading.unchanged.has(key)) continue;
		// What has left the memory is met again as long as Cash-In lists it.
		if (before === undefined && ends) continue;
		const previous = before?.status ?? '';
		const changed = previous !== status;
		const isNews = changed && !(memory.first && before === undefined);
		const told = isNews && status !== '' && rules.wanted(previous, status);
		if (told && news.length >= rules.maxItems) {
			waiting = true;
			continue;
		}
		const changes = (before?.changes ?? 0) + (isNews ? 1 : 0);
		if (told) news.push({ sighting, previous, changes });
		if (ends || (status === '' && changes === 0)) known.delete(key);
		else known.set(key, { status, changes, month });
	}
	const complete = reading.complete && !waiting;
	const moved = monthBefore(reading.today, rules.watchDays);
	const from = moved > memory.from ? moved : memory.from;
	const page = waiting && reading.complete ? (memory.page ?? 1) : reading.nextPage;
	return {
		news,
		memory: {
			scope: memory.scope,
			turn: memory.turn + 1,
			from,
			first: memory.first && !complete,
			...(complete ? {} : { page }),
			known: remaining(known, (one) => {
				const over = one.month < terminalFrom && rules.isTerminal(one.status);
				return one.month >= from && !over;
			}),
		},
	};
}

/** What tells whether a sighting changes anything: the state, and the month it leaves the memory with. */
export function isUnchanged(before: KnownStatus | undefined, sighting: Sighting): boolean {
	if (before === undefined) return sighting.status === '';
	return before.status === sighting.status && before.month === monthOf(sighting.date);
}

function remaining(
	known: Map<string, KnownStatus>,
	stays: (one: KnownStatus) => boolean,
): Map<string, KnownStatus> {
	return new Map([...known].filter(([, one]) => stays(one)));
}
