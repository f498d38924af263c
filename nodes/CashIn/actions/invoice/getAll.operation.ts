import { updateDisplayOptions, type IExecuteFunctions } from 'n8n-workflow';

import { listProperties, readMany } from '../shared/manyItems';

const properties = listProperties('listSalesInvoices');

const displayOptions = { show: { resource: ['invoice'], operation: ['getAll'] } };

export const description = updateDisplayOptions(displayOptions, properties);

/** Invoices as Cash-In lists them. */
export async function execute(context: IExecuteFunctions, item: number) {
	return await readMany(context, item, 'listSalesInvoices');
}
