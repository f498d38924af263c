import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';

import { CashInError } from '../../api/errors';
import type { Outcome } from '../shared/operation';
import type { InvoiceEntry } from './sendInvoices';

/** The invoice is in Cash-In: `created` by this run's request, or `recovered`, found there after an answer that never came. */
export function created(
	entry: InvoiceEntry,
	status: 'created' | 'recovered',
	words: string,
): Outcome {
	const { InvoiceNumber, InvoiceDate, DueDate, Reference, SalesName, TotalAmount, Currency } =
		entry.invoice;
	const sent = { InvoiceNumber, InvoiceDate, DueDate, Reference, SalesName, TotalAmount, Currency };
	const json: IDataObject = { status };
	for (const [name, value] of Object.entries(sent)) if (value !== undefined) json[name] = value;
	json.StatusDescription = words;
	if (entry.warnings.length > 0) json.warnings = entry.warnings;
	return { item: entry.item, json };
}

/** Cash-In refused the request that held it, with so many invoices. */
export function refused(entry: InvoiceEntry, error: CashInError, together: number): Outcome {
	const own = new CashInError(error.node, error.endpoint, error.fault);
	own.message = `Invoice ${entry.number} was not created. ${error.summary}`;
	own.context.itemIndex = entry.item;
	if (together > 1 && error.status === 402) {
		own.description = `${own.description ?? ''} The request held ${together} invoices, and any of them may be the reason: with 'Batch Size' 1 under Options it shows which.`;
	}
	return failure(entry, own, 'notCreated');
}

/** Cash-In took the request, but not this invoice. */
export function notTaken(context: IExecuteFunctions, entry: InvoiceEntry, reason: string): Outcome {
	const because = reason === '' ? ', and gave no reason' : `: ${reason}`;
	const error = new NodeOperationError(
		context.getNode(),
		`Cash-In did not accept invoice ${entry.number}${because}`,
		{
			itemIndex: entry.item,
			description:
				'The other invoices of the request were created. Correct this one and send it alone.',
		},
	);
	return failure(entry, error, 'notCreated');
}

/** It was never sent. */
export function notSent(context: IExecuteFunctions, entry: InvoiceEntry, reason: string): Outcome {
	const error = new NodeOperationError(
		context.getNode(),
		`Invoice ${entry.number} was not sent, because ${reason}`,
		{ itemIndex: entry.item },
	);
	return failure(entry, error, 'notCreated');
}

/** Its number was already used by an earlier item of the same run. */
export function repeats(
	context: IExecuteFunctions,
	entry: InvoiceEntry,
	firstItem: number,
): Outcome {
	const error = new NodeOperationError(
		context.getNode(),
		`'Invoice Number' ${entry.number} is used by item ${firstItem} too, and was not sent a second time`,
		{ itemIndex: entry.item, description: 'Give every invoice a number of its own.' },
	);
	return failure(entry, error, 'notCreated');
}

/** Nobody can say: the user has to look. */
export function undecided(
	context: IExecuteFunctions,
	entry: InvoiceEntry,
	batch: InvoiceEntry[],
	reason: string,
): Outcome {
	const numbers = batch.map(({ number }) => number).join(', ');
	const error = new NodeOperationError(
		context.getNode(),
		`Invoice ${entry.number} may or may not have been created: ${reason}`,
		{
			itemIndex: entry.item,
			description: `Look in Cash-In before you send it again. The request held the invoices ${numbers}.`,
		},
	);
	return failure(entry, error, 'unknown');
}

function failure(
	{ item, number }: InvoiceEntry,
	error: NodeOperationError | CashInError,
	outcome: 'notCreated' | 'unknown',
): Outcome {
	return { item, failure: { error, details: { invoiceNumber: number, outcome } } };
}
