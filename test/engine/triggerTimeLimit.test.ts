import type { IDataObject } from 'n8n-workflow';

import { createTrigger, type Credential } from '../support/engine';
import { useSimulator } from '../support/simulator';

/**
 * A list slower than the time n8n's durable scheduler gives a poll: it throws away what a poll found that takes longer.
 * The clock is ours; what a request still has of the time is real.
 */

const NOON = Date.parse('2026-05-20T09:00:00Z');
const BUDGET_MS = 2_000;
/** A moment at which requests still begin, just before the last fifth of the time. */
const NEARLY_OVER_MS = BUDGET_MS * 0.8 - 1;
const simulator = useSimulator({
	now: new Date(NOON).toISOString(),
	validate: false,
	keys: ['demo-key', 'new-key'],
});

let credential: Credential;
beforeEach(() => {
	credential = { baseUrl: simulator().url };
	inTime();
});
afterEach(() => jest.restoreAllMocks());

const trigger = (event: string, options: IDataObject = {}, budgetMs = BUDGET_MS) =>
	createTrigger({ event, options }, credential, budgetMs);
const keys = (items: IDataObject[] | null) => items?.map(({ dedupeKey }) => dedupeKey) ?? [];
const pagesRead = () =>
	simulator()
		.requests.map(({ query }) => query.page)
		.join(' ');

/** Every answer comes at once. */
function inTime() {
	jest.spyOn(Date, 'now').mockReturnValue(NOON);
}

/** So many requests of the next poll are answered at once, and the one after them not in time. */
function answerOnly(count: number) {
	simulator().control.clearRequests();
	simulator().control.addFault({ kind: 'timeout', after: count });
	jest.spyOn(Date, 'now').mockImplementation(() => {
		const begun = simulator().requests.length;
		return NOON + (begun < count ? 0 : begun === count ? NEARLY_OVER_MS : BUDGET_MS);
	});
}

it('a page that does not come in time costs none of those before it, and the next poll goes on there', async () => {
	const { poll } = trigger('paymentAllocated');
	await poll();
	simulator().control.seed({ payments: 450, seed: 5, spreadDays: 5 });
	answerOnly(2);
	const first = keys(await poll());
	expect([first.length, pagesRead()]).toEqual([200, '1 2 3']);

	inTime();
	simulator().control.clearRequests();
	const given = [...first, ...keys(await poll())];
	expect(pagesRead()).toBe('2 3 4 5');
	expect([given.length, new Set(given).size]).toEqual([450, 450]);
});

it('a list of which a poll gets no further than the last one is told, with what to set, and skips nothing', async () => {
	const { poll } = trigger('paymentAllocated');
	await poll();
	simulator().control.seed({ payments: 250, seed: 6, spreadDays: 5 });
	answerOnly(1);
	const first = keys(await poll());
	expect(first).toHaveLength(100);
	answerOnly(1);
	await expect(poll()).rejects.toMatchObject({
		message: expect.stringContaining('did not answer in time (0.4 seconds)'),
		description: expect.stringContaining('N8N_SCHEDULER_POLL_TIMEOUT'),
	});

	inTime();
	const given = [...first, ...keys(await poll())];
	expect([given.length, new Set(given).size]).toEqual([250, 250]);
});

it('a list in one answer that does not come in time is told, with what to set, and skips nothing', async () => {
	const { poll } = trigger('settlementPublished');
	await poll();
	simulator().control.seed({ payments: 10, seed: 7, spreadDays: 5 });
	simulator().control.setClock({ advanceDays: 7 });
	answerOnly(0);
	await expect(poll()).rejects.toMatchObject({
		description: expect.stringContaining('N8N_SCHEDULER_LEASE_DURATION'),
	});

	jest.spyOn(Date, 'now').mockReturnValue(Date.parse(simulator().control.state().now));
	expect(keys(await poll())).not.toEqual([]);
});

it('a slow backlog comes out poll by poll, though no poll has time to look for its first days', async () => {
	const { poll } = trigger('paymentAllocated', { startFrom: '2026-04-01', maxItems: 150 }, 36_000);
	simulator().control.seed({ payments: 600, seed: 8, spreadDays: 40 });
	// Ten seconds for each request, of 36.
	let before = 0;
	jest
		.spyOn(Date, 'now')
		.mockImplementation(() => NOON + (simulator().requests.length - before) * 10_000);
	const given: unknown[] = [];
	for (let polls = 0; polls < 60 && given.length < 600; polls += 1) {
		before = simulator().requests.length;
		given.push(...keys(await poll()));
		expect(simulator().requests.length - before).toBeLessThanOrEqual(4);
	}
	expect([given.length, new Set(given).size]).toEqual([600, 600]);
});

it('another API key is not taken for that of another account because time was short', async () => {
	simulator().control.seed({ payments: 450, seed: 9, spreadDays: 5 });
	const { poll } = trigger('paymentAllocated', { startFrom: '2026-05-10' });
	expect(keys(await poll())).toHaveLength(450);
	simulator().control.seed({ payments: 50, seed: 10, spreadDays: 1 });
	credential.apiKey = 'new-key';
	answerOnly(2);
	await expect(poll()).rejects.toMatchObject({
		message: expect.stringContaining('A poll has no time for the whole list'),
		description: expect.stringContaining('N8N_SCHEDULER_POLL_TIMEOUT'),
	});

	inTime();
	const dated = simulator()
		.control.allocations()
		.filter((one) => JSON.stringify(one).includes('"PaymentDate":"2026-05-20"'));
	// Of the same account: what is dated since the last poll, and nothing from before.
	expect(keys(await poll())).toHaveLength(dated.length);
	expect(await poll()).toBeNull();
});

describe('polls that n8n runs at once', () => {
	it('give out a payment once', async () => {
		const { poll } = trigger('paymentAllocated');
		await poll();
		simulator().control.seed({ payments: 1, seed: 11, spreadDays: 1 });
		const all = await Promise.all([poll(), poll(), poll()]);
		expect(all.flatMap(keys)).toHaveLength(1);
	});

	it('give out a payment once when one of them begins after another has ended', async () => {
		const { poll, prepare } = trigger('paymentAllocated');
		await poll();
		simulator().control.seed({ payments: 1, seed: 12, spreadDays: 1 });
		const late = prepare();
		expect(await poll()).toHaveLength(1);
		expect(await late()).toBeNull();
	});

	it('hide nothing for good where n8n did not keep what one of them gave', async () => {
		const running = trigger('paymentAllocated');
		await running.poll();
		simulator().control.seed({ payments: 1, seed: 13, spreadDays: 1 });
		const kept = running.memory;
		const given = await running.poll();
		running.restore(kept);
		jest.spyOn(Date, 'now').mockReturnValue(NOON + 60_000);
		expect(await running.poll()).toEqual(given);
	});
});
