import type { IDataObject } from 'n8n-workflow';

import type { ExecuteRun } from '../../api/run';
import type { Order } from '../../orders/order';
import { sendSettings } from '../shared/bulk/sendSettings';
import { updateDisplayOptions } from '../shared/displayOptions';
import type { BatchEntry, BatchOperation, Outcome } from '../shared/operation';
import { readOptions } from '../shared/options';
import { judge } from '../shared/validation';
import { readOrderParameters } from './createFromOrderInput';
import { createFromOrderProperties } from './createFromOrderProperties';
import { orderInvoices } from './invoiceKinds';
import type { OrderEntry } from './orderLookUp';
import { hintRefused, previewOf, refusedOf, type Refused } from './preview.operation';
import { ofOrder, readOrderInvoice } from './readOrderInvoice';
import { refuseUnsafeRetry } from './sendInvoices';
import { sendOrders } from './sendOrders';

const displayOptions = { show: { resource: ['invoice'], operation: ['createFromOrder'] } };

export const { endpoint } = orderInvoices;
export const description = updateDisplayOptions(displayOptions, createFromOrderProperties);

/** What sends nothing: an order that is skipped, and a preview, the one output without a status. */
export const unsent: BatchOperation['unsent'] = {
	skipped: ({ status }) => status === 'skipped',
	previewed: ({ status }) => status === undefined,
};

/** What needs no sending: an order that is skipped, or a preview. */
interface SettledEntry extends BatchEntry {
	json: IDataObject;
	/** Of a preview: why it would not be sent. */
	refused?: Refused;
}

/** One item is one order, and one invoice of it or of one of its refunds. */
export async function prepare(run: ExecuteRun, item: number): Promise<OrderEntry | SettledEntry> {
	const parameters = readOrderParameters(run, item);
	const found = readOrderInvoice(parameters);
	const { orderNumber } = found;
	if ('skipped' in found) {
		return { item, json: { status: 'skipped', reason: found.skipped, orderNumber } };
	}
	const { order, refundId, read } = found;
	const { validation } = readOptions(run, item);
	if (parameters.previewOnly) {
		const refused = refusedOf(`Order ${orderNumber}`, read, validation);
		return { item, json: { orderNumber, ...previewOf(read, validation) }, refused };
	}
	const settings = await sendSettings(run, item, orderInvoices, { checked: true });
	refuseUnsafeRetry(run, orderInvoices, settings);
	return {
		item,
		key: String(read.invoice.InvoiceNumber),
		body: read.invoice as IDataObject,
		group: '',
		warnings: ofOrder(order, () => judge(read.findings, validation)),
		orderNumber,
		orderedOn: /^\d{4}-\d{2}-\d{2}/.exec(order.createdAt)?.[0] ?? '',
		settings,
		advice: adviceFor(order, parameters.invoiceFor),
		...(refundId === undefined
			? {}
			: { credit: { refundId, of: String(read.invoice.CreditedInvoiceInformation ?? '') } }),
	};
}

/** Sends the invoices that Cash-In does not have yet; what is skipped or shown only comes out as it is. */
export async function send(
	run: ExecuteRun,
	entries: Array<OrderEntry | SettledEntry>,
	stopAtFailure: boolean,
): Promise<Outcome[]> {
	hintRefused(
		run,
		entries.filter((entry) => 'json' in entry),
	);
	const toSend = entries.filter((entry) => 'body' in entry);
	const sent = toSend.length === 0 ? [] : await sendOrders(run, toSend, stopAtFailure);
	const outcomes = new Map(sent.map((outcome) => [outcome.item, outcome]));
	return entries.flatMap((entry): Outcome[] => {
		const outcome = 'body' in entry ? outcomes.get(entry.item) : entry;
		return outcome === undefined ? [] : [outcome];
	});
}

function adviceFor({ refunds }: Order, invoiceFor: 'order' | 'refund'): string {
	return invoiceFor === 'order' && refunds.length > 0
		? "If the order was refunded after it was invoiced, set 'Invoice For' to Refund to credit what was given back. If it is another order, set 'Invoice Number From' to Prefix or Given."
		: "If the order was changed after it was invoiced, credit or correct the invoice in Cash-In. If it is another order, set 'Invoice Number From' to Prefix or Given.";
}
