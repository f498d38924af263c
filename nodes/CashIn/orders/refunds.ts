import type { Findings } from '../invoicing/findings';
import { centsToText } from '../invoicing/money';
import { grossOf, reversed } from './lines';
import { lumpLines, type LumpRules } from './lumps';
import { OrderError, type Billed, type Order, type OrderLine, type OrderRefund } from './order';

/**
 * The lines of a credit invoice: those of one refund, with quantities and amounts below zero.
 * @throws OrderError when nothing was given back, more than the order came to, or the sums disagree
 */
export function creditLines(
	order: Order,
	refund: OrderRefund,
	rules: LumpRules,
	findings: Findings,
): Billed {
	// One refund alone may look right.
	assertNotBeyondOrder(order);
	const { told, lumps } = refundLines(order, refund, rules, findings);
	const lines = [...told, ...lumps];
	const totalCents = totalOf(refund);
	if (totalCents >= 0) {
		throw new OrderError(
			`its refund ${refund.id} gives nothing back, so that there is nothing to credit.`,
		);
	}
	assertComesTo(lines, totalCents, order, refund.id);
	return { lines, totalCents };
}

/**
 * The refund a credit invoice is made of.
 * @param refundId which one; may be empty where there is only one
 * @throws OrderError when there is none, or it is not clear which: one that has been credited must not be again
 */
export function chosenRefund(order: Order, refundId: string): OrderRefund {
	const refunds = order.refunds.filter(({ id }) => id !== '');
	const ids = refunds.map(({ id }) => id).join(', ');
	if (refunds.length === 0) {
		throw new OrderError(
			"it has no refunds to credit. Get the order again after the refund, or set 'Invoice For' to Order.",
		);
	}
	if (refundId === '' && refunds.length > 1) {
		throw new OrderError(
			`it has several refunds: ${ids}. Fill in 'Refund ID', so that none is credited twice.`,
		);
	}
	// An ID may be written as a path whose last part is what else is its ID: `gid://shop/Refund/815`.
	const lastPart = refundId.split('/').pop();
	const chosen =
		refundId === '' ? refunds[0] : refunds.find(({ id }) => id === refundId || id === lastPart);
	if (chosen !== undefined) return chosen;
	throw new OrderError(`it has no refund ${refundId}; its refunds are ${ids}.`);
}

/** @throws OrderError when the refunds of an order come to more than was sold in it */
export function assertNotBeyondOrder(order: Order): void {
	const refunded = -refundedCents(order);
	const sold = order.totalCents - grossOf(order.lines.filter(({ isPayment }) => isPayment));
	if (refunded <= sold) return;
	const { currency } = order;
	throw new OrderError(
		`its refunds come to ${centsToText(refunded)} ${currency}, which is more than the order's ${centsToText(sold)} ${currency}. Correct the refunds in the shop.`,
	);
}

/** What all refunds of an order come to, below zero. */
export function refundedCents(order: Order): number {
	return order.refunds.reduce((sum, refund) => sum + totalOf(refund), 0);
}

/**
 * The rows of a refund, below zero: those whose VAT the shop tells, and those for a sum it does not split. A sum alone
 * that is the whole order takes back every line of it.
 * @throws OrderError when the lines do not come to the sum, or the VAT of a sum cannot be told
 */
export function refundLines(
	order: Order,
	refund: OrderRefund,
	rules: LumpRules,
	findings: Findings,
): { told: readonly OrderLine[]; lumps: readonly OrderLine[] } {
	const { id, lines, totalCents, lumpCents, reason } = refund;
	if (lines.length === 0 && lumpCents !== 0 && -lumpCents === order.totalCents) {
		return { told: order.lines.map(reversed), lumps: [] };
	}
	const name = reason === '' ? 'Refund' : `Refund: ${reason}`;
	const description = lines.length === 0 ? name : 'Refund adjustment';
	const lumps = lumpLines(order, lumpCents, description, rules, findings);
	if (totalCents !== undefined && lines.length > 0) {
		assertComesTo([...lines, ...lumps], totalCents, order, id);
	}
	return { told: lines, lumps };
}

/** What a refund comes to, below zero. */
function totalOf({ totalCents, lines, lumpCents }: OrderRefund): number {
	return totalCents ?? grossOf(lines) + lumpCents;
}

/** Whether lines come to a total, but for a cent of rounding each. */
export function comesTo(lines: readonly OrderLine[], totalCents: number): boolean {
	return Math.abs(totalCents - grossOf(lines)) <= lines.length;
}

/**
 * Precondition: lines come to the sum the shop tells. Stores round lines and sums apart, so that a cent for each line
 * may be between the two, which becomes rounding; more means that something is missing.
 * @param refundId of the refund the lines are of
 * @throws OrderError with both sums
 */
export function assertComesTo(
	lines: readonly OrderLine[],
	totalCents: number,
	{ currency }: Pick<Order, 'currency'>,
	refundId?: string,
): void {
	if (comesTo(lines, totalCents)) return;
	const linesCents = grossOf(lines);
	const below =
		totalCents < linesCents && totalCents > 0
			? " If the difference is paid already or a discount, say so with 'Gift Cards and Part Payments' under Options."
			: '';
	throw new OrderError(
		`its lines come to ${centsToText(linesCents)} ${currency} and its total is ${centsToText(totalCents)} ${currency}. Rounding explains a cent for each line and no more: something in the total is not among the lines, such as a gift card or a fee of a plugin, or the order was changed. Correct the order, or invoice it with Create.${below}`,
		refundId,
	);
}
