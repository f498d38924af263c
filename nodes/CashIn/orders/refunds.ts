import { signOf, toText } from '../invoicing/exactDecimal';
import { centsToText } from '../invoicing/money';
import { vatInGross } from '../invoicing/vatAmount';
import { negated, ONE } from './amounts';
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
	const chosen = refundId === '' ? refunds[0] : refunds.find(({ id }) => id === refundId);
	if (chosen === undefined) {
		throw new OrderProblem(order.number, `it has no refund ${refundId}; its refunds are ${ids}.`);
	}
	return chosen;
}

/** What all refunds of an order come to, below zero; more than the order came to is refused. */
export function refundedTotal(order: Order): number {
	const total = order.refunds.reduce((sum, refund) => sum + totalOf(refund), 0);
	if (-total > order.totalCents) {
		const { currency } = order;
		throw new OrderProblem(
			order.number,
			`its refunds come to ${centsToText(-total)} ${currency}, which is more than the order's ${centsToText(order.totalCents)} ${currency}. Correct the refunds in the store.`,
		);
	}
	return total;
}

/**
 * The lines of a refund. Of one that tells its sum only they are the whole order, where the sum is that, or one
 * line whose VAT is taken out of the sum, where the order has one VAT rate.
 * @throws OrderProblem when the order has several, or the lines do not come to the sum
 */
export function refundedLines(order: Order, refund: OrderRefund): readonly OrderLine[] {
	const { lines, totalCents } = refund;
	if (totalCents === undefined || totalCents === 0) return lines;
	if (lines.length > 0) {
		assertComesTo(
			`${order.number}, refund ${refund.id}`,
			grossOf(lines),
			totalCents,
			order,
			lines.length,
		);
		return lines;
	}
	return -totalCents === order.totalCents
		? order.lines.map(takenBack)
		: [sumOnly(order, refund, totalCents)];
}

/** What a refund comes to, below zero. */
export function totalOf({ totalCents, lines }: OrderRefund): number {
	return totalCents ?? grossOf(lines);
}

function sumOnly(order: Order, refund: OrderRefund, totalCents: number): OrderLine {
	const charged = order.lines.filter(({ netCents, vatCents }) => netCents !== 0 || vatCents !== 0);
	const rates = new Map(charged.map(({ vatPercent }) => [toText(vatPercent), vatPercent]));
	const [vatPercent] = rates.values();
	if (vatPercent === undefined || rates.size > 1) {
		throw new OrderProblem(
			order.number,
			`it has a refund of ${centsToText(-totalCents)} ${order.currency} without lines, and several VAT rates (${[...rates.keys()].join(', ')} %), so that the VAT of the refund cannot be told. Get the refunds with their lines ('/orders/<id>/refunds') and put them into the order as 'refunds'.`,
		);
	}
	const vatCents = vatInGross(totalCents, vatPercent);
	return {
		id: '',
		description: refund.reason === '' ? 'Refund' : `Refund: ${refund.reason}`,
		productCode: '',
		quantity: negated(ONE),
		netCents: totalCents - vatCents,
		vatCents,
		vatPercent,
	};
}

function takenBack(line: OrderLine): OrderLine {
	const quantity = signOf(line.quantity) === 0 ? line.quantity : negated(line.quantity);
	return { ...line, quantity, netCents: -line.netCents, vatCents: -line.vatCents };
}
