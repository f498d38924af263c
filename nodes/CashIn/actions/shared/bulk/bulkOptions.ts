import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { paceOf } from '../../../api/pace';
import { toChoice } from '../choices';
import { callLimits, readOptions, timeoutOption, wholeNumber } from '../options';
import type { BulkKind, SendSettings } from './kind';
import { summaryOption } from './summary';

/** Small enough to be answered in time, large enough to make a hundredth of the requests. */
export const DEFAULT_BATCH_SIZE = 100;
const LARGEST_BATCH = 1_000;
const MOST_AT_ONCE = 8;
const LONGEST_INTERVAL_MS = 60_000;

/** The Options of an operation that sends many at once, in the order of their names. */
export function bulkOptions(kind: BulkKind, usual = DEFAULT_BATCH_SIZE): INodeProperties[] {
	const { plural, anyOrder = false, known } = kind;
	return [
		{
			displayName: 'Batch Size',
			name: 'batchSize',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: LARGEST_BATCH },
			default: usual,
			description: `How many ${plural} go into one request at most. Taken from the first item.`,
		},
		...(anyOrder ? [concurrentOption] : []),
		...(known === undefined ? [] : [duplicateCheckOption(kind)]),
		{
			displayName: 'Interval Between Requests (Ms)',
			name: 'requestInterval',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: LONGEST_INTERVAL_MS },
			default: 0,
			description:
				'How many milliseconds to leave between the beginnings of two requests. Taken from the first item.',
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
		'How many requests may be under way at a time. When Cash-In says that it is too busy, the rest of the run goes one by one. Taken from the first item.',
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
		description:
			'Whether Cash-In is asked which invoice numbers it has before anything is sent. Taken from the first item.',
	};
}

/**
 * How a run is sent, by the Options of the first item.
 * @throws InputProblem when one is out of its range
 */
export async function sendSettings(
	context: IExecuteFunctions,
	kind: BulkKind,
	stopAtFailure: boolean,
	usual = DEFAULT_BATCH_SIZE,
): Promise<SendSettings> {
	const options = readOptions(context, 0);
	const { batchSize = usual, concurrentRequests = 1, requestInterval = 0 } = options;
	const check = toChoice(options.duplicateCheck ?? 'off', "'Duplicate Check'", [
		'beforeSending',
		'off',
	]);
	const interval = wholeNumber(
		requestInterval,
		"'Interval Between Requests'",
		LONGEST_INTERVAL_MS,
		0,
	);
	const settings = {
		...callLimits(context, 0),
		batchSize: wholeNumber(batchSize, "'Batch Size'", LARGEST_BATCH),
		concurrent:
			kind.anyOrder === true
				? wholeNumber(concurrentRequests, "'Concurrent Requests'", MOST_AT_ONCE)
				: 1,
		checked: check === 'beforeSending',
		stopAtFailure,
	};
	paceOf(context).keepApart(interval);
	const { apiKey } = await context.getCredentials('cashInApi');
	return { ...settings, apiKey: String(apiKey ?? '').trim() };
}
