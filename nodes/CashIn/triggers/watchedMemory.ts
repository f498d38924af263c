import { isDate, isRecord, isWhole } from './checks';
import { packKeys, unpackKeys, type PackedKeys } from './keySet';
import { monthBefore } from './sighting';

/** What a trigger knows of states that change, unpacked. Days are `YYYY-MM-DD`. */
export interface WatchedMemory {
	/** Event, filters, credential and address; any change begins anew. */
	scope: string;
	/** Grows with every poll that wrote: a poll that finds another number than it began with was overtaken. */
	turn: number;
	/** The first day of the first month that is watched; it never moves back. */
	from: string;
	/** Until the first pass is through: what is met for the first time is no news. */
	first: boolean;
	/** The page to go on with, while a pass over the list is not through. */
	page?: number;
	known: Map<string, KnownStatus>;
}

export interface KnownStatus {
	status: string;
	/** How often it has changed: what tells paid, reversed and paid again from each other. */
	changes: number;
	/** The first day of the month it belongs to; with that month it leaves the memory. */
	month: string;
}

/** Kept by n8n as plain JSON. Version 2; any other begins anew. */
export interface WatchedState {
	v: 2;
	family: 'watched';
	scope: string;
	turn: number;
	from: string;
	first: boolean;
	page?: number;
	/** By month, then by number of changes and status (`0:Open`). */
	known: Record<string, Record<string, PackedKeys>>;
}

export function firstWatchedMemory(scope: string, today: string, watchDays: number): WatchedMemory {
	const from = monthBefore(today, watchDays);
	return { scope, turn: 0, from, first: true, known: new Map() };
}

export function packWatched(memory: WatchedMemory): WatchedState {
	const { scope, turn, from, first, page, known } = memory;
	const months = new Map<string, Map<string, string[]>>();
	for (const [key, { status, changes, month }] of known) {
		const groups = months.get(month) ?? new Map<string, string[]>();
		if (groups.size === 0) months.set(month, groups);
		const name = `${changes}:${status}`;
		const group = groups.get(name);
		if (group === undefined) groups.set(name, [key]);
		else group.push(key);
	}
	const packed = [...months].map(([month, groups]) => [
		month,
		Object.fromEntries([...groups].map(([name, keys]) => [name, packKeys(keys)])),
	]);
	return {
		v: 2,
		family: 'watched',
		scope,
		turn,
		from,
		first,
		...(page === undefined ? {} : { page }),
		known: Object.fromEntries(packed) as WatchedState['known'],
	};
}

/** Nothing when there is none, it belongs to another scope, or it makes no sense. */
export function unpackWatched(data: unknown, scope: string): WatchedMemory | undefined {
	if (!isRecord(data) || data.v !== 2 || data.family !== 'watched') return undefined;
	const { turn, from, first, page } = data;
	if (data.scope !== scope || !isWhole(turn, 0) || !isDate(from)) return undefined;
	if (typeof first !== 'boolean' || !isRecord(data.known)) return undefined;
	if (page !== undefined && !isWhole(page, 1)) return undefined;
	const known = new Map<string, KnownStatus>();
	for (const [month, groups] of Object.entries(data.known)) {
		if (!isDate(month) || !isRecord(groups)) return undefined;
		for (const [name, packed] of Object.entries(groups)) {
			const colon = name.indexOf(':');
			const changes = colon > 0 ? Number(name.slice(0, colon)) : NaN;
			const keys = unpackKeys(packed);
			if (!isWhole(changes, 0) || keys === undefined) return undefined;
			const one = { status: name.slice(colon + 1), changes, month };
			for (const key of keys) known.set(key, one);
		}
	}
	return { scope, turn, from, first, page, known };
}
