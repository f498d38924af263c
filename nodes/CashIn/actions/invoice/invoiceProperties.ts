import type { INodeProperties } from 'n8n-workflow';

import { updateDisplayOptions } from '../shared/displayOptions';
import { additionalFields, headerProperties } from './invoiceFields';
import { rowList } from './rowFields';

const fields = { show: { inputMode: ['fields'] } };

/** The operations that ask for a whole invoice. They share one set of fields, so that there is one way to fill it in. */
const ASKING = ['create', 'createWithSeller', 'preview', 'submitBatch'];

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
				description:
					'Fill in the invoice field by field; amounts, dates and reference are computed',
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
	...updateDisplayOptions(fields, headerProperties),
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
];

/** The invoice, as every operation that sends or shows one asks for it. */
export const invoiceProperties = updateDisplayOptions(
	{ show: { resource: ['invoice'], operation: ASKING } },
	properties,
);

/** How the VAT of an invoice made from fields is rounded. */
export const vatRoundingOption: INodeProperties = {
	displayName: 'VAT Rounding',
	name: 'vatRounding',
	type: 'options',
	options: [
		{ name: 'Per Rate', value: 'rate', description: 'Once on the sum of each VAT rate' },
		{ name: 'Per Row', value: 'row', description: 'On every row' },
	],
	default: 'row',
	description:
		'Where cents are rounded. What the rows differ from the sum goes into the rounding amount. For invoices given as fields.',
};
