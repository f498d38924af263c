import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../api/errors';
import { buildInvoice } from '../../invoicing/build';
import { helsinkiDate } from '../../invoicing/dates';
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
import type { OrderParameters } from './createFromOrderInput';
import { assertBuilt, type ReadInvoice } from './readInvoice';
import { typedInvoice } from './typedInvoice';

/** One item's order, and the invoice of it or why there is none. */
export type OrderInvoice =
	| { orderNumber: string; skipped: string }
	| { orderNumber: string; order: Order; refundId?: string; read: ReadInvoice };

/** @throws OrderError or InputError, both naming the order */
export function readOrderInvoice(parameters: OrderParameters): OrderInvoice {
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
	const rules = { vatRounding: 'row', today: helsinkiDate(new Date()) } as const;
	const built = assertBuilt(buildInvoice(input, rules));
	checkBilled(order, billed, findings);
	return {
		invoice: typedInvoice(built.invoice as IDataObject, ''),
		totals: () => built.totals,
		findings: [...findings.list, ...asCharged(built.findings)],
	};
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
export function ofOrder<T>({ number }: Pick<Order, 'number'>, run: () => T): T {
	try {
		return run();
	} catch (error) {
		const isOurs = error instanceof OrderError || error instanceof InputError;
		throw isOurs ? new InputError(aboutOrder(number, error)) : error;
	}
}
