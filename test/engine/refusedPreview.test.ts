import type { IDataObject } from 'n8n-workflow';

import { previewMembers } from '../support/contract.cts';
import { filledIn, fromFields, fromJson, hintsOf, preview, row } from '../support/invoiceRuns';
import { invoice } from '../support/invoices';
import { plainOrder } from '../support/orderFixtures';
import { runOrders } from '../support/orderRuns';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();

const noName = "'Buyer Name' is missing.";

describe('A preview of an invoice that Create would refuse', () => {
	it('says so first, then why, and shows the invoice after that', async () => {
		const result = await preview([filledIn({ buyerName: '' })], fromFields('preview'));
		const [item] = result.success;
		expect(Object.keys(item?.json ?? {})).toEqual(['wouldBeSent', 'warnings', 'invoice', 'totals']);
		expect(item?.json).toMatchObject({
			wouldBeSent: false,
			warnings: [{ severity: 'stop', message: noName }],
		});
		expect(hintsOf(result)).toEqual([
			{
				message: `Create would not send this: ${noName}`,
				type: 'warning',
				location: 'outputPane',
			},
		]);
	});

	it('says so of JSON', async () => {
		const result = await preview([invoice(5, { SalesName: '' })], fromJson('preview'));
		expect(result.success[0]?.json.wouldBeSent).toBe(false);
		expect(hintsOf(result)[0]?.message).toBe("Create would not send this: 'SalesName' is missing.");
	});

	it.each(['warn', 'off'])(
		"goes by Create's own default, whatever else an expression says: %s",
		async (validation) => {
			const { success } = await preview(
				[filledIn({ buyerName: '', validation })],
				fromFields('preview'),
			);
			expect(success[0]?.json).toMatchObject({
				wouldBeSent: false,
				warnings: [{ severity: 'stop', message: noName }],
			});
		},
	);

	it('tells of many in one hint, which names the first and counts the rest', async () => {
		const items = Array.from({ length: 9 }, (_, index) =>
			filledIn({ invoiceNumber: 2001 + index, buyerName: index === 0 ? 'Example Oy' : '' }),
		);
		const result = await preview(items, fromFields('preview'));
		expect(result.success.map(({ json }) => json.wouldBeSent)).toEqual([
			true,
			...Array<boolean>(8).fill(false),
		]);
		expect(result.success.map(({ pairedItem }) => pairedItem)).toEqual(
			items.map((_, item) => ({ item })),
		);
		const [hint, ...more] = hintsOf(result);
		expect(more).toEqual([]);
		expect(hint?.message).toMatch(
			/^Create would not send this: Invoice 2002: .*Invoice 2006: 'Buyer Name' is missing\. And 3 more\.$/,
		);
	});
});

describe('A preview of an invoice that Create would send', () => {
	it('has the members that the editor shows beforehand', async () => {
		const { success } = await preview([filledIn()], fromFields('preview'));
		expect(Object.keys(success[0]?.json ?? {})).toEqual(previewMembers('invoice/preview'));
	});

	it.each<[string, IDataObject]>([
		['with nothing to be said', {}],
		['with advice', { rows: [row({ vatPercent: 24 })] }],
	])('says so first, and shows no hint: %s', async (_, changes) => {
		const result = await preview([filledIn(changes)], fromFields('preview'));
		expect(Object.entries(result.success[0]?.json ?? {})[0]).toEqual(['wouldBeSent', true]);
		expect(hintsOf(result)).toEqual([]);
	});
});

it('What cannot be read stays an error of the preview, and the others are shown', async () => {
	const result = await preview(
		[filledIn({ rows: [row({ unitPrice: 'much' })] }), filledIn()],
		fromFields('preview'),
		{ onError: 'continueErrorOutput' },
	);
	expect(result.failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
	expect(result.success.map(({ json }) => json.wouldBeSent)).toEqual([true]);
});

describe('A preview of an order', () => {
	const order = () => {
		const given = plainOrder();
		return { ...given, billing: { ...Object(given.billing), email: '', postcode: '', city: '' } };
	};
	const show = async (validation: string, items: object[] = [order()]) =>
		await runOrders(simulator().url, items, { previewOnly: true, options: { validation } });

	it('that would not be sent says so after the order number, and in a hint', async () => {
		const result = await show('stop');
		const { json = {} } = result.success[0] ?? {};
		expect(Object.keys(json)).toEqual([
			'orderNumber',
			'wouldBeSent',
			'warnings',
			'invoice',
			'totals',
		]);
		expect(json.wouldBeSent).toBe(false);
		expect(hintsOf(result)).toEqual([
			expect.objectContaining({
				message: expect.stringMatching(
					/^Create would not send this: 'Buyer Postal Code' and 'Buyer City' are missing/,
				),
				type: 'warning',
			}),
		]);
		expect(simulator().requests).toEqual([]);
	});

	it.each(['warn', 'off'])('that is sent with Validation set to %s says so', async (validation) => {
		const result = await show(validation);
		expect(result.success[0]?.json.wouldBeSent).toBe(true);
		expect(hintsOf(result)).toEqual([]);
	});

	it('is named in the hint where there are several', async () => {
		const result = await show('stop', [plainOrder(), order()]);
		expect(result.success.map(({ json }) => json.wouldBeSent)).toEqual([true, false]);
		expect(hintsOf(result)[0]?.message).toMatch(/^Create would not send this: Order 1042: /);
	});
});
