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

	it('becomes a credit invoice of its own number that names the invoice it credits', async () => {
		const { success, failed } = await run([refunded], { invoiceFor: 'refund' });
		expect(failed).toEqual([]);
		expect(jsons(success)).toEqual([
			expect.objectContaining({ status: 'created', InvoiceNumber: 815, TotalAmount: -31.38 }),
		]);
		expect(sent()).toEqual([
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
		await run([refunded], { ...given, creditedInvoiceNumber: '9001053' });
		expect(sent()).toEqual([
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
		await run([order], { invoiceFor: 'refund', refundId: '817' });
		expect(sent()).toEqual([expect.objectContaining({ InvoiceNumber: 817, TotalAmount: -6.28 })]);
	});

	it('of the whole order credits every row', async () => {
		const order = plainOrder({
			status: 'refunded',
			refunds: [{ id: 818, reason: '', total: '-43.80' }],
		});
		await run([order], { invoiceFor: 'refund' });
		expect(sent()).toEqual([
			expect.objectContaining({
				TotalAmount: -43.8,
				InvoiceRows: [
					expect.objectContaining({ Description: 'Example mug', Qty: -2, Total: -37.65 }),
					expect.objectContaining({ Description: 'Posti', Qty: -1, Total: -6.15 }),
				],
			}),
		]);
	});

	it('that is not there is said', async () => {
		const { failed } = await run([plainOrder()], { invoiceFor: 'refund' });
		expect(failed[0]?.json.error).toContain('Order 1042: it has no refunds to credit.');
	});
});
