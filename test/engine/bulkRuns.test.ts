import type { IDataObject } from 'n8n-workflow';

import { runCashIn } from '../support/engine';
import { fromJson, hintsOf } from '../support/invoiceRuns';
import { invoice } from '../support/invoices';
import { useSimulator } from '../support/simulator';
import { whenever } from '../support/watch.cts';
import { waits } from '../support/waits';

/** No wait lasts: how long each was to be is noted. */
jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../support/waits')>('../support/waits')
		.withWaits((ms) => Math.min(ms, 5)),
);
beforeEach(() => void waits.splice(0));

const simulator = useSimulator({ duplicates: 'accept' });
const create = async (
	items: IDataObject[],
	options: IDataObject = {},
	settings = {},
	cancelled?: AbortSignal,
) =>
	await runCashIn(
		items,
		fromJson('create', options),
		{ baseUrl: simulator().url },
		{ onError: 'continueErrorOutput', ...settings },
		cancelled,
	);
const series = (count: number) =>
	Array.from({ length: count }, (_, index) => invoice(1001 + index));
const statuses = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.status);
const posts = () =>
	simulator()
		.to('createInvoice')
		.map(({ rawBody }) =>
			JSON.parse(rawBody).map(({ InvoiceNumber }: IDataObject) => InvoiceNumber as number),
		);
const kept = () =>
	simulator()
		.control.invoices()
		.map(({ InvoiceNumber }) => Number(InvoiceNumber))
		.sort((a, b) => a - b);
const numbersTo = (count: number) => series(count).map(({ InvoiceNumber }) => InvoiceNumber);

describe('Concurrent Requests', () => {
	it.each([1, 3, 8])(
		'with %d, so many are under way and never more',
		async (concurrentRequests) => {
			simulator().control.configure({ holdUntilOpen: concurrentRequests, latencyMs: 30 });
			const { success } = await create(series(40), { batchSize: 2, concurrentRequests });
			expect(simulator().control.state().atOnce).toBe(concurrentRequests);
			expect(success.map(({ json, pairedItem }) => [json.InvoiceNumber, pairedItem])).toEqual(
				numbersTo(40).map((number, item) => [number, { item }]),
			);
			// A request begins only when all but so many before it have ended.
			posts().forEach(([first = 0], place) =>
				expect((first - 1001) / 2).toBeLessThan(place + concurrentRequests),
			);
		},
	);

	it('go one at a time for the rest of the run after a 429, and every invoice is sent once', async () => {
		simulator().control.configure({ latencyMs: 10 });
		simulator().control.addFault({
			kind: 429,
			retryAfter: 1,
			operationId: 'createInvoice',
			count: 4,
		});
		const { success } = await create(series(40), { batchSize: 2, concurrentRequests: 4 });
		expect(success).toHaveLength(40);
		expect(kept()).toEqual(numbersTo(40));
		expect(waits.some((ms) => ms > 900)).toBe(true);
	});

	it('is refused when it is no number from 1 to 8', async () => {
		const { error } = await create(series(1), { concurrentRequests: 9 }, { onError: undefined });
		expect(error?.message).toContain("'Concurrent Requests' must be a whole number from 1 to 8");
		expect(simulator().requests).toEqual([]);
	});
});

it('Interval Between Requests is left between the beginnings of all of them', async () => {
	await create(series(4), { batchSize: 1, requestInterval: 60_000, concurrentRequests: 4 });
	expect(waits.map((ms) => Math.ceil(ms / 60_000)).filter((minutes) => minutes > 0)).toEqual(
		expect.arrayContaining([1, 2, 3]),
	);
	expect(kept()).toEqual(numbersTo(4));
});

it('Interval Between Requests is left between the questions of Duplicate Check too', async () => {
	await create(series(2), { duplicateCheck: 'beforeSending', requestInterval: 60_000 });
	const questions = simulator().to('listSalesInvoices').length;
	expect(questions).toBeGreaterThan(1);
	// None before the first; every wait is cut short, so that the next beginnings lie further and further ahead.
	expect(waits.filter((ms) => ms > 50_000)).toHaveLength(questions);
});

it('Validation counts for each item by itself', async () => {
	const wrong = { TotalAmount: 1, NetAmount: 1, TaxAmount: 0 };
	const { success, failed } = await create(
		[
			{ ...invoice(1001, wrong), rule: 'stop' },
			{ ...invoice(1002, wrong), rule: 'off' },
		],
		{ validation: '={{ $json.rule }}' },
	);
	expect(success.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
	expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
});

describe('A cancelled execution', () => {
	it.each([1, 3])(
		'begins no further request (%d under way), and says what was sent and what was not',
		async (concurrentRequests) => {
			const cancelled = new AbortController();
			simulator().control.configure({ latencyMs: 20 });
			const stopWatching = whenever(
				() => simulator().to('createInvoice').length >= 4,
				() => cancelled.abort(),
			);
			const result = await create(
				series(200),
				{ batchSize: 2, concurrentRequests },
				{},
				cancelled.signal,
			);
			stopWatching();
			const requests = posts();
			expect(requests.length).toBeLessThan(4 + concurrentRequests);
			// n8n breaks off what is under way.
			const { success, failed } = result;
			const told = (outcome: string) =>
				failed.filter(({ json }) => Object(json.message).outcome === outcome);
			const sent = success.length;
			const open = told('unknown').length;
			const unsent = told('notCreated').map(({ json }) => json.InvoiceNumber as number);
			expect(requests.flat().filter((number) => unsent.includes(number))).toEqual([]);
			expect(open).toBeLessThanOrEqual(2 * concurrentRequests);
			expect(told('notCreated')).toHaveLength(200 - sent - open);
			expect(kept()).toEqual(expect.arrayContaining(success.map(({ json }) => json.InvoiceNumber)));
			const [hint] = hintsOf(result);
			expect(hint?.message).toMatch(
				new RegExp(
					`^The execution was cancelled\\. Surely in Cash-In: ${sent} \\(1001 to 10..[^)]*\\)\\. May or may not be: ${open} \\(.+\\)\\. Not created: ${200 - sent - open} \\(10[^)]* to 1200\\)\\.$`,
				),
			);
			expect(told('notCreated')[0]?.json).toMatchObject({
				error: expect.stringContaining('was not sent, because the execution was cancelled'),
				message: { advice: hint?.message },
			});
		},
	);
});

describe('Summary', () => {
	it('stands in the last item and adds up', async () => {
		simulator().control.addFault({ kind: 'badInvoice', invoiceNumbers: [1002] });
		await create([invoice(1001)]);
		const { success, failed } = await create(series(5), {
			summary: true,
			duplicateCheck: 'beforeSending',
		});
		expect(failed).toHaveLength(1);
		expect(success.slice(0, -1).every(({ json }) => json.summary === undefined)).toBe(true);
		expect(success[success.length - 1]?.json.summary).toEqual({
			sent: 3,
			failed: 1,
			alreadyThere: 1,
			recovered: 0,
			requests: simulator().requests.length - 1,
			seconds: expect.any(Number),
		});
	});

	it('stands in the message of an error item, which still leaves by the error branch', async () => {
		simulator().control.addFault({ kind: 'badInvoice', invoiceNumbers: [1002] });
		const { success, failed } = await create(series(2), { summary: true });
		expect(success).toHaveLength(1);
		expect(failed[0]?.json.message).toMatchObject({ summary: { sent: 1, failed: 1 } });
	});
});

it.each([
	[1, 128],
	[3, 128],
	[10, 500],
])('%d bad ones of %d are isolated in few requests', async (bad, count) => {
	const numbers = Array.from({ length: bad }, (_, index) => 1001 + ((index * 37 + 5) % count));
	simulator().control.addFault({ kind: 'badInvoice', invoiceNumbers: numbers });
	const { failed } = await create(series(count), { batchSize: 1_000 });
	expect(failed.map(({ json }) => json.InvoiceNumber)).toEqual([...numbers].sort((a, b) => a - b));
	expect(posts().length).toBeLessThanOrEqual(1 + 2 * bad * Math.ceil(Math.log2(count)));
	expect(kept()).toHaveLength(count - bad);
});

it('a long run says beside its output what came of it', async () => {
	const result = await create(series(6), { batchSize: 2 });
	expect(hintsOf(result).map(({ message }) => message)).toEqual([
		'6 of 6 invoices are in Cash-In, 0 failed; it took 3 requests.',
	]);
	expect(statuses(result.success)).toEqual(Array(6).fill('created'));
});
