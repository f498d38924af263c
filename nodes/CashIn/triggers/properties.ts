import type { INodeProperties } from 'n8n-workflow';

import { filtersOf } from './filterFields';
import { triggerEvents, type TriggerEvent } from './events';
import { DEFAULT_MAX_ITEMS } from './settings';

const eventProperty: INodeProperties = {
	displayName: 'Event',
	name: 'event',
	type: 'options',
	noDataExpression: true,
	options: triggerEvents.map(({ name, value, description }) => ({ name, value, description })),
	default: 'paymentAllocated',
	description: 'What starts the workflow',
};

const notices = triggerEvents.map(
	(event): INodeProperties => ({
		displayName: noticeOf(event),
		name: `${event.value}Notice`,
		type: 'notice',
		default: '',
		displayOptions: { show: { event: [event.value] } },
	}),
);

/** What a user should know of an event before choosing how often to poll for it. */
export function noticeOf({ seenBy, often, note }: TriggerEvent): string {
	// One paragraph: the editor shows neither line breaks nor bold words here.
	const sentences = [
		`Happens under these contracts with Cash-In: ${seenBy}.`,
		`Worth asking ${often}.`,
		...(note === undefined ? [] : [note]),
	];
	return sentences.join(' ');
}

/** Dates are the trigger's own business. */
const filters = triggerEvents.flatMap((event): INodeProperties[] => {
	const options = filtersOf(event);
	if (options.length === 0) return [];
	return [
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			displayOptions: { show: { event: [event.value] } },
			options,
		},
	];
});

const emitUpdates: INodeProperties = {
	displayName: 'Emit Updates',
	name: 'emitUpdates',
	type: 'boolean',
	default: false,
	description:
		'Whether to start the workflow again when the amount of something already given out has changed. The item then has "updated" and "previousAmounts".',
};

const maxItems: INodeProperties = {
	displayName: 'Max Items Per Poll',
	name: 'maxItems',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: DEFAULT_MAX_ITEMS,
	description:
		'How many events one execution gets at most. The others follow with the next polls, oldest first.',
};

const startFrom: INodeProperties = {
	displayName: 'Start From',
	name: 'startFrom',
	type: 'dateTime',
	typeOptions: { dateOnly: true },
	default: '',
	description:
		'Also give out what happened since this day. Left out, the workflow starts with what comes after its activation.',
};

const overlapDays: INodeProperties = {
	displayName: 'Overlap (Days)',
	name: 'overlapDays',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 365 },
	default: 14,
	description:
		'How many days back each poll looks again, because things are entered late with an earlier date. What was given out once is not given out again.',
};

const watchDays: INodeProperties = {
	displayName: 'Watch For (Days)',
	name: 'watchDays',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 3_650 },
	default: 365,
	description:
		'For how many days, to whole months, each one is watched. What is older starts no workflow any more. When you change this, the trigger starts anew.',
};

/** One for each event, since the defaults differ. */
const options = triggerEvents.map((event): INodeProperties => {
	const own =
		event.family === 'dated'
			? [
					...(event.amounts ? [emitUpdates] : []),
					maxItems,
					{ ...overlapDays, default: event.overlapDays },
					startFrom,
				]
			: [maxItems, { ...watchDays, default: event.watchDays }];
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: { event: [event.value] } },
		options: own,
	};
});

export const triggerProperties: INodeProperties[] = [
	eventProperty,
	...notices,
	...filters,
	...options,
];
