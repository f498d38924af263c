import type { INodeProperties } from 'n8n-workflow';

import type { ExecuteRun } from '../../api/run';
import { LARGEST_BATCH, type SendOptions, type UploadSpec } from '../../upload/uploadSpec';
import { choice } from './fields';
import { callLimits, readOptions, timeoutOption, wholeNumber } from './options';
import { toChoice, toMember } from './values';

const MOST_CONCURRENT = 8;
const LONGEST_INTERVAL_MS = 60_000;

/** What the editor says of the Duplicate Check. */
export interface CheckTexts {
	description: string;
	beforeSending: string;
	off: string;
}

/** The Options of an operation that sends many at once, in the order of their names. */
export function uploadOptions(spec: UploadSpec, texts = checkTexts(spec)): INodeProperties[] {
	const { plural, isIndependent, lookup, usualBatch, largestBatch } = spec;
	return [
		{
			displayName: 'Batch Size',
			name: 'batchSize',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: largestBatch },
			default: usualBatch,
			description: `How many ${plural} go into one request at most. Items with other Options, or with another credential by an expression, go into requests of their own.`,
		},
		...(isIndependent ? [concurrentOption] : []),
		...(lookup === undefined
			? []
			: [
					choice('duplicateCheck', 'Duplicate Check', usualCheck(lookup), texts.description, [
						['Before Sending', 'beforeSending', texts.beforeSending],
						['Off', 'off', texts.off],
					]),
				]),
		{
			displayName: 'Interval Between Requests (Ms)',
			name: 'requestInterval',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: LONGEST_INTERVAL_MS },
			default: 0,
			description: 'How many milliseconds to leave between the beginnings of two requests',
		},
		{
			displayName: 'Summary',
			name: 'summary',
			type: 'boolean',
			default: false,
			description:
				'Whether the last item also tells what became of the run: how many items were sent, failed, were already there and so on, in how many requests and seconds. Taken from the first item.',
		},
		timeoutOption,
	];
}

const concurrentOption: INodeProperties = {
	displayName: 'Concurrent Requests',
	name: 'concurrentRequests',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: MOST_CONCURRENT },
	default: 1,
	description:
		'How many requests may be under way at a time. When Cash-In says that it is too busy, the rest of the run goes one by one.',
};

function checkTexts({ plural, retryMissing }: UploadSpec): CheckTexts {
	const limits = retryMissing
		? "With it, 'Retry On Fail' may be switched on"
		: `Cash-In's list may not show all ${plural} of this kind, or not at once: what it does not show is sent`;
	return {
		description: 'Whether Cash-In is asked which invoice numbers it has before anything is sent',
		beforeSending: `What Cash-In has already comes out with status 'alreadyExists' and is not sent. ${limits}.`,
		off: 'Nothing is asked. Run twice, the workflow may send twice.',
	};
}

function usualCheck(lookup: UploadSpec['lookup']): 'beforeSending' | 'off' {
	return lookup?.checkedByDefault === true ? 'beforeSending' : 'off';
}

/**
 * How an item is to be sent.
 * @throws InputError when one of the Options is out of its range, and what `account` throws
 */
export async function readSendOptions(
	run: ExecuteRun,
	item: number,
	{ isIndependent, lookup, usualBatch, largestBatch }: UploadSpec,
): Promise<SendOptions> {
	const account = await run.account(item);
	const { timeoutMs } = callLimits(run, item);
	const options = readOptions(run, item);
	const { batchSize = usualBatch, concurrentRequests = 1, requestInterval = 0 } = options;
	const duplicateCheck = options.duplicateCheck ?? usualCheck(lookup);
	const check = toChoice(duplicateCheck, "'Duplicate Check'", ['beforeSending', 'off']);
	// Read here, so that nothing of it can be wrong once something was sent.
	toMember(options.summary ?? false, { type: 'boolean' }, "'Summary'");
	const interval = "'Interval Between Requests'";
	return {
		item,
		account,
		timeoutMs,
		// A workflow may have been saved when more of them went into a request.
		batchSize: Math.min(largestBatch, wholeNumber(batchSize, "'Batch Size'", LARGEST_BATCH)),
		concurrent: isIndependent
			? wholeNumber(concurrentRequests, "'Concurrent Requests'", MOST_CONCURRENT)
			: 1,
		interval: wholeNumber(requestInterval, interval, LONGEST_INTERVAL_MS, 0),
		checked: check === 'beforeSending',
	};
}

/**
 * Whether the Summary is asked for, read before anything is sent. An Option of the first item that cannot be read
 * fails that item, and asks for nothing.
 */
export function wantsSummary(run: ExecuteRun): boolean {
	try {
		const { summary } = readOptions(run, 0);
		return summary === true || summary === 'true';
	} catch {
		return false;
	}
}
