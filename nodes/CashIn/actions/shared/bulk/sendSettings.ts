import type { IDataObject } from 'n8n-workflow';

import type { Account } from '../../../api/account';
import type { ExecuteRun } from '../../../api/run';
import { toChoice, toMember } from '../values';
import { callLimits, readOptions, wholeNumber } from '../options';
import {
	DEFAULT_BATCH_SIZE,
	LARGEST_BATCH,
	LONGEST_INTERVAL_MS,
	MOST_AT_ONCE,
} from './bulkOptions';
import type { BulkKind, SendSettings } from './kind';

/** What holds where the Options say nothing. */
interface Usual {
	batchSize?: number;
	checked?: boolean;
}

/** The settings of an account of one run, by its Options. */
const known = new WeakMap<Account, Map<string, SendSettings>>();

/**
 * How an item is to be sent. Items of one account whose Options say the same have the very same settings.
 * @throws InputError when one of the Options is out of its range, and what `account` throws
 */
export async function sendSettings(
	run: ExecuteRun,
	item: number,
	kind: BulkKind,
	usual: Usual = {},
): Promise<SendSettings> {
	const access = await run.account(item);
	const { timeoutMs } = callLimits(run, item);
	const options = { timeoutMs, ...sendOptions(readOptions(run, item), kind, usual) };
	const byOptions = known.get(access) ?? new Map<string, SendSettings>();
	known.set(access, byOptions);
	const text = JSON.stringify(options);
	const settings = byOptions.get(text) ?? { ...options, item, access };
	byOptions.set(text, settings);
	return settings;
}

function sendOptions(
	options: IDataObject,
	{ anyOrder = false }: BulkKind,
	{ batchSize: usualSize = DEFAULT_BATCH_SIZE, checked: usuallyChecked = false }: Usual,
) {
	const { batchSize = usualSize, concurrentRequests = 1, requestInterval = 0 } = options;
	const usualCheck = usuallyChecked ? 'beforeSending' : 'off';
	const check = toChoice(options.duplicateCheck ?? usualCheck, "'Duplicate Check'", [
		'beforeSending',
		'off',
	]);
	const interval = "'Interval Between Requests'";
	// Read here, so that nothing of it can be wrong once something was sent.
	toMember(options.summary ?? false, { type: 'boolean' }, "'Summary'");
	return {
		batchSize: wholeNumber(batchSize, "'Batch Size'", LARGEST_BATCH),
		concurrent: anyOrder
			? wholeNumber(concurrentRequests, "'Concurrent Requests'", MOST_AT_ONCE)
			: 1,
		interval: wholeNumber(requestInterval, interval, LONGEST_INTERVAL_MS, 0),
		checked: check === 'beforeSending',
	};
}
