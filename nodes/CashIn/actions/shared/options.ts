import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InputError } from '../../api/errors';
import type { CallLimits } from '../../api/request';
import type { ExecuteRun } from '../../api/run';

/** The "Options" of an operation. */
export function optionsCollection(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options,
	};
}

/** How long to wait for Cash-In, for the Options of every operation. */
export const timeoutOption: INodeProperties = {
	displayName: 'Timeout (Seconds)',
	name: 'timeout',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 600 },
	default: 60,
	description: 'How long to wait for an answer of Cash-In before giving up',
};

/** How many pages of a list are asked for at a time; from 1 to 8. */
const MOST_IN_FLIGHT = 8;
const DEFAULT_IN_FLIGHT = 4;

/** For the Options of a list that comes in pages. */
export const pagesInFlightOption: INodeProperties = {
	displayName: 'Pages in Flight',
	name: 'pagesInFlight',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: MOST_IN_FLIGHT },
	default: DEFAULT_IN_FLIGHT,
	description:
		'How many pages to ask for at a time, once Cash-In has told how many there are. The items stay in order. When Cash-In says that it is too busy, the rest is read one page at a time.',
};

/** @throws InputError when the number of pages is out of its range */
export function pagesInFlight(run: ExecuteRun, item: number): number {
	const given = readOptions(run, item).pagesInFlight ?? DEFAULT_IN_FLIGHT;
	return wholeNumber(given, "'Pages in Flight'", MOST_IN_FLIGHT);
}

/**
 * The limits an item's Options set for its requests, and whose credential they use.
 * @throws InputError when the time-out is out of its range
 */
export function callLimits(run: ExecuteRun, item: number): CallLimits {
	const { timeout } = readOptions(run, item);
	return { item, timeoutMs: wholeNumber(timeout ?? 60, "'Timeout (Seconds)'", 600) * 1_000 };
}

export function readOptions(run: ExecuteRun, item: number): IDataObject {
	return run.parameter('options', item, {}) as IDataObject;
}

/** @throws InputError unless `value` is a whole number from `least` to `most` */
export function wholeNumber(value: unknown, label: string, most: number, least = 1): number {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most) {
		return number;
	}
	throw new InputError(`${label} must be a whole number from ${least} to ${most}`);
}

/** Under Options of an operation whose answer holds a key. */
export const showSecretsOption: INodeProperties = {
	displayName: 'Show Secrets',
	name: 'showSecrets',
	type: 'boolean',
	noDataExpression: true,
	default: false,
	description:
		'Whether keys in the answer are shown. n8n keeps the output with the execution, where everyone with access to it can read it.',
};

/** Whether the user asks to see the keys. */
export function showsSecrets(run: ExecuteRun, item: number): boolean {
	return readOptions(run, item).showSecrets === true;
}
