import type { IDataObject } from 'n8n-workflow';

import { SALES_INVOICE } from '../../api/generated/fields';
import { InputError } from '../../api/errors';
import type { ExecuteRun } from '../../api/run';
import { Findings } from '../../invoicing/findings';
import { openOrder, type OpenOrder } from '../../orders/detectShop';
import { invoiceNumberOf } from '../../orders/invoiceNumber';
import {
	aboutOrder,
	OrderError,
	type Billed,
	type Order,
	type OrderRefund,
} from '../../orders/order';
import { asCharged, checkBilled, orderInvoice, withNameFromEmail } from '../../orders/orderInvoice';
import { outstanding, withoutPartPayment } from '../../orders/outstanding';
import { chosenRefund, creditLines } from '../../orders/refunds';
import type { Shop } from '../../orders/shop';
import {
	isPaidInPart,
	nothingToInvoice,
	refundSkipReason,
	skipReason,
} from '../../orders/skipRules';
import type { Result, UploadEntry } from '../../upload/uploadSpec';
import { readOptions } from '../shared/options';
import { readSendOptions } from '../shared/sendOptions';
import { judge } from '../shared/validation';
import { orderInvoices } from './invoiceUpload';
import { readOrderParameters, type OrderParameters } from './orderParameters';
import { previewResult } from './preview';
import { refuseUnsafeRetry } from './read';
import { buildTyped, type ReadInvoice } from './typedInvoice';

/**
 * One item is one order, and one invoice of it or of one of its refunds; a result where nothing is to be sent.
 * @throws OrderError or InputError, both naming the order
 */
export async function prepareOrder(run: ExecuteRun, item: number): Promise<UploadEntry | Result> {
	const parameters = readOrderParameters(run, item);
	const found = readOrderInvoice(parameters);
	const { orderNumber } = found;
	if ('skipped' in found) {
		const json = { status: 'skipped', reason: found.skipped, orderNumber };
		return { item, status: 'skipped', json };
	}
	const { order, refundId, read } = found;
	const { validation } = readOptions(run, item);
	const [label, first] = [`Order ${orderNumber}`, { orderNumber }];
	if (parameters.previewOnly) return previewResult(item, label, read, validation, first);
	const options = await readSendOptions(run, item, orderInvoices);
	refuseUnsafeRetry(run, orderInvoices, options.checked);
	const { invoice, findings } = read;
	const original = String(invoice[SALES_INVOICE.creditedInvoiceInformation] ?? '');
	return {
		item,
		key: String(invoice[SALES_INVOICE.invoiceNumber]),
		body: invoice as IDataObject,
		group: '',
		warnings: ofOrder(order, () => judge(findings, validation)),
		options,
		label,
		first,
		advice: adviceFor(order, parameters.invoiceFor),
		since: /^\d{4}-\d{2}-\d{2}/.exec(order.createdAt)?.[0] ?? '',
		...(refundId === undefined ? {} : { requires: originalOf(refundId, orderNumber, original) }),
	};
}

function adviceFor({ refunds }: Order, invoiceFor: 'order' | 'refund'): string {
	return invoiceFor === 'order' && refunds.length > 0
		? "If the order was refunded after it was invoiced, set 'Invoice For' to Refund to credit what was given back. If it is another order, set 'Invoice Number From' to Prefix or Given."
		: "If the order was changed after it was invoiced, credit or correct the invoice in Cash-In. If it is another order, set 'Invoice Number From' to Prefix or Given.";
}

/** The invoice that a credit takes back. */
function originalOf(refundId: string, orderNumber: string, key: string): UploadEntry['requires'] {
	return {
		key,
		missing: [
			`Refund ${refundId} of order ${orderNumber} was not credited: Cash-In has no invoice ${key}, which it would take back`,
			"If the order was paid in the shop and never invoiced with Cash-In, there is nothing to credit. If it was invoiced under another number, fill in 'Credited Invoice Number'.",
		],
	};
}

/** One item's order, and the invoice of it or why there is none. */
type OrderInvoice =
	| { orderNumber: string; skipped: string }
	| { orderNumber: string; order: Order; refundId?: string; read: ReadInvoice };

function readOrderInvoice(parameters: OrderParameters): OrderInvoice {
	const open = openOrder(parameters.given, parameters.source, parameters.shop);
	return ofOrder(open.state, () => invoiceOrSkip(open, parameters));
}

function invoiceOrSkip(
	{ shop, state, read }: OpenOrder,
	parameters: OrderParameters,
): OrderInvoice {
	const { lumps, refundId, skip } = parameters;
	const orderNumber = state.number;
	const findings = new Findings();
	const readOrder = () =>
		parameters.nameFromEmail ? withNameFromEmail(read(findings), findings) : read(findings);
	if (parameters.invoiceFor === 'refund') {
		const skipped = refundSkipReason(shop, state, skip);
		if (skipped !== '') return { orderNumber, skipped };
		const order = readOrder();
		const refund = chosenRefund(order, refundId);
		const billed = creditLines(order, refund, lumps, findings);
		const invoice = invoiceOf(shop, order, billed, parameters, findings, refund);
		return { orderNumber, order, refundId: refund.id, read: invoice };
	}
	// An order that is not to be invoiced may be odd in any other way, so nothing else of it is read before.
	const skipped = skipReason(shop, state, skip);
	if (skipped !== '') return { orderNumber, skipped };
	const order = readOrder();
	const whole = outstanding(order, lumps, findings);
	if (whole.totalCents === 0) return { orderNumber, skipped: nothingToInvoice(orderNumber) };
	const billed = isPaidInPart(state, skip)
		? withoutPartPayment(order, whole, lumps, findings)
		: whole;
	return { orderNumber, order, read: invoiceOf(shop, order, billed, parameters, findings) };
}

function invoiceOf(
	shop: Shop,
	order: Order,
	billed: Billed,
	{ number, creditedNumber, choices }: OrderParameters,
	findings: Findings,
	refund?: OrderRefund,
): ReadInvoice {
	const numbered = (base: string) => invoiceNumberOf(shop, base, number);
	const own = number.from === 'given' ? number.given : numbered(refund?.id ?? order.numberBase);
	const input = orderInvoice(order, billed, {
		...choices,
		invoiceNumber: own,
		credits: refund === undefined ? undefined : creditedNumber || original(order, number, numbered),
	});
	const read = buildTyped(input, 'row');
	checkBilled(order, billed, findings);
	return { ...read, findings: [...findings.list, ...asCharged(read.findings)] };
}

function original(
	order: Order,
	{ from }: OrderParameters['number'],
	numbered: (base: string) => string,
): string {
	if (from !== 'given') return numbered(order.numberBase);
	throw new InputError(
		"'Credited Invoice Number' is empty. With 'Invoice Number From' Given it cannot be made from the order: fill it in.",
	);
}

/** Runs what is about one order; an error then names the order. */
function ofOrder<T>({ number }: Pick<Order, 'number'>, run: () => T): T {
	try {
		return run();
	} catch (error) {
		const isOurs = error instanceof OrderError || error instanceof InputError;
		throw isOurs ? namingOrder(number, error) : error;
	}
}

function namingOrder(number: Order['number'], error: OrderError | InputError): InputError {
	const parts = error instanceof InputError ? error.parts : {};
	return new InputError(aboutOrder(number, error), { ...parts, subject: `Order ${number}` });
}
