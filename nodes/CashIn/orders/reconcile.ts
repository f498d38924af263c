import { centsToText } from '../invoicing/money';
import type { Order } from './order';
import { OrderProblem } from './orderProblem';

/**
 * That lines come to what the store says they do. Stores round lines and sums apart, so that a cent for each
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
	if (Math.abs(totalCents - linesCents) <= rows) return;
	throw new OrderProblem(
		number,
		`its lines come to ${centsToText(linesCents)} ${currency} and its total is ${centsToText(totalCents)} ${currency}. Rounding explains a cent for each line and no more: something in the total is not among the lines, such as a gift card or a fee of a plugin, or the order was changed. Correct the order, or invoice it with Create.`,
	);
}

/**
 * That the tax on lines is the tax the store says the order holds: a total can be right with VAT left out.
 * @param vatCents undefined where the store tells none
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
