import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { CashInError } from '../api/errors';
import { pages } from '../api/pages';
import { helsinkiDate } from '../invoicing/dates';
import { detect, isOld, type Reading, type Rules, type Sighting } from './detect';
import type { TriggerEvent } from './events';
import { firstState, readState, windowStart, type TriggerState } from './state';

export interface PollSettings extends Rules {
	/** What the user narrows the event down to, by the endpoint's own parameter names. */
	filters: Record<string, string>;
	/** `YYYY-MM-DD`: everything from this day on is news at the first poll. */
	startDate?: string;
}

/** Left for n8n to hand the items over, out of the time a poll may take. */
const HAND_OVER_MS = 5_000;

/** What n8n allows a poll by default; older hosts do not tell. */
const USUAL_BUDGET_MS = 300_000;

/**
 * One poll: what to ask for, what is news, what to remember.
 * The first one remembers what is there and gives out nothing; a passing trouble of Cash-In does not keep a
 * workflow from being activated: what is dated from that day on is news to the next poll then. A later poll that
 * fails remembers nothing of it.
 * @throws CashInError when Cash-In refuses, when something else answers, or when it is in trouble at a later poll
 */
export async function pollForEvents(
	context: IPollFunctions,
	event: TriggerEvent,
	settings: PollSettings,
): Promise<INodeExecutionData[] | null> {
	const started = Date.now();
	const today = helsinkiDate(new Date(started));
	const scope = await scopeOf(context, event, settings);
	const before = readState(context.getWorkflowStaticData('node'), scope);
	const plan = before ?? firstState(scope, today, settings.overlapDays, settings.startDate);

	let reading: Reading;
	try {
		const deadline = started + budget(context) - HAND_OVER_MS;
		reading = await read(context, event, settings, plan, { today, deadline });
	} catch (error) {
		if (before !== undefined || !(error instanceof CashInError) || !passes(error)) {
			throw asError(error);
		}
		context.logger.warn(`Cash-In Trigger starts without a first look: ${error.summary}`);
		return remember(context, { ...plan, resumePage: 1 });
	}
	return commit(context, event, settings, plan, reading, today);
}

/** Decides and remembers without a pause between, so that two polls at once cannot give out the same record. */
function commit(
	context: IPollFunctions,
	event: TriggerEvent,
	settings: PollSettings,
	plan: TriggerState,
	reading: Reading,
	today: string,
): INodeExecutionData[] | null {
	const current = readState(context.getWorkflowStaticData('node'), plan.scope) ?? plan;
	const { events, state } = detect(current, reading, today, settings);
	remember(context, state);
	return events.length === 0 ? null : events.map((sighting) => ({ json: toJson(event, sighting) }));
}

/** Keeps `state` and nothing else; gives null, which n8n takes for "nothing to do". */
function remember(context: IPollFunctions, state: TriggerState): null {
	const data = context.getWorkflowStaticData('node');
	for (const name of Object.keys(data)) if (!(name in state)) delete data[name];
	Object.assign(data, state);
	return null;
}

/** What one event gives a workflow: the record as Cash-In has it, and what tells it from any other. */
export function toJson(event: TriggerEvent, { key, date, record }: Sighting): IDataObject {
	return { event: event.value, dedupeKey: `${event.value}:${key}`, occurredAt: date, ...record };
}

/** A record as this event sees it; one without a date counts as of the day it is seen. */
export function sightingOf(event: TriggerEvent, record: IDataObject, today: string): Sighting {
	return { key: event.key(record), date: event.date(record) ?? today, record };
}

async function read(
	context: IPollFunctions,
	event: TriggerEvent,
	settings: PollSettings,
	plan: TriggerState,
	{ today, deadline }: { today: string; deadline: number },
): Promise<Reading> {
	const known = new Set(Object.values(plan.seen).flat());
	const query = {
		...settings.filters,
		[event.fromParameter]: windowStart(plan, settings.overlapDays),
	};
	const sightings: Sighting[] = [];
	let news = 0;
	// One page back: rows that arrived meanwhile push the others further on.
	const firstPage = Math.max(1, (plan.resumePage ?? 1) - 1);
	const limits = { deadline, firstPage, listOnly: true };
	for await (const page of pages(context, event.endpoint, { query }, limits)) {
		const found = page.rows.map((record) => sightingOf(event, record, today));
		sightings.push(...found);
		news += found.filter((one) => !known.has(one.key) && !isOld(plan, one)).length;
		if (news > settings.maxItems) return { sightings, complete: false, nextPage: page.number };
		// At least one page that is new to this pass, or a slow server would be asked for the same one forever.
		if (!page.last && Date.now() >= deadline && page.number > firstPage) {
			return { sightings, complete: false, nextPage: page.number + 1 };
		}
	}
	return { sightings, complete: true };
}

function budget(context: IPollFunctions): number {
	return typeof context.getPollBudgetMs === 'function'
		? context.getPollBudgetMs()
		: USUAL_BUDGET_MS;
}

/** Whether it will pass by itself, so that activation need not fail for it. */
function passes({ status, fault }: CashInError): boolean {
	return (
		status === 429 || (status ?? 0) >= 500 || ['timeout', 'network', 'cutOff'].includes(fault.kind)
	);
}

async function scopeOf(
	context: IPollFunctions,
	event: TriggerEvent,
	{ filters, startDate }: PollSettings,
): Promise<string> {
	const credential = context.getNode().credentials?.cashInApi?.id ?? '';
	const { environment, baseUrl } = await context.getCredentials('cashInApi');
	return JSON.stringify([event.value, filters, startDate ?? '', credential, environment, baseUrl]);
}

function asError(error: unknown): Error {
	return error instanceof Error ? error : new Error(String(error));
}
