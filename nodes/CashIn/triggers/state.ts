import { createHash, randomBytes } from 'node:crypto';

import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { PollRun } from '../api/run';
import { readDate } from '../invoicing/dates';
import type { TriggerEvent } from './events';
import type { Settings } from './fields';
import type { EventList, Reading } from './list';
import type { Observation, Occurrence } from './observation';

/** What a trigger knows between two polls. Days are `YYYY-MM-DD`. */
export interface State {
	/** Event, filters, credential and address; any change begins anew. */
	scope: string;
	/** Grows with every poll that saved: a poll that finds another number than it began with was overtaken. */
	revision: number;
	/** Nothing dated before this day is asked for or given out; never moves back. */
	from: string;
}

/** What events that happened and statuses that change do each in their own way; what takes no list is pure. */
export interface Family<S extends State> {
	/**
	 * The state before the first poll.
	 * @param failed whether Cash-In was in trouble at the first look, so that the next poll takes its place
	 */
	start(scope: string, today: string, settings: Settings, failed: boolean): S;
	/** Whether a first look began by a clock ahead of Cash-In's: it would be past everything. */
	isAhead(state: S, serverDay: string, settings: Settings): boolean;
	/** State of version 2 from what n8n kept; undefined when it is of another scope or makes no sense. */
	load(saved: unknown, scope: string): S | undefined;
	save(state: S): object;
	/** Reads the next window of the list. */
	read(state: S, settings: Settings, list: EventList): Promise<Reading>;
	/** Folds a reading into the state, and gives what is news in it. */
	detect(state: S, reading: Reading, settings: Settings): { state: S; events: Occurrence[] };
	/**
	 * What holds for another API key in the same credential; undefined begins anew. It may be a new key of the same
	 * account or one of another account, and no answer says which: the list decides, by whether it shows most of what is
	 * known.
	 * @param polled day of the last poll with the key before; '' when the state does not tell it
	 */
	forOtherKey(
		state: S,
		list: EventList,
		settings: Settings,
		polled: string,
	): Promise<S | undefined>;
}

/** What an observation changes. */
export interface Change<Known> {
	/** What is known from then on; undefined when nothing has to be. */
	next?: Known;
	/** Set when it starts the workflow. */
	event?: Omit<Occurrence, 'observation'>;
}

/**
 * Folds observations into what is known, and gives the events among them, `maxItems` at most. Only what is given out
 * is marked as known, so nothing that waits is lost.
 */
export function takeEvents<Known>(
	known: Map<string, Known>,
	observations: readonly Observation[],
	maxItems: number,
	compare: (observation: Observation) => Change<Known> | undefined,
): { events: Occurrence[]; isWaiting: boolean } {
	const events: Occurrence[] = [];
	let isWaiting = false;
	for (const observation of observations) {
		const change = compare(observation);
		if (change === undefined) continue;
		if (change.event !== undefined && events.length >= maxItems) {
			isWaiting = true;
			continue;
		}
		if (change.event !== undefined) events.push({ observation, ...change.event });
		if (change.next === undefined) known.delete(observation.key);
		else known.set(observation.key, change.next);
	}
	return { events, isWaiting };
}

/** What n8n keeps for this node. */
export function openStore({ context }: PollRun) {
	// Asked for anew each time: it may be another object, even within one poll.
	const read = () => context.getWorkflowStaticData('node');
	/** Which state it is and how often it was saved: tells that another poll saved meanwhile. */
	const stamp = ({ v, scope, turn } = read()) => JSON.stringify([v, scope, turn]);
	const opened = stamp();
	return {
		saved: read(),
		/**
		 * Keeps `state` and nothing else, and gives the items; null, which n8n takes for "nothing to do", when there are
		 * none. Decides without a pause between: when another poll has saved meanwhile, this one gives out nothing, and
		 * the next one finds what is left.
		 */
		save(state: object, items: INodeExecutionData[]): INodeExecutionData[] | null {
			if (stamp() !== opened) {
				context.logger.debug('Cash-In Trigger: another poll was faster');
				return null;
			}
			const data = read();
			for (const name of Object.keys(data)) if (!(name in state)) delete data[name];
			Object.assign(data, state);
			return items.length === 0 ? null : items;
		},
	};
}

/** Event, filters, credential and address. Of the key in the credential see `readAccount`. */
export async function scopeOf(
	{ context, node }: PollRun,
	event: TriggerEvent,
	{ filters, startDate, watchDays, statusFilter }: Settings,
): Promise<string> {
	const credential = node.credentials?.cashInApi?.id ?? '';
	const { environment, baseUrl } = await context.getCredentials('cashInApi');
	const own = event.family === 'dated' ? [startDate ?? ''] : [watchDays, statusFilter];
	return JSON.stringify([event.value, filters, ...own, credential, environment, baseUrl]);
}

/**
 * The mark of the key this poll uses, and whether the state is of another one; one without a mark is of whoever reads it.
 * It is salted, so that the same key leaves different marks, and far shorter than a key, so that countless others
 * leave the same: it tells that a key was changed, and nothing of the key.
 */
export async function readAccount(
	{ context }: PollRun,
	saved: IDataObject,
): Promise<{ account: string; isOther: boolean }> {
	const { apiKey } = await context.getCredentials('cashInApi');
	const key = String(apiKey ?? '').trim();
	const kept = typeof saved.account === 'string' ? saved.account : '';
	const [salt = ''] = kept.split('.');
	if (kept !== '' && markOf(salt, key) === kept) return { account: kept, isOther: false };
	return { account: markOf(randomBytes(6).toString('base64url'), key), isOther: kept !== '' };
}

const MARK_BYTES = 5;

function markOf(salt: string, key: string): string {
	const digest = createHash('sha256').update(`${salt}.${key}`).digest();
	return `${salt}.${digest.subarray(0, MARK_BYTES).toString('base64url')}`;
}

/** Whether a value is a day that exists, `YYYY-MM-DD`. */
export function isDate(value: unknown): value is string {
	return readDate(value) === value;
}

export function isWhole(value: unknown, least: number): value is number {
	return typeof value === 'number' && Number.isInteger(value) && value >= least;
}
