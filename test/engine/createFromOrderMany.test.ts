import type { IDataObject } from 'n8n-workflow';

import { hintsOf } from '../support/invoiceRuns';
import { plainOrder } from '../support/orderFixtures';
import { runOrders } from '../support/orderRuns';
import { useSimulator } from '../support/simulator';
import { waits } from '../support/waits';

/** No wait lasts: how long each was to be is noted. */
jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../support/waits')>('../support/waits')
		.withWaits((ms) => Math.min(ms, 5)),
);
beforeEach(() => void waits.splice(0));

/** What was sent twice is kept twice: otherwise Cash-In itself would hide that it was. */
const simulator = useSimulator({ duplicates: 'accept' });

const order = (number: number, changes: Record<string, unknown> = {}) =>
	plainOrder({ number: String(number), ...changes });
const orders = (count: number) => Array.from({ length: count }, (_, index) => order(1001 + index));
const run = async (items: object[], options: IDataObject, settings = {}) =>
	await runOrders(simulator().url, items, { options }, settings);
const statuses = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.status);
const orderNumbers = (failed: Array<{ json: IDataObject }>) =>
	failed.map(({ json }) => Object(json.message).orderNumber);
const posts = () =>
	simulator()
		.to('createInvoice')
		.map(({ rawBody }) => (JSON.parse(rawBody) as IDataObject[]).length);
const kept = () =>
	simulator()
		.control.invoices()
		.map(({ InvoiceNumber }) => Number(InvoiceNumber))
		.sort((one, other) => one - other);
const numbersTo = (count: number) => orders(count).map(({ number }) => Number(number));

/** 25 items: 23 orders, of which Cash-In has the fourth; the sixth comes again, and one was cancelled. */
async function mixed() {
	await run([order(1004)], {});
	simulator().control.clearRequests();
	return [...orders(23), order(1006), order(1024, { status: 'cancelled' })];
}

describe('Many orders', () => {
	it('go out in requests of the Batch Size, so many at a time, each order once and each with its own result', async () => {
		const items = await mixed();
		simulator().control.configure({ latencyMs: 30 });
		const result = await run(items, { batchSize: 8, concurrentRequests: 3 });

		expect(result.failed).toEqual([]);
		expect(posts()).toEqual([8, 8, 6]);
		expect(simulator().control.state().atOnce).toBe(3);
		expect(kept()).toEqual(numbersTo(23));
		expect(statuses(result.success)).toEqual([
			...Array(3).fill('created'),
			'alreadyInvoiced',
			...Array(19).fill('created'),
			'alreadyInvoiced',
			'skipped',
		]);
		expect(result.success.map(({ json, pairedItem }) => [json.orderNumber, pairedItem])).toEqual(
			items.map(({ number }, item) => [number, { item }]),
		);
	});

	it('say beside the output what became of the invoices, those that were there before included', async () => {
		const result = await run(await mixed(), { batchSize: 8 });
		expect(hintsOf(result).map(({ message }) => message)).toEqual([
			`23 of 23 invoices are in Cash-In, 0 failed; it took ${simulator().requests.length} requests.`,
		]);
	});

	it('count as failed beside the output what was refused before anything was sent', async () => {
		await run(
			[order(1001, { billing: { ...Object(order(1).billing), first_name: 'Another' } })],
			{},
		);
		simulator().control.clearRequests();
		const { failed, ...result } = await run(orders(4), { batchSize: 2 });
		expect(orderNumbers(failed)).toEqual(['1001']);
		expect(hintsOf({ failed, ...result }).map(({ message }) => message)).toEqual([
			`3 of 4 invoices are in Cash-In, 1 failed; it took ${simulator().requests.length} requests.`,
		]);
	});

	it('are looked for with as many pages under way as Concurrent Requests says', async () => {
		simulator().control.seed({ invoices: 900 });
		await run(orders(25), {});
		for (const concurrentRequests of [1, 3]) {
			simulator().control.clearRequests();
			simulator().control.configure({ latencyMs: 30 });
			const { success } = await run(orders(25), { concurrentRequests });
			expect(new Set(statuses(success))).toEqual(new Set(['alreadyInvoiced']));
			expect(posts()).toEqual([]);
			expect(simulator().control.state().atOnce).toBe(concurrentRequests);
		}
	});

	it('leave the Interval Between Requests before the look-up too', async () => {
		await run(orders(3), { batchSize: 1, requestInterval: 60_000 });
		const asked = simulator().to('listSalesInvoices').length;
		expect(asked).toBeGreaterThan(2);
		expect(posts()).toEqual([1, 1, 1]);
		// No wait lasts here, so that each request is another minute late.
		expect(waits.map((ms) => Math.ceil(ms / 60_000))).toEqual(
			Array.from({ length: asked + 2 }, (_, minutes) => minutes + 1),
		);
	});

	it('of which one is bad: its neighbours are sent, and it fails alone', async () => {
		simulator().control.addFault({ kind: 'badInvoice', invoiceNumbers: [1012] });
		const { success, failed } = await run(orders(25), { batchSize: 10, concurrentRequests: 3 });
		expect(orderNumbers(failed)).toEqual(['1012']);
		expect(failed[0]?.pairedItem).toEqual({ item: 11 });
		expect(success).toHaveLength(24);
		expect(kept()).toEqual(numbersTo(25).filter((number) => number !== 1012));
	});

	it.each([
		['batchSize', 0, "'Batch Size' must be a whole number from 1 to 1000"],
		['concurrentRequests', 9, "'Concurrent Requests' must be a whole number from 1 to 8"],
		['requestInterval', -1, "'Interval Between Requests' must be a whole number from 0 to 60000"],
	])('are refused before anything is asked when %s is %d', async (name, value, message) => {
		const { error } = await run(orders(1), { [name]: value }, { onError: 'stopWorkflow' });
		expect(error?.message).toContain(message);
		expect(simulator().requests).toEqual([]);
	});
});

describe('The Summary of orders', () => {
	it('has a place for every item, and adds up', async () => {
		const items = await mixed();
		simulator().control.addFault({ kind: 'badInvoice', invoiceNumbers: [1010] });
		const { success } = await run(items, { summary: true });
		const summary = success[success.length - 1]?.json.summary;
		expect(summary).toEqual({
			sent: 21,
			failed: 1,
			alreadyThere: 2,
			recovered: 0,
			skipped: 1,
			previewed: 0,
			requests: simulator().requests.length,
			seconds: expect.any(Number),
		});
	});

	it('counts what came to Cash-In though its answer did not come', async () => {
		simulator().control.addFault({ kind: 'resetAfterProcessing', operationId: 'createInvoice' });
		const { success } = await run(orders(2), { summary: true });
		expect(success[1]?.json.summary).toMatchObject({ sent: 0, recovered: 2, failed: 0 });
		expect(kept()).toEqual(numbersTo(2));
	});

	it('counts what was only shown', async () => {
		const { success } = await runOrders(
			simulator().url,
			[order(1001), order(1002, { status: 'cancelled' }), order(1003)],
			{ previewOnly: true, options: { summary: true } },
		);
		expect(success[2]?.json.summary).toMatchObject({
			sent: 0,
			skipped: 1,
			previewed: 2,
			requests: 0,
		});
	});
});
