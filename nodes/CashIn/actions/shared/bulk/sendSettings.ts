import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { accessOf, type Access } from '../../../api/access';
import { toChoice } from '../choices';
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

/** What was read in a run, by account and by what the Options say. */
interface Read {
	/** n8n gives the same object for every item, where Options hold no expression. */
	byObject: WeakMap<IDataObject, SendSettings>;
	byText: Map<string, SendSettings>;
}

const known = new WeakMap<IExecuteFunctions, Map<Access, Read>>();

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
	const options = readOptions(context, item);
	const accounts = known.get(context) ?? new Map<Access, Read>();
	known.set(context, accounts);
	const read = accounts.get(access) ?? { byObject: new WeakMap(), byText: new Map() };
	accounts.set(access, read);
	const own = read.byObject.get(options);
	if (own !== undefined) return own;
	const settings = { ...callLimits(context, item), ...sendOptions(options, kind, usual), access };
	const { batchSize, concurrent, interval, checked, timeoutMs } = settings;
	const text = JSON.stringify([batchSize, concurrent, interval, checked, timeoutMs]);
	const same = read.byText.get(text) ?? settings;
	read.byText.set(text, same);
	read.byObject.set(options, same);
	return same;
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
	return {
		batchSize: wholeNumber(batchSize, "'Batch Size'", LARGEST_BATCH),
		concurrent: anyOrder
			? wholeNumber(concurrentRequests, "'Concurrent Requests'", MOST_AT_ONCE)
			: 1,
		interval: wholeNumber(requestInterval, interval, LONGEST_INTERVAL_MS, 0),
		checked: check === 'beforeSending',
	};
}
