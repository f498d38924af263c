import { NodeOperationError, type IDataObject } from 'n8n-workflow';

import type { ExecuteRun } from '../../api/run';
import type { Outcome } from '../shared/operation';
import type { OrderEntry } from './orderLookUp';

/** Cash-In has the invoice of the order, or got it from an item before: nothing is sent. */
export function alreadyInvoiced(entry: OrderEntry, words: string): Outcome {
	// No date: the invoice that is there may have been dated on another day.
	const { InvoiceNumber, SalesName, TotalAmount, Currency } = entry.body;
	const own = { InvoiceNumber, SalesName, TotalAmount, Currency };
	const json: IDataObject = { status: 'alreadyInvoiced', orderNumber: entry.orderNumber };
	for (const [name, value] of Object.entries(own)) if (value !== undefined) json[name] = value;
	return { item: entry.item, key: entry.key, json: { ...json, StatusDescription: words } };
}

/** The number belongs to another invoice. */
export function numberTaken(run: ExecuteRun, entry: OrderEntry, how: string): Outcome {
	return failure(
		run,
		entry,
		`Order ${entry.orderNumber} was not invoiced: Cash-In already has an invoice ${entry.key} ${how}`,
		entry.advice,
	);
}

/** Nobody can say whether it was invoiced before. */
export function notLookedUp(run: ExecuteRun, entry: OrderEntry, why: string): Outcome {
	return failure(
		run,
		entry,
		`Order ${entry.orderNumber} was not invoiced: whether Cash-In already has invoice ${entry.key} could not be looked up. ${why}`,
		"Try again later. If you are sure that the order was not invoiced before, set 'Duplicate Check' under Options to Off.",
	);
}

/** There is nothing in Cash-In that the credit could take back. */
export function nothingToCredit(run: ExecuteRun, entry: OrderEntry): Outcome {
	const { refundId = '', of = '' } = entry.credit ?? {};
	return failure(
		run,
		entry,
		`Refund ${refundId} of order ${entry.orderNumber} was not credited: Cash-In has no invoice ${of}, which it would take back`,
		"If the order was paid in the shop and never invoiced with Cash-In, there is nothing to credit. If it was invoiced under another number, fill in 'Credited Invoice Number'.",
	);
}

/** Two orders of one run lead to one number. */
export function sameNumber(run: ExecuteRun, entry: OrderEntry, first: OrderEntry): Outcome {
	const other =
		first.orderNumber === entry.orderNumber
			? `item ${first.item} holds the same order with another buyer or total`
			: `order ${first.orderNumber} of item ${first.item} leads to the same invoice number ${entry.key}`;
	return failure(
		run,
		entry,
		`Order ${entry.orderNumber} was not invoiced: ${other}`,
		"Give every order an invoice number of its own, with 'Invoice Number From' Prefix or Given; of two versions of one order pass on the newer one.",
	);
}

/** It repeats an order whose invoice did not come about. */
export function repeatsFailed(run: ExecuteRun, entry: OrderEntry, first: OrderEntry): Outcome {
	return failure(
		run,
		entry,
		`Order ${entry.orderNumber} was not sent: item ${first.item} holds the same order and failed`,
		`See what item ${first.item} says.`,
	);
}

function failure(
	run: ExecuteRun,
	{ item, key, orderNumber }: OrderEntry,
	message: string,
	description: string,
): Outcome {
	const error = new NodeOperationError(run.node, message, {
		itemIndex: item,
		description,
	});
	const details = { invoiceNumber: key, orderNumber, outcome: 'notCreated' };
	return { item, key, failure: { error, state: 'notSent', details } };
}
