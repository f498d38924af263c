import type { INodeProperties } from 'n8n-workflow';

import { triggerEvents } from './events';
import { DEFAULT_MAX_ITEMS, DEFAULT_OVERLAP_DAYS } from './settings';

const eventProperty: INodeProperties = {
	displayName: 'Event',
	name: 'event',
	type: 'options',
	noDataExpression: true,
	options: triggerEvents.map(({ name, value, description }) => ({ name, value, description })),
	default: 'paymentAllocated',
	description: 'What starts the workflow',
};

const adviceNotices = triggerEvents.map(
	({ value, advice }): INodeProperties => ({
		displayName: advice,
		name: `${value}Notice`,
		type: 'notice',
		default: '',
		displayOptions: { show: { event: [value] } },
	}),
);

/** The documented filters that narrow down whose payments count; dates are the trigger's own business. */
const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	displayOptions: { show: { event: ['paymentAllocated'] } },
	options: [
		{
			displayName: 'Agency',
			name: 'agency',
			type: 'string',
			default: '',
			placeholder: 'e.g. CASH-IN',
			description: 'Only payments handled by this agency',
		},
		{
			displayName: 'Case ID',
			name: 'caseId',
			type: 'string',
			default: '',
			description: 'Only payments on this collection case',
		},
		{
			displayName: 'Currency',
			name: 'currency',
			type: 'string',
			default: '',
			placeholder: 'e.g. EUR',
			description: 'Only payments in this currency',
		},
		{
			displayName: 'Invoice Number',
			name: 'invoiceNumber',
			type: 'string',
			default: '',
			placeholder: 'e.g. 1042',
			description: 'Only payments of this invoice',
		},
	],
};

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Max Items Per Poll',
			name: 'maxItems',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: DEFAULT_MAX_ITEMS,
			description:
				'How many events one execution gets at most. The others follow with the next polls.',
		},
		{
			displayName: 'Overlap (Days)',
			name: 'overlapDays',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 365 },
			default: DEFAULT_OVERLAP_DAYS,
			description:
				'How many days back each poll looks again, because payments can be entered late with an earlier date. What was given out once is not given out again.',
		},
		{
			displayName: 'Start From',
			name: 'startFrom',
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			default: '',
			description:
				'Also give out what happened since this day. Left out, the workflow starts with what comes after its activation.',
		},
	],
};

export const triggerProperties: INodeProperties[] = [
	eventProperty,
	...adviceNotices,
	filters,
	options,
];
