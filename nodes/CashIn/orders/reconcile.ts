import { centsToText } from '../invoicing/money';
import type { Order } from './order';
import { OrderProblem } from './orderProblem';

/** Whether lines come to a total, but for a cent of rounding each. */
export function comesTo(linesCents: number, totalCents: number, rows: number): boolean {
	return Math.abs(totalCents - linesCents) <= rows;
}

/**
 * That lines come to what the shop says they do. Stores round lines and sums apart, so that a cent for each
 * line may be between the two, which becomes rounding; more means that something is missing.
 * @throws OrderProblem with both sums
 */
export function assertComesTo(
	number: string,
	linesCents: number,
	totalCents: number,
	{ currency }: Pick<Order, 'currency'>,
	rows: number,
): void {
	if (comesTo(linesCents, totalCents, rows)) return;
	const below =
		totalCents < linesCents && totalCents > 0
			? " If the difference is paid already or a discount, say so with 'Gift Cards and Part Payments' under Options."
			: '';
	throw new OrderProblem(
		number,
		`its lines come to ${centsToText(linesCents)} ${currency} and its total is ${centsToText(totalCents)} ${currency}. Rounding explains a cent for each line and no more: something in the total is not among the lines, such as a gift card or a fee of a plugin, or the order was changed. Correct the order, or invoice it with Create.${below}`,
	);
}

/**
 * That the tax on lines is the tax the shop says the order holds: a total can be right with VAT left out.
 * @param vatCents undefined where the shop tells none
 * @throws OrderProblem with both sums
 */
export function assertVat(
	number: string,
	linesCents: number,
	vatCents: number | undefined,
	{ currency }: Pick<Order, 'currency'>,
	rows: number,
): void {
	if (vatCents === undefined || Math.abs(vatCents - linesCents) <= rows) return;
	throw new OrderProblem(
		number,
		`the VAT of its lines is ${centsToText(linesCents)} ${currency} and the order says ${centsToText(vatCents)} ${currency}. Check that the lines are passed on with their taxes, or invoice it with Create.`,
	);
}
