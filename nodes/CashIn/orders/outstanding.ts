import { signOf, toText } from '../invoicing/exactDecimal';
import type { Finding } from '../invoicing/findings';
import { difference, negated, ONE } from './amounts';
import { LUMP, takenOffLines } from './lumps';
import type { LumpRules } from './lumps';
import type { Billed, Order, OrderLine } from './order';
import { OrderProblem } from './orderProblem';
import { grossOf } from './orderLine';
import { assertComesTo, assertVat, comesTo } from './reconcile';
import { assertNotBeyondOrder, refundedCents, refundLines } from './refunds';

/**
 * What the buyer has to pay for an order: its lines less what has been refunded or taken out, line by line.
 * @throws OrderProblem when there is nothing in it, more was refunded than charged, or the sums disagree
 */
export function outstanding(order: Order, rules: LumpRules): Billed {
	if (order.lines.length === 0) {
		throw new OrderProblem(
			order.number,
			'it has no lines. Check that the whole order is passed on, with its lines.',
		);
	}
	assertNotBeyondOrder(order);
	const warnings: Finding[] = [];
	const back = order.refunds.map((refund) => refundLines(order, refund, rules, warnings));
	const told = back.flatMap((refund) => refund.told);
	const lines = less(order.lines, told);
	const lumps = merged(back.flatMap((refund) => refund.lumps));
	const toldCents = toldTotal(order, grossOf(lines), grossOf(lumps), lines.length);
	const missing = toldCents - grossOf(lines);
	const isTakenOff = missing < -lines.length && rules.takenOff !== 'stop';
	if (!isTakenOff) assertComesTo(order.number, grossOf(lines), toldCents, order, lines.length);
	const vatCents =
		order.current === undefined ? plus(order.vatCents, told) : order.current.vatCents;
	assertVat(order.number, vatOf(lines), vatCents, order, lines.length);
	// Sums that cancel one another out leave nothing to be said.
	const said = lumps.length === 0 ? [] : warnings;
	const off =
		isTakenOff && rules.takenOff !== 'stop'
			? takenOffLines(order, missing, rules.takenOff, said)
			: [];
	return {
		lines: [...lines, ...lumps, ...off],
		totalCents: toldCents + grossOf(lumps),
		warnings: said,
	};
}

/**
 * What is left to pay of an order that is paid in part, where that is to be invoiced.
 * @throws OrderProblem when it is not: neither the whole nor nothing would be right
 */
export function withoutPartPayment(order: Order, billed: Billed, { takenOff }: LumpRules): Billed {
	const { number, payment, openCents } = order;
	const refuse = (why: string): never => {
		throw new OrderProblem(number, `it is ${payment.words}. ${why}`);
	};
	if (takenOff !== 'paymentRow') {
		return refuse(
			"An invoice of the whole would ask for too much, and none for too little. To ask for the rest, set 'Gift Cards and Part Payments' under Options to A Row Without VAT. Or set 'Orders Already Paid' to Invoice Anyway and report the part payment to Cash-In.",
		);
	}
	if (openCents === undefined || openCents <= 0 || openCents > billed.totalCents) {
		return refuse(
			"The shop does not tell what is left to pay, or more than the order comes to. Invoice the rest with Create, or set 'Orders Already Paid' to Invoice Anyway and report the part payment to Cash-In.",
		);
	}
	const warnings = [...billed.warnings];
	const paid = takenOffLines(order, openCents - billed.totalCents, 'paymentRow', warnings);
	return { lines: [...billed.lines, ...paid], totalCents: openCents, warnings };
}

/**
 * What the shop says the lines come to, sums without lines not counted. Where it tells what is left of an order,
 * that may have such sums in it already or not: the reading is taken that the lines come to.
 */
function toldTotal(order: Order, linesCents: number, lumpCents: number, rows: number): number {
	const without =
		(order.current?.totalCents ?? order.totalCents + refundedCents(order)) - lumpCents;
	if (order.current === undefined || comesTo(linesCents, without, rows)) return without;
	return comesTo(linesCents, order.current.totalCents, rows) ? order.current.totalCents : without;
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
	if (signOf(quantity) === 0 || line.id === LUMP) quantity = ONE;
	return {
		...line,
		netCents,
		vatCents,
		quantity: sign !== 0 && signOf(quantity) !== sign ? negated(quantity) : quantity,
	};
}

/** Sums without lines, one row for each rate; those that cancel one another out leave none. */
function merged(lumps: readonly OrderLine[]): OrderLine[] {
	const sums = new Map<string, OrderLine>();
	for (const lump of lumps) {
		const key = toText(lump.vatPercent);
		const before = sums.get(key);
		sums.set(key, before === undefined ? lump : reduced(before, lump));
	}
	return [...sums.values()].filter(({ netCents, vatCents }) => netCents !== 0 || vatCents !== 0);
}

function plus(vatCents: number | undefined, back: readonly OrderLine[]): number | undefined {
	return vatCents === undefined ? undefined : vatCents + vatOf(back);
}

function vatOf(lines: readonly OrderLine[]): number {
	return lines.reduce((sum, { vatCents }) => sum + vatCents, 0);
}

/** A line that cost nothing from the start is shown; one that was taken back wholly is not. */
function isUntouched(line: OrderLine, ordered: OrderLine | undefined): boolean {
	return ordered !== undefined && line === ordered;
}
