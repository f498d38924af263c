import type { IDataObject } from 'n8n-workflow';

import { InputProblem } from '../../api/problems';
import { buildInvoice } from '../../invoicing/build';
import { helsinkiDate } from '../../invoicing/dates';
import { InvoiceInputError } from '../../invoicing/findings';
import { credited } from '../../orders/credited';
import { invoiceNumberOf } from '../../orders/invoiceNumber';
import type { Billed, Order, OrderRefund } from '../../orders/order';
import { withNameFromEmail } from '../../orders/nameFromEmail';
import { openOrder } from '../../orders/openOrder';
import { orderFindings } from '../../orders/orderFindings';
import { orderInvoice } from '../../orders/orderInvoice';
import { outstanding, withoutPartPayment } from '../../orders/outstanding';
import { chosenRefund } from '../../orders/refunds';
import type { Shop } from '../../orders/shop';
import {
	isPaidInPart,
	nothingToInvoice,
	refundSkipReason,
	skipReason,
} from '../../orders/skipRules';
import type { OrderParameters } from './createFromOrderInput';
import type { ReadInvoice } from './readInvoice';
import { typedInvoice } from './typedInvoice';

/** One item's order, and the invoice of it or why there is none. */
export type OrderInvoice =
	| { orderNumber: string; skipped: string }
	| { orderNumber: string; order: Order; refundId?: string; read: ReadInvoice };

/** @throws OrderProblem, and InputProblem or InvoiceInputError, all naming the order */
export function readOrderInvoice(parameters: OrderParameters): OrderInvoice {
	const { given, source, shop: rules, lumps, invoiceFor, refundId, skip } = parameters;
	const { shop, state, read: readWhole } = openOrder(given, source, rules);
	const read = () => (parameters.nameFromEmail ? withNameFromEmail(readWhole()) : readWhole());
	const orderNumber = state.number;
	if (invoiceFor === 'refund') {
		const skipped = refundSkipReason(shop, state, skip);
		if (skipped !== '') return { orderNumber, skipped };
		const order = read();
		const refund = chosenRefund(order, refundId);
		const invoice = invoiceOf(shop, order, credited(order, refund, lumps), parameters, refund);
		return { orderNumber, order, refundId: refund.id, read: invoice };
	}
	// An order that is not to be invoiced may be odd in any other way, so nothing else of it is read before.
	const skipped = skipReason(shop, state, skip);
	if (skipped !== '') return { orderNumber, skipped };
	const order = read();
	const billed = outstanding(order, lumps);
	if (billed.totalCents === 0) return { orderNumber, skipped: nothingToInvoice(orderNumber) };
	const due = isPaidInPart(state, skip) ? withoutPartPayment(order, billed, lumps) : billed;
	return { orderNumber, order, read: invoiceOf(shop, order, due, parameters) };
}

function invoiceOf(
	shop: Shop,
	order: Order,
	billed: Billed,
	{ number, creditedNumber, choices }: OrderParameters,
	refund?: OrderRefund,
): ReadInvoice {
	const numbered = (base: string) => invoiceNumberOf(shop, order.number, base, number);
	const own = number.from === 'given' ? number.given : numbered(refund?.id ?? order.numberBase);
	return ofOrder(order, () => {
		const input = orderInvoice(order, billed, {
			...choices,
			invoiceNumber: own,
			credits:
				refund === undefined ? undefined : creditedNumber || original(order, number, numbered),
		});
		const built = buildInvoice(input, { vatRounding: 'row', today: helsinkiDate(new Date()) });
		return {
			invoice: typedInvoice(built.invoice as IDataObject, ''),
			totals: () => built.totals,
			findings: orderFindings(order, billed, built.warnings),
		};
	});
}

function original(
	order: Order,
	{ from }: OrderParameters['number'],
	numbered: (base: string) => string,
): string {
	if (from !== 'given') return numbered(order.numberBase);
	throw new InputProblem(
		"'Credited Invoice Number' is empty. With 'Invoice Number From' Given it cannot be made from the order: fill it in.",
	);
}

/** Whatever is said about the invoice says of which order it is. */
export function ofOrder<T>({ number }: Pick<Order, 'number'>, run: () => T): T {
	try {
		return run();
	} catch (error) {
		throw named(number, error);
	}
}

function named(number: string, error: unknown): Error {
	if (error instanceof InputProblem || error instanceof InvoiceInputError) {
		return new InputProblem(`Order ${number}: ${error.message}`);
	}
	return error instanceof Error ? error : new Error(String(error));
}
