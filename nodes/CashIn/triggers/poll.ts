import { NodeOperationError, type INodeExecutionData } from 'n8n-workflow';

import { asError, CashInError } from '../api/errors';
import type { PollRun } from '../api/run';
import { dated } from './dated';
import { nameOf, type TriggerEvent } from './events';
import { NO_STATUSES, readSettings, type Settings } from './fields';
import { budgetOf, createEventList, type EventList, type Reading } from './list';
import { byDate, itemOf, observe, type Occurrence } from './observation';
import { pollAlone } from './overlap';
import { isDate, openStore, readAccount, scopeOf, type Family, type State } from './state';
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
	const list = createEventList(run, event, settings);
	const poll = { run, event, settings, list };
	const isManual = run.context.getMode() === 'manual';
	const work: Work = isManual ? sampleEvents : detectEvents;
	const give = async () =>
		event.family === 'dated' ? await work(dated, poll) : await work(watched, poll);
	return budgetOf(run).isLimited && !isManual ? await pollAlone(run, give) : await give();
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
	const { today } = list;
	const scope = await scopeOf(run, event, settings);
	const store = openStore(run);
	const { saved } = store;
	const { account, isOther } = await readAccount(run, saved);
	const loaded = family.load(saved, scope);
	const polled = isDate(saved.polled) ? saved.polled : '';
	const before =
		loaded !== undefined && isOther
			? await family.forOtherKey(loaded, list, settings, polled)
			: loaded;
	const save = (state: S, items: INodeExecutionData[] = []) =>
		store.save({ ...family.save(state), account, polled: today() }, items);
	const start = (failed: boolean) => family.start(scope, today(), settings, failed);
	const isAhead = (state: S) => {
		const serverDay = list.serverDay();
		return serverDay !== undefined && family.isAhead(state, serverDay, settings);
	};
	const plan = before === undefined || isAhead(before) ? start(before !== undefined) : before;
	try {
		const detected = await detectAll(family, plan, poll, () => isAhead(plan));
		if (detected === undefined) return await detectEvents(family, poll);
		const items = detected.events.map((one) => itemOf(event, one));
		return save({ ...detected.state, revision: plan.revision + 1 }, items);
	} catch (error) {
		if (before !== undefined) throw asError(error);
		ignoreTransient(run, error);
		return save(start(true));
	}
}

/**
 * Window after window, until there is as much as one poll gives out, half of the time is over, since none must run out
 * of it that was begun, or the list ends. Undefined when it
 * turns out that the first look began by a clock ahead of Cash-In's.
 */
async function detectAll<S extends State>(
	family: Family<S>,
	plan: S,
	poll: Poll,
	isAhead: () => boolean,
): Promise<{ state: S; events: Occurrence[] } | undefined> {
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
		if (isAhead()) return undefined;
		const detected = family.detect(state, reading, rules);
		state = detected.state;
		events.push(...detected.events);
		if (reading.short !== undefined) {
			warn('came', reading.short);
			break;
		}
		const isThrough = reading.complete && reading.to !== undefined;
		if (!isThrough || events.length >= settings.maxItems || list.isSpent(1 / 2)) break;
	}
	return { state, events };
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

const PUBLISH =
	'Publish the workflow (in n8n 1.x: activate it) and it will start with the first one';
const LOOSEN = ', or loosen the filters to see an older one.';

function isNarrowed({ filters, statusFilter }: Settings): boolean {
	return Object.keys(filters).length > 0 || statusFilter !== NO_STATUSES;
}

/** How far back it looks for them at least. */
const SAMPLE_DAYS = 30;

/** Before any record. */
const EVER = '1900-01-01';

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
	const first = await list.readPage(days, 1);
	// By the rows really given: a server may give fewer than asked.
	const lastPage = Math.ceil((first?.totalCount ?? 0) / Math.max(1, first?.rows.length ?? 0));
	const last = lastPage > 1 ? await list.readPage(days, lastPage) : undefined;
	const today = list.today();
	const pages = [first?.rows ?? [], last?.rows ?? []];
	const observations = pages.flatMap((rows) => observe(event, rows, today));
	const everything = { startDate: EVER, wantsChange: () => true, isTerminal: () => false };
	const rules = { ...settings, ...everything, maxItems: Infinity };
	const { events } = family.detect(
		family.start('', today, rules, false),
		{ observations, unchanged: new Set(), today, complete: true, nextPage: 1 },
		rules,
	);
	if (events.length > 0) {
		const newest = events.sort((a, b) => byDate(a.observation, b.observation)).slice(-SAMPLE_SIZE);
		return newest.map((one) => itemOf(event, { ...one, changes: 0 }));
	}
	throw new NodeOperationError(
		run.node,
		`Cash-In has no "${nameOf(event)}" to show from the last ${days} days`,
		{ description: `${PUBLISH}${isNarrowed(settings) ? LOOSEN : '.'}` },
	);
}
