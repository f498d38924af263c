import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { IncompleteList } from '../api/pages';
import type { PollRun } from '../api/run';
import { forOtherKeyDated, forOtherKeyWatched, readAccount } from './account';
import { isDate } from './checks';
import { firstDatedMemory, packDated, unpackDated, type DatedMemory } from './datedMemory';
import { beginPass, detectDated, type DatedNews } from './detectDated';
import type { DatedEvent, TriggerEvent, WatchedEvent } from './events';
import { datedItem, statusItem } from './items';
import { letPass, recall, remember, scopeOf, stampOf } from './memory';
import { startClock, type PollClock } from './pollClock';
import { readDated } from './readDated';
import { readWatched } from './readWatched';
import type { PollSettings } from './settings';
import { detectWatched } from './detectWatched';
import {
	firstWatchedMemory,
	packWatched,
	unpackWatched,
	type WatchedMemory,
} from './watchedMemory';

/**
 * One poll: what to ask for, what is news, what to remember.
 * The first one remembers what is there and gives out nothing; a passing trouble of Cash-In does not keep a
 * workflow from being activated: what is dated from that day on is news to the next poll then. A later poll that
 * fails remembers nothing of what it could not read. A poll that was overtaken by another gives out nothing.
 * A first look that was begun by a clock ahead of Cash-In's begins again: it would have been past everything.
 * @throws CashInError when Cash-In refuses, when something else answers, or when it is in trouble at a later poll
 */
export async function pollForEvents(
	run: PollRun,
	event: TriggerEvent,
	settings: PollSettings,
): Promise<INodeExecutionData[] | null> {
	const clock = startClock(run);
	const scope = await scopeOf(run, event, settings);
	return event.family === 'dated'
		? await pollDated(run, event, settings, scope, clock)
		: await pollWatched(run, event, settings, scope, clock);
}

async function pollDated(
	run: PollRun,
	event: DatedEvent,
	settings: PollSettings,
	scope: string,
	clock: PollClock,
): Promise<INodeExecutionData[] | null> {
	const stamp = stampOf(run);
	const kept = recall(run);
	const { account, isOther } = await readAccount(run, kept);
	const known = unpackDated(kept, scope);
	const before =
		known !== undefined && isOther
			? await forOtherKeyDated(run, event, settings, known, dayOf(kept), clock)
			: known;
	const save = (memory: DatedMemory, items?: INodeExecutionData[]) =>
		remember(run, { ...packDated(memory), account, polled: clock.today() }, stamp, items);
	const begin = (failed: boolean) => {
		const first = firstDatedMemory(scope, clock.today(), settings.overlapDays, settings.startDate);
		return failed ? { ...first, pass: beginPass(first, clock.today()) } : first;
	};
	const isAhead = ({ baseline = '' }: DatedMemory) => baseline > (clock.serverDay() ?? baseline);
	const plan = before === undefined || isAhead(before) ? begin(before !== undefined) : before;
	try {
		const { memory, news } = await gather(run, event, settings, plan, clock);
		if (isAhead(plan)) return await pollDated(run, event, settings, scope, clock);
		const items = news.map((one) => datedItem(event, one));
		return save(memory, items);
	} catch (error) {
		if (before !== undefined) throw asError(error);
		letPass(run, error);
		return save(begin(true));
	}
}

/** Window after window, until there is as much as one poll gives out, or no more to be read. */
async function gather(
	run: PollRun,
	event: DatedEvent,
	settings: PollSettings,
	plan: DatedMemory,
	clock: PollClock,
): Promise<{ memory: DatedMemory; news: DatedNews[] }> {
	let memory = plan;
	const news: DatedNews[] = [];
	for (;;) {
		const rules = { ...settings, maxItems: settings.maxItems - news.length };
		let reading;
		try {
			reading = await readDated(run, event, rules, memory, clock);
		} catch (error) {
			if (news.length === 0) throw asError(error);
			run.context.logger.warn(
				`Cash-In Trigger gives out what it could read: ${asError(error).message}`,
			);
			break;
		}
		const found = detectDated(memory, reading, rules);
		memory = found.memory;
		news.push(...found.news);
		if (reading.short !== undefined) {
			tellShort(run, reading.short, news);
			break;
		}
		const throughWindow = reading.complete && reading.to !== undefined;
		if (!throughWindow || news.length >= settings.maxItems || clock.isOver()) break;
	}
	return { memory: { ...memory, turn: plan.turn + 1 }, news };
}

async function pollWatched(
	run: PollRun,
	event: WatchedEvent,
	settings: PollSettings,
	scope: string,
	clock: PollClock,
): Promise<INodeExecutionData[] | null> {
	const stamp = stampOf(run);
	const kept = recall(run);
	const { account, isOther } = await readAccount(run, kept);
	const known = unpackWatched(kept, scope);
	const before =
		known !== undefined && isOther
			? await forOtherKeyWatched(run, event, settings, known, clock)
			: known;
	const save = (memory: WatchedMemory, items?: INodeExecutionData[]) =>
		remember(run, { ...packWatched(memory), account, polled: clock.today() }, stamp, items);
	const began = clock.today();
	const plan = before ?? firstWatchedMemory(scope, began, settings.watchDays);
	const rules = { ...settings, isTerminal: event.isTerminal, wanted: settings.wantsChange };
	try {
		const reading = await readWatched(run, event, settings, plan, clock);
		if (before === undefined && clock.today() < began) {
			return await pollWatched(run, event, settings, scope, clock);
		}
		const { memory, news } = detectWatched(plan, reading, rules);
		if (reading.short !== undefined) tellShort(run, reading.short, news);
		const items = news.map((one) => statusItem(event, one));
		return save(memory, items);
	} catch (error) {
		if (before !== undefined) throw asError(error);
		letPass(run, error);
		return save({ ...plan, page: 1 });
	}
}

/** The day a memory was written. Of one that does not tell it, everything in the window counts as since then. */
function dayOf({ polled }: IDataObject): string {
	return isDate(polled) ? polled : '';
}

/**
 * Of a list that did not come whole: what it showed is given out, with a line in the log; when that is nothing new, the
 * poll fails, so that somebody hears of it.
 * @throws the error itself
 */
function tellShort(run: PollRun, short: IncompleteList, news: readonly unknown[]): void {
	if (news.length === 0) throw asError(short);
	run.context.logger.warn(`Cash-In Trigger gives out what came: ${short.message}`);
}

function asError(error: unknown): Error {
	return error instanceof Error ? error : new Error(String(error));
}
