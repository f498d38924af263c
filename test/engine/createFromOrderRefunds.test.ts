import type { IDataObject } from 'n8n-workflow';

import { orderNamed, plainOrder } from '../support/orderFixtures';
import { jsons, runOrders } from '../support/orderRuns';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();

const run = async (items: object[], parameters: IDataObject = {}) =>
	await runOrders(simulator().url, items, parameters);
const sent = () => simulator().sentTo('createInvoice');

describe('A refund', () => {
	const refunded = orderNamed('wooCommerce', 'a refund of pieces and shipping, with its lines');
	/** Sends the invoice that is to be credited, as it was before the refund. */
	const invoice = async (order: object, parameters: IDataObject = {}) => {
		const { failed } = await run([{ ...order, status: 'processing', refunds: [] }], parameters);
		expect(failed).toEqual([]);
	};
	const credits = () => sent().filter(({ TotalAmount }) => Number(TotalAmount) < 0);

	it('becomes a credit invoice of its own number that names the invoice it credits', async () => {
		await invoice(refunded);
		const { success, failed } = await run([refunded], { invoiceFor: 'refund' });
		expect(failed).toEqual([]);
		expect(jsons(success)).toEqual([
			expect.objectContaining({ status: 'created', InvoiceNumber: 815, TotalAmount: -31.38 }),
		]);
		expect(credits()).toEqual([
			expect.objectContaining({
				CreditedInvoiceInformation: '1053',
				NetAmount: -25,
				TaxAmount: -6.38,
				InvoiceRows: [
					expect.objectContaining({ Qty: -2, Price: 10, Nto: -20, Tax: -5.1, Total: -25.1 }),
					expect.objectContaining({ Qty: -1, Price: 5, Nto: -5, Tax: -1.28, Total: -6.28 }),
				],
			}),
		]);
	});

	it('that came before the invoice makes the invoice smaller', async () => {
		await run([refunded]);
		expect(sent()).toEqual([expect.objectContaining({ InvoiceNumber: 1053, TotalAmount: 25.1 })]);
	});

	it('can be given the number it credits, and must be where numbers are given', async () => {
		const given = { invoiceFor: 'refund', numberFrom: 'given', invoiceNumber: 'H-1' };
		const { failed } = await run([refunded], given);
		expect(failed[0]?.json.error).toContain("Order 1053: 'Credited Invoice Number' is empty");
		await invoice(refunded, { numberFrom: 'prefix', numberPrefix: '900' });
		await run([refunded], { ...given, creditedInvoiceNumber: '9001053' });
		expect(credits()).toEqual([
			expect.objectContaining({ InvoiceNumber: 'H-1', CreditedInvoiceInformation: '9001053' }),
		]);
	});

	it('of several has to be named, so that none is credited twice', async () => {
		const refunds = [
			{ id: 816, reason: '', total: '-12.55' },
			{ id: 817, reason: 'Goodwill', total: '-6.28' },
		];
		const order = orderNamed('wooCommerce', 'a refund that tells its sum only', { refunds });
		const { failed } = await run([order], { invoiceFor: 'refund' });
		expect(failed[0]?.json.error).toContain('Order 1054: it has several refunds: 816, 817.');
		const wrong = await run([order], { invoiceFor: 'refund', refundId: '1' });
		expect(wrong.failed[0]?.json.error).toContain('Order 1054: it has no refund 1');
		await invoice(order);
		await run([order], { invoiceFor: 'refund', refundId: '817' });
		expect(credits()).toEqual([
			expect.objectContaining({ InvoiceNumber: 817, TotalAmount: -6.28 }),
		]);
	});

	it('of the whole order credits every row', async () => {
		const order = plainOrder({
			status: 'refunded',
			refunds: [{ id: 818, reason: '', total: '-43.80' }],
		});
		await invoice(order);
		await run([order], { invoiceFor: 'refund' });
		expect(credits()).toEqual([
			expect.objectContaining({
				TotalAmount: -43.8,
				InvoiceRows: [
					expect.objectContaining({ Description: 'Example mug', Qty: -2, Total: -37.65 }),
					expect.objectContaining({ Description: 'Posti', Qty: -1, Total: -6.15 }),
				],
			}),
		]);
	});

	it('of an order that was never invoiced is not credited, and that is said', async () => {
		const { success, failed } = await run([refunded], { invoiceFor: 'refund' });
		expect(success).toEqual([]);
		expect(failed[0]?.json.error).toContain(
			'Refund 815 of order 1053 was not credited: Cash-In has no invoice 1053, which it would take back',
		);
		expect(JSON.stringify(failed[0]?.json.message)).toContain('paid in the shop');
		expect(sent()).toEqual([]);
	});

	it('is credited without a look where Duplicate Check is off', async () => {
		const options = { duplicateCheck: 'off' };
		await run([refunded], { invoiceFor: 'refund', options });
		expect(credits()).toHaveLength(1);
		expect(simulator().to('listSalesInvoices')).toEqual([]);
	});

	it('is credited beside others of which one has no invoice', async () => {
		await invoice(refunded);
		const other = {
			...refunded,
			number: '1999',
			refunds: (refunded.refunds as object[]).map((one) => ({ ...one, id: 899 })),
		};
		const { success, failed } = await run([other, refunded], { invoiceFor: 'refund' });
		expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
	});

	it('of an invoice that is sent in the same run is credited', async () => {
		const items = [
			{ order: { ...refunded, refunds: [] }, invoiceFor: 'order' },
			{ order: refunded, invoiceFor: 'refund' },
		];
		const parameters = { order: '={{ $json.order }}', invoiceFor: '={{ $json.invoiceFor }}' };
		const { failed } = await run(items, parameters);
		expect(failed).toEqual([]);
		expect(sent().map(({ InvoiceNumber }) => InvoiceNumber)).toEqual([1053, 815]);
	});

	it.each<[string, Record<string, unknown>, string]>([
		[
			'a Shopify test order',
			orderNamed('shopify', 'a refund of a piece and shipping, prices with tax', { test: true }),
			'Order #1007 is test, so that there is no invoice of it to credit.',
		],
		[
			'a Stripe test invoice',
			orderNamed('stripe', 'a credit note', { livemode: false }),
			'Order EX-0010 is test',
		],
		[
			'an order of WooCommerce that was never placed',
			{ ...refunded, status: 'pending' },
			'Order 1053 is pending',
		],
	])('of %s is skipped', async (_, order, reason) => {
		for (const items of [
			[order],
			[{ ...order, refunds: 'odd', credit_notes: 'odd', total: 'x' }],
		]) {
			const { success, failed } = await run(items, { invoiceFor: 'refund' });
			expect(failed).toEqual([]);
			expect(jsons(success)).toEqual([
				expect.objectContaining({ status: 'skipped', reason: expect.stringContaining(reason) }),
			]);
		}
		expect(simulator().requests).toEqual([]);
	});

	it('of a test order is credited where tests are invoiced too', async () => {
		const order = orderNamed('shopify', 'a refund of a piece and shipping, prices with tax');
		const options = { skipStatuses: 'cancelled' };
		await run(
			[
				{
					...order,
					test: true,
					refunds: [],
					current_total_price: '56.48',
					line_items: (order.line_items as IDataObject[]).map((line) => ({
						...line,
						current_quantity: 4,
					})),
				},
			],
			{ options, paidOrders: 'invoice' },
		);
		await run([{ ...order, test: true }], { invoiceFor: 'refund', options });
		expect(credits()).toHaveLength(1);
	});

	it('that is not there is said', async () => {
		const { failed } = await run([plainOrder()], { invoiceFor: 'refund' });
		expect(failed[0]?.json.error).toContain('Order 1042: it has no refunds to credit.');
	});
});
