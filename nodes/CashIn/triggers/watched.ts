import type { Settings } from './fields';
import { isRecord, packKeys, unpackKeys } from './keys';
import type { Reading } from './list';
import { later, monthBefore, monthOf, type Observation } from './observation';
import { isDate, isWhole, takeEvents, type Change, type Family, type State } from './state';

/** State of statuses that change: invoices, receivables, deliveries. Days are `YYYY-MM-DD`. */
export interface WatchedState extends State {
	/** Until the first look is through: what is met for the first time is no news. */
	first: boolean;
	/** The page to go on with, while a scan of the list is not through. */
	page?: number;
	known: Map<string, Known>;
}

interface Known {
	status: string;
	/** How often it has changed. */
	changes: number;
	/** The first day of the month it belongs to; with that month it leaves the state. */
	month: string;
}

type Rules = Pick<Settings, 'watchDays' | 'maxItems' | 'isTerminal' | 'wantsChange'>;

/** How long a status that is not left again is remembered, in days after the month of the invoice. */
const TERMINAL_DAYS = 60;

export const watched: Family<WatchedState> = {
	start(scope, today, { startDate, watchDays }, failed) {
		const from = startDate ?? monthBefore(today, watchDays);
		const first = startDate === undefined;
		const state: WatchedState = { scope, revision: 0, from, first, known: new Map() };
		return failed ? { ...state, page: 1 } : state;
	},
	isAhead: ({ first, from }, serverDay, { watchDays }) =>
		first && from > monthBefore(serverDay, watchDays),
	load,
	save,

	/** All of the list: no filter of Cash-In's is known that gives what has changed. */
	async read(state, rules, { read, today }) {
		return await read({
			from: state.from,
			page: state.page ?? 1,
			enough: rules.maxItems,
			compare: (observation) => compare(state, observation, today(), rules),
		});
	},

	detect,

	/** Where it is the same account, changes go on; else what is met is old, and its changes are news from then on. */
	async forOtherKey(state, list) {
		const listed = await list.readAll(state.from);
		const met = [...state.known].filter(([key, { month }]) => {
			const date = listed.get(key)?.date;
			return date !== undefined && (!list.hasDates || monthOf(date) === month);
		});
		return met.length > state.known.size / 2 ? { ...state, page: undefined } : undefined;
	},
};

/**
 * What an observation changes in what is known, and whether it is an event; undefined when it changes nothing.
 * What is met for the first time has changed from nothing; at the first look it is no news.
 */
function compare(
	{ from, first, known }: WatchedState,
	{ key, date, status = '' }: Observation,
	today: string,
	{ isTerminal, wantsChange }: Rules,
): Change<Known> | undefined {
	const old = known.get(key);
	const before = old?.status ?? '';
	const month = monthOf(date);
	if (before === status && (old === undefined || old.month === month)) return undefined;
	const isOver = month < monthBefore(today, TERMINAL_DAYS) && isTerminal(status);
	// What has left the state is met again as long as Cash-In lists it.
	if (month < from || (old === undefined && isOver)) return { next: old };
	const isNews = before !== status && !(first && old === undefined);
	const changes = (old?.changes ?? 0) + (isNews ? 1 : 0);
	const isForgotten = isOver || (status === '' && changes === 0);
	const isEvent = isNews && status !== '' && wantsChange(before, status);
	return {
		next: isForgotten ? undefined : { status, changes, month },
		event: isEvent ? { before, changes } : undefined,
	};
}

function detect(state: WatchedState, reading: Reading, rules: Rules) {
	const { today, complete, nextPage } = reading;
	const current = { ...state, known: new Map(state.known) };
	// A row that was also met as it is known moved while the list was read: the next poll looks again.
	const observations = reading.observations.filter(({ key }) => !reading.unchanged.has(key));
	const { events, isWaiting } = takeEvents(current.known, observations, rules.maxItems, (one) =>
		compare(current, one, today, rules),
	);
	const isThrough = complete && !isWaiting;
	const from = later(monthBefore(today, rules.watchDays), state.from);
	const terminalFrom = monthBefore(today, TERMINAL_DAYS);
	const staying = [...current.known].filter(
		([, { month, status }]) => month >= from && !(month < terminalFrom && rules.isTerminal(status)),
	);
	const { scope, revision, first, page = 1 } = state;
	return {
		events,
		state: {
			scope,
			revision,
			from,
			first: first && !isThrough,
			page: isThrough ? undefined : complete ? page : nextPage,
			known: new Map(staying),
		},
	};
}

/** Plain JSON of version 2: keys by month, then by number of changes and status (`0:Open`). */
function save({ scope, revision, from, first, page, known }: WatchedState): object {
	const months: Record<string, Record<string, string[]>> = {};
	for (const [key, { status, changes, month }] of known) {
		const groups = (months[month] ??= {});
		(groups[`${changes}:${status}`] ??= []).push(key);
	}
	return {
		v: 2,
		family: 'watched',
		scope,
		turn: revision,
		from,
		first,
		...(page === undefined ? {} : { page }),
		known: mapValues(months, (groups) => mapValues(groups, packKeys)),
	};
}

function mapValues<T, U>(record: Record<string, T>, map: (value: T) => U): Record<string, U> {
	return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}

function load(saved: unknown, scope: string): WatchedState | undefined {
	if (!isRecord(saved) || saved.v !== 2 || saved.family !== 'watched') return undefined;
	const { turn: revision, from, first, page } = saved;
	if (saved.scope !== scope || !isWhole(revision, 0) || !isDate(from)) return undefined;
	if (typeof first !== 'boolean' || !isRecord(saved.known)) return undefined;
	if (page !== undefined && !isWhole(page, 1)) return undefined;
	const known = new Map<string, Known>();
	for (const [month, groups] of Object.entries(saved.known)) {
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
	return { scope, revision, from, first, page, known };
}
