import type { IDataObject } from 'n8n-workflow';

import { orderNamed, plainOrder } from '../support/orderFixtures';
import { jsons, runOrders } from '../support/orderRuns';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();

const run = async (items: object[], parameters: IDataObject = {}) =>
	await runOrders(simulator().url, items, parameters);
const shopify = (changes: Record<string, unknown> = {}) =>
	orderNamed('shopify', 'prices without tax, and shipping', changes);
const stripe = (changes: Record<string, unknown> = {}) =>
	orderNamed('stripe', 'tax on top', changes);
const lineOf = (order: Record<string, unknown>) => (order.line_items as IDataObject[])[0] ?? {};
const sent = () => simulator().sentTo('createInvoice');

/** Two rates, of which the refund does not say which it is of. */
const twoRates = orderNamed('wooCommerce', 'a coupon on two rates, counted once', {
	refunds: [{ id: 1, reason: '', total: '-5.00' }],
});

const REFUSED: Array<[string, object, string, IDataObject?]> = [
	[
		'has no lines',
		plainOrder({ line_items: [], shipping_lines: [] }),
		'Order 1042: it has no lines.',
	],
	[
		'has no lines at Stripe',
		stripe({ lines: { data: [], has_more: false } }),
		'Order EX-0001: it has no lines.',
	],
	[
		'holds a part of its lines',
		stripe({ lines: { data: [], has_more: true } }),
		'Order EX-0001: it holds the first of its lines only.',
	],
	[
		'was paid in another currency than the shop has',
		shopify({ presentment_currency: 'SEK' }),
		"Order #1001: the shop's currency is EUR and the buyer's is SEK. Choose under Options, 'Order Currency'",
		{ options: { orderCurrency: 'stop' } },
	],
	[
		'has an amount in a third currency',
		shopify({
			total_price_set: { shop_money: { amount: '43.80', currency_code: 'NOK' } },
		}),
		"Order #1001: 'total_price' is in NOK and the order in EUR.",
	],
	[
		'lacks the amounts in the currency that was chosen',
		shopify({
			presentment_currency: 'SEK',
			line_items: [{ ...lineOf(shopify()), price_set: null }],
		}),
		"is told in EUR only. Choose under Options, 'Order Currency'",
		{ options: { orderCurrency: 'buyer' } },
	],
	['has no currency', plainOrder({ currency: '' }), 'Order 1042: it does not tell its currency'],
	[
		'has a tax whose rate is told nowhere and is none of the known',
		plainOrder({
			tax_lines: [],
			line_items: [{ ...lineOf(plainOrder()), total_tax: '5.00', taxes: [] }],
		}),
		'Order 1042: "Example mug" has a tax of 5.00 on 30.00 and the order does not tell its rate',
	],
	[
		'has a tax on a tax',
		orderNamed('wooCommerce', 'two rates, each empty where it does not apply', {
			line_items: [
				{
					...lineOf(plainOrder()),
					taxes: [
						{ id: 1, total: '5.00' },
						{ id: 2, total: '2.65' },
					],
				},
			],
			tax_lines: [
				{ rate_id: 1, rate_percent: 16, compound: false },
				{ rate_id: 2, rate_percent: 8, compound: true },
			],
		}),
		'Order 1048: "Example mug" has a tax on top of another tax',
	],
	[
		'comes to more than its lines',
		plainOrder({ total: '48.80' }),
		'Order 1042: its lines come to 43.80 EUR and its total is 48.80 EUR.',
	],
	[
		'lacks the taxes of its lines, though the total is right',
		shopify({
			taxes_included: true,
			line_items: [{ ...lineOf(shopify()), price: '37.65', quantity: 1, tax_lines: [] }],
			shipping_lines: [],
			total_price: '37.65',
			total_tax: '7.65',
		}),
		'Order #1001: the VAT of its lines is 0.00 EUR and the order says 7.65 EUR.',
	],
	[
		'was refunded by more than it came to',
		plainOrder({ refunds: [{ id: 7, reason: '', total: '-50.00' }] }),
		"Order 1042: its refunds come to 50.00 EUR, which is more than the order's 43.80 EUR.",
	],
	[
		'was refunded by more than it came to, and is to be credited',
		plainOrder({ refunds: [{ id: 7, reason: '', total: '-50.00' }] }),
		"Order 1042: its refunds come to 50.00 EUR, which is more than the order's 43.80 EUR.",
		{ invoiceFor: 'refund' },
	],
	[
		'has a refund of an unknown rate',
		twoRates,
		'Order 1044: it has a refund of 5.00 EUR without lines, and several VAT rates (25.5, 13.5 %)',
	],
	[
		'has a refund whose lines are not its sum',
		orderNamed('wooCommerce', 'a refund of pieces and shipping, with its lines', {
			refunds: [
				{
					id: 9,
					amount: '20.00',
					line_items: [
						{ id: 1, quantity: -1, name: 'Example plate', total: '-10.00', total_tax: '-2.55' },
					],
				},
			],
		}),
		'Order 1053, refund 9: its lines come to -12.55 EUR and its total is -20.00 EUR.',
	],
	[
		'has credit notes it does not hold',
		stripe({ post_payment_credit_notes_amount: 100 }),
		'Order EX-0001: credit notes were made for it, and it does not hold them.',
	],
	[
		'has an amount that is no number',
		plainOrder({ line_items: [{ ...lineOf(plainOrder()), total: '30,00' }] }),
		`Order 1042: 'total' of "Example mug" must be a number such as 12.50, and is "30,00".`,
	],
	[
		'has a quantity that is none',
		plainOrder({ line_items: [{ ...lineOf(plainOrder()), quantity: 'two' }] }),
		`Order 1042: 'quantity' of "Example mug" must be a number such as 12.50, and is "two".`,
	],
	[
		'has a total in thousandths',
		plainOrder({ total: '43.805' }),
		"Order 1042: 'total' is 43.805, which cannot be invoiced to the cent.",
	],
	[
		'has a number without digits',
		plainOrder({ number: 'ABC' }),
		'Order ABC: "ABC" has no digits to make an invoice number of.',
	],
	[
		'has a number whose digits another could have',
		plainOrder({ number: 'A1B2-0007' }),
		'Order A1B2-0007: "A1B2-0007" has letters between its digits',
	],
	[
		'has no buyer',
		plainOrder({ billing: {} }),
		"Order 1042: 'Buyer Name' is missing. 'Buyer Street Address', 'Buyer Postal Code', 'Buyer City' and 'Buyer Country' are missing, and there is no e-mail address",
	],
	[
		'is a list',
		{ orders: [] },
		'Order without a number: this is a list. Give one order for each item',
	],
	[
		'is a refund of Shopify',
		{ id: 5, order_id: 1, refund_line_items: [] },
		'Order 5: this is a refund of Shopify and no order.',
	],
	[
		'is a refund of WooCommerce',
		{ id: 5, refunded_by: 1 },
		'Order 5: this is a refund of WooCommerce',
	],
	[
		'is of the GraphQL API',
		{ name: '#1', lineItems: {} },
		"Order #1: this is a part of an order of Shopify's GraphQL API",
	],
	[
		'is a payment of Stripe',
		{ id: 'pi_example', object: 'payment_intent' },
		'Order pi_example: this is money that Stripe takes from the buyer',
	],
	[
		'is something else',
		{ id: 3, colour: 'red' },
		'Order 3: this is no order of Shopify, Stripe or WooCommerce',
	],
	[
		'is of another store than was chosen',
		plainOrder(),
		"Order 1042: it looks like an order of WooCommerce, and 'Source' is Shopify.",
		{ source: 'shopify' },
	],
];

describe('An order between two good ones', () => {
	it.each(REFUSED)(
		'that %s fails by its name, and the others are invoiced',
		async (_, bad, message, parameters = {}) => {
			const good = (number: string) => plainOrder({ number });
			const one = await runOrders(simulator().url, [bad], parameters);
			expect(one.success).toEqual([]);
			expect(one.failed).toHaveLength(1);
			expect(one.failed[0]?.json.error).toContain(message);
			expect(simulator().requests).toEqual([]);
			if (parameters.source !== undefined || parameters.invoiceFor !== undefined) return;
			const among = await run([good('1'), bad, good('3')], parameters);
			expect(among.success.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
			expect(among.failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
			expect(sent().map(({ InvoiceNumber }) => InvoiceNumber)).toEqual([1, 3]);
		},
	);
});

describe('An order that only looks bad', () => {
	it('of a buyer abroad with Finnish VAT is invoiced, and asked about', async () => {
		const billing = { ...(plainOrder().billing as object), country: 'DE', postcode: '10115' };
		const { success } = await run([plainOrder({ billing })]);
		expect(jsons(success)).toEqual([
			expect.objectContaining({
				status: 'created',
				warnings: [expect.stringContaining('The goods go to DE and the order has 25.5 % VAT')],
			}),
		]);
	});

	it('of five hundred lines is one invoice of five hundred rows', async () => {
		const lines = Array.from({ length: 500 }, (_, index) => ({
			...lineOf(plainOrder()),
			id: index + 1,
			quantity: '1',
			total: '1.03',
			total_tax: '0.26',
			taxes: [{ id: 1, total: '0.26' }],
		}));
		const big = plainOrder({
			line_items: lines,
			shipping_lines: [],
			total: '646.33',
			total_tax: '131.33',
		});
		const { success } = await run([big]);
		expect(jsons(success)).toEqual([
			expect.objectContaining({ status: 'created', TotalAmount: 646.33 }),
		]);
		expect(sent()[0]).toMatchObject({ NetAmount: 515, TaxAmount: 130, RoundAmount: 1.33 });
		expect(sent()[0]?.InvoiceRows).toHaveLength(500);
	});

	it('in two currencies is invoiced in the one that was chosen', async () => {
		const two = (amount: string, sek: string) => ({
			shop_money: { amount, currency_code: 'EUR' },
			presentment_money: { amount: sek, currency_code: 'SEK' },
		});
		const line = {
			...lineOf(shopify()),
			quantity: 1,
			price: '10.00',
			price_set: two('10.00', '113.40'),
			tax_lines: [{ price: '2.55', rate: 0.255, price_set: two('2.55', '28.91') }],
		};
		const order = shopify({
			presentment_currency: 'SEK',
			line_items: [line],
			shipping_lines: [],
			total_price: '12.55',
			total_price_set: two('12.55', '142.31'),
			total_tax: '2.55',
			total_tax_set: two('2.55', '28.91'),
			total_tip_received: '0.0',
		});
		await run([order], { options: { orderCurrency: 'buyer' } });
		await run([{ ...order, order_number: 1002, name: '#1002' }], {
			options: { orderCurrency: 'shop' },
		});
		expect(sent().map(({ Currency, TotalAmount }) => [Currency, TotalAmount])).toEqual([
			['SEK', 142.31],
			['EUR', 12.55],
		]);
	});

	it('with half a delivery address is invoiced without it, and that is said', async () => {
		const shipping = { first_name: 'Maija', last_name: 'Mallikas', city: 'Tampere', country: 'FI' };
		const { success } = await run([plainOrder({ shipping })]);
		expect(sent()[0]).not.toHaveProperty('DeliveryName');
		expect(success[0]?.json.warnings).toEqual([
			expect.stringContaining('is left out: streetAddress, postalCode missing'),
		]);
	});

	it('never shows a personal identity code that stands where a business id should', async () => {
		const meta_data = [{ key: '_y_tunnus', value: '010190-999X' }];
		const { success, run: log } = await run([plainOrder({ meta_data })], {
			shopFields: { businessIdKey: '_y_tunnus' },
		});
		expect(success).toHaveLength(1);
		expect(JSON.stringify(log.data.resultData.runData['Cash-In'])).not.toContain('010190-999X');
	});
});
