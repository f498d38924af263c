import { updateDisplayOptions, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import { InputProblem } from '../../api/problems';
import type { Outcome } from '../shared/operation';
import {
	callLimits,
	optionsCollection,
	readOptions,
	timeoutOption,
	wholeNumber,
} from '../shared/options';
import { invoiceProperties, vatRoundingOption } from './invoiceProperties';
import { readInvoice } from './readInvoice';
import { sendInvoices, type InvoiceEntry } from './sendInvoices';
import { hintWarnings, judge, validationOption } from './validation';

/** Small enough to be answered in time, large enough to make a hundredth of the requests. */
const DEFAULT_BATCH_SIZE = 100;
const LARGEST_BATCH = 1_000;

const properties: INodeProperties[] = [
	...invoiceProperties,
	optionsCollection([
		{
			displayName: 'Batch Size',
			name: 'batchSize',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: LARGEST_BATCH },
			default: DEFAULT_BATCH_SIZE,
			description: 'How many invoices go into one request at most. Taken from the first item.',
		},
		timeoutOption,
		validationOption,
		vatRoundingOption,
	]),
];

const displayOptions = { show: { resource: ['invoice'], operation: ['create'] } };

export const description = updateDisplayOptions(displayOptions, properties);

/** One item is one invoice. */
export function prepare(context: IExecuteFunctions, item: number): InvoiceEntry {
	const { invoice, findings } = readInvoice(context, item);
	const { validation } = readOptions(context, item);
	return {
		item,
		number: String(invoice.InvoiceNumber),
		invoice,
		warnings: judge(findings, validation),
	};
}

/** Sends what was prepared, many invoices to a request. */
export async function send(
	context: IExecuteFunctions,
	entries: InvoiceEntry[],
	stopAtFailure: boolean,
): Promise<Outcome[]> {
	const { batchSize = DEFAULT_BATCH_SIZE } = readOptions(context, 0);
	refuseRetryOnFail(context);
	const { apiKey } = await context.getCredentials('cashInApi');
	const settings = {
		apiKey: String(apiKey ?? '').trim(),
		...callLimits(context, 0),
		batchSize: wholeNumber(batchSize, "'Batch Size'", LARGEST_BATCH),
		stopAtFailure,
	};
	hintWarnings(context, entries);
	return await sendInvoices(context, entries, settings);
}

/** @throws InputProblem when n8n is to run the node again with all its items: what was created would be created twice. */
function refuseRetryOnFail(context: IExecuteFunctions): void {
	if (context.getNode().retryOnFail !== true) return;
	throw new InputProblem(
		"'Retry On Fail' is switched on in the Settings of this node. n8n would run it again with all its items, and the invoices already created would go out twice. Switch it off: this node repeats by itself what can be repeated safely.",
	);
}
