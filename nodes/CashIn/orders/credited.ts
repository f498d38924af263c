import type { Billed, Order, OrderRefund } from './order';
import { grossOf } from './orderLine';
import { OrderProblem } from './orderProblem';
import { assertComesTo } from './reconcile';
import { refundedLines, refundedTotal, totalOf } from './refunds';

/**
 * What a credit invoice takes back: one refund, with quantities and amounts below zero.
 * @throws OrderProblem when nothing was given back, more than the order came to, or the sums disagree
 */
export function credited(order: Order, refund: OrderRefund): Billed {
	// Asked for its refusal: one refund alone may look right.
	refundedTotal(order);
	const lines = refundedLines(order, refund);
	const totalCents = totalOf(refund);
	if (totalCents >= 0) {
		throw new OrderProblem(
			order.number,
			`its refund ${refund.id} gives nothing back, so that there is nothing to credit.`,
		);
	}
	assertComesTo(
		`${order.number}, refund ${refund.id}`,
		grossOf(lines),
		totalCents,
		order,
		lines.length,
	);
	return { lines, totalCents };
}
