import type { IDataObject } from 'n8n-workflow';

import { orderNamed, plainOrder } from '../support/orderFixtures';
import { jsons, runOrders } from '../support/orderRuns';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();

const run = async (items: object[], parameters: IDataObject = {}) =>
	await runOrders(simulator().url, items, parameters);

const shopify = (changes: Record<string, unknown>) =>
	orderNamed('shopify', 'prices without tax, and shipping', changes);
const stripe = (changes: Record<string, unknown>) => orderNamed('stripe', 'tax on top', changes);

/** Why an order of each shop is skipped; the default of every option. */
const REASONS: Array<[string, (odd: object) => Record<string, unknown>, RegExp]> = [
	[
		'WooCommerce paid',
		(odd) => plainOrder({ date_paid: '2026-03-02T10:20:00', payment_method: 'card', ...odd }),
		/^Order 1042 is paid/,
	],
	['WooCommerce cancelled', (odd) => plainOrder({ status: 'cancelled', ...odd }), /is cancelled/],
	['WooCommerce pending', (odd) => plainOrder({ status: 'pending', ...odd }), /is pending/],
	['Shopify paid', (odd) => shopify({ financial_status: 'paid', ...odd }), /^Order #1001 is paid/],
	['Shopify test', (odd) => shopify({ test: true, ...odd }), /is test/],
	['Shopify cancelled', (odd) => shopify({ cancelled_at: '2026-03-03', ...odd }), /is cancelled/],
	['Stripe paid', (odd) => stripe({ status: 'paid', ...odd }), /^Order EX-0001 is paid/],
	['Stripe test', (odd) => stripe({ livemode: false, ...odd }), /is test/],
	['Stripe void', (odd) => stripe({ status: 'void', ...odd }), /is void/],
];

/** What would be refused, were the order to be invoiced, in the members of each shop. */
const ODD: Record<string, Record<string, unknown>> = {
	WooCommerce: {
		'no currency': { currency: '' },
		'a total that its lines do not come to': { total: '4880.17' },
		'a total that is no number': { total: 'free', total_tax: 'none' },
		'refunds beyond its total': { refunds: [{ id: 7, reason: '', total: '-5000.00' }] },
		'no lines': { line_items: [], shipping_lines: [] },
		'lines that cannot be read': { line_items: [{ id: 1, quantity: 'two', total: 'x' }] },
		'no buyer': { billing: {} },
	},
	Shopify: {
		'a currency its amounts are not in': {
			presentment_currency: 'SEK',
			total_price_set: { shop_money: { amount: '43.80', currency_code: 'DKK' } },
		},
		'a total that its lines do not come to': { total_price: '4880.17' },
		'a total that is no number': { total_price: 'free', total_tax: 'none' },
		'refunds beyond its total': {
			refunds: [
				{ id: 7, transactions: [{ kind: 'refund', status: 'success', amount: '5000.00' }] },
			],
		},
		'no lines': { line_items: [], shipping_lines: [] },
		'lines that cannot be read': { line_items: [{ id: 1, quantity: 'two', price: 'x' }] },
		'no buyer': { billing_address: null, shipping_address: null, customer: null },
	},
	Stripe: {
		'no currency': { currency: '' },
		'a total that its lines do not come to': { total: 488017 },
		'a total that is no number': { total: 'free' },
		'credit notes it does not hold': { post_payment_credit_notes_amount: 700 },
		'no lines': { lines: { data: [] } },
		'a part of its lines': { lines: { data: [], has_more: true } },
		'lines that cannot be read': { lines: { data: [{ id: 'il_1', amount: 'x' }] } },
		'no buyer': { customer_name: null, customer_email: null, customer_address: null },
	},
};
const oddOf = (shop: string) => Object.values(ODD[shop.split(' ')[0] ?? ''] ?? {}) as object[];

describe('An order that is not to be invoiced', () => {
	it.each(REASONS)(
		'of %s is skipped whatever else is odd about it',
		async (shop, order, reason) => {
			const items = [order({}), ...oddOf(shop).map(order)];
			expect(items.length).toBeGreaterThan(6);
			const { success, failed } = await run(items);
			expect(failed).toEqual([]);
			expect(jsons(success)).toEqual(
				items.map(() => ({
					status: 'skipped',
					reason: expect.stringMatching(reason),
					orderNumber: expect.any(String),
				})),
			);
			expect(simulator().requests).toEqual([]);
		},
	);

	it('that comes to nothing is skipped though its lines cannot be read', async () => {
		const line_items = [{ quantity: 'two' }];
		const { success } = await run([
			plainOrder({ total: '0.00', line_items }),
			shopify({ total_price: '0.00', line_items }),
		]);
		expect(jsons(success)).toEqual([
			expect.objectContaining({ reason: 'Order 1042 comes to 0.00: there is nothing to invoice.' }),
			expect.objectContaining({
				reason: 'Order #1001 comes to 0.00: there is nothing to invoice.',
			}),
		]);
	});

	it('is no order whose total is missing: that fails', async () => {
		const { failed } = await run([plainOrder({ total: null })]);
		expect(failed[0]?.json.error).toContain('Order 1042: ');
	});

	it('fails by that alone where paid orders are to stop', async () => {
		const { failed } = await run(
			oddOf('Shopify').map((odd) => shopify({ financial_status: 'paid', ...odd })),
			{ paidOrders: 'stop' },
		);
		for (const { json } of failed) {
			expect(json.error).toContain("Order #1001: it is paid with Invoice, and 'Orders Already");
		}
		expect(failed).toHaveLength(oddOf('Shopify').length);
	});

	it('is refused for what is odd once it is to be invoiced all the same', async () => {
		const { success, failed } = await run(
			oddOf('Shopify').map((odd) => shopify({ financial_status: 'paid', ...odd })),
			{ paidOrders: 'invoice' },
		);
		expect(success).toEqual([]);
		expect(failed).toHaveLength(oddOf('Shopify').length);
	});
});
