import { updateDisplayOptions, type IExecuteFunctions } from 'n8n-workflow';

import { listProperties, readMany } from '../shared/manyItems';

const properties = listProperties('listAllocatedPaymentTransactions');

const displayOptions = { show: { resource: ['payment'], operation: ['getAllocated'] } };

export const description = updateDisplayOptions(displayOptions, properties);

/** Payments, rebates and write-offs that Cash-In has matched to invoices. */
export async function execute(context: IExecuteFunctions, item: number) {
	return await readMany(context, item, 'listAllocatedPaymentTransactions');
}
