import { NodeOperationError, type INodeExecutionData, type IPollFunctions } from 'n8n-workflow';

import { pages } from '../api/pages';
import { addDays } from '../invoicing/dates';
import type { TriggerEvent } from './events';
import { datedItem, statusItem } from './items';
import { startClock } from './pollClock';
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
	context: IPollFunctions,
	event: TriggerEvent,
	settings: PollSettings,
): Promise<INodeExecutionData[]> {
	const today = startClock(context).today();
	const days = Math.max(SAMPLE_DAYS, event.family === 'dated' ? event.overlapDays : 0);
	// Always with a window: without one, a list may give only what was not read before.
	const query = queryOf({ ...settings.filters, [event.from]: addDays(today, -days) });
	const first = await onePage(context, event, query, 1, today);
	// By the rows really given: a server may give fewer than asked.
	const lastPage = Math.ceil(first.totalCount / Math.max(1, first.rows));
	const last =
		lastPage > 1 ? await onePage(context, event, query, lastPage, today) : { sightings: [] };
	const newest = oldestFirst([...first.sightings, ...last.sightings])
		.filter(({ status }) => status !== '')
		.slice(-SAMPLE_SIZE);
	if (newest.length === 0) throw nothingYet(context, event, days);
	return newest.map((sighting) =>
		event.family === 'dated'
			? datedItem(event, { sighting })
			: statusItem(event, { sighting, previous: '', changes: 0 }),
	);
}

function nothingYet(context: IPollFunctions, event: TriggerEvent, days: number) {
	return new NodeOperationError(
		context.getNode(),
		`Cash-In has no "${event.name}" to show from the last ${days} days`,
		{
			description:
				'Activate the workflow and it will start with the first one, or loosen the filters to see an older one.',
		},
	);
}

async function onePage(
	context: IPollFunctions,
	event: TriggerEvent,
	query: ReturnType<typeof queryOf>,
	firstPage: number,
	today: string,
): Promise<{ sightings: Sighting[]; rows: number; totalCount: number }> {
	const limits = { firstPage, listOnly: true };
	for await (const { rows, totalCount } of pages(context, event.endpoint, { query }, limits)) {
		return {
			sightings: sightingsIn(event, rows, today),
			rows: rows.length,
			totalCount: totalCount ?? rows.length,
		};
	}
	return { sightings: [], rows: 0, totalCount: 0 };
}
