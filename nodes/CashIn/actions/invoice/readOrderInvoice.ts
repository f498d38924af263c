import type { IDataObject } from 'n8n-workflow';

import { InputProblem } from '../../api/problems';
import { buildInvoice } from '../../invoicing/build';
import { helsinkiDate } from '../../invoicing/dates';
import { InvoiceInputError } from '../../invoicing/findings';
import { credited } from '../../orders/credited';
import { skipReason } from '../../orders/guards';
import { invoiceNumberOf } from '../../orders/invoiceNumber';
import type { Billed, Order, OrderRefund } from '../../orders/order';
import { orderFindings } from '../../orders/orderFindings';
import { orderInvoice } from '../../orders/orderInvoice';
import { outstanding } from '../../orders/outstanding';
import { readOrder } from '../../orders/readOrder';
import { chosenRefund } from '../../orders/refunds';
import type { OrderParameters } from './createFromOrderInput';
import type { ReadInvoice } from './readInvoice';
import { typedInvoice } from './typedInvoice';

/** One item's order, and the invoice of it or why there is none. */
export interface OrderInvoice {
	order: Order;
	/** Why it is not to be invoiced; `''` when `read` is its invoice. */
	skipped: string;
	read?: ReadInvoice;
}

/** @throws OrderProblem, and InputProblem or InvoiceInputError, all naming the order */
export function readOrderInvoice(parameters: OrderParameters): OrderInvoice {
	const { given, source, store, invoiceFor, refundId, guards } = parameters;
	const order = readOrder(given, source, store);
	const refund = invoiceFor === 'refund' ? chosenRefund(order, refundId) : undefined;
	if (refund !== undefined) {
		const read = invoiceOf(order, credited(order, refund), parameters, refund);
		return { order, skipped: '', read };
	}
	// An order that is not to be invoiced may be odd in any other way, so that is asked first.
	const early = skipReason(order, order.totalCents, { ...guards, paid: 'invoice' });
	if (early !== '') return { order, skipped: early };
	const billed = outstanding(order);
	const skipped = skipReason(order, billed.totalCents, guards);
	return skipped === ''
		? { order, skipped, read: invoiceOf(order, billed, parameters) }
		: { order, skipped };
}

function invoiceOf(
	order: Order,
	billed: Billed,
	{ number, creditedNumber, choices }: OrderParameters,
	refund?: OrderRefund,
): ReadInvoice {
	const numbered = (base: string) => invoiceNumberOf(order.number, base, number.prefix);
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
