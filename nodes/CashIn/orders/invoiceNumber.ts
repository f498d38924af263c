import { OrderProblem } from './orderProblem';

/**
 * An invoice number out of the number of an order or the id of a refund: its digits, after a prefix. The same
 * order always gives the same number, by which a second invoice for it is known.
 * @param order how to name the order in a message
 * @throws OrderProblem when there are no digits, or letters stand between them: those of another order could
 * then be the same
 */
export function invoiceNumberOf(order: string, base: string, prefix: string): string {
	const digits = base.replace(/[^0-9]/g, '');
	if (digits === '') {
		throw new OrderProblem(
			order,
			`"${base}" has no digits to make an invoice number of. Set 'Invoice Number From' to Given and enter an expression.`,
		);
	}
	if (/[0-9][^0-9]*\p{L}[^0-9]*[0-9]/u.test(base)) {
		throw new OrderProblem(
			order,
			`"${base}" has letters between its digits, so that its digits alone could be those of another order. Set 'Invoice Number From' to Given and enter an expression.`,
		);
	}
	return `${prefix.trim()}${digits}`;
}
