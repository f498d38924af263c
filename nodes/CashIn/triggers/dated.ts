import { addDays, daysBetween } from '../invoicing/dates';
import type { Settings } from './fields';
import { isRecord, packKeys, unpackKeys } from './keys';
import type { EventList, Reading } from './list';
import { byDate, later, type Observation } from './observation';
import { isDate, isWhole, takeEvents, type Change, type Family, type State } from './state';

/** State of events that happened: payments, settlements, credit losses. Days are `YYYY-MM-DD`. */
export interface DatedState extends State {
	/** The latest day among the records read: never in the future, and never moved by the clock alone. */
	cursor: string;
	/** Set until the first scan is through: what is dated before this day is no news. */
	baseline?: string;
	/** A scan of the list that is not through. */
	scan?: Scan;
	/** What was given out, or was there from the start. */
	known: Map<string, Known>;
}

interface Known {
	/** The latest day it was seen with: until then Cash-In may list it. */
	date: string;
	/** Amounts in cents, as one text, where updates are wanted. */
	amounts?: string;
	/** How often they have changed. */
	changes?: number;
}

interface Scan {
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

type Rules = Pick<Settings, 'overlapDays' | 'maxItems' | 'updates'>;

export const dated: Family<DatedState> = {
	start(scope, today, { startDate, overlapDays }, failed) {
		const first = { scope, revision: 0, known: new Map<string, Known>() };
		const state: DatedState =
			startDate === undefined
				? { ...first, from: addDays(today, -overlapDays), cursor: today, baseline: today }
				: { ...first, from: startDate, cursor: startDate };
		return failed ? { ...state, scan: startScan(state, today) } : state;
	},
	isAhead: ({ baseline }, serverDay) => baseline !== undefined && baseline > serverDay,
	load,
	save,
	read,
	detect,
	forOtherKey,
};

/** A scan of the whole list, from its start. */
function startScan({ from, cursor }: DatedState, today: string): Scan {
	return { from, page: 1, began: today, latest: cursor };
}

/**
 * What an observation changes in what is known, and whether it is an event; undefined when it changes nothing.
 * The first look takes whatever it finds for old; while it is unfinished, what is dated before it is old.
 */
function compare(
	{ from, baseline, scan, known }: DatedState,
	{ key, date, amounts }: Observation,
	{ updates }: Rules,
): Change<Known> | undefined {
	if (date < from) return undefined;
	const old = known.get(key);
	const isChanged = updates && old !== undefined && old.amounts !== amounts;
	if (old !== undefined && date <= old.date && !isChanged) return undefined;
	const isOld = baseline !== undefined && (scan === undefined || date < baseline);
	const isUpdate = isChanged && old.amounts !== undefined;
	const changes = (old?.changes ?? 0) + (isUpdate ? 1 : 0);
	const latest = later(old?.date ?? '', date);
	return {
		next: updates && amounts !== undefined ? { date: latest, amounts, changes } : { date: latest },
		event: (old === undefined ? !isOld : isUpdate) ? { before: old?.amounts, changes } : undefined,
	};
}

function detect(state: DatedState, reading: Reading, rules: Rules) {
	const current = { ...state, known: new Map(state.known) };
	// Whole, the oldest come first; in part, the order of the list is all there is to go by.
	const observations = [...reading.observations];
	if (reading.complete) observations.sort(byDate);
	const { events, isWaiting } = takeEvents(current.known, observations, rules.maxItems, (one) =>
		compare(current, one, rules),
	);
	events.sort((a, b) => byDate(a.observation, b.observation));
	return { events, state: advance(current, reading, rules, isWaiting) };
}

/**
 * The state after a reading. A scan that is through moves the cursor to the latest day it has seen, and drops the days
 * that the scan before it had already left behind: a row that slipped from one page to another while this scan read is
 * met by the next one.
 */
function advance(
	state: DatedState,
	reading: Reading,
	{ overlapDays }: Rules,
	isWaiting: boolean,
): DatedState {
	const { to, complete, nextPage } = reading;
	const { scan = startScan(state, reading.today), cursor } = state;
	const latest = later(scan.latest, reading.latest ?? '');
	if (!complete || isWaiting) {
		return { ...state, scan: { ...scan, to, page: complete ? scan.page : nextPage, latest } };
	}
	if (to !== undefined) {
		return { ...state, scan: { from: addDays(to, 1), page: 1, began: scan.began, latest } };
	}
	const from = later(addDays(cursor, -overlapDays), state.from);
	return {
		scope: state.scope,
		revision: state.revision,
		from,
		cursor: later(cursor, latest > scan.began ? scan.began : latest),
		known: new Map([...state.known].filter(([, { date }]) => date >= from)),
	};
}

/**
 * Reads what one poll needs of the list. When there is more news than one poll gives out, the window is narrowed to
 * the first days of it, so that the oldest comes first whatever order the list has. Within one day the order of the
 * list is kept.
 */
async function read(state: DatedState, rules: Rules, list: EventList): Promise<Reading> {
	const { known, baseline } = state;
	const scan = state.scan ?? startScan(state, list.today());
	const { from, page } = scan;
	const readTo = async (to: string | undefined, most?: number) =>
		await list.read({
			from,
			to,
			page,
			most,
			enough: rules.maxItems,
			compare: (observation) => compare(state, observation, rules),
		});
	const mayNarrow = list.hasEnd && baseline === undefined && scan.to === undefined && page === 1;
	if (!mayNarrow) return await readTo(scan.to);

	/** Rows of a window that are known already, and as many as one poll gives out. */
	const most = (to?: string) => {
		const isInside = ({ date }: Known) => date >= from && (to === undefined || date <= to);
		return [...known.values()].filter(isInside).length + rules.maxItems;
	};
	const whole = await readTo(undefined, most());
	if (whole.more !== true) return whole;
	// Looks, day by halved day, for the last one up to which there is no more than one poll gives out. Most of the time
	// is for reading what is there: a list may be so slow that no poll would come to that.
	let fitting: Reading | undefined;
	let fits = 0;
	let tooFar = Math.max(1, daysBetween(from, list.today()) + 1);
	while (tooFar - fits > 1 && !list.isSpent(1 / 4)) {
		const middle = Math.floor((fits + tooFar) / 2);
		const day = addDays(from, middle);
		const reading = await readTo(day, most(day));
		if (reading.more === true) {
			tooFar = middle;
		} else {
			fits = middle;
			fitting = reading;
		}
	}
	return fitting ?? (await readTo(from));
}

/**
 * What is dated since the last poll is news with any other key: numbers of that day prove nothing, and what came in
 * between is not lost. Where the list shows most of what is known from before, the account is the same, and only what
 * is known is old; else all of it is.
 */
async function forOtherKey(
	state: DatedState,
	list: EventList,
	settings: Settings,
	polled: string,
): Promise<DatedState> {
	const { scope, revision, from, cursor, baseline } = state;
	if (baseline !== undefined) {
		return { ...state, known: new Map(), scan: startScan(state, list.today()) };
	}
	const listed = await list.readAll(from);
	const earlier = [...state.known].filter(([, { date }]) => date < polled);
	const met = earlier.filter(([key, { date }]) => listed.get(key)?.date === date);
	const isSameAccount = met.length > earlier.length / 2;
	if (!isSameAccount && settings.startDate !== undefined) {
		return dated.start(scope, list.today(), settings, false);
	}
	const old = isSameAccount
		? earlier.filter(([key]) => listed.has(key))
		: [...listed.values()]
				.filter(({ date }) => date < polled)
				.map(({ key, date, amounts }): [string, Known] => [
					key,
					settings.updates ? { date, amounts } : { date },
				]);
	return { scope, revision, from, cursor, known: new Map(old) };
}

/** Between a key and its amounts, which never hold one. */
const TAB = '\t';

/** Plain JSON of version 2, with the keys by day: what has left the overlap costs nothing. */
function save({ scope, revision, from, cursor, baseline, scan, known }: DatedState): object {
	const amounts = [...known.values()].some((one) => one.amounts !== undefined);
	const byDay = new Map<string, string[]>();
	for (const [key, one] of known) {
		const keys = byDay.get(one.date) ?? [];
		if (keys.length === 0) byDay.set(one.date, keys);
		keys.push(amounts ? `${key}${TAB}${one.changes ?? 0}/${one.amounts ?? ''}` : key);
	}
	return {
		v: 2,
		family: 'dated',
		scope,
		turn: revision,
		from,
		cursor,
		...(baseline === undefined ? {} : { baseline }),
		...(scan === undefined ? {} : { pass: scan }),
		amounts,
		seen: Object.fromEntries([...byDay].map(([day, keys]) => [day, packKeys(keys)])),
	};
}

function load(saved: unknown, scope: string): DatedState | undefined {
	if (!isRecord(saved) || saved.v !== 2 || saved.family !== 'dated') return undefined;
	const { turn: revision, from, cursor, baseline, pass: scan, amounts, seen } = saved;
	if (saved.scope !== scope || !isWhole(revision, 0) || !isRecord(seen)) return undefined;
	if (!isDate(from) || !isDate(cursor)) return undefined;
	if (baseline !== undefined && !isDate(baseline)) return undefined;
	if (scan !== undefined && !isScan(scan)) return undefined;
	const known = new Map<string, Known>();
	for (const [date, packed] of Object.entries(seen)) {
		const keys = isDate(date) ? unpackKeys(packed) : undefined;
		if (keys === undefined) return undefined;
		for (const key of keys) {
			if (amounts === true) known.set(...withAmounts(key, date));
			else known.set(key, { date });
		}
	}
	return { scope, revision, from, cursor, baseline, scan, known };
}

function withAmounts(text: string, date: string): [string, Known] {
	const end = text.lastIndexOf(TAB);
	const [changes = '', ...amounts] = text.slice(end + 1).split('/');
	const known = { date, changes: Number(changes) };
	const kept = amounts.join('/');
	return [text.slice(0, end), kept === '' ? known : { ...known, amounts: kept }];
}

function isScan(value: unknown): value is Scan {
	if (!isRecord(value)) return false;
	const { from, to, page, began, latest } = value;
	return (
		[from, began, latest].every(isDate) && (to === undefined || isDate(to)) && isWhole(page, 1)
	);
}
