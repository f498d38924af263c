import type { IDataObject } from 'n8n-workflow';

import { hintsOf } from '../support/invoiceRuns';
import { ORDERS, orderNamed, plainOrder } from '../support/orderFixtures';
import { jsons, runOrders } from '../support/orderRuns';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();

const run = async (items: object[], parameters: IDataObject = {}) =>
	await runOrders(simulator().url, items, parameters);

const sent = () => simulator().sentTo('createInvoice');

describe('Invoicing an order', () => {
	it('sends the invoice of an order of each store, by the shape of the order', async () => {
		const { success, failed } = await run([
			plainOrder(),
			orderNamed('shopify', 'prices with tax'),
			orderNamed('stripe', 'in an event, with its rate expanded'),
			{ headers: {}, body: orderNamed('shopify', 'prices without tax, and shipping') },
		]);
		expect(failed).toEqual([]);
		expect(
			jsons(success).map(({ status, orderNumber, InvoiceNumber, TotalAmount }) => [
				status,
				orderNumber,
				InvoiceNumber,
				TotalAmount,
			]),
		).toEqual([
			['created', '1042', 1042, 43.8],
			['created', '#1002', 1002, 55.77],
			['created', 'EX-0013', 1573001300, 45.4],
			['created', '#1001', 1001, 43.8],
		]);
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 3].map((item) => ({ item })),
		);
		expect(sent()[0]).toMatchObject({
			InvoiceNumber: 1042,
			InvoiceDate: '2026-03-09',
			DueDate: '2026-03-23',
			Reference: '10427',
			OrderIdentifier: '1042',
			OrderDate: '2026-03-02T08:15:00Z',
			SalesName: 'Esa Esimerkki',
			SalesEmail: 'esa@example.com',
			NetAmount: 34.9,
			TaxAmount: 8.9,
			TotalAmount: 43.8,
		});
	});

	it('puts the identifiers of a company where Cash-In wants them, from the keys of the shop', async () => {
		const keys = {
			businessIdKey: '_billing_y_tunnus',
			eInvoiceAddressKey: '_billing_ovt',
			eInvoiceOperatorKey: '_billing_operator',
			purchaseOrderKey: '_billing_po',
		};
		await run([orderNamed('wooCommerce', 'a company with its identifiers in the metadata')], {
			shopFields: keys,
		});
		const company = {
			SalesName: 'Example Buyer Oy',
			SalesName2: 'Esa Esimerkki',
			SalesIdentifier: '1234567-1',
			FinvoiceAccount: '003712345671',
			FinvoiceOVT: 'EXAMPLEOP',
			BuyersReference: 'PO-7781',
		};
		expect(sent()).toEqual([expect.objectContaining(company)]);
		const attributes = {
			businessIdKey: 'Y-tunnus',
			eInvoiceAddressKey: 'ovt',
			eInvoiceOperatorKey: 'Operaattori',
		};
		await run([orderNamed('shopify', 'a company with cart attributes and a purchase order')], {
			shopFields: attributes,
		});
		expect(sent()[1]).toMatchObject(company);
	});

	it('takes additional fields before what the order says', async () => {
		await run([plainOrder()], {
			additionalFields: { salesName2: 'Example desk', orderIdentifier: 'X-1' },
			deliveryType: 'E',
		});
		expect(sent()).toEqual([
			expect.objectContaining({
				SalesName2: 'Example desk',
				OrderIdentifier: 'X-1',
				DeliveryType: 'E',
			}),
		]);
	});

	it('takes the number from the order, with a prefix, or as it is given', async () => {
		const order = plainOrder();
		await run([order], { numberFrom: 'prefix', numberPrefix: '9' });
		await run([order], { numberFrom: 'prefix', numberPrefix: 'WEB-' });
		await run([order], { numberFrom: 'given', invoiceNumber: '={{ 20000 + $json.id }}' });
		expect(sent().map(({ InvoiceNumber }) => InvoiceNumber)).toEqual([91042, 'WEB-1042', 20742]);
	});

	it('shows with Preview Only what would be sent, and sends nothing', async () => {
		const { success } = await run([plainOrder(), plainOrder({ status: 'cancelled' })], {
			previewOnly: true,
		});
		expect(simulator().requests).toEqual([]);
		expect(jsons(success)).toEqual([
			expect.objectContaining({
				orderNumber: '1042',
				invoice: expect.objectContaining({ InvoiceNumber: 1042, TotalAmount: 43.8 }),
				totals: expect.objectContaining({ net: 34.9, vat: 8.9, rounding: 0, total: 43.8 }),
				warnings: [],
			}),
			{
				status: 'skipped',
				orderNumber: '1042',
				reason: expect.stringContaining('Order 1042 is cancelled'),
			},
		]);
		await run([plainOrder()]);
		expect(sent()).toEqual([success[0]?.json.invoice]);
	});

	it('says in the output and beside it what is odd', async () => {
		const result = await run([orderNamed('wooCommerce', 'an old order that tells no rate')]);
		expect(result.success[0]?.json.warnings).toEqual([
			'The order does not tell the VAT rate of "Example vase"; 25.5 % leads to its tax of 15.30.',
		]);
		expect(hintsOf(result)).toHaveLength(1);
	});

	it('sends every order of the examples in one request, and Cash-In takes each at its total', async () => {
		const all = [...ORDERS.wooCommerce, ...ORDERS.shopify].filter(
			({ rows, options, warns = [] }) =>
				rows !== undefined && options === undefined && !warns.includes('orderRateGuessed'),
		);
		const { success, failed } = await run(all.map(({ order }) => order));
		expect(failed).toEqual([]);
		expect(jsons(success).map(({ status, TotalAmount }) => [status, TotalAmount])).toEqual(
			all.map(({ order, total }) =>
				order.financial_status === 'partially_refunded'
					? ['skipped', undefined]
					: ['created', total],
			),
		);
		expect(simulator().to('createInvoice')).toHaveLength(1);
	});
});

describe('An order that needs no invoice', () => {
	it.each<[string, object, string]>([
		[
			'that is cancelled',
			plainOrder({ status: 'cancelled' }),
			'Order 1042 is cancelled, which is not',
		],
		['that was never placed', plainOrder({ status: 'pending' }), 'Order 1042 is pending'],
		[
			'of Shopify that is cancelled',
			orderNamed('shopify', 'prices with tax', { cancelled_at: '2026-03-03T10:00:00+02:00' }),
			'Order #1002 is cancelled',
		],
		[
			'of Shopify made as a test',
			orderNamed('shopify', 'prices with tax', { test: true }),
			'Order #1002 is test',
		],
		[
			'of Stripe that is a draft',
			orderNamed('stripe', 'tax on top', { status: 'draft' }),
			'Order EX-0001 is draft',
		],
		[
			'that comes to nothing',
			zeroOrder(),
			'Order 1042 comes to 0.00: there is nothing to invoice.',
		],
		[
			'that is paid',
			plainOrder({
				status: 'processing',
				date_paid: '2026-03-02T10:20:00',
				payment_method: 'card',
				payment_method_title: 'Example Pay',
			}),
			'Order 1042 is paid on 2026-03-02 with Example Pay.',
		],
		[
			'of Shopify that is paid',
			orderNamed('shopify', 'prices with tax', { financial_status: 'paid' }),
			'Order #1002 is paid with Invoice.',
		],
		[
			'of Shopify whose payment is authorized',
			orderNamed('shopify', 'prices with tax', { financial_status: 'authorized' }),
			'Order #1002 is paid by an authorized payment',
		],
		[
			'of Stripe that is paid',
			orderNamed('stripe', 'tax on top', { status: 'paid' }),
			'Order EX-0001 is paid.',
		],
	])('%s comes out as skipped, with the reason', async (_, order, reason) => {
		const { success, failed } = await run([order]);
		expect(failed).toEqual([]);
		expect(jsons(success)).toEqual([
			{
				status: 'skipped',
				reason: expect.stringContaining(reason),
				orderNumber: expect.stringMatching(/^(1042|#1002|EX-0001)$/),
			},
		]);
		expect(simulator().requests).toEqual([]);
	});

	it('is invoiced all the same when that is chosen', async () => {
		const paid = plainOrder({ status: 'completed', date_paid: '2026-03-02T10:20:00' });
		await run([paid], { paidOrders: 'invoice' });
		await run([plainOrder({ status: 'pending', number: '1043' })], {
			options: { skipStatuses: 'Cancelled, failed' },
		});
		expect(sent().map(({ InvoiceNumber }) => InvoiceNumber)).toEqual([1042, 1043]);
	});

	it('fails when that is chosen', async () => {
		const paid = plainOrder({ status: 'completed', date_paid: '2026-03-02T10:20:00' });
		const { failed } = await run([paid], { paidOrders: 'stop' });
		expect(failed[0]?.json.error).toContain(
			"Order 1042: it is paid on 2026-03-02 with Tilisiirto, and 'Orders Already Paid' is Stop.",
		);
	});

	it('is not an order that the buyer pays by invoice, though WooCommerce gives it a day of payment', async () => {
		const byInvoice = plainOrder({
			status: 'processing',
			date_paid: '2026-03-02T10:20:00',
			payment_method: 'Example_Invoice',
		});
		const invoiceMethods = 'invoice, example_invoice';
		const { success } = await run(
			[byInvoice, { ...byInvoice, number: '1043', transaction_id: 'tx_example' }],
			{ options: { invoiceMethods } },
		);
		expect(jsons(success).map(({ status }) => status)).toEqual(['created', 'skipped']);
	});

	it.each<[string, object]>([
		[
			'of Shopify',
			orderNamed('shopify', 'prices with tax', {
				financial_status: 'partially_paid',
				total_outstanding: '20.00',
			}),
		],
		[
			'of Stripe',
			orderNamed('stripe', 'tax on top', { amount_paid: 2000, amount_remaining: 4275 }),
		],
	])(
		'is not an order %s that is paid in part: that fails, whatever is done with paid ones',
		async (_, order) => {
			for (const paidOrders of ['skip', 'stop']) {
				const { failed } = await run([order], { paidOrders });
				expect(failed[0]?.json.error).toMatch(/^Order (#1002|EX-0001): it is partly paid/);
			}
			expect(simulator().requests).toEqual([]);
		},
	);
});

function zeroOrder(): object {
	const [line] = plainOrder().line_items as IDataObject[];
	const free = { ...line, total: '0.00', total_tax: '0.00', taxes: [] };
	return plainOrder({ line_items: [free], shipping_lines: [], total: '0.00', total_tax: '0.00' });
}
