import { createHash, randomBytes } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import type { PollRun } from '../api/run';
import { firstDatedMemory, type DatedMemory, type Known } from './datedMemory';
import { beginPass } from './detectDated';
import type { DatedEvent, TriggerEvent, WatchedEvent } from './events';
import type { PollClock } from './pollClock';
import { queryOf, readList } from './readList';
import type { PollSettings } from './settings';
import { monthOf, type Sighting } from './sighting';
import type { WatchedMemory } from './watchedMemory';

/** Whose memory it is, and how old. Kept beside it; a memory of before there was one is of whoever reads it. */
export interface Owner {
	/** A mark of the API key: the key cannot be had from it. */
	account: string;
	/** The day of the poll, `YYYY-MM-DD`. */
	polled: string;
}

/**
 * The mark of the key this poll uses, and whether the memory is of another one.
 * It is salted, so that the same key leaves different marks, and far shorter than a key, so that countless others
 * leave the same: it tells that a key was changed, and nothing of the key.
 */
export async function readAccount(
	run: PollRun,
	memory: IDataObject,
): Promise<{ account: string; isOther: boolean }> {
	const { apiKey } = await run.context.getCredentials('cashInApi');
	const key = String(apiKey ?? '').trim();
	const kept = typeof memory.account === 'string' ? memory.account : '';
	const [salt = ''] = kept.split('.');
	if (kept !== '' && markOf(salt, key) === kept) return { account: kept, isOther: false };
	return { account: markOf(randomBytes(6).toString('base64url'), key), isOther: kept !== '' };
}

const MARK_BYTES = 5;

function markOf(salt: string, key: string): string {
	const digest = createHash('sha256').update(`${salt}.${key}`).digest();
	return `${salt}.${digest.subarray(0, MARK_BYTES).toString('base64url')}`;
}

/**
 * What of a memory holds for another key. It may be a new key of the same account, or one of another account, and
 * nothing in an answer says which. So what is dated since the last poll is news either way: numbers of that day prove
 * nothing, and what came in between is not lost. Of what is dated before, the list decides: where it shows most of
 * what is known from those days, the account is the same, and only what is known is old; else all of it is.
 * @param polled the day of the last poll
 * @throws what `readList` throws
 */
export async function forOtherKeyDated(
	run: PollRun,
	event: DatedEvent,
	settings: PollSettings,
	memory: DatedMemory,
	polled: string,
	clock: PollClock,
): Promise<DatedMemory> {
	const { scope, turn, from, cursor, baseline } = memory;
	if (baseline !== undefined) {
		return { ...memory, known: new Map(), pass: beginPass(memory, clock.today()) };
	}
	const listed = await readAll(run, event, settings, from, clock);
	const earlier = [...memory.known].filter(([, { date }]) => date < polled);
	const met = earlier.filter(([key, { date }]) => listed.get(key)?.date === date);
	const isSameAccount = met.length > earlier.length / 2;
	if (!isSameAccount && settings.startDate !== undefined) {
		return firstDatedMemory(scope, clock.today(), settings.overlapDays, settings.startDate);
	}
	const old = isSameAccount
		? earlier.filter(([key]) => listed.has(key))
		: [...listed.values()]
				.filter(({ date }) => date < polled)
				.map(({ key, date, amounts }): [string, Known] => [
					key,
					settings.updates ? { date, amounts } : { date },
				]);
	return { scope, turn, from, cursor, known: new Map(old) };
}

/**
 * The same of states. Where the list shows most of what is known, with the month of each invoice, the account is the
 * same and changes go on; else, nothing: what is met is old, and its changes are news from then on.
 * @throws what `readList` throws
 */
export async function forOtherKeyWatched(
	run: PollRun,
	event: WatchedEvent,
	settings: PollSettings,
	memory: WatchedMemory,
	clock: PollClock,
): Promise<WatchedMemory | undefined> {
	const listed = await readAll(run, event, settings, memory.from, clock);
	const met = [...memory.known].filter(([key, { month }]) => {
		const sighting = listed.get(key);
		if (sighting === undefined) return false;
		return event.date === undefined || monthOf(sighting.date) === month;
	});
	return met.length > memory.known.size / 2 ? { ...memory, page: undefined } : undefined;
}

async function readAll(
	run: PollRun,
	event: TriggerEvent,
	settings: PollSettings,
	from: string,
	clock: PollClock,
): Promise<Map<string, Sighting>> {
	const { sightings } = await readList(run, event, {
		query: queryOf({ ...settings.filters, [event.from]: from }),
		firstPage: 1,
		clock,
		matters: () => true,
		isNews: () => false,
		enough: Infinity,
	});
	return new Map(sightings.map((sighting) => [sighting.key, sighting]));
}
