import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { callLimits, readOptions, wholeNumber } from '../options';
import type { SendSettings } from './sendMany';

/** Small enough to be answered in time, large enough to make a hundredth of the requests. */
export const DEFAULT_BATCH_SIZE = 100;
const LARGEST_BATCH = 1_000;

/** How many items share a request, for the Options of an operation that sends many at once. */
export function batchSizeOption(plural: string, usual = DEFAULT_BATCH_SIZE): INodeProperties {
	return {
		displayName: 'Batch Size',
		name: 'batchSize',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: LARGEST_BATCH },
		default: usual,
		description: `How many ${plural} go into one request at most. Taken from the first item.`,
	};
}

/**
 * How a run is sent, by the Options of the first item.
 * @throws InputProblem when a number is out of its range
 */
export async function sendSettings(
	context: IExecuteFunctions,
	stopAtFailure: boolean,
	usual = DEFAULT_BATCH_SIZE,
): Promise<SendSettings> {
	const { batchSize = usual } = readOptions(context, 0);
	const { apiKey } = await context.getCredentials('cashInApi');
	return {
		apiKey: String(apiKey ?? '').trim(),
		...callLimits(context, 0),
		batchSize: wholeNumber(batchSize, "'Batch Size'", LARGEST_BATCH),
		stopAtFailure,
	};
}
