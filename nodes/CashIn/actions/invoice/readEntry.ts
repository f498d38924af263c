import type { IDataObject } from 'n8n-workflow';

import type { ExecuteRun } from '../../api/run';
import type { Finding } from '../../invoicing/findings';
import type { BulkEntry, BulkKind } from '../shared/bulk/kind';
import { sendSettings } from '../shared/bulk/sendSettings';
import { readOptions } from '../shared/options';
import { judge } from '../shared/validation';
import { readInvoice } from './readInvoice';
import { refuseUnsafeRetry } from './sendInvoices';

/** What belongs to an operation's entries beside the invoice. */
interface EntryParts {
	beside?: IDataObject;
	group?: string;
	check?: (body: IDataObject) => readonly Finding[];
}

/**
 * One item's invoice, read, checked and ready to be sent.
 * @param beside members that belong to the request's element and not to the invoice
 * @param check what else there is to say about the element
 * @throws InputError when it cannot be read, or is not to be sent, and what `sendSettings` throws
 */
export async function readEntry(
	run: ExecuteRun,
	item: number,
	kind: BulkKind,
	{ beside, group = '', check = () => [] }: EntryParts = {},
): Promise<BulkEntry> {
	const { invoice, findings } = readInvoice(run, item);
	const { validation } = readOptions(run, item);
	const settings = await sendSettings(run, item, kind);
	refuseUnsafeRetry(run, kind, settings);
	const body = beside === undefined ? (invoice as IDataObject) : { ...invoice, ...beside };
	return {
		item,
		key: String(invoice.InvoiceNumber),
		body,
		group,
		warnings: judge([...findings, ...check(body)], validation),
		settings,
	};
}
