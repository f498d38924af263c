import type { IDataObject } from 'n8n-workflow';

import { runCashIn } from '../support/engine';
import { invoice } from '../support/invoices';
import { fromJson } from '../support/invoiceRuns';
import { matching, pageAsked, taking, useOddCashIn } from '../support/oddCashIn';

const cashIn = useOddCashIn((kept, query) => ({ body: pageAsked(matching(kept, query), query) }));
const take = (invoices: IDataObject[]) => taking(cashIn.kept, invoices);

const create = async (
	items: IDataObject[],
	settings = {},
	options: IDataObject = { duplicateCheck: 'beforeSending', batchSize: 10 },
	operation = 'create',
) =>
	await runCashIn(
		items,
		{ ...fromJson('create', options), operation },
		{ baseUrl: cashIn.baseUrl },
		{ onError: 'continueErrorOutput', ...settings },
	);
const series = (count: number, changes: IDataObject = {}) =>
	Array.from({ length: count }, (_, index) => invoice(1001 + index, changes));
const statuses = (items: Array<{ json: IDataObject }>) => [
	...new Set(items.map(({ json }) => json.status)),
];
const isOnce = (count: number) =>
	cashIn.kept.length === count &&
	new Set(cashIn.kept.map(({ InvoiceNumber }) => InvoiceNumber)).size === count;

/** Enough to fill the first page of the list. */
const others: IDataObject[] = Array.from({ length: 100 }, (_, index) =>
	invoice(500_000 + index, { TotalAmount: 1 }),
);

describe.each([3, 60])('%d invoices run twice', (count) => {
	it('are sent once, and come out as alreadyExists, each with its item', async () => {
		expect(statuses((await create(series(count))).success)).toEqual(['created']);
		const { success, failed } = await create(series(count));
		expect(failed).toEqual([]);
		expect(statuses(success)).toEqual(['alreadyExists']);
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual(
			series(count).map((_, item) => ({ item })),
		);
		expect(isOnce(count)).toBe(true);
	});

	it.each(['2026-03-20', '2026-08-01', '2025-09-01'])(
		'are sent once though the first run dated them 2026-03-02 and the second %s',
		async (InvoiceDate) => {
			await create(series(count));
			const { success } = await create(series(count, { InvoiceDate, DueDate: '2026-12-01' }));
			expect(statuses(success)).toEqual(['alreadyExists']);
			expect(isOnce(count)).toBe(true);
		},
	);

	it('of which some are new: only those are sent', async () => {
		await create(series(count).slice(1));
		const { success } = await create(series(count));
		expect(success[0]?.json.status).toBe('created');
		expect(statuses(success.slice(1))).toEqual(['alreadyExists']);
		expect(isOnce(count)).toBe(true);
	});

	it('are sent once where the list ignores every filter', async () => {
		cashIn.list = (query) => ({ body: pageAsked(cashIn.kept, query) });
		await create(series(count));
		expect(statuses((await create(series(count))).success)).toEqual(['alreadyExists']);
		expect(isOnce(count)).toBe(true);
	});

	it.each<[string, IDataObject, string]>([
		['buyer', { SalesName: 'Another Example Oy' }, 'for another buyer'],
		['total', { TotalAmount: 40 }, 'of 40.00, and this one comes to 125.50 EUR'],
	])('are errors where Cash-In has one of another %s', async (_, other, how) => {
		await create(series(count));
		Object.assign(cashIn.kept[0] ?? {}, other);
		const { failed } = await create(series(count));
		expect(failed.map(({ json }) => json.error)).toEqual([
			expect.stringContaining(`Cash-In already has invoice 1001 ${how}`),
		]);
		expect(isOnce(count)).toBe(true);
	});

	it.each<[string, (query: IDataObject) => { status?: number; body?: unknown }]>([
		['is refused', () => ({ status: 403 })],
		['is a message', () => ({ body: { Message: 'Not available' } })],
		['has no body', () => ({ status: 204 })],
		['has no numbers', () => ({ body: { Data: [{ Nr: 1, InvoiceDate: '2026-03-02' }] } })],
		[
			'hides what it has from every filter',
			(query) => ({
				body: pageAsked(query.fromInvDate === undefined ? others.concat(cashIn.kept) : [], query),
			}),
		],
	])('are not sent where the list %s', async (_, answer) => {
		await create(series(count));
		cashIn.list = answer;
		const { success, failed } = await create(series(count));
		expect(success).toEqual([]);
		expect(failed).toHaveLength(count);
		expect(failed[0]?.json.message).toMatchObject({
			outcome: 'notCreated',
			advice: expect.stringContaining("set 'Duplicate Check' under Options to Off"),
		});
		expect(isOnce(count)).toBe(true);
	});
});

it.each<[string, boolean, { status: number; body?: unknown }]>([
	['comes without a body', true, { status: 204 }],
	['comes without a body, and no page tells a total', false, { status: 204 }],
	['comes without rows', true, { status: 200, body: { Data: [], Meta: { TotalCount: 250 } } }],
])('nothing is sent again when a page in the middle of the list %s', async (_, told, broken) => {
	await create(series(250));
	cashIn.list = (query) => {
		if (query.page === '2') return broken;
		const { Data, Meta } = pageAsked(matching(cashIn.kept, query), query);
		return { body: told ? { Data, Meta } : { Data } };
	};
	const { success, failed } = await create(series(250));
	expect(statuses(success)).toEqual(['alreadyExists']);
	expect(failed[0]?.json.error).toMatch(/did not come whole|broke off before its end/);
	expect(isOnce(250)).toBe(true);
});

describe("n8n's Retry On Fail", () => {
	const retry = { retryOnFail: true, maxTries: 5, waitBetweenTries: 1 };
	const failing = (times: number, how: 'before' | 'after') => {
		let posts = 0;
		cashIn.post = (invoices) => {
			posts += 1;
			if (posts === 1 || posts > times + 1) return take(invoices);
			if (how === 'after') take(invoices);
			return { status: 402, body: { Message: 'not now' } };
		};
	};

	it.each(['stopWorkflow', 'continueErrorOutput'] as const)(
		'sends only what is not there (%s)',
		async (onError) => {
			failing(2, 'before');
			const { error } = await create(series(30), { ...retry, onError });
			if (onError === 'stopWorkflow') {
				expect(error).toBeUndefined();
				expect(isOnce(30)).toBe(true);
			}
			expect(new Set(cashIn.kept.map(({ InvoiceNumber }) => InvoiceNumber)).size).toBe(
				cashIn.kept.length,
			);
		},
	);

	it('sends nothing again that Cash-In took a moment ago and does not list yet', async () => {
		failing(1, 'before');
		cashIn.list = (query) => ({ body: pageAsked([], query) });
		const { error } = await create(series(30), { ...retry, onError: 'stopWorkflow' });
		expect(error).toBeUndefined();
		expect(isOnce(30)).toBe(true);
	});

	it.each([
		['create', { duplicateCheck: 'off' }],
		['createWithSeller', { duplicateCheck: 'beforeSending' }],
		['submitBatch', { duplicateCheck: 'beforeSending' }],
	])('is refused for %s with %j', async (operation, options) => {
		const { error } = await create(series(1), { ...retry, onError: undefined }, options, operation);
		expect(error?.message).toContain("'Retry On Fail' is switched on");
		expect(cashIn.kept).toEqual([]);
	});
});
