import type { Finding } from '../invoicing/findings';
import type { LumpRules } from './lumps';
import type { Billed, Order, OrderRefund } from './order';
import { grossOf } from './orderLine';
import { OrderProblem } from './orderProblem';
import { assertComesTo } from './reconcile';
import { assertNotBeyondOrder, refundLines, totalOf } from './refunds';

/**
 * What a credit invoice takes back: one refund, with quantities and amounts below zero.
 * @throws OrderProblem when nothing was given back, more than the order came to, or the sums disagree
 */
export function credited(order: Order, refund: OrderRefund, rules: LumpRules): Billed {
	// One refund alone may look right.
	assertNotBeyondOrder(order);
	const warnings: Finding[] = [];
	const { told, lumps } = refundLines(order, refund, rules, warnings);
	const lines = [...told, ...lumps];
	const totalCents = totalOf(refund);
	if (totalCents >= 0) {
		throw new OrderProblem(
			order.number,
			`its refund ${refund.id} gives nothing back, so that there is nothing to credit.`,
		);
	}
	const name = `${order.number}, refund ${refund.id}`;
	assertComesTo(name, grossOf(lines), totalCents, order, lines.length);
	return { lines, totalCents, warnings };
}
