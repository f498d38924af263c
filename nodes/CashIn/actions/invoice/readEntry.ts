import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { BulkEntry } from '../shared/bulk/kind';
import { readOptions } from '../shared/options';
import { readInvoice } from './readInvoice';
import { judge } from './validation';

/**
 * One item's invoice, read, checked and ready to be sent.
 * @param beside members that belong to the request's element and not to the invoice
 * @throws InputProblem when it cannot be read, or is not to be sent
 */
export function readEntry(
	context: IExecuteFunctions,
	item: number,
	{ beside, group = '' }: { beside?: IDataObject; group?: string } = {},
): BulkEntry {
	const { invoice, findings } = readInvoice(context, item);
	const { validation } = readOptions(context, item);
	return {
		item,
		key: String(invoice.InvoiceNumber),
		body: beside === undefined ? (invoice as IDataObject) : { ...invoice, ...beside },
		group,
		warnings: judge(findings, validation),
	};
}
