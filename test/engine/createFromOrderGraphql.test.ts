import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { graphqlOrder } from '../support/graphqlOrder';
import { shopifyOrder } from '../support/orderArbitraries';
import { ORDERS, orderNamed } from '../support/orderFixtures';
import { previewOrders, refusalOf, runOrders } from '../support/orderRuns';

const anyhow = { paidOrders: 'invoice' };
/** The invoices as they are sent, byte by byte. */
const bytes = async (orders: object[], parameters: IDataObject) =>
	(await previewOrders(orders, parameters)).map(({ invoice }) => JSON.stringify(invoice));

const fixtures = ORDERS.shopify.filter(({ rows }) => rows !== undefined);
const plain = () => graphqlOrder(orderNamed('shopify', 'prices without tax, and shipping'));

describe('An order of the GraphQL API', () => {
	it.each(['nodes', 'edges'] as const)('in %s gives the invoice of its REST form', async (list) => {
		for (const { name, order, options = {} } of fixtures) {
			const parameters = { ...anyhow, options };
			const invoice = await bytes([graphqlOrder(order, list)], parameters);
			expect({ name, invoice }).toEqual({ name, invoice: await bytes([order], parameters) });
		}
		expect(fixtures.length).toBeGreaterThan(20);
	});

	it('gives the credit of its REST form', async () => {
		const refunded = ORDERS.shopify.filter(({ credit }) => credit !== undefined);
		for (const { order, credit, options = {} } of refunded) {
			const parameters = { invoiceFor: 'refund', refundId: credit?.id, options };
			const asked = { ...parameters, refundId: `gid://shopify/Refund/${credit?.id}` };
			const expected = await bytes([order], parameters);
			expect(await bytes([graphqlOrder(order)], parameters)).toEqual(expected);
			expect(await bytes([graphqlOrder(order)], asked)).toEqual(expected);
		}
		expect(refunded.length).toBeGreaterThan(1);
	});

	it('made at random gives the invoice and the credit of its REST form', async () => {
		const seed = 14_001;
		const named = { billing_address: { name: 'Esa Esimerkki' }, email: 'esa@example.com' };
		const orders = fc
			.sample(shopifyOrder, { seed, numRuns: 150 })
			.filter(({ totalCents, refundCents }) => totalCents > refundCents)
			.map(({ order, refundCents }) => ({ order: { id: 1, ...order, ...named }, refundCents }));
		const rest = orders.map(({ order }) => order);
		expect({
			seed,
			invoices: await bytes(
				rest.map((one) => graphqlOrder(one)),
				anyhow,
			),
		}).toEqual({
			seed,
			invoices: await bytes(rest, anyhow),
		});
		const refunded = orders.filter(({ refundCents }) => refundCents > 0).map(({ order }) => order);
		const asRefund = { invoiceFor: 'refund' };
		expect({
			seed,
			credits: await bytes(
				refunded.map((one) => graphqlOrder(one)),
				asRefund,
			),
		}).toEqual({
			seed,
			credits: await bytes(refunded, asRefund),
		});
		expect(refunded.length).toBeGreaterThan(20);
	});

	it('is found in the answer to a query', async () => {
		const [plainly] = await bytes([plain()], {});
		expect(
			await bytes(
				[{ data: { order: plain() } }, { data: { node: plain() } }, { node: plain() }],
				{},
			),
		).toEqual([plainly, plainly, plainly]);
	});

	it('is skipped as its REST form is', async () => {
		const changes = [
			{ displayFinancialStatus: 'PAID' },
			{ cancelledAt: '2026-03-03T08:00:00Z' },
			{ test: true },
			{ displayFinancialStatus: 'VOIDED', lineItems: { nodes: [] } },
		];
		const { success } = await runOrders(
			'http://127.0.0.1:9',
			changes.map((one) => ({ ...plain(), ...one })),
		);
		expect(success.map(({ json }) => json.reason)).toEqual([
			'Order #1001 is paid with Invoice.',
			expect.stringContaining('is cancelled'),
			expect.stringContaining('is test'),
			expect.stringContaining('is voided'),
		]);
	});

	it.each(['lineItems', 'shippingLines'])('is refused when its %s are cut short', async (name) => {
		const order = plain();
		const cut = { ...(order[name] as object), pageInfo: { hasNextPage: true } };
		expect(await refusalOf({ ...order, [name]: cut })).toContain(
			`Order #1001: it holds the first of its '${name}' only.`,
		);
	});

	it('without its number takes the only digits of its name, and asks for it where there are more', async () => {
		const [invoice] = await previewOrders([{ ...plain(), number: undefined }]);
		expect(invoice?.number).toBe(1001);
		expect(await refusalOf({ ...plain(), number: undefined, name: 'EX1001-26' })).toContain(
			'Order EX1001-26: "EX1001-26" has several groups of digits',
		);
	});

	it('that is no whole order is refused with what to query', async () => {
		expect(await refusalOf({ id: 'gid://shopify/Order/1', lineItems: {} })).toContain(
			"this is a part of an order of Shopify's GraphQL API.",
		);
		expect(await refusalOf({ id: 'gid://shopify/Refund/1', refundLineItems: {} })).toContain(
			'this is a refund of Shopify and no order.',
		);
		expect(await refusalOf({ data: { orders: { nodes: [] } } })).toContain('this is a list.');
	});
});
