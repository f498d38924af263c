import { NodeOperationError } from 'n8n-workflow';

import { asError, CashInError } from '../api/errors';
import { pages, type Page } from '../api/pages';
import type { PollRun } from '../api/run';
import { addDays, helsinkiDate } from '../invoicing/dates';
import type { TriggerEvent } from './events';
import type { Settings } from './fields';
import { observe, type KeyCounts, type Observation } from './observation';

/** Which days of the list to read, and when to stop. Days are `YYYY-MM-DD`. */
export interface ListRequest {
	from: string;
	/** The last day; open when left out. */
	to?: string;
	/** The page to go on with, counted from 1. */
	page: number;
	/** Whether an observation changes anything, and whether it is an event; undefined for no change. */
	compare: (observation: Observation) => { event?: object } | undefined;
	/** Events that are enough. */
	enough: number;
	/** The first page is given back alone when the server tells of more rows than this. */
	most?: number;
}

/** The pages of a list, folded into one. */
export interface Reading {
	/** What changes something, in the order of the list. */
	observations: Observation[];
	/** Keys that were met without a change. */
	unchanged: Set<string>;
	/** The latest day among all rows that is not in the future. */
	latest?: string;
	/** The last day that was asked for. */
	to?: string;
	/** `YYYY-MM-DD` in Finland. */
	today: string;
	/** Whether the list was read to its end, and surely whole. */
	complete: boolean;
	/** Where to go on when it was not. */
	nextPage: number;
	/** Set when it was not read on because there is more than was asked for. */
	more?: true;
	/** Set when fewer rows came than the server told of. */
	short?: CashInError;
}

export type EventList = ReturnType<typeof createEventList>;

/** What an n8n says that ends no poll; older ones say nothing. */
const DEFAULT_BUDGET_MS = 300_000;

/** How long a poll may take, in milliseconds, and whether n8n ends it then: its durable scheduler does. */
export function budgetOf({ context }: PollRun): { budget: number; isLimited: boolean } {
	const isTold = typeof context.getPollBudgetMs === 'function';
	const budget = isTold ? context.getPollBudgetMs() : DEFAULT_BUDGET_MS;
	return { budget, isLimited: budget < DEFAULT_BUDGET_MS };
}

/** Out of the time a poll may take, the last part, in which no further request begins; a fifth at most. */
const LAST_REQUEST_MS = 5_000;

const MAX_ATTEMPTS = 3;

/** The list of one event, and the time, for one poll. Reading throws what `pages` throws, but for an incomplete list. */
export function createEventList(run: PollRun, event: TriggerEvent, settings: Settings) {
	const { budget, isLimited } = budgetOf(run);
	const started = Date.now();
	const deadline = started + budget - Math.min(LAST_REQUEST_MS, budget / 5);
	const isOver = () => Date.now() >= deadline;
	/** n8n's durable scheduler throws away what a poll found when it takes longer than this and a margin. */
	const end = isLimited ? started + budget : undefined;
	const whenLate = isLimited ? `${WHEN_LATE} ${WHEN_OUT_OF_TIME}` : WHEN_LATE;
	let today = helsinkiDate(new Date(started));
	let serverDay: string | undefined;
	const onServerTime = (time: number) => {
		serverDay ??= helsinkiDate(new Date(time));
		if (serverDay < today) today = serverDay;
	};
	const lastDay = event.family === 'dated' ? event.to : undefined;

	const pagesOf = (from: string, to: string | undefined, firstPage: number, advice: object) => {
		const window = { [event.from]: from, ...(lastDay === undefined ? {} : { [lastDay]: to }) };
		const parameters = { ...settings.filters, ...window };
		const limits = { firstPage, listOnly: true, onServerTime, ...advice };
		return pages(run, event.endpoint, { parameters }, limits);
	};

	/** One attempt, with the keys of all rows, and whether they are surely the whole list. */
	async function attempt(request: ListRequest, firstPage: number) {
		const { from, to, enough, most = Infinity } = request;
		const nothing = { observations: [], unchanged: new Set<string>(), complete: true, nextPage: 1 };
		const reading: Reading = { ...nothing, to, today };
		const stop = (nextPage: number, why: Partial<Reading> = {}) =>
			Object.assign(reading, { complete: false, nextPage, ...why });
		const keys = new Set<string>();
		const totals = new Set<number | undefined>();
		const met: KeyCounts = new Map();
		/** A list that is empty or has no pages cannot shift. */
		let isFixed = true;
		/** Equal rows without a number fill up a count, whether they are one or two. */
		let isCountable = true;
		let events = 0;
		let next = firstPage;
		const advice = { deadline, end, whenLate, whenShort: WHEN_SHORT };
		try {
			for await (const { rows, number, totalCount, last } of pagesOf(from, to, firstPage, advice)) {
				next = number + 1;
				totals.add(totalCount);
				isFixed = last && totalCount === undefined;
				for (const observation of observe(event, rows, today, met)) {
					keys.add(observation.key);
					if (observation.repeated) isCountable = false;
					if (addTo(reading, observation, request, today)) events += 1;
				}
				const isTooMuch = number === firstPage && (totalCount ?? 0) > most;
				if (isTooMuch || (!last && events > enough)) stop(number, { more: true });
				// At least one page that is new to this poll, or a slow server would be asked for the same one forever.
				else if (!last && isOver() && number > firstPage) stop(number + 1);
				if (last || !reading.complete) break;
			}
		} catch (error) {
			if (!(error instanceof CashInError)) throw asError(error);
			const ranOut = error.fault.kind === 'timeout' && isOver() && next > firstPage;
			if (error.fault.kind === 'incomplete') stop(1, { short: error });
			// What came before is good. Where the last poll came no less far, somebody has to hear of it.
			else if (ranOut)
				stop(Math.max(next, request.page), next > request.page ? {} : { short: error });
			else throw asError(error);
		}
		reading.today = today;
		const whole = isFixed || (isCountable && totals.size === 1 && totals.has(keys.size));
		return { reading, keys, whole };
	}

	/**
	 * Reads the list to its end, or until there is enough.
	 * A list that changes while it is read can push a row over to a page that was passed already. It was read whole
	 * when its total stayed the same and as many different rows came; else, and where no total is told, it is read
	 * again until the same rows come twice. Should it never come to rest, or fewer rows come than are told, the
	 * reading is incomplete: what it found is good, and the next poll begins this window again.
	 */
	async function read(request: ListRequest): Promise<Reading> {
		// One page back: rows that arrived meanwhile push the others further on.
		const firstPage = Math.max(1, request.page - 1);
		let before: Set<string> | undefined;
		for (let attempts = 1; ; attempts += 1) {
			const { reading, keys, whole } = await attempt(request, firstPage);
			const shifted = reading.short?.fault.changed === true;
			if (!shifted && (!reading.complete || firstPage > 1)) return withoutRepeated(reading);
			if (!shifted && (whole || isSame(keys, before))) return reading;
			if (attempts === MAX_ATTEMPTS || isOver()) {
				return withoutRepeated({ ...reading, short: undefined, complete: false, nextPage: 1 });
			}
			before = shifted ? undefined : keys;
		}
	}

	/**
	 * Everything from a day on, by key.
	 * @throws NodeOperationError when a poll has no time for all of it
	 */
	async function readAll(from: string) {
		const request = { from, page: 1, enough: Infinity, compare: () => ({}) };
		const { observations, complete } = await read(request);
		if (!complete && isOver()) {
			const message =
				'A poll has no time for the whole list, which has to be read for another API key';
			throw new NodeOperationError(run.node, message, { description: whenLate });
		}
		return new Map(observations.map((observation) => [observation.key, observation]));
	}

	/** A page of the last days. Always with a window: without one, a list may give only what was not read before. */
	async function readPage(days: number, number: number): Promise<Page | undefined> {
		const asked = today;
		const advice = { whenLate: 'Execute the step again in a moment.' };
		let first: Page | undefined;
		for await (first of pagesOf(addDays(asked, -days), undefined, number, advice)) break;
		// This machine's clock is ahead of Cash-In's: the window was past everything.
		return today < asked ? await readPage(days, number) : first;
	}

	return {
		/** Whether a last day can be asked for. */
		hasEnd: lastDay !== undefined,
		/** Whether the records have a day of their own. */
		hasDates: event.family === 'dated' || event.date !== undefined,
		/** Whether the time is up: no further request begins. */
		isOver,
		/** Whether a share of the time is over, such as a half. */
		isSpent: (share: number) => Date.now() >= started + budget * share,
		/**
		 * The day in Helsinki, `YYYY-MM-DD`, by whichever of two clocks is behind: this machine's when the poll began, and
		 * Cash-In's. A clock that runs ahead would take a payment dated ahead for the latest one, and what follows for old.
		 */
		today: () => today,
		/** The day in Helsinki by Cash-In's clock alone, once it has told it. */
		serverDay: () => serverDay,
		read,
		readAll,
		readPage,
	};
}

const WHEN_LATE = 'The next poll asks again, and skips nothing.';
const WHEN_OUT_OF_TIME =
	'If it stays, whoever runs n8n can give polls more time: N8N_SCHEDULER_POLL_TIMEOUT and, longer than that, N8N_SCHEDULER_LEASE_DURATION, in seconds.';
const WHEN_SHORT =
	'What came of it is given out. The next poll asks for it again, and skips nothing. If it stays, tell Cash-In.';

/** Folds one observation into a reading. Gives whether it is an event. */
function addTo(
	reading: Reading,
	observation: Observation,
	{ compare }: ListRequest,
	today: string,
): boolean {
	const { latest } = reading;
	const { date } = observation;
	if (date <= today && (latest === undefined || date > latest)) reading.latest = date;
	const change = compare(observation);
	if (change === undefined) {
		reading.unchanged.add(observation.key);
		return false;
	}
	reading.observations.push(observation);
	// An incomplete reading leaves a repeated one to the next: it is no reason to stop.
	return change.event !== undefined && observation.repeated !== true;
}

/**
 * For a reading of a part: what was met twice in it and has no number may be one thing that slipped to another page.
 * It is left for a reading of the whole list, which comes before its day is left behind.
 */
function withoutRepeated(reading: Reading): Reading {
	const observations = reading.observations.filter(({ repeated }) => repeated !== true);
	return { ...reading, observations };
}

function isSame(keys: Set<string>, before: Set<string> | undefined): boolean {
	return before?.size === keys.size && [...keys].every((key) => before.has(key));
}
