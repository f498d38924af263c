import { updateDisplayOptions, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import type { Outcome } from '../shared/operation';
import { callLimits, readOptions, timeoutOption, wholeNumber } from '../shared/options';
import { additionalFields, headerFields, rowList } from './invoiceFields';
import { readInvoice } from './readInvoice';
import { sendInvoices, type InvoiceEntry } from './sendInvoices';

/** Small enough to be answered in time, large enough to make a hundredth of the requests. */
const DEFAULT_BATCH_SIZE = 100;
const LARGEST_BATCH = 1_000;

const fields = { show: { inputMode: ['fields'] } };

const properties: INodeProperties[] = [
	{
		displayName: 'Input',
		name: 'inputMode',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Fields',
				value: 'fields',
				description: 'Fill in the invoice field by field',
			},
			{
				name: 'JSON',
				value: 'json',
				description: 'Give the whole invoice as one object, with the names Cash-In uses',
			},
		],
		default: 'fields',
		description: 'How the invoice is given',
	},
	{
		displayName: 'Invoice (JSON)',
		name: 'invoiceJson',
		type: 'json',
		typeOptions: { rows: 8 },
		default: '={{ $json }}',
		required: true,
		description:
			'One invoice as an object with the member names of the Cash-In API, e.g. {"InvoiceNumber": 1042, "InvoiceRows": [{"Description": "…", "Qty": 1, "Price": 100, "VatPercent": 25.5}]}',
		displayOptions: { show: { inputMode: ['json'] } },
	},
	...updateDisplayOptions(
		fields,
		headerFields.map(({ property }) => property),
	),
	{
		displayName: 'Rows From',
		name: 'rowsInput',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Array Expression',
				value: 'expression',
				description: 'One expression gives all rows',
			},
			{ name: 'List', value: 'list', description: 'Fill in the rows one by one' },
		],
		default: 'list',
		description: 'Where the rows of the invoice come from',
		displayOptions: fields,
	},
	...updateDisplayOptions({ show: { inputMode: ['fields'], rowsInput: ['list'] } }, [rowList]),
	{
		displayName: 'Rows (Array)',
		name: 'rowsArray',
		type: 'json',
		default: '={{ $json.rows }}',
		required: true,
		description:
			'A list of objects with description, quantity, unitPrice and vatPercent, or with the names of the Cash-In API',
		displayOptions: { show: { inputMode: ['fields'], rowsInput: ['expression'] } },
	},
	...updateDisplayOptions(fields, [additionalFields]),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Batch Size',
				name: 'batchSize',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: LARGEST_BATCH },
				default: DEFAULT_BATCH_SIZE,
				description: 'How many invoices go into one request at most. Taken from the first item.',
			},
			timeoutOption,
		],
	},
];

const displayOptions = { show: { resource: ['invoice'], operation: ['create'] } };

export const description = updateDisplayOptions(displayOptions, properties);

/** One item is one invoice. */
export function prepare(context: IExecuteFunctions, item: number): InvoiceEntry {
	return readInvoice(context, item);
}

/** Sends what was prepared, many invoices to a request. */
export async function send(
	context: IExecuteFunctions,
	entries: InvoiceEntry[],
	stopAtFailure: boolean,
): Promise<Outcome[]> {
	const { batchSize = DEFAULT_BATCH_SIZE } = readOptions(context, 0);
	return await sendInvoices(context, entries, {
		...callLimits(context, 0),
		batchSize: wholeNumber(batchSize, "'Batch Size'", LARGEST_BATCH),
		stopAtFailure,
	});
}
