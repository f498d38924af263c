import { addDays } from '../invoicing/dates';
import { isDate, isRecord, isWhole } from './checks';
import { packKeys, unpackKeys, type PackedKeys } from './keySet';

/** What a trigger knows of things that happened, unpacked. Days are `YYYY-MM-DD`. */
export interface DatedMemory {
	/** Event, filters, credential and address; any change begins anew. */
	scope: string;
	/** Grows with every poll that wrote: a poll that finds another number than it began with was overtaken. */
	turn: number;
	/** Nothing dated before this day is asked for or given out. */
	from: string;
	/** The latest day among the records read: never in the future, and never moved by the clock alone. */
	cursor: string;
	/** Set until the first pass is through: what is dated before this day is no news. */
	baseline?: string;
	/** A pass over the list that is not through. */
	pass?: Pass;
	/** What was given out, or was there from the start. */
	known: Map<string, Known>;
}

export interface Known {
	/** The latest day it was seen with. */
	date: string;
	/** Its amounts in cents, as one text, where updates are wanted. */
	amounts?: string;
	/** How often they have changed. */
	changes?: number;
}

export interface Pass {
	/** What is dated before this day is through. */
	from: string;
	/** The end of the window that is being read; open when left out. */
	to?: string;
	/** The page to go on with. */
	page: number;
	/** The day it began: the cursor goes no further, for what is entered meanwhile may be dated back from then on. */
	began: string;
	/** The latest day seen in it. */
	latest: string;
}

/** Kept by n8n as plain JSON. Version 2; any other begins anew. */
export interface DatedState {
	v: 2;
	family: 'dated';
	scope: string;
	turn: number;
	from: string;
	cursor: string;
	baseline?: string;
	pass?: Pass;
	/** Whether keys carry the amounts of their record. */
	amounts: boolean;
	/** Keys by day. Days before `from` are dropped: what has left the overlap costs nothing. */
	seen: Record<string, PackedKeys>;
}

/** The memory of a trigger that has not polled yet. With a start date, everything from that day on is news. */
export function firstDatedMemory(
	scope: string,
	today: string,
	overlapDays: number,
	startDate?: string,
): DatedMemory {
	const known = new Map<string, Known>();
	if (startDate !== undefined) {
		return { scope, turn: 0, from: startDate, cursor: startDate, known };
	}
	const from = addDays(today, -overlapDays);
	return { scope, turn: 0, from, cursor: today, baseline: today, known };
}

export function packDated(memory: DatedMemory): DatedState {
	const { scope, turn, from, cursor, baseline, pass, known } = memory;
	const amounts = [...known.values()].some((one) => one.amounts !== undefined);
	const byDay = new Map<string, string[]>();
	for (const [key, one] of known) {
		const day = byDay.get(one.date) ?? [];
		if (day.length === 0) byDay.set(one.date, day);
		day.push(amounts ? `${key}${TAB}${one.changes ?? 0}/${one.amounts ?? ''}` : key);
	}
	return {
		v: 2,
		family: 'dated',
		scope,
		turn,
		from,
		cursor,
		...(baseline === undefined ? {} : { baseline }),
		...(pass === undefined ? {} : { pass }),
		amounts,
		seen: Object.fromEntries([...byDay].map(([day, keys]) => [day, packKeys(keys)])),
	};
}

/** Nothing when there is none, it belongs to another scope, or it makes no sense. */
export function unpackDated(data: unknown, scope: string): DatedMemory | undefined {
	if (!isRecord(data) || data.v !== 2 || data.family !== 'dated') return undefined;
	if (data.scope !== scope || !isRecord(data.seen)) return undefined;
	const { turn, from, cursor, baseline, pass, amounts } = data;
	if (!isWhole(turn, 0) || !isDate(from) || !isDate(cursor)) return undefined;
	if (baseline !== undefined && !isDate(baseline)) return undefined;
	if (pass !== undefined && !isPass(pass)) return undefined;
	const known = new Map<string, Known>();
	for (const [date, packed] of Object.entries(data.seen)) {
		const keys = isDate(date) ? unpackKeys(packed) : undefined;
		if (keys === undefined) return undefined;
		for (const key of keys) {
			if (amounts === true) known.set(...withAmounts(key, date));
			else known.set(key, { date });
		}
	}
	return { scope, turn, from, cursor, baseline, pass, known };
}

/** Between a key and its amounts, which never hold one. */
const TAB = '\t';

function withAmounts(text: string, date: string): [string, Known] {
	const end = text.lastIndexOf(TAB);
	const rest = text.slice(end + 1);
	const slash = rest.indexOf('/');
	const amounts = rest.slice(slash + 1);
	const changes = Number(rest.slice(0, slash));
	return [text.slice(0, end), { date, changes, ...(amounts === '' ? {} : { amounts }) }];
}

function isPass(value: unknown): value is Pass {
	if (!isRecord(value)) return false;
	const { from, to, page, began, latest } = value;
	return (
		[from, began, latest].every(isDate) && (to === undefined || isDate(to)) && isWhole(page, 1)
	);
}
