import type { IDataObject } from 'n8n-workflow';

import { runCashIn } from '../support/engine';
import { fromJson } from '../support/invoiceRuns';
import { invoice } from '../support/invoices';
import { matching, pageAsked, taking, useOddCashIn } from '../support/oddCashIn';
import { waits } from '../support/waits';

/**
 * Cash-In's list may understand its filters in other ways than we do. What it does not show is sent, or sent again,
 * only where it has just shown that it would have shown it.
 */
jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof import('../support/waits')>('../support/waits').withWaits(() => 0),
);
beforeEach(() => void waits.splice(0));

const cashIn = useOddCashIn((kept, query) => ({ body: pageAsked(matching(kept, query), query) }));
const create = async (items: IDataObject[], options: IDataObject = {}) =>
	await runCashIn(
		items,
		fromJson('create', options),
		{ baseUrl: cashIn.baseUrl },
		{ onError: 'continueErrorOutput' },
	);
const checked = { duplicateCheck: 'beforeSending' };
const series = (count: number, changes: IDataObject = {}) =>
	Array.from({ length: count }, (_, index) => invoice(1001 + index, changes));
const statuses = (items: Array<{ json: IDataObject }>) => [
	...new Set(items.map(({ json }) => json.status)),
];
const timesKept = (number: number | string) =>
	cashIn.kept.filter(({ InvoiceNumber }) => InvoiceNumber === number).length;
const today = new Date().toISOString().slice(0, 10);
const dated = (days: string[], from = 501) =>
	days.map((InvoiceDate, index) => invoice(from + index, { InvoiceDate, TotalAmount: 1 }));
const old = (): IDataObject[] => dated(['2019-05-02', '2022-05-02']);
/** So many that what is sent does not stand on the first page. */
const many = (): IDataObject[] => dated(Array<string>(150).fill('2022-05-02'));
/** Invoices that were there before, the newest of today. */
const earlier = (): IDataObject[] => dated(['2019-05-02', '2022-05-02', '2025-11-02', today]);

/** The first upload of a test takes effect, and its answer is lost. */
function loseFirstAnswer(status = 500, takes = true) {
	let posts = 0;
	cashIn.post = (invoices) => {
		posts += 1;
		if (posts > 1) return taking(cashIn.kept, invoices);
		if (takes) taking(cashIn.kept, invoices);
		return { status };
	};
}

const days = ({ fromInvDate = '', toInvDate = '9' }: IDataObject) => [
	String(fromInvDate),
	String(toInvDate),
];
const numbered = (rows: IDataObject[], { invoiceNumber }: IDataObject) =>
	rows.filter(
		(row) => invoiceNumber === undefined || String(row.InvoiceNumber) === String(invoiceNumber),
	);

/** Lists that understand their filters in their own way, and whether what was sent can be found in them. */
const LISTS: Array<
	[string, (rows: IDataObject[], query: IDataObject) => IDataObject[], found?: 'recovered']
> = [
	[
		'leaves out the last day of a window',
		(rows, query) =>
			numbered(rows, query).filter(
				({ InvoiceDate }) =>
					String(InvoiceDate) >= (days(query)[0] ?? '') &&
					String(InvoiceDate) < (days(query)[1] ?? ''),
			),
		'recovered',
	],
	[
		'leaves out both ends of a window',
		(rows, query) =>
			numbered(rows, query).filter(
				({ InvoiceDate }) =>
					String(InvoiceDate) > (days(query)[0] ?? '') &&
					String(InvoiceDate) < (days(query)[1] ?? ''),
			),
		'recovered',
	],
	[
		'goes by the day on which it received an invoice',
		(rows, query) =>
			numbered(rows, query).filter(({ InvoiceNumber, InvoiceDate }) => {
				const day = Number(InvoiceNumber) < 1000 ? String(InvoiceDate) : today;
				return day >= (days(query)[0] ?? '') && day <= (days(query)[1] ?? '');
			}),
		'recovered',
	],
	[
		'shows the last month of a window only',
		(rows, query) => {
			const [from = '', to = ''] = days(query);
			const month = to === '9' ? from : new Date(Date.parse(to) - 31 * 86_400_000).toISOString();
			const fromInvDate = from > month ? from : month.slice(0, 10);
			return matching(rows, { ...query, fromInvDate });
		},
	],
	[
		'answers every window of dates with nothing',
		(rows, query) => (query.fromInvDate === undefined ? numbered(rows, query) : []),
	],
	[
		'answers windows of more than a month with nothing',
		(rows, query) => {
			const [from = '', to = ''] = days(query);
			const length = (Date.parse(to) - Date.parse(from)) / 86_400_000;
			return query.fromInvDate !== undefined && length > 31 ? [] : matching(rows, query);
		},
	],
	['shows nothing at all', () => []],
];

describe.each(LISTS)('Where the list of invoices %s', (_, list, found) => {
	describe.each([
		['oldest first', earlier],
		['newest first', earlier],
		['oldest first, none of them new', old],
		['oldest first, and many', many],
	])('%s', (order, stock) => {
		beforeEach(() => {
			cashIn.kept = stock();
			cashIn.list = (query) => {
				const rows = list(cashIn.kept, query);
				return { body: pageAsked(order.startsWith('oldest') ? rows : [...rows].reverse(), query) };
			};
		});

		it.each([1, 40])('%d invoices whose answer was lost are sent once', async (count) => {
			loseFirstAnswer();
			const { success, failed } = await create(series(count));
			expect(cashIn.posts).toHaveLength(1);
			const outcomes = failed.map(({ json }) => Object(json.message).outcome as string);
			const told = [...new Set([...statuses(success), ...outcomes])];
			expect(['recovered', 'unknown']).toEqual(expect.arrayContaining(told));
			if (found !== undefined) expect(told).toEqual([found]);
		});

		it.each([1, 40])('%d invoices run twice with Duplicate Check are sent once', async (count) => {
			cashIn.kept.push(...series(count, { TotalAmount: 125.5 }));
			const hidden = list(cashIn.kept, {}).length === 0;
			const { success } = await create(series(count), checked);
			// A Cash-In that shows nothing at all cannot be told from a new one.
			if (!hidden) expect(timesKept(1001)).toBe(1);
			if (!hidden) expect(statuses(success)).not.toContain('created');
		});
	});
});

/** What is looked for stands neither on the first nor on the last page of a long list. */
describe.each<[string, string, string]>([
	['answers windows of more than a month with nothing', '2022-05-02', '2021-05-02'],
	['shows the last month of a window only', '2025-11-02', today],
])('Where a long list of invoices %s', (name, first, last) => {
	const [, list = () => []] = LISTS.find(([one]) => one === name) ?? [];

	it.each([1, 40])(
		'%d invoices run again on another day with Duplicate Check are sent once',
		async (count) => {
			const others = (day: string, from: number) => dated(Array<string>(120).fill(day), from);
			const sent = series(count, { TotalAmount: 125.5 });
			cashIn.kept = [...others(first, 501), ...sent, ...others(last, 701)];
			cashIn.list = (query) => ({ body: pageAsked(list(cashIn.kept, query), query) });
			const again = { InvoiceDate: '2026-05-20', DueDate: '2026-06-03' };
			const { success, failed } = await create(series(count, again), checked);
			expect(success).toEqual([]);
			expect(failed[0]?.json.error).toContain('could not be looked up');
			expect(cashIn.posts).toEqual([]);
		},
	);
});

it.each([500, 502, 503, 504])(
	'after a %d Cash-In is given a minute, whatever Timeout says',
	async (status) => {
		cashIn.kept = earlier();
		loseFirstAnswer(status, false);
		const { success } = await create([invoice(1001)], { timeout: 1 });
		expect(statuses(success)).toEqual(['created']);
		expect(cashIn.posts).toHaveLength(2);
		expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(60_000);
	},
);

it('an invoice that shows up at the end of that minute is not sent again', async () => {
	cashIn.kept = earlier();
	cashIn.post = () => ({ status: 504 });
	cashIn.list = (query) => {
		const waited = waits.reduce((sum, ms) => sum + ms, 0);
		const rows = waited >= 60_000 ? [...cashIn.kept, invoice(1001)] : cashIn.kept;
		return { body: pageAsked(matching(rows, query), query) };
	};
	const { success } = await create([invoice(1001)]);
	expect(statuses(success)).toEqual(['recovered']);
	expect(cashIn.posts).toHaveLength(1);
});

describe.each<[string | number, string | number]>([
	['0042', '42'],
	['0042', 42],
	[42, '0042'],
	['INV-0042', 'inv-42'],
	['INV 42', 'INV42'],
])('An invoice %p that the list shows as %p', (sent, listed) => {
	beforeEach(() => {
		cashIn.kept = [...earlier(), invoice(listed, { InvoiceDate: '2026-03-02' })];
	});

	it('is not sent by Duplicate Check: it cannot be told whether it is the same', async () => {
		const { success, failed } = await create([invoice(sent)], checked);
		expect(success).toEqual([]);
		expect(failed[0]?.json.error).toContain(`which may be ${sent} written otherwise`);
		expect(cashIn.posts).toEqual([]);
	});

	it('is not sent again after a lost answer', async () => {
		loseFirstAnswer(500, false);
		const { success, failed } = await create([invoice(sent)]);
		expect(success).toEqual([]);
		expect(failed[0]?.json.error).toMatch(/may or may not have been created/);
		expect(cashIn.posts).toHaveLength(1);
	});
});

it('asks for a number without its zeros too, where the list finds only what is exactly the same', async () => {
	cashIn.kept = Array.from({ length: 150 }, (_, index) => invoice(9001 + index));
	cashIn.kept.splice(120, 0, invoice('42'));
	const { failed } = await create([invoice('0042')], checked);
	expect(failed[0]?.json.error).toContain('which may be 0042 written otherwise');
	expect(cashIn.posts).toEqual([]);
});

describe("n8n's Retry On Fail with Duplicate Check", () => {
	it('does not send what an earlier try may have sent, until the list shows it', async () => {
		cashIn.kept = earlier();
		cashIn.post = () => ({ status: 500 });
		// The look-up after the first try gets no list; the second try gets one that lags behind.
		cashIn.list = (query) =>
			cashIn.posts.length === 1 && cashIn.asked.length < 12
				? { status: 403 }
				: { body: pageAsked(matching(cashIn.kept, query), query) };
		const { error } = await runCashIn(
			[invoice(1001)],
			fromJson('create', checked),
			{ baseUrl: cashIn.baseUrl },
			{ retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		);
		expect(error?.message).toContain('Invoice 1001 may or may not have been created');
		expect(cashIn.posts).toHaveLength(1);
	});
});
