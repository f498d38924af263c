import { updateDisplayOptions, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import { readMany, returnAllAndLimit } from '../shared/manyItems';
import { timeoutOption } from '../shared/options';
import { filtersFor, readQuery } from '../shared/query';

const properties: INodeProperties[] = [
	...returnAllAndLimit,
	...filtersFor('listAllocatedPaymentTransactions'),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [timeoutOption],
	},
];

const displayOptions = { show: { resource: ['payment'], operation: ['getAllocated'] } };

export const description = updateDisplayOptions(displayOptions, properties);

/** Payments, rebates and write-offs that Cash-In has matched to invoices. */
export async function execute(context: IExecuteFunctions, item: number) {
	return await readMany(
		context,
		item,
		'listAllocatedPaymentTransactions',
		readQuery(context, item, 'listAllocatedPaymentTransactions'),
	);
}
