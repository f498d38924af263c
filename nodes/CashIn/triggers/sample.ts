import { NodeOperationError, type INodeExecutionData, type IPollFunctions } from 'n8n-workflow';

import { pages } from '../api/pages';
import { helsinkiDate } from '../invoicing/dates';
import type { Sighting } from './detect';
import type { TriggerEvent } from './events';
import { sightingOf, toJson } from './poll';

/** How many real records a manual test shows. */
const SAMPLE_SIZE = 3;

/**
 * Real, recent records for building a workflow with. Neither reads nor writes what the trigger remembers.
 * @throws NodeOperationError when there is nothing to show yet, and CashInError when Cash-In does not give a list
 */
export async function sampleEvents(
	context: IPollFunctions,
	event: TriggerEvent,
	filters: Record<string, string>,
): Promise<INodeExecutionData[]> {
	const today = helsinkiDate(new Date(Date.now()));
	const first = await onePage(context, event, filters, 1, today);
	// By the rows really given: a server may give fewer than asked.
	const lastPage = Math.ceil(first.totalCount / Math.max(1, first.sightings.length));
	const last = lastPage > 1 ? await onePage(context, event, filters, lastPage, today) : undefined;
	const newest = [...first.sightings, ...(last?.sightings ?? [])]
		.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
		.slice(-SAMPLE_SIZE);
	if (newest.length === 0) {
		throw new NodeOperationError(
			context.getNode(),
			`Cash-In has no "${event.name}" to show from the last 30 days`,
			{
				description:
					'Activate the workflow and it will start with the first one, or loosen the filters to see an older one.',
			},
		);
	}
	return newest.map((sighting) => ({ json: toJson(event, sighting) }));
}

async function onePage(
	context: IPollFunctions,
	event: TriggerEvent,
	filters: Record<string, string>,
	firstPage: number,
	today: string,
): Promise<{ sightings: Sighting[]; totalCount: number }> {
	for await (const { rows, totalCount } of pages(
		context,
		event.endpoint,
		{ query: filters },
		{ firstPage, listOnly: true },
	)) {
		return {
			sightings: rows.map((record) => sightingOf(event, record, today)),
			totalCount: totalCount ?? rows.length,
		};
	}
	return { sightings: [], totalCount: 0 };
}
