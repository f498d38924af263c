import { NodeOperationError, type INodeExecutionData } from 'n8n-workflow';

import { pages } from '../api/pages';
import type { PollRun } from '../api/run';
import { addDays } from '../invoicing/dates';
import type { TriggerEvent } from './events';
import { datedItem, statusItem } from './items';
import { startClock, type PollClock } from './pollClock';
import { queryOf } from './readList';
import type { PollSettings } from './settings';
import { oldestFirst, sightingsIn, type Sighting } from './sighting';

/** How many real records a manual test shows. */
const SAMPLE_SIZE = 3;

/** How far back it looks for them at least. */
const SAMPLE_DAYS = 30;

/**
 * Real, recent records for building a workflow with. Neither reads nor writes what the trigger remembers.
 * @throws NodeOperationError when there is nothing to show yet, and CashInError when Cash-In does not give a list
 */
export async function sampleEvents(
	run: PollRun,
	event: TriggerEvent,
	settings: PollSettings,
): Promise<INodeExecutionData[]> {
	const clock = startClock(run);
	const first = await onePage(run, event, settings, 1, clock);
	// By the rows really given: a server may give fewer than asked.
	const lastPage = Math.ceil(first.totalCount / Math.max(1, first.rows));
	const last =
		lastPage > 1 ? await onePage(run, event, settings, lastPage, clock) : { sightings: [] };
	const newest = oldestFirst([...first.sightings, ...last.sightings])
		.filter(({ status }) => status !== '')
		.slice(-SAMPLE_SIZE);
	if (newest.length === 0) throw nothingYet(run, event);
	return newest.map((sighting) =>
		event.family === 'dated'
			? datedItem(event, { sighting })
			: statusItem(event, { sighting, previous: '', changes: 0 }),
	);
}

function nothingYet(run: PollRun, event: TriggerEvent) {
	return new NodeOperationError(
		run.node,
		`Cash-In has no "${event.name}" to show from the last ${daysBack(event)} days`,
		{
			description:
				'Activate the workflow and it will start with the first one, or loosen the filters to see an older one.',
		},
	);
}

function daysBack(event: TriggerEvent): number {
	return Math.max(SAMPLE_DAYS, event.family === 'dated' ? event.overlapDays : 0);
}

interface SamplePage {
	sightings: Sighting[];
	rows: number;
	totalCount: number;
}

/** Always with a window of days: without one, a list may give only what was not read before. */
async function onePage(
	run: PollRun,
	event: TriggerEvent,
	settings: PollSettings,
	firstPage: number,
	clock: PollClock,
): Promise<SamplePage> {
	const today = clock.today();
	const query = queryOf({ ...settings.filters, [event.from]: addDays(today, -daysBack(event)) });
	const limits = {
		firstPage,
		listOnly: true,
		onServerTime: clock.heardFromServer,
		whenLate: 'Execute the step again in a moment.',
	};
	let page: SamplePage = { sightings: [], rows: 0, totalCount: 0 };
	for await (const { rows, totalCount = rows.length } of pages(
		run,
		event.endpoint,
		{ query },
		limits,
	)) {
		page = { sightings: sightingsIn(event, rows, today), rows: rows.length, totalCount };
		break;
	}
	// This machine's clock is ahead of Cash-In's: the window was past everything.
	return clock.today() < today ? await onePage(run, event, settings, firstPage, clock) : page;
}
