import type { Order, OrderSource } from './order';
import { OrderProblem } from './orderProblem';

/** What is to become of orders that need no invoice. */
export interface GuardRules {
	paid: 'invoice' | 'skip' | 'stop';
	/** States of an order that are not invoiced, in lower case; the store's usual ones where not given. */
	skipStatuses?: readonly string[];
}

/**
 * Why an order is not to be invoiced, as a sentence; `''` when it is.
 * @param totalCents what the invoice would come to
 * @throws OrderProblem for a paid order where that is to stop, and for one paid in part: neither the whole nor
 * nothing would be right
 */
export function skipReason(order: Order, totalCents: number, rules: GuardRules): string {
	const { number, source, statuses, payment } = order;
	const skipped = rules.skipStatuses ?? SKIPPED[source];
	const status = statuses.find((one) => skipped.includes(one));
	if (status !== undefined) {
		return `Order ${number} is ${status}, which is not invoiced. See 'Skip Statuses' under Options.`;
	}
	if (totalCents === 0) return `Order ${number} comes to 0.00: there is nothing to invoice.`;
	if (rules.paid === 'invoice' || payment.state === 'open') return '';
	if (payment.state === 'part') {
		throw new OrderProblem(
			number,
			`it is ${payment.words}. An invoice of the whole would ask for too much, and none for too little. Set 'Orders Already Paid' to Invoice Anyway and report the part payment to Cash-In, or invoice the rest with Create.`,
		);
	}
	if (rules.paid === 'skip') return `Order ${number} is ${payment.words}.`;
	throw new OrderProblem(number, `it is ${payment.words}, and 'Orders Already Paid' is Stop.`);
}

/** States in which an order is not there to be paid: not placed, given up, or a test. */
const SKIPPED: Readonly<Record<OrderSource, readonly string[]>> = {
	shopify: ['cancelled', 'expired', 'refunded', 'test', 'voided'],
	stripe: ['draft', 'test', 'uncollectible', 'void'],
	wooCommerce: [
		'auto-draft',
		'cancelled',
		'checkout-draft',
		'draft',
		'failed',
		'pending',
		'refunded',
		'trash',
	],
};
