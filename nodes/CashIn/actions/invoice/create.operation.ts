import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { batchSizeOption, sendSettings } from '../shared/bulk/bulkOptions';
import type { BulkEntry } from '../shared/bulk/kind';
import { sendMany } from '../shared/bulk/sendMany';
import { refuseRetryOnFail } from '../shared/care';
import { updateDisplayOptions } from '../shared/displayOptions';
import { optionsCollection, timeoutOption } from '../shared/options';
import type { Outcome } from '../shared/operation';
import { salesInvoices } from './invoiceKinds';
import { vatRoundingOption } from './invoiceProperties';
import { readEntry } from './readEntry';
import { hintWarnings, validationOption } from './validation';

const properties: INodeProperties[] = [
	optionsCollection([
		batchSizeOption('invoices'),
		timeoutOption,
		validationOption,
		vatRoundingOption,
	]),
];

const displayOptions = { show: { resource: ['invoice'], operation: ['create'] } };

export const { endpoint } = salesInvoices;

export const description = updateDisplayOptions(displayOptions, properties);

/** One item is one invoice. */
export function prepare(context: IExecuteFunctions, item: number): BulkEntry {
	return readEntry(context, item);
}

/** Sends what was prepared, many invoices to a request. */
export async function send(
	context: IExecuteFunctions,
	entries: BulkEntry[],
	stopAtFailure: boolean,
): Promise<Outcome[]> {
	refuseRetryOnFail(context, endpoint, RETRY_WOULD);
	const settings = await sendSettings(context, stopAtFailure);
	hintWarnings(context, entries);
	return await sendMany(context, salesInvoices, entries, settings);
}

const RETRY_WOULD = 'the invoices already created would go out twice';
