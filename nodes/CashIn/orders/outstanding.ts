import { signOf, toText } from '../invoicing/exactDecimal';
import { Findings } from '../invoicing/findings';
import { centsToText } from '../invoicing/money';
import { difference, negated, ONE } from './amounts';
import { grossOf } from './lines';
import { LUMP, takenOffLines, type LumpRules } from './lumps';
import { OrderError, type Billed, type Order, type OrderLine } from './order';
import {
	assertComesTo,
	assertNotBeyondOrder,
	comesTo,
	refundedCents,
	refundLines,
} from './refunds';

/**
 * What the buyer has to pay for an order: its lines less what has been refunded or taken out, line by line.
 * @throws OrderError when there is nothing in it, more was refunded than charged, or the sums disagree
 */
export function outstanding(order: Order, rules: LumpRules, findings: Findings): Billed {
	if (order.lines.length === 0) {
		throw new OrderError(
			'it has no lines. Check that the whole order is passed on, with its lines.',
		);
	}
	assertNotBeyondOrder(order);
	const ofLumps = new Findings();
	const back = order.refunds.map((refund) => refundLines(order, refund, rules, ofLumps));
	const told = back.flatMap((refund) => refund.told);
	const lines = less(order.lines, told);
	const lumps = merged(back.flatMap((refund) => refund.lumps));
	// Sums that cancel one another out leave nothing to be said.
	if (lumps.length > 0) findings.list.push(...ofLumps.list);
	const toldCents = toldTotal(order, lines, grossOf(lumps));
	const missing = toldCents - grossOf(lines);
	const takenOff =
		missing < -lines.length && rules.takenOff !== 'stop' ? rules.takenOff : undefined;
	if (takenOff === undefined) assertComesTo(lines, toldCents, order);
	assertVat(order, lines, told);
	const off = takenOff === undefined ? [] : takenOffLines(order, missing, takenOff, findings);
	return { lines: [...lines, ...lumps, ...off], totalCents: toldCents + grossOf(lumps) };
}

/**
 * What is left to pay of an order that is paid in part, where that is to be invoiced.
 * @throws OrderError when it is not: neither the whole nor nothing would be right
 */
export function withoutPartPayment(
	order: Order,
	billed: Billed,
	{ takenOff }: LumpRules,
	findings: Findings,
): Billed {
	const { payment, openCents } = order;
	if (takenOff !== 'paymentRow') {
		throw new OrderError(
			`it is ${payment.words}. An invoice of the whole would ask for too much, and none for too little. To ask for the rest, set 'Gift Cards and Part Payments' under Options to A Row Without VAT. Or set 'Orders Already Paid' to Invoice Anyway and report the part payment to Cash-In.`,
		);
	}
	if (openCents === undefined || openCents <= 0 || openCents > billed.totalCents) {
		throw new OrderError(
			`it is ${payment.words}. The shop does not tell what is left to pay, or more than the order comes to. Invoice the rest with Create, or set 'Orders Already Paid' to Invoice Anyway and report the part payment to Cash-In.`,
		);
	}
	const paid = takenOffLines(order, openCents - billed.totalCents, 'paymentRow', findings);
	return { lines: [...billed.lines, ...paid], totalCents: openCents };
}

/**
 * What the shop says the lines come to, sums without lines not counted. Where it tells what is left of an order,
 * that may have such sums in it already or not: the reading is taken that the lines come to.
 */
function toldTotal(order: Order, lines: readonly OrderLine[], lumpCents: number): number {
	const { current, totalCents } = order;
	const without = (current?.totalCents ?? totalCents + refundedCents(order)) - lumpCents;
	if (current === undefined || comesTo(lines, without)) return without;
	return comesTo(lines, current.totalCents) ? current.totalCents : without;
}

/**
 * Precondition: the tax on lines is the tax the shop says the order holds, less that of what was taken back. A total
 * can be right with VAT left out.
 * @throws OrderError with both sums
 */
function assertVat(order: Order, lines: readonly OrderLine[], back: readonly OrderLine[]): void {
	const { current, currency, vatCents } = order;
	const taken = current === undefined ? vatOf(back) : 0;
	const whole = current === undefined ? vatCents : current.vatCents;
	if (whole === undefined || Math.abs(whole + taken - vatOf(lines)) <= lines.length) return;
	throw new OrderError(
		`the VAT of its lines is ${centsToText(vatOf(lines))} ${currency} and the order says ${centsToText(whole + taken)} ${currency}. Check that the lines are passed on with their taxes, or invoice it with Create.`,
	);
}

function vatOf(lines: readonly OrderLine[]): number {
	return lines.reduce((sum, { vatCents }) => sum + vatCents, 0);
}

/**
 * Lines less those that take something of them back; what takes back no line of them stands for itself. A line that
 * cost nothing from the start is shown, one that was taken back wholly is not.
 */
function less(ordered: readonly OrderLine[], back: readonly OrderLine[]): OrderLine[] {
	const left = [...ordered];
	for (const taken of back) {
		const index = taken.id === '' ? -1 : left.findIndex(({ id }) => id === taken.id);
		const line = left[index];
		if (line === undefined) left.push(taken);
		else left[index] = reduced(line, taken);
	}
	return left.filter((line, index) => isCharged(line) || line === ordered[index]);
}

function reduced(line: OrderLine, taken: OrderLine): OrderLine {
	const netCents = line.netCents + taken.netCents;
	const vatCents = line.vatCents + taken.vatCents;
	const sign = Math.sign(netCents === 0 ? vatCents : netCents);
	let quantity = difference(line.quantity, negated(taken.quantity));
	// Money was given back for pieces that stay: what is left is one lot.
	if (signOf(quantity) === 0 || line.id === LUMP) quantity = ONE;
	if (sign !== 0 && signOf(quantity) !== sign) quantity = negated(quantity);
	return { ...line, netCents, vatCents, quantity };
}

/** Sums without lines, one row for each rate; those that cancel one another out leave none. */
function merged(lumps: readonly OrderLine[]): OrderLine[] {
	const sums = new Map<string, OrderLine>();
	for (const lump of lumps) {
		const key = toText(lump.vatPercent);
		const before = sums.get(key);
		sums.set(key, before === undefined ? lump : reduced(before, lump));
	}
	return [...sums.values()].filter(isCharged);
}

function isCharged({ netCents, vatCents }: OrderLine): boolean {
	return netCents !== 0 || vatCents !== 0;
}
