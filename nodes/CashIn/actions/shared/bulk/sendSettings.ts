import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { accessOf, type Access } from '../../../api/access';
import { toChoice } from '../choices';
import { callLimits, readOptions, wholeNumber } from '../options';
import { toMember } from '../values';
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

/** What was read in a run: by account, and by what the Options say. */
const known = new WeakMap<IExecuteFunctions, Map<Access, Map<string, SendSettings>>>();

/**
 * How an item is to be sent. Items of one account whose Options say the same have the very same settings.
 * @throws InputProblem when one of the Options is out of its range, and what `accessOf` throws
 */
export async function sendSettings(
	context: IExecuteFunctions,
	item: number,
	kind: BulkKind,
	usual: Usual = {},
): Promise<SendSettings> {
	const access = await accessOf(context, item);
	const { timeoutMs } = callLimits(context, item);
	const options = { timeoutMs, ...sendOptions(readOptions(context, item), kind, usual) };
	const accounts = known.get(context) ?? new Map<Access, Map<string, SendSettings>>();
	known.set(context, accounts);
	const byOptions = accounts.get(access) ?? new Map<string, SendSettings>();
	accounts.set(access, byOptions);
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
