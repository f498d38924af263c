import { signOf } from '../invoicing/exactDecimal';
import type { Finding } from '../invoicing/findings';
import { centsToText } from '../invoicing/money';
import { negated } from './amounts';
import { lumpLines } from './lumps';
import type { LumpRules } from './lumps';
import type { Order, OrderLine, OrderRefund } from './order';
import { grossOf } from './orderLine';
import { OrderProblem } from './orderProblem';
import { assertComesTo } from './reconcile';

/**
 * The refund a credit invoice is made of.
 * @param refundId which one; may be empty where there is only one
 * @throws OrderProblem when there is none, or it is not clear which: one that has been credited must not be again
 */
export function chosenRefund(order: Order, refundId: string): OrderRefund {
	const refunds = order.refunds.filter(({ id }) => id !== '');
	const ids = refunds.map(({ id }) => id).join(', ');
	if (refunds.length === 0) {
		throw new OrderProblem(
			order.number,
			"it has no refunds to credit. Get the order again after the refund, or set 'Invoice For' to Order.",
		);
	}
	if (refundId === '' && refunds.length > 1) {
		throw new OrderProblem(
			order.number,
			`it has several refunds: ${ids}. Fill in 'Refund ID', so that none is credited twice.`,
		);
	}
	const chosen =
		refundId === ''
			? refunds[0]
			: refunds.find(({ id }) => id === refundId || id === lastPart(refundId));
	if (chosen === undefined) {
		throw new OrderProblem(order.number, `it has no refund ${refundId}; its refunds are ${ids}.`);
	}
	return chosen;
}

/** An ID may be written as a path whose last part is what else is its ID: `gid://shop/Refund/815`. */
function lastPart(id: string): string {
	return id.split('/').pop() ?? id;
}

/** @throws OrderProblem when the refunds of an order come to more than was sold in it */
export function assertNotBeyondOrder(order: Order): void {
	const refunded = -refundedCents(order);
	const sold = order.totalCents - grossOf(order.lines.filter(({ isPayment }) => isPayment));
	if (refunded <= sold) return;
	const { currency } = order;
	throw new OrderProblem(
		order.number,
		`its refunds come to ${centsToText(refunded)} ${currency}, which is more than the order's ${centsToText(sold)} ${currency}. Correct the refunds in the shop.`,
	);
}

/** What all refunds of an order come to, below zero. */
export function refundedCents(order: Order): number {
	return order.refunds.reduce((sum, refund) => sum + totalOf(refund), 0);
}

/** The rows of a refund: those whose VAT the shop tells, and those for a sum it does not split. */
export interface RefundLines {
	told: readonly OrderLine[];
	lumps: readonly OrderLine[];
}

/**
 * The lines of a refund, in rows below zero. A sum alone that is the whole order takes back every line of it.
 * @throws OrderProblem when the lines do not come to the sum, or the VAT of a sum cannot be told
 */
export function refundLines(
	order: Order,
	refund: OrderRefund,
	rules: LumpRules,
	warnings: Finding[],
): RefundLines {
	const { lines, totalCents, lumpCents, reason } = refund;
	if (lines.length === 0 && lumpCents !== 0 && -lumpCents === order.totalCents) {
		return { told: order.lines.map(takenBack), lumps: [] };
	}
	const name = reason === '' ? 'Refund' : `Refund: ${reason}`;
	const description = lines.length === 0 ? name : 'Refund adjustment';
	const lumps = lumpLines(order, lumpCents, description, rules, warnings);
	if (totalCents !== undefined && lines.length > 0) {
		const rows = [...lines, ...lumps];
		const of = `${order.number}, refund ${refund.id}`;
		assertComesTo(of, grossOf(rows), totalCents, order, rows.length);
	}
	return { told: lines, lumps };
}

/** What a refund comes to, below zero. */
export function totalOf({ totalCents, lines, lumpCents }: OrderRefund): number {
	return totalCents ?? grossOf(lines) + lumpCents;
}

function takenBack(line: OrderLine): OrderLine {
	const quantity = signOf(line.quantity) === 0 ? line.quantity : negated(line.quantity);
	return { ...line, quantity, netCents: -line.netCents, vatCents: -line.vatCents };
}
