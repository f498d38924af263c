import { updateDisplayOptions, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import { readMany, returnAllAndLimit } from '../shared/manyItems';
import { timeoutOption } from '../shared/options';
import { filtersFor, readQuery } from '../shared/query';

const properties: INodeProperties[] = [
	...returnAllAndLimit,
	...filtersFor('listSalesInvoices'),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [timeoutOption],
	},
];

const displayOptions = { show: { resource: ['invoice'], operation: ['getAll'] } };

export const description = updateDisplayOptions(displayOptions, properties);

/** Invoices as Cash-In lists them. */
export async function execute(context: IExecuteFunctions, item: number) {
	return await readMany(
		context,
		item,
		'listSalesInvoices',
		readQuery(context, item, 'listSalesInvoices'),
	);
}
