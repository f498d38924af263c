import { NodeOperationError, type INodeExecutionData } from 'n8n-workflow';

import { CashInError } from '../api/errors';
import type { PollRun } from '../api/run';
import { addDays } from '../invoicing/dates';
import { dated } from './dated';
import type { TriggerEvent } from './events';
import { readSettings, type Settings } from './fields';
import { asError, createEventList, startClock, type EventList, type Reading } from './list';
import { byDate, itemOf, observe, type KeyCounts, type Occurrence } from './observation';
import {
	isDate,
	readAccount,
	savedState,
	saveState,
	scopeOf,
	stampOf,
	type Family,
	type State,
} from './state';
import { watched } from './watched';

/** What one poll, or a manual test, works with. */
interface Poll {
	run: PollRun;
	event: TriggerEvent;
	settings: Settings;
	list: EventList;
}

type Work = <S extends State>(
	family: Family<S>,
	poll: Poll,
) => Promise<INodeExecutionData[] | null>;

/**
 * What happened since the last poll; in a manual test, real records.
 * @throws CashInError when Cash-In does not give a list, and NodeOperationError when a parameter cannot be used or a
 * manual test has nothing to show
 */
export async function pollForEvents(
	run: PollRun,
	event: TriggerEvent,
): Promise<INodeExecutionData[] | null> {
	const settings = readSettings(run, event);
	const list = createEventList(run, event, settings, startClock(run));
	const poll = { run, event, settings, list };
	const work: Work = run.context.getMode() === 'manual' ? sampleEvents : detectEvents;
	return event.family === 'dated' ? await work(dated, poll) : await work(watched, poll);
}

/**
 * One poll: reads the list, detects what is news, saves the state.
 * The first one remembers what is there and gives out nothing. A passing trouble of Cash-In does not keep a workflow
 * from being activated: what is dated from that day on is news to the next poll then. A later poll that fails saves
 * nothing of what it could not read. A poll that was overtaken by another gives out nothing.
 */
async function detectEvents<S extends State>(
	family: Family<S>,
	poll: Poll,
): Promise<INodeExecutionData[] | null> {
	const { run, event, settings, list } = poll;
	const { clock } = list;
	const scope = await scopeOf(run, event, settings);
	const stamp = stampOf(run);
	const saved = savedState(run);
	const { account, isOther } = await readAccount(run, saved);
	const loaded = family.load(saved, scope);
	const before =
		loaded !== undefined && isOther
			? await family.forOtherKey(loaded, {
					settings,
					clock,
					hasDates: event.family === 'dated' || event.date !== undefined,
					polled: isDate(saved.polled) ? saved.polled : '',
					readAll: async (from) => await readAll(list, from),
				})
			: loaded;
	const save = (state: S, items: INodeExecutionData[] = []) =>
		saveState(run, { ...family.save(state), account, polled: clock.today() }, stamp, items);
	const start = (failed: boolean) => family.start(scope, clock.today(), settings, failed);
	const isAhead = (state: S) => {
		const serverDay = clock.serverDay();
		return serverDay !== undefined && family.isAhead(state, serverDay, settings);
	};
	const plan = before === undefined || isAhead(before) ? start(before !== undefined) : before;
	try {
		const { state, events } = await detectAll(family, plan, poll);
		if (isAhead(plan)) return await detectEvents(family, poll);
		return save(
			{ ...state, revision: plan.revision + 1 },
			events.map((one) => itemOf(event, one)),
		);
	} catch (error) {
		if (before !== undefined) throw asError(error);
		ignoreTransient(run, error);
		return save(start(true));
	}
}

/** Window after window, until there is as much as one poll gives out, the time is up, or the list ends. */
async function detectAll<S extends State>(family: Family<S>, plan: S, poll: Poll) {
	const { run, settings, list } = poll;
	const events: Occurrence[] = [];
	/** What was read is given out; when that is nothing new, the poll fails, so that somebody hears of it. */
	const warn = (words: string, error: unknown) => {
		if (events.length === 0) throw asError(error);
		run.context.logger.warn(`Cash-In Trigger gives out what ${words}: ${asError(error).message}`);
	};
	let state = plan;
	for (;;) {
		const rules = { ...settings, maxItems: settings.maxItems - events.length };
		let reading: Reading;
		try {
			reading = await family.read(state, rules, list);
		} catch (error) {
			warn('it could read', error);
			break;
		}
		const detected = family.detect(state, reading, rules);
		state = detected.state;
		events.push(...detected.events);
		if (reading.short !== undefined) {
			warn('came', reading.short);
			break;
		}
		const isThrough = reading.complete && reading.to !== undefined;
		if (!isThrough || events.length >= settings.maxItems || list.clock.isOver()) break;
	}
	return { state, events };
}

async function readAll(list: EventList, from: string) {
	const request = { from, page: 1, enough: Infinity, compare: () => ({}) };
	const { observations } = await list.read(request);
	return new Map(observations.map((observation) => [observation.key, observation]));
}

/**
 * Ignores a trouble of Cash-In that passes by itself, so that a workflow can be activated.
 * @throws any other
 */
function ignoreTransient({ context }: PollRun, error: unknown): void {
	const isTransient =
		error instanceof CashInError &&
		(error.status === 429 ||
			(error.status ?? 0) >= 500 ||
			['timeout', 'network', 'cutOff'].includes(error.fault.kind));
	if (!isTransient) throw asError(error);
	context.logger.warn(`Cash-In Trigger starts without a first look: ${error.summary}`);
}

/** Real records that a manual test shows. */
const SAMPLE_SIZE = 3;

/** How far back it looks for them at least. */
const SAMPLE_DAYS = 30;

/**
 * Real, recent records for building a workflow with: what is news to a state that knows nothing. Neither reads nor
 * saves the trigger's own.
 * @throws NodeOperationError when there is nothing to show yet
 */
async function sampleEvents<S extends State>(
	family: Family<S>,
	{ run, event, settings, list }: Poll,
): Promise<INodeExecutionData[]> {
	const days = Math.max(SAMPLE_DAYS, event.family === 'dated' ? event.overlapDays : 0);
	const first = await samplePage(list, days, 1);
	// By the rows really given: a server may give fewer than asked.
	const lastPage = Math.ceil((first?.totalCount ?? 0) / Math.max(1, first?.rows.length ?? 0));
	const last = lastPage > 1 ? await samplePage(list, days, lastPage) : undefined;
	const today = list.clock.today();
	const met: KeyCounts = new Map();
	const observations = [first, last].flatMap((page) =>
		observe(event, page?.rows ?? [], today, met),
	);
	const any = { maxItems: Infinity, wantsChange: () => true, isTerminal: () => false };
	const { events } = family.detect(
		family.blank(today),
		{ observations, unchanged: new Set(), today, complete: true, nextPage: 1 },
		{ ...settings, ...any },
	);
	if (events.length > 0) {
		const newest = events.sort((a, b) => byDate(a.observation, b.observation)).slice(-SAMPLE_SIZE);
		return newest.map((one) => itemOf(event, { ...one, changes: 0 }));
	}
	throw new NodeOperationError(
		run.node,
		`Cash-In has no "${event.name}" to show from the last ${days} days`,
		{
			description:
				'Activate the workflow and it will start with the first one, or loosen the filters to see an older one.',
		},
	);
}

/** Always with a window of days: without one, a list may give only what was not read before. */
async function samplePage(
	list: EventList,
	days: number,
	number: number,
): ReturnType<EventList['readPage']> {
	const today = list.clock.today();
	const page = await list.readPage(addDays(today, -days), number);
	// This machine's clock is ahead of Cash-In's: the window was past everything.
	return list.clock.today() < today ? await samplePage(list, days, number) : page;
}
