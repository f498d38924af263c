import type { INodeProperties } from 'n8n-workflow';

import type { ExecuteRun } from '../../api/run';
import { bulkOptions } from '../shared/bulk/bulkOptions';
import type { BulkEntry } from '../shared/bulk/kind';
import { optionsCollection } from '../shared/options';
import type { Outcome } from '../shared/operation';
import { toText } from '../shared/values';
import { text } from './invoiceFields';
import { invoiceBatch } from './invoiceKinds';
import { vatRoundingOption } from './invoiceProperties';
import { readEntry } from './readEntry';
import { sendInvoices } from './sendInvoices';
import { validationOption } from './validation';
import { updateDisplayOptions } from '../shared/displayOptions';

const properties: INodeProperties[] = [
	text('batchId', 'Batch ID', 'e.g. 2026-03-monthly', {
		description:
			"Your own name for the batch, the same for all its invoices. With it 'Get Batches' shows what became of them. Left empty, Cash-In gives one to each request.",
	}),
	optionsCollection([...bulkOptions(invoiceBatch), validationOption, vatRoundingOption]),
];

const displayOptions = { show: { resource: ['invoice'], operation: ['submitBatch'] } };

export const { endpoint } = invoiceBatch;

export const description = updateDisplayOptions(displayOptions, properties);

/** One item is one invoice; those with the same Batch ID go together. */
export async function prepare(run: ExecuteRun, item: number): Promise<BulkEntry> {
	const batchId = run.parameter('batchId', item, '');
	return await readEntry(run, item, invoiceBatch, {
		group: toText(batchId ?? '', "'Batch ID'").trim(),
	});
}

/** Sends what was prepared, many invoices to a request. */
export async function send(
	run: ExecuteRun,
	entries: BulkEntry[],
	stopAtFailure: boolean,
): Promise<Outcome[]> {
	return await sendInvoices(run, invoiceBatch, entries, stopAtFailure);
}
