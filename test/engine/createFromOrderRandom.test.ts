import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import {
	shopifyOrder,
	stripeOrder,
	wooCommerceOrder,
	type RandomOrder,
} from '../support/orderArbitraries';
import { jsons, previewOrders, runOrders, type Previewed } from '../support/orderRuns';

const SEED = 20_260_214;
const NOWHERE = 'http://127.0.0.1:9';
const BUYER = {
	billing: { first_name: 'Esa', last_name: 'Esimerkki', email: 'esa@example.com' },
	billing_address: { name: 'Esa Esimerkki' },
	email: 'esa@example.com',
	customer_name: 'Esa Esimerkki',
	customer_email: 'esa@example.com',
};
const SHOPS = {
	WooCommerce: {
		orders: wooCommerceOrder,
		skipped: { status: 'cancelled' },
		withAmounts: (amount: unknown) => ({
			total: amount,
			total_tax: amount,
			line_items: [{ total: amount }],
			refunds: [{ total: amount }],
		}),
	},
	Shopify: {
		orders: shopifyOrder,
		skipped: { cancelled_at: '2026-03-03T10:00:00+02:00' },
		withAmounts: (amount: unknown) => ({
			total_price: amount,
			total_tax: amount,
			current_total_price: amount,
			line_items: [{ price: amount }],
			refunds: [{ transactions: [{ kind: 'refund', status: 'success', amount }] }],
		}),
	},
	Stripe: {
		orders: stripeOrder,
		skipped: { status: 'void' },
		withAmounts: (amount: unknown) => ({
			total: amount,
			amount_due: amount,
			amount_paid: amount,
			lines: { data: [{ amount }] },
			credit_notes: { data: [{ total: amount }] },
		}),
	},
};

/** Orders of a kind, with a refund each unless told otherwise. */
function sample(orders: fc.Arbitrary<RandomOrder>, count: number, refunded = true) {
	return fc
		.sample(orders, { seed: SEED, numRuns: count })
		.filter(
			({ totalCents, refundCents }) => totalCents > refundCents && (!refunded || refundCents > 0),
		)
		.map((random): RandomOrder => ({ ...random, order: { ...random.order, ...BUYER } }));
}

/** Net and VAT in cents by rate, and the total; what is credited counts as it was before it was given back. */
function sumsOf(invoice?: Previewed, credit?: Previewed): Record<string, number> {
	const sums: Record<string, number> = {};
	const add = (key: string, amount: unknown, sign: number) => {
		sums[key] = (sums[key] ?? 0) + sign * Math.round(Number(amount) * 100);
	};
	for (const [one, sign] of [
		[invoice, 1],
		[credit, -1],
	] as const) {
		add('total', one?.total ?? 0, sign);
		for (const [, , percent, net, vat] of one?.rows ?? []) {
			add(`${String(percent)} % net`, net, sign);
			add(`${String(percent)} % VAT`, vat, sign);
		}
	}
	// A rate of which nothing is left stands nowhere.
	return Object.fromEntries(Object.entries(sums).filter(([, cents]) => cents !== 0));
}

/** The order before anything was given back. */
function before(order: Record<string, unknown>): Record<string, unknown> {
	const lines = order.line_items as IDataObject[];
	return {
		...order,
		refunds: [],
		current_total_price: undefined,
		line_items: lines.map((line) => ({ ...line, current_quantity: line.quantity })),
	};
}

/** The same refund told by its sum only, as WooCommerce's order does and Shopify's goodwill. */
function sumOnly(order: Record<string, unknown>, refundCents: number): Record<string, unknown> {
	const amount = (refundCents / 100).toFixed(2);
	const transactions = [{ kind: 'refund', status: 'success', amount }];
	const corrections = { order_adjustments: [{ amount: `-${amount}`, tax_amount: '0.00' }] };
	return { ...before(order), refunds: [{ id: 7, amount, transactions, ...corrections }] };
}

/** A credit note of some lines of a Stripe invoice, a part of each. */
function noted(order: Record<string, unknown>, share: number): Record<string, unknown> {
	const { data } = order.lines as { data: IDataObject[] };
	const part = (units: unknown) => Math.trunc(Number(units) * share);
	const lines = data.map((line) => {
		const discounts = line.discount_amounts as IDataObject[];
		const taxes = line.tax_amounts as IDataObject[];
		return {
			...line,
			invoice_line_item: line.id,
			amount: part(line.amount),
			discount_amounts: discounts.map((one) => ({ amount: part(one.amount) })),
			tax_amounts: taxes.map((one) => ({ ...one, amount: part(one.amount) })),
		};
	});
	const sum = lines.reduce((total, { amount, discount_amounts, tax_amounts }) => {
		const off = discount_amounts.reduce((units, one) => units + one.amount, 0);
		const tax = (tax_amounts as Array<{ amount: number; inclusive?: unknown }>).reduce(
			(units, one) => units + (one.inclusive === true ? 0 : one.amount),
			0,
		);
		return total + amount - off + tax;
	}, 0);
	return {
		...order,
		credit_notes: { data: [{ number: 'EX-1042-CN-01', total: sum, lines: { data: lines } }] },
	};
}

const asRefund = { invoiceFor: 'refund' };
const spread = { options: { refundsWithoutLines: 'spread' } };

async function expectToAddUp(orders: object[], originals: object[], parameters: IDataObject) {
	const left = await previewOrders(orders, parameters);
	const credits = await previewOrders(orders, { ...parameters, ...asRefund });
	const whole = await previewOrders(originals, parameters);
	whole.forEach((invoice, index) => {
		const parts = sumsOf(left[index], credits[index]);
		const said = `with seed ${SEED}: ${JSON.stringify(originals[index])}`;
		expect({ said, sums: parts }).toEqual({ said, sums: sumsOf(invoice) });
	});
	expect(whole.length).toBeGreaterThan(50);
}

describe('The credit of a random refund and what is left of the order', () => {
	it.each(['WooCommerce', 'Shopify'] as const)(
		'of %s are the order in net, VAT and total per rate',
		async (shop) => {
			const orders = sample(SHOPS[shop].orders, 300).map(({ order }) => order);
			await expectToAddUp(orders, orders.map(before), {});
		},
	);

	it.each(['WooCommerce', 'Shopify'] as const)(
		'of %s are so too where the refund is a sum only and is spread over the rates',
		async (shop) => {
			const random = sample(SHOPS[shop].orders, 300);
			const orders = random.map(({ order, refundCents }) => sumOnly(order, refundCents));
			await expectToAddUp(orders, orders.map(before), spread);
		},
	);

	it('of Stripe are the invoice in net, VAT and total per rate', async () => {
		const orders = sample(SHOPS.Stripe.orders, 300, false)
			.filter(({ order, totalCents }) => order.currency === 'eur' && totalCents > 1_000)
			.map(({ order }) => order);
		await expectToAddUp(
			orders.map((order) => noted(order, 0.4)),
			orders,
			{},
		);
	});
});

describe('Whether a random order is invoiced', () => {
	it.each(Object.entries(SHOPS))('of %s does not depend on its amounts', async (_, shop) => {
		const orders = sample(shop.orders, 100, false).map(({ order }) => order);
		const amount = fc.sample(fc.oneof(fc.string(), fc.double(), fc.constant(null)), {
			seed: SEED,
			numRuns: orders.length,
		});
		const reasons = async (items: object[]) =>
			jsons((await runOrders(NOWHERE, items)).success).map(({ reason }) => reason);
		const plain = await reasons(orders.map((order) => ({ ...order, ...shop.skipped })));
		const odd = await reasons(
			orders.map((order, index) => ({
				...order,
				...shop.skipped,
				...shop.withAmounts(amount[index]),
			})),
		);
		expect({ seed: SEED, odd }).toEqual({ seed: SEED, odd: plain });
		expect(plain).toHaveLength(orders.length);
	});
});
