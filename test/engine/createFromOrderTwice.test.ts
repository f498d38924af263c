import type { IDataObject } from 'n8n-workflow';

import { pageAsked, useOddCashIn } from '../support/oddCashIn';
import { orderNamed, plainOrder } from '../support/orderFixtures';
import { jsons, runOrders } from '../support/orderRuns';

const byNumber = (rows: IDataObject[], { invoiceNumber }: IDataObject) =>
	rows.filter(
		(row) => invoiceNumber === undefined || String(row.InvoiceNumber) === String(invoiceNumber),
	);
const cashIn = useOddCashIn((kept, query) => ({ body: pageAsked(byNumber(kept, query), query) }));

const run = async (items: object[], parameters: IDataObject = {}, settings = {}) =>
	await runOrders(cashIn.baseUrl, items, parameters, settings);
const statuses = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.status);
const errors = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.error);
const others = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({
		InvoiceNumber: 500_000 + index,
		InvoiceDate: '2026-03-01',
		SalesName: 'Example Buyer Oy',
		TotalAmount: 10,
	}));

describe('The same order twice', () => {
	it('in one run is sent once, and the second item says so', async () => {
		const { success, failed } = await run([
			plainOrder(),
			plainOrder({ number: '1043' }),
			plainOrder(),
		]);
		expect(failed).toEqual([]);
		expect(statuses(success)).toEqual(['created', 'created', 'alreadyInvoiced']);
		expect(success[2]).toMatchObject({
			json: { orderNumber: '1042', InvoiceNumber: 1042, TotalAmount: 43.8 },
			pairedItem: { item: 2 },
		});
		expect(cashIn.kept).toHaveLength(2);
	});

	it('on another day is found by its number, not sent, and no error', async () => {
		await run([plainOrder()]);
		const { success, failed } = await run([plainOrder(), plainOrder({ number: '1043' })], {
			invoiceDate: '2026-05-04',
		});
		expect(failed).toEqual([]);
		expect(jsons(success)).toEqual([
			{
				status: 'alreadyInvoiced',
				orderNumber: '1042',
				InvoiceNumber: 1042,
				SalesName: 'Esa Esimerkki',
				TotalAmount: 43.8,
				Currency: 'EUR',
				StatusDescription: expect.stringContaining('Cash-In has this invoice already'),
			},
			expect.objectContaining({ status: 'created', orderNumber: '1043' }),
		]);
		expect(cashIn.kept).toHaveLength(2);
	});

	it('is cashIn.asked for from before the order to after the invoice', async () => {
		await run([plainOrder()], { invoiceDate: '2026-05-04' });
		// The list as it comes is cashIn.asked for only to see that the dates hide nothing.
		const dated = cashIn.asked.filter(({ fromInvDate }) => fromInvDate !== undefined);
		expect(dated.length).toBeGreaterThan(0);
		for (const { fromInvDate, toInvDate } of dated) {
			expect(String(fromInvDate) < '2026-03-02').toBe(true);
			expect(String(toInvDate) > '2026-05-04').toBe(true);
		}
	});

	it('is sent once where the list ignores every filter', async () => {
		cashIn.kept = others(250);
		cashIn.list = (query) => ({ body: pageAsked(cashIn.kept, query) });
		expect(statuses((await run([plainOrder(), plainOrder({ number: '1043' })])).success)).toEqual([
			'created',
			'created',
		]);
		const before = cashIn.asked.length;
		const again = await run([plainOrder(), plainOrder({ number: '1043' })]);
		expect(statuses(again.success)).toEqual(['alreadyInvoiced', 'alreadyInvoiced']);
		expect(cashIn.posts).toHaveLength(1);
		// Each answer is the whole list: it is not read once more for every order.
		expect(before).toBeLessThan(12);
	});

	it('is sent once where an answer without rows has no body', async () => {
		cashIn.kept = others(150);
		cashIn.list = (query) => {
			const rows = byNumber(cashIn.kept, query);
			return rows.length === 0 ? { status: 204 } : { body: pageAsked(rows, query) };
		};
		expect(statuses((await run([plainOrder()])).success)).toEqual(['created']);
		expect(statuses((await run([plainOrder()])).success)).toEqual(['alreadyInvoiced']);
	});

	it('by another process, while this one makes sure that it is new, is found before it is sent', async () => {
		cashIn.kept = others(2);
		cashIn.list = (query) => {
			const answer = { body: pageAsked(byNumber(cashIn.kept, query), query) };
			const isListAsItComes = query.invoiceNumber === undefined && query.fromInvDate === undefined;
			if (isListAsItComes) {
				cashIn.kept.push({ InvoiceNumber: 1042, SalesName: 'Esa Esimerkki', TotalAmount: 43.8 });
			}
			return answer;
		};
		expect(statuses((await run([plainOrder()])).success)).toEqual(['alreadyInvoiced']);
		expect(cashIn.posts).toEqual([]);
	});

	it('of a refund is credited once', async () => {
		const refunded = orderNamed('wooCommerce', 'a refund that tells its sum only');
		const credit = { invoiceFor: 'refund' };
		await run([{ ...refunded, refunds: [] }]);
		expect(statuses((await run([refunded], credit)).success)).toEqual(['created']);
		expect(statuses((await run([refunded], credit)).success)).toEqual(['alreadyInvoiced']);
		expect(cashIn.kept.map(({ TotalAmount }) => TotalAmount)).toEqual([75.3, -12.55]);
	});

	it('is sent twice only where the check is switched off', async () => {
		const off = { options: { duplicateCheck: 'off' } };
		await run([plainOrder()], off);
		await run([plainOrder()], off);
		expect(cashIn.posts).toHaveLength(2);
		expect(cashIn.asked).toEqual([]);
	});
});

describe('An invoice number that is taken', () => {
	it.each<[string, IDataObject, string]>([
		['total', { TotalAmount: 40 }, 'of 40.00, and this one comes to 43.80 EUR'],
		['buyer', { SalesName: 'Another Example Oy' }, 'for another buyer'],
		['currency', { Currency: 'SEK' }, 'in another currency'],
		['order', { OrderIdentifier: 'B-1042' }, 'for another order'],
	])('by an invoice of another %s is an error, and nothing is sent', async (_, other, how) => {
		await run([plainOrder()]);
		Object.assign(cashIn.kept[0] ?? {}, other);
		const { success, failed } = await run([plainOrder()]);
		expect(success).toEqual([]);
		expect(errors(failed)).toEqual([
			expect.stringContaining(
				`Order 1042 was not invoiced: Cash-In already has an invoice 1042 ${how}`,
			),
		]);
		expect(failed[0]?.json.message).toMatchObject({
			orderNumber: '1042',
			invoiceNumber: '1042',
			outcome: 'notCreated',
		});
		expect(cashIn.posts).toHaveLength(1);
	});

	it('is an error too where the list does not tell what it comes to', async () => {
		cashIn.kept = [{ InvoiceNumber: 1042 }];
		const { failed } = await run([plainOrder()]);
		expect(errors(failed)).toEqual([
			expect.stringContaining('an invoice 1042 and the list does not tell its total'),
		]);
		expect(cashIn.posts).toHaveLength(0);
	});

	it('by an order that was refunded since says how to credit that', async () => {
		const refunds = [{ id: 816, reason: '', total: '-12.55' }];
		await run([plainOrder()]);
		const { failed } = await run([plainOrder({ refunds })]);
		expect(failed[0]?.json.message).toMatchObject({
			advice: expect.stringContaining("set 'Invoice For' to Refund"),
		});
	});

	it('by another order of the same run is an error of the second', async () => {
		const other = plainOrder({ number: 'WEB-1042', total: '43.80' });
		const { success, failed } = await run([plainOrder(), other]);
		expect(statuses(success)).toEqual(['created']);
		expect(errors(failed)).toEqual([
			expect.stringContaining('order 1042 of item 0 leads to the same invoice number 1042'),
		]);
		expect(cashIn.kept).toHaveLength(1);
	});

	it('by another order of the same run stops the workflow before anything is sent', async () => {
		const other = plainOrder({ number: 'WEB-1042', total: '43.80' });
		const { error } = await run([plainOrder(), other], {}, { onError: 'stopWorkflow' });
		expect(error?.message).toContain('order 1042 of item 0 leads to the same invoice number 1042');
		expect(error?.description).toContain('None was sent.');
		expect(cashIn.posts).toHaveLength(0);
	});
});

describe('When Cash-In cannot tell whether an order was invoiced', () => {
	it.each<[string, (query: IDataObject) => { status?: number; body?: unknown }, string]>([
		['there is no list', () => ({ status: 404 }), 'Cash-In answered 404'],
		['it is a message', () => ({ body: { Message: 'Not available' } }), 'without a list'],
		['it never has a body', () => ({ status: 204 }), 'came without a body'],
		[
			'its rows have no number',
			() => ({ body: { Data: [{ Nr: 1 }] } }),
			'without an invoice number',
		],
		[
			'it finds no invoice by its number',
			(query) => ({
				body: pageAsked(query.invoiceNumber === undefined ? others(150) : [], query),
			}),
			'does not find invoice 500000, which is in it, by its number',
		],
		[
			'it ignores the number and is too long to be read',
			(query) => ({ body: pageAsked(others(2_500), query) }),
			'too long to be read to its end',
		],
	])('because %s, nothing is sent, and the item says what to do', async (_, answer, why) => {
		cashIn.list = answer;
		const { success, failed } = await run([plainOrder(), plainOrder({ number: '1043' })]);
		expect(success).toEqual([]);
		expect(errors(failed)).toEqual([
			expect.stringMatching(
				/^Order 1042 was not invoiced: whether Cash-In already has invoice 1042/,
			),
			expect.stringMatching(
				/^Order 1043 was not invoiced: whether Cash-In already has invoice 1043/,
			),
		]);
		expect(failed[0]?.json.error).toContain(why);
		expect(failed[0]?.json.message).toMatchObject({
			advice: expect.stringContaining("set 'Duplicate Check' under Options to Off"),
		});
		expect(cashIn.posts).toHaveLength(0);
	});

	it('what was found before it failed counts as found', async () => {
		await run([plainOrder()]);
		cashIn.list = (query) =>
			query.invoiceNumber === '1042'
				? { body: pageAsked(byNumber(cashIn.kept, query), query) }
				: { status: 404 };
		const { success, failed } = await run([plainOrder(), plainOrder({ number: '1043' })]);
		expect(statuses(success)).toEqual(['alreadyInvoiced']);
		expect(failed).toHaveLength(1);
		expect(cashIn.posts).toHaveLength(1);
	});

	it('nothing at all is sent where a failure stops the workflow', async () => {
		cashIn.kept = [{ InvoiceNumber: 1043, TotalAmount: 1 }];
		const { error } = await run(
			[plainOrder(), plainOrder({ number: '1043' })],
			{},
			{ onError: 'stopWorkflow' },
		);
		expect(error?.message).toContain('Order 1043 was not invoiced');
		expect(error?.description).toContain('None was sent.');
		expect(cashIn.posts).toHaveLength(0);
	});
});

it('an order whose first item failed is not called invoiced', async () => {
	cashIn.post = () => ({ status: 400, body: {} });
	const { success, failed } = await run([plainOrder(), plainOrder()]);
	expect(success).toEqual([]);
	expect(errors(failed)).toEqual([
		expect.stringContaining('Invoice 1042 was not created'),
		expect.stringContaining('item 0 holds the same order and failed'),
	]);
});
