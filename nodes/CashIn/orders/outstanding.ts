import { signOf } from '../invoicing/exactDecimal';
import { difference, negated, ONE } from './amounts';
import type { Billed, Order, OrderLine } from './order';
import { OrderProblem } from './orderProblem';
import { grossOf } from './orderLine';
import { assertComesTo, assertVat } from './reconcile';
import { refundedLines, refundedTotal } from './refunds';

/**
 * What the buyer has to pay for an order: its lines less what has been refunded or taken out, line by line.
 * @throws OrderProblem when there is nothing in it, more was refunded than charged, or the sums disagree
 */
export function outstanding(order: Order): Billed {
	if (order.lines.length === 0) {
		throw new OrderProblem(
			order.number,
			'it has no lines. Check that the whole order is passed on, with its lines.',
		);
	}
	const back = order.refunds.flatMap((refund) => refundedLines(order, refund));
	const refunded = refundedTotal(order);
	const totalCents = order.current?.totalCents ?? order.totalCents + refunded;
	const lines = less(order.lines, back);
	const vatOf = (some: readonly OrderLine[]) =>
		some.reduce((sum, { vatCents }) => sum + vatCents, 0);
	const vatCents =
		order.current === undefined
			? order.vatCents === undefined
				? undefined
				: order.vatCents + vatOf(back)
			: order.current.vatCents;
	assertComesTo(order.number, grossOf(lines), totalCents, order, lines.length);
	assertVat(order.number, vatOf(lines), vatCents, order, lines.length);
	return { lines, totalCents };
}

/** Lines less those that take something of them back; what takes back no line of them stands for itself. */
function less(ordered: readonly OrderLine[], back: readonly OrderLine[]): OrderLine[] {
	const left = [...ordered];
	for (const taken of back) {
		const index = taken.id === '' ? -1 : left.findIndex(({ id }) => id === taken.id);
		const line = left[index];
		if (line === undefined) left.push(taken);
		else left[index] = reduced(line, taken);
	}
	return left.filter(
		(line, index) =>
			line.netCents !== 0 || line.vatCents !== 0 || isUntouched(line, ordered[index]),
	);
}

function reduced(line: OrderLine, taken: OrderLine): OrderLine {
	const netCents = line.netCents + taken.netCents;
	const vatCents = line.vatCents + taken.vatCents;
	const sign = Math.sign(netCents === 0 ? vatCents : netCents);
	let quantity = difference(line.quantity, negated(taken.quantity));
	// Money was given back for pieces that stay: what is left is one lot.
	if (signOf(quantity) === 0) quantity = ONE;
	return {
		...line,
		netCents,
		vatCents,
		quantity: sign !== 0 && signOf(quantity) !== sign ? negated(quantity) : quantity,
	};
}

/** A line that cost nothing from the start is shown; one that was taken back wholly is not. */
function isUntouched(line: OrderLine, ordered: OrderLine | undefined): boolean {
	return ordered !== undefined && line === ordered;
}
