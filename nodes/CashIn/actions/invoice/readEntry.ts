import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { BulkEntry, BulkKind } from '../shared/bulk/kind';
import { sendSettings } from '../shared/bulk/sendSettings';
import { readOptions } from '../shared/options';
import { readInvoice } from './readInvoice';
import { refuseUnsafeRetry } from './sendInvoices';
import { judge } from './validation';

/**
 * One item's invoice, read, checked and ready to be sent.
 * @param beside members that belong to the request's element and not to the invoice
 * @throws InputProblem when it cannot be read, or is not to be sent, and what `sendSettings` throws
 */
export async function readEntry(
	context: IExecuteFunctions,
	item: number,
	kind: BulkKind,
	{ beside, group = '' }: { beside?: IDataObject; group?: string } = {},
): Promise<BulkEntry> {
	const { invoice, findings } = readInvoice(context, item);
	const { validation } = readOptions(context, item);
	const settings = await sendSettings(context, item, kind);
	refuseUnsafeRetry(context, kind, settings);
	return {
		item,
		key: String(invoice.InvoiceNumber),
		body: beside === undefined ? (invoice as IDataObject) : { ...invoice, ...beside },
		group,
		warnings: judge(findings, validation),
		settings,
	};
}
