import type { IDataObject } from 'n8n-workflow';

import { orderNamed, plainOrder } from '../support/orderFixtures';
import { jsons, previewOrders, refusalOf, runOrders } from '../support/orderRuns';

const shopify = (changes: Record<string, unknown> = {}) =>
	orderNamed('shopify', 'prices without tax, and shipping', changes);
const stripe = (changes: Record<string, unknown> = {}) =>
	orderNamed('stripe', 'tax on top', changes);
/** A book at 13.5 % and a lamp at 25.5 %, 76.91 in all. */
const twoRates = (changes: Record<string, unknown> = {}) =>
	orderNamed('wooCommerce', 'a coupon on two rates, counted once', changes);
const statuses = async (items: object[], parameters: IDataObject) => {
	const nowhere = 'http://127.0.0.1:9';
	const { success } = await runOrders(nowhere, items, { previewOnly: true, ...parameters });
	return jsons(success).map(({ status = 'shown', reason = '' }) => [status, reason]);
};

describe('A buyer who paid in another currency than the shop has', () => {
	it('is invoiced in the currency of the shop, with a warning', async () => {
		const [invoice] = await previewOrders([shopify({ presentment_currency: 'SEK' })]);
		expect(invoice).toMatchObject({
			total: 43.8,
			invoice: { Currency: 'EUR' },
			warnings: [
				"The buyer saw the prices in SEK; the invoice is in EUR, the shop's currency. See 'Order Currency' under Options.",
			],
		});
	});
});

describe('A total below the lines of the order', () => {
	/** A gift card of 25.00 that a plugin takes off after tax, and tells nowhere. */
	const gifted = twoRates({ total: '51.91' });

	it('fails, and the option is named', async () => {
		expect(await refusalOf(gifted)).toContain(
			"say so with 'Gift Cards and Part Payments' under Options",
		);
	});

	it('is a payment in a row of its own, where that is chosen: the VAT stays', async () => {
		const [invoice] = await previewOrders([gifted], { options: { takenOff: 'paymentRow' } });
		expect(invoice).toMatchObject({ total: 51.91, rounding: 0 });
		expect(invoice?.rows).toEqual([
			['Example book', 1, 13.5, 18, 2.43],
			['Example lamp', 1, 25.5, 45, 11.48],
			['Paid already', -1, 0, -25, 0],
		]);
		expect(invoice?.warnings).toContainEqual(expect.stringContaining('25.00 EUR are paid already'));
	});

	it('is a discount over the rates, where that is chosen: the VAT falls', async () => {
		const [invoice] = await previewOrders([gifted], { options: { takenOff: 'spread' } });
		expect(invoice).toMatchObject({ total: 51.91, rounding: 0 });
		// 56.48 of 76.91 were charged at 25.5 %.
		expect(invoice?.rows.slice(2)).toEqual([
			['Discount', -1, 25.5, -14.63, -3.73],
			['Discount', -1, 13.5, -5.85, -0.79],
		]);
	});

	it('is no excuse for a total above them', async () => {
		for (const takenOff of ['paymentRow', 'spread']) {
			expect(await refusalOf(twoRates({ total: '80.00' }), { options: { takenOff } })).toContain(
				'its lines come to 76.91 EUR and its total is 80.00 EUR',
			);
		}
	});
});

describe('An order that is paid in part', () => {
	const part = {
		Shopify: shopify({ financial_status: 'partially_paid', total_outstanding: '20.00' }),
		Stripe: stripe({ amount_paid: 4275, amount_remaining: 2000 }),
	};

	it.each(Object.entries(part))('of %s fails, and the option is named', async (_, order) => {
		for (const takenOff of ['stop', 'spread']) {
			expect(await refusalOf(order, { options: { takenOff } })).toContain(
				"To ask for the rest, set 'Gift Cards and Part Payments' under Options to A Row Without VAT.",
			);
		}
	});

	it.each(Object.entries(part))(
		'of %s asks for the rest, where that is chosen',
		async (_, order) => {
			const [invoice] = await previewOrders([order], { options: { takenOff: 'paymentRow' } });
			expect(invoice).toMatchObject({ total: 20, rounding: 0 });
			expect(invoice?.rows.at(-1)?.slice(0, 3)).toEqual(['Paid already', -1, 0]);
		},
	);

	it('of a deposit plugin that does not tell what is open fails', async () => {
		for (const status of ['partially-paid', 'wc-partial-payment']) {
			expect(
				await refusalOf(plainOrder({ status }), { options: { takenOff: 'paymentRow' } }),
			).toContain('Order 1042: it is partly paid. The shop does not tell what is left to pay');
		}
	});
});

describe('A refund that tells its sum only', () => {
	const refunded = twoRates({ refunds: [{ id: 1, reason: 'Late', total: '-5.00' }] });

	it('is spread over the rates of WooCommerce, where that is chosen', async () => {
		const options = { refundsWithoutLines: 'spread' };
		const [credit] = await previewOrders([refunded], { invoiceFor: 'refund', options });
		expect(credit).toMatchObject({
			total: -5,
			rows: [
				['Refund: Late', -1, 25.5, -2.92, -0.75],
				['Refund: Late', -1, 13.5, -1.17, -0.16],
			],
			warnings: [expect.stringContaining('it is spread over the rates of the order')],
		});
	});
});

describe('Only These Payment Methods', () => {
	const cod = plainOrder({ payment_method: 'cod', payment_method_title: 'Postiennakko' });
	const bacs = plainOrder({ payment_method: 'bacs', payment_method_title: 'Tilisiirto' });

	it('skips orders that are to be paid in another way', async () => {
		for (const onlyMethods of ['bacs, cheque', 'TILISIIRTO']) {
			expect(await statuses([cod, bacs, shopify()], { options: { onlyMethods } })).toEqual([
				[
					'skipped',
					"Order 1042 is to be paid by cod, Postiennakko, which is not among 'Only These Payment Methods' under Options.",
				],
				['shown', ''],
				[
					'skipped',
					"Order #1001 is to be paid by Invoice, which is not among 'Only These Payment Methods' under Options.",
				],
			]);
		}
		expect(await statuses([shopify(), stripe()], { options: { onlyMethods: 'invoice' } })).toEqual([
			['shown', ''],
			['skipped', expect.stringContaining('is to be paid by send_invoice')],
		]);
	});

	it('skips their refunds too, whatever is odd about them', async () => {
		const refunds = [{ id: 1, total: '-500.00' }];
		const parameters = { invoiceFor: 'refund', options: { onlyMethods: 'bacs' } };
		expect(await statuses([{ ...cod, refunds }], parameters)).toEqual([
			['skipped', expect.stringContaining('Order 1042 is to be paid by cod')],
		]);
	});

	it('left empty invoices them all', async () => {
		expect(await statuses([cod, bacs], {})).toEqual([
			['shown', ''],
			['shown', ''],
		]);
	});
});

describe('A buyer with an e-mail address only', () => {
	const nameless = plainOrder({ billing: { email: 'esa.esimerkki+shop@example.com' } });

	it('is refused by default', async () => {
		expect((await runOrders('http://127.0.0.1:9', [nameless])).failed[0]?.json.error).toContain(
			"Order 1042: 'Buyer Name' is missing.",
		);
	});

	it('gets a name of the address, where that is chosen, with a warning', async () => {
		const options = { nameFromEmail: true };
		const [invoice] = await previewOrders([nameless, plainOrder()], { options });
		expect(invoice?.invoice).toMatchObject({
			SalesName: 'Esa Esimerkki',
			SalesEmail: 'esa.esimerkki+shop@example.com',
		});
		expect(invoice?.warnings).toEqual([
			'The order tells no name of the buyer; "Esa Esimerkki" is made of the e-mail address.',
		]);
		const [, named] = await previewOrders([nameless, plainOrder()], { options });
		expect(named?.warnings).toEqual([]);
	});
});

describe('Terms and dates as Finns write them', () => {
	it.each([
		['14 pv netto', 14],
		['7 pv', 7],
		['30 päivää netto', 30],
		['netto 21 pv', 21],
		['14', 14],
	])('terms of "%s" are %i days', async (paymentTerms, days) => {
		const [invoice] = await previewOrders([plainOrder()], { paymentTerms });
		const due = new Date(Date.UTC(2026, 2, 9 + days)).toISOString().slice(0, 10);
		expect(invoice?.invoice).toMatchObject({ PaymentTermsCode: days, DueDate: due });
	});

	it.each([
		['31.1.2026', '2026-01-31'],
		['01.02.2026', '2026-02-01'],
	])('the invoice date %s is %s', async (invoiceDate, date) => {
		const [invoice] = await previewOrders([plainOrder()], { invoiceDate });
		expect(invoice?.invoice.InvoiceDate).toBe(date);
		const additionalFields = { orderDate: invoiceDate };
		const [dated] = await previewOrders([plainOrder()], { additionalFields });
		expect(dated?.invoice.OrderDate).toBe(date);
	});

	it('a day that does not exist is refused', async () => {
		expect(await refusalOf(plainOrder(), { invoiceDate: '31.2.2026' })).toContain(
			'2026-02-31, a day that does not exist',
		);
	});
});

describe('The name of a product', () => {
	const titled = (order: Record<string, unknown>, title: string) => {
		const [line] = order.line_items as IDataObject[];
		return { ...order, line_items: [{ ...line, name: title, title }] };
	};

	it('keeps what only looks like a tag, in every shop', async () => {
		const title = 'Kaapeli <kupari> 2 m';
		const lines = (stripe().lines as { data: IDataObject[] }).data;
		const data = lines.map((line) => ({ ...line, description: title }));
		const invoices = await previewOrders([
			titled(plainOrder(), title),
			titled(shopify(), title),
			stripe({ lines: { data } }),
		]);
		expect(invoices.map(({ rows }) => rows[0]?.[0])).toEqual([title, title, title]);
	});

	it('is HTML in WooCommerce, and plain text elsewhere', async () => {
		const title = 'R&amp;D <b>kit</b>';
		const invoices = await previewOrders([titled(plainOrder(), title), titled(shopify(), title)]);
		expect(invoices.map(({ rows }) => rows[0]?.[0])).toEqual(['R&D kit', title]);
	});
});
