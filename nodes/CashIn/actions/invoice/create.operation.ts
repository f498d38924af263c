import type { INodeProperties } from 'n8n-workflow';

import type { ExecuteRun } from '../../api/run';
import { bulkOptions } from '../shared/bulk/bulkOptions';
import type { BulkEntry } from '../shared/bulk/kind';
import { updateDisplayOptions } from '../shared/displayOptions';
import { optionsCollection } from '../shared/options';
import type { Outcome } from '../shared/operation';
import { salesInvoices } from './invoiceKinds';
import { vatRoundingOption } from './invoiceProperties';
import { readEntry } from './readEntry';
import { sendInvoices } from './sendInvoices';
import { validationOption } from './validation';

const properties: INodeProperties[] = [
	optionsCollection([...bulkOptions(salesInvoices), validationOption, vatRoundingOption]),
];

const displayOptions = { show: { resource: ['invoice'], operation: ['create'] } };

export const { endpoint } = salesInvoices;

export const description = updateDisplayOptions(displayOptions, properties);

/** One item is one invoice. */
export async function prepare(run: ExecuteRun, item: number): Promise<BulkEntry> {
	return await readEntry(run, item, salesInvoices);
}

/** Sends what was prepared, many invoices to a request. */
export async function send(
	run: ExecuteRun,
	entries: BulkEntry[],
	stopAtFailure: boolean,
): Promise<Outcome[]> {
	return await sendInvoices(run, salesInvoices, entries, stopAtFailure);
}
