import fc from 'fast-check';

import { OrderError } from '../../../nodes/CashIn/orders/order';
import {
	shopifyOrder,
	stripeOrder,
	wooCommerceOrder,
	type RandomOrder,
} from '../../support/orderArbitraries';
import { invoiced } from '../../support/orderFixtures';

const STORES = [
	['WooCommerce', wooCommerceOrder, 'total'],
	['Shopify', shopifyOrder, 'total_price'],
	['Stripe', stripeOrder, 'total'],
] as const;

const RUNS = { numRuns: 500 };
const cents = (amount: unknown) => Math.round(Number(amount) * 100);

/** What an invoice comes to; its parts have to add up to it. */
function totalOf({ built }: ReturnType<typeof invoiced>): number {
	const { NetAmount, TaxAmount, RoundAmount, TotalAmount, InvoiceRows } = built.invoice;
	const sum = (member: string) => InvoiceRows.reduce((total, row) => total + cents(row[member]), 0);
	expect(cents(NetAmount)).toBe(sum('Nto'));
	expect(cents(TaxAmount)).toBe(sum('Tax'));
	expect(cents(TotalAmount)).toBe(sum('Total') + cents(RoundAmount));
	expect(cents(NetAmount) + cents(TaxAmount) + cents(RoundAmount)).toBe(cents(TotalAmount));
	expect(Math.abs(cents(RoundAmount))).toBeLessThanOrEqual(InvoiceRows.length);
	return cents(TotalAmount);
}

/** The sums of a refusal, in cents; anything else that is thrown is an error. */
function refusalOf(attempt: () => unknown): number[] {
	try {
		attempt();
	} catch (error) {
		expect(error).toBeInstanceOf(OrderError);
		const { message } = error as OrderError;
		expect(message).toMatch(/^its lines come to /);
		return [...message.matchAll(/(-?[0-9]+\.[0-9]{2}) [A-Z]{3}/g)].map(([, sum]) => cents(sum));
	}
	throw new Error('an invoice was made');
}

describe.each(STORES)('A random order of %s', (_, orders, total) => {
	test('comes to its total, to the cent', () => {
		fc.assert(
			fc.property(orders, ({ order, totalCents, refundCents }) => {
				fc.pre(totalCents > refundCents);
				expect(totalOf(invoiced(order))).toBe(totalCents - refundCents);
			}),
			RUNS,
		);
	});

	test('without its stops: nothing in it is called wrong', () => {
		fc.assert(
			fc.property(orders, ({ order, totalCents, refundCents }) => {
				fc.pre(totalCents > refundCents);
				const stops = invoiced(order).findings.filter(({ severity }) => severity === 'stop');
				// The examples have no buyer.
				expect(stops.map(({ code }) => code)).toEqual(['noBuyerName', 'undeliverable']);
			}),
			RUNS,
		);
	});

	test('whose total is another is refused with both sums, but for a cent a line', () => {
		fc.assert(
			fc.property(orders, fc.integer({ min: -60, max: 60 }), (given, off) => {
				const { order, totalCents, refundCents } = given;
				const { changed, by } = changedTotal(given, total, off);
				fc.pre(totalCents > 0 && totalCents + by > 0 && refundCents === 0 && off !== 0);
				const sum = linesOf(order);
				if (Math.abs(totalCents + by - sum) <= given.lines) {
					expect(totalOf(invoiced(changed))).toBe(totalCents + by);
				} else {
					expect(refusalOf(() => invoiced(changed))).toEqual([sum, totalCents + by]);
				}
			}),
			RUNS,
		);
	});
});

describe.each(STORES.slice(0, 2))('A random refund of %s', (_, orders) => {
	test('is credited to the cent, and is what the invoice after it is less by', () => {
		let credited = 0;
		fc.assert(
			fc.property(orders, ({ order, totalCents, refundCents }) => {
				fc.pre(refundCents > 0 && totalCents > refundCents);
				credited += 1;
				expect(totalOf(invoiced(order, '7'))).toBe(-refundCents);
				expect(totalOf(invoiced({ ...order, refunds: [], ...unchanged(order) }))).toBe(totalCents);
				expect(totalOf(invoiced(order))).toBe(totalCents - refundCents);
			}),
			RUNS,
		);
		expect(credited).toBeGreaterThan(100);
	});
});

/** The same order before anything was given back. */
function unchanged(order: Record<string, unknown>): Record<string, unknown> {
	const lines = order.line_items as Array<Record<string, unknown>>;
	return { line_items: lines.map((line) => ({ ...line, current_quantity: line.quantity })) };
}

function changedTotal({ order }: RandomOrder, member: string, off: number) {
	const given = order[member];
	const units = order.currency === 'jpy' ? 100 : 1;
	if (typeof given === 'string') {
		return { changed: { ...order, [member]: ((cents(given) + off) / 100).toFixed(2) }, by: off };
	}
	const smallest = order.currency === 'kwd' ? 10 : 1;
	return { changed: { ...order, [member]: Number(given) + off * smallest }, by: off * units };
}

/** What the lines come to by the rows of the invoice that is made where nothing is wrong. */
function linesOf(order: Record<string, unknown>): number {
	const { InvoiceRows } = invoiced(order).built.invoice;
	return InvoiceRows.reduce((sum, row) => sum + cents(row.Total), 0);
}
