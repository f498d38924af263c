import { centsToText } from '../invoicing/money';
import { grossOf } from './lines';
import { OrderError, type Order, type OrderLine } from './order';

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
