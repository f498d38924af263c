import type { INodeProperties } from 'n8n-workflow';

import { timeoutOption } from '../options';
import type { BulkKind } from './kind';
import { summaryOption } from './summary';

/** Small enough to be answered in time, large enough to make a hundredth of the requests. */
export const DEFAULT_BATCH_SIZE = 100;
export const LARGEST_BATCH = 1_000;
export const MOST_AT_ONCE = 8;
export const LONGEST_INTERVAL_MS = 60_000;

/** The Options of an operation that sends many at once, in the order of their names. */
export function bulkOptions(kind: BulkKind, usual = DEFAULT_BATCH_SIZE): INodeProperties[] {
	const { plural, anyOrder = false, findExisting } = kind;
	return [
		{
			displayName: 'Batch Size',
			name: 'batchSize',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: LARGEST_BATCH },
			default: usual,
			description: `How many ${plural} go into one request at most. Items with other Options, or with another credential by an expression, go into requests of their own.`,
		},
		...(anyOrder ? [concurrentOption] : []),
		...(findExisting === undefined ? [] : [duplicateCheckOption(kind)]),
		{
			displayName: 'Interval Between Requests (Ms)',
			name: 'requestInterval',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: LONGEST_INTERVAL_MS },
			default: 0,
			description: 'How many milliseconds to leave between the beginnings of two requests',
		},
		summaryOption,
		timeoutOption,
	];
}

const concurrentOption: INodeProperties = {
	displayName: 'Concurrent Requests',
	name: 'concurrentRequests',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: MOST_AT_ONCE },
	default: 1,
	description:
		'How many requests may be under way at a time. When Cash-In says that it is too busy, the rest of the run goes one by one.',
};

function duplicateCheckOption({ plural, resend }: BulkKind): INodeProperties {
	const only = resend
		? "With it, 'Retry On Fail' may be switched on"
		: `Cash-In's list may not show all ${plural} of this kind, or not at once: what it does not show is sent`;
	return {
		displayName: 'Duplicate Check',
		name: 'duplicateCheck',
		type: 'options',
		options: [
			{
				name: 'Before Sending',
				value: 'beforeSending',
				description: `What Cash-In has already comes out with status 'alreadyExists' and is not sent. ${only}.`,
			},
			{
				name: 'Off',
				value: 'off',
				description: 'Nothing is asked. Run twice, the workflow may send twice.',
			},
		],
		default: 'off',
		description: 'Whether Cash-In is asked which invoice numbers it has before anything is sent',
	};
}
