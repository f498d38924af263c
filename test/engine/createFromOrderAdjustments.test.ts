import type { IDataObject } from 'n8n-workflow';

import { orderNamed } from '../support/orderFixtures';
import { previewOrders, refusalOf } from '../support/orderRuns';

/** Shopify's order of 3 candles and a book, prices with tax: 25.5 % and 13.5 %; and one of a jar at 25.5 % only. */
const twoRates = (changes: Record<string, unknown>) =>
	orderNamed('shopify', 'prices with tax', changes);
const oneRate = (changes: Record<string, unknown>) =>
	orderNamed('shopify', 'prices without tax, and shipping', changes);

const adjustment = (amount: string, reason = 'Refund discrepancy'): IDataObject => ({
	id: 31,
	amount,
	tax_amount: '0.00',
	kind: 'refund_discrepancy',
	reason,
});
const refund = (order_adjustments: IDataObject[], paid: string, lines: IDataObject[] = []) => ({
	id: 950,
	note: 'Late',
	refund_line_items: lines,
	order_adjustments,
	transactions:
		paid === '' ? [] : [{ kind: 'refund', status: 'success', amount: paid, currency: 'EUR' }],
});
/** One of the two mugs of 15.00 and its tax. */
const mug = { line_item_id: 5001, quantity: 1, subtotal: 15, total_tax: 3.83 };
const firstLine = () => (oneRate({}).line_items as IDataObject[])[0] ?? {};
mug.line_item_id = firstLine().id as number;

const asRefund = { invoiceFor: 'refund' };

describe('Goodwill that Shopify gives back without telling its VAT', () => {
	const goodwill = oneRate({
		refunds: [refund([adjustment('-5.00')], '5.00')],
		current_total_price: '38.80',
		current_total_tax: '8.90',
	});

	it('has the VAT of the one rate of the order, with a warning', async () => {
		const [credit] = await previewOrders([goodwill], asRefund);
		expect(credit).toMatchObject({
			total: -5,
			rounding: 0,
			rows: [['Refund: Late', -1, 25.5, -3.98, -1.02]],
			warnings: [expect.stringContaining('it is taken out at 25.5 %, the one rate of the order')],
		});
	});

	it('makes the invoice smaller in the same way, whichever sum Shopify calls current', async () => {
		for (const current_total_price of ['38.80', '43.80', undefined]) {
			const [invoice] = await previewOrders([{ ...goodwill, current_total_price }]);
			expect(invoice).toMatchObject({ total: 38.8, rounding: 0 });
			expect(invoice?.rows).toContainEqual(['Refund: Late', -1, 25.5, -3.98, -1.02]);
		}
	});

	it('is told by the money alone, where the version of the API lists no correction', async () => {
		const order = oneRate({ refunds: [refund([], '5.00')] });
		const [credit] = await previewOrders([order], asRefund);
		expect(credit?.rows).toEqual([['Refund: Late', -1, 25.5, -3.98, -1.02]]);
	});

	it('is refused with several rates, for the invoice and for the credit, and the option is named', async () => {
		const order = twoRates({ refunds: [refund([adjustment('-5.00')], '5.00')] });
		for (const invoiceFor of ['order', 'refund']) {
			expect(await refusalOf(order, { invoiceFor })).toContain(
				"Order #1002: it has a refund of 5.00 EUR without lines, and several VAT rates (25.5, 13.5 %), so that the VAT of the refund cannot be told. Refund by lines in the shop and pass the refund on with them, or set 'Refunds Without Lines' under Options to Spread",
			);
		}
	});

	it('is spread over the rates in proportion, where that is chosen', async () => {
		const order = twoRates({ refunds: [refund([adjustment('-5.00')], '5.00')] });
		const options = { refundsWithoutLines: 'spread' };
		const [credit] = await previewOrders([order], { ...asRefund, options });
		// 35.87 of 55.77 were charged at 25.5 %.
		expect(credit).toMatchObject({
			total: -5,
			rounding: 0,
			rows: [
				['Refund: Late', -1, 25.5, -2.57, -0.65],
				['Refund: Late', -1, 13.5, -1.57, -0.21],
			],
		});
		const [invoice] = await previewOrders([order], { options });
		expect(invoice).toMatchObject({ total: 50.77, rounding: 0 });
	});
});

describe('A returned line of which a fee is kept', () => {
	const returned = oneRate({
		refunds: [refund([adjustment('2.00', 'Restocking fee')], '16.83', [mug])],
		current_total_price: '24.97',
		current_total_tax: '5.07',
		line_items: [{ ...firstLine(), current_quantity: 1 }],
	});

	it('is credited less the fee, each with its VAT', async () => {
		const [credit] = await previewOrders([returned], asRefund);
		expect(credit).toMatchObject({
			total: -16.83,
			rounding: 0,
			rows: [
				['Example mug', -1, 25.5, -15, -3.83],
				['Refund adjustment', 1, 25.5, 1.59, 0.41],
			],
		});
	});

	it('leaves the fee in what is to be paid', async () => {
		const [invoice] = await previewOrders([returned]);
		expect(invoice).toMatchObject({
			total: 26.97,
			rows: [
				['Example mug', 1, 25.5, 15, 3.82],
				['Posti', 1, 25.5, 4.9, 1.25],
				['Refund adjustment', 1, 25.5, 1.59, 0.41],
			],
		});
	});
});

describe('Corrections that cancel one another out', () => {
	const pair = [adjustment('-5.00', 'Pending refund discrepancy'), adjustment('5.00')];

	it('in one refund leave no row and nothing to be said', async () => {
		const [credit] = await previewOrders(
			[oneRate({ refunds: [refund(pair, '18.83', [mug])] })],
			asRefund,
		);
		expect(credit).toMatchObject({
			total: -18.83,
			rows: [['Example mug', -1, 25.5, -15, -3.83]],
			warnings: [],
		});
	});

	it('in two refunds leave no row in what is to be paid', async () => {
		const [first = {}, second = {}] = pair;
		const order = oneRate({
			refunds: [refund([first], ''), { ...refund([second], ''), id: 951 }],
		});
		const [invoice] = await previewOrders([order]);
		expect(invoice).toMatchObject({
			total: 43.8,
			rows: [
				['Example mug', 2, 25.5, 30, 7.65],
				['Posti', 1, 25.5, 4.9, 1.25],
			],
			warnings: [],
		});
	});
});
