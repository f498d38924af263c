import fastify from 'fastify';
import type { IDataObject } from 'n8n-workflow';

import { addDays } from '../../nodes/CashIn/invoicing/dates';
import { pathOf } from '../support/contract.cts';
import { createTrigger } from '../support/engine';
import { invoice } from '../support/invoices';
import { useSimulator } from '../support/simulator';

const NOON = '2026-05-20T09:00:00Z';
const simulator = useSimulator({ now: NOON });

beforeEach(() => {
	// Only the clock is ours; sockets and waits stay real.
	jest.spyOn(Date, 'now').mockReturnValue(Date.parse(NOON));
});
afterEach(() => jest.restoreAllMocks());

const trigger = (parameters: IDataObject = {}) =>
	createTrigger(parameters, { baseUrl: simulator().url });
const pay = (number: string, PaymentDate?: string) =>
	simulator().control.pay({
		InvoiceNumber: number,
		Amount: 1,
		...(PaymentDate ? { PaymentDate } : {}),
	});
const paid = (items: IDataObject[] | null) =>
	items?.map(({ AllocationId }) => AllocationId) ?? null;

/** Invoices to pay; sent to the API as anybody would. */
async function bill(...numbers: number[]) {
	const response = await fetch(simulator().url + pathOf('createInvoice'), {
		method: 'POST',
		headers: { 'X-Api-Key': 'demo-key', 'Content-Type': 'application/json' },
		body: JSON.stringify(numbers.map((number) => invoice(number, { TotalAmount: 1000 }))),
	});
	expect(response.status).toBe(202);
}

it('the first poll gives out nothing, and the next one exactly the payment that came', async () => {
	await bill(1, 2);
	pay('1');
	const { poll } = trigger();
	expect(await poll('trigger', 'activate')).toBeNull();
	expect(await poll()).toBeNull();
	const payment = pay('2');
	expect(await poll()).toEqual([
		{
			event: 'paymentAllocated',
			dedupeKey: `paymentAllocated:${payment.AllocationId}`,
			occurredAt: '2026-05-20',
			...payment,
		},
	]);
	expect(await poll()).toBeNull();
});

it('a payment entered today with last week’s date is found', async () => {
	await bill(1);
	const { poll } = trigger();
	await poll();
	pay('1');
	await poll();
	const late = pay('1', '2026-05-13');
	expect(paid(await poll())).toEqual([late.AllocationId]);
});

it('a payment dated in the future is given out once and does not hide those that follow', async () => {
	await bill(1);
	const running = trigger();
	const { poll } = running;
	await poll();
	const ahead = pay('1', '2026-06-30');
	expect(paid(await poll())).toEqual([ahead.AllocationId]);
	const today = pay('1');
	expect(paid(await poll())).toEqual([today.AllocationId]);
	expect(running.memory.cursor).toBe('2026-05-20');
});

it('with a start date, what happened since comes with the first poll, oldest first', async () => {
	await bill(1);
	const second = pay('1', '2026-05-12');
	const first = pay('1', '2026-05-11');
	pay('1', '2026-05-09');
	const { poll } = trigger({ options: { startFrom: '2026-05-10T00:00:00' } });
	expect(paid(await poll())).toEqual([first.AllocationId, second.AllocationId]);
	expect(await poll()).toBeNull();
});

it('more than one page of news is given out whole', async () => {
	const { poll } = trigger();
	await poll();
	simulator().control.seed({ payments: 250, seed: 1, spreadDays: 5 });
	const all = simulator()
		.control.allocations()
		.map(({ AllocationId }) => AllocationId);
	expect(new Set(paid(await poll()))).toEqual(new Set(all));
});

it('a backlog comes in portions, nothing twice and nothing lost', async () => {
	const { poll } = trigger({ options: { maxItems: 120 } });
	await poll();
	simulator().control.seed({ payments: 450, seed: 2, spreadDays: 5 });
	const given: unknown[] = [];
	const portions: number[] = [];
	for (let items = await poll(); items !== null; items = await poll()) {
		portions.push(items.length);
		given.push(...(paid(items) ?? []));
	}
	expect(portions).toEqual([120, 120, 120, 90]);
	expect(new Set(given).size).toBe(450);
});

it.each([
	['two requests fit into', 200_000],
	['not one request fits into', 400_000],
])(
	'a Cash-In so slow that %s the time of a poll is read on where the last one stopped',
	async (_, ms) => {
		const slow = trigger();
		await slow.poll();
		simulator().control.seed({ payments: 450, seed: 5, spreadDays: 5 });
		simulator().control.clearRequests();
		// A poll has 300 seconds.
		jest
			.spyOn(Date, 'now')
			.mockImplementation(() => Date.parse(NOON) + simulator().requests.length * ms);
		const given: unknown[] = [];
		for (let round = 0; round < 4; round++) given.push(...(paid(await slow.poll()) ?? []));
		expect(
			simulator()
				.requests.map(({ query }) => query.page)
				.join(' '),
		).toBe('1 2 2 3 3 4 4 5');
		expect([given.length, new Set(given).size]).toEqual([450, 450]);
		expect(slow.memory.resumePage).toBeUndefined();
	},
);

it.each([
	['50', 50],
	['100', 100],
	['nothing', undefined],
])(
	'a backlog is given out whole by a Cash-In that gives 50 rows a page and says %s, newest first',
	async (_, PageSize) => {
		const all = Array.from({ length: 450 }, (_each, index) => ({
			AllocationId: index,
			Dates: { PaymentDate: addDays('2026-05-20', -Math.floor(index / 5)) },
		}));
		const server = fastify({ forceCloseConnections: true });
		server.get<{ Querystring: { page: string; paymentDateFrom: string } }>(
			'/*',
			async ({ query }) => {
				const rows = all.filter(({ Dates }) => Dates.PaymentDate >= query.paymentDateFrom);
				const end = Number(query.page) * 50;
				return { Data: rows.slice(end - 50, end), Meta: { TotalCount: rows.length, PageSize } };
			},
		);
		try {
			const { poll } = createTrigger(
				{ options: { startFrom: '2026-02-01', maxItems: 120 } },
				{ baseUrl: await server.listen({ port: 0, host: '127.0.0.1' }) },
			);
			const given: unknown[] = [];
			for (let round = 0; round < 10; round++) given.push(...(paid(await poll()) ?? []));
			expect([given.length, new Set(given).size]).toEqual([450, 450]);
		} finally {
			await server.close();
		}
	},
);

it('what was remembered before a crash is given out again, and nothing is skipped', async () => {
	await bill(1);
	const running = trigger();
	await running.poll();
	const saved = running.memory;
	const payment = pay('1');
	await running.poll();
	const restarted = trigger();
	restarted.restore(saved);
	expect(paid(await restarted.poll())).toEqual([payment.AllocationId]);
});

it('two polls at the same time give out a payment once', async () => {
	await bill(1);
	const { poll } = trigger();
	await poll();
	pay('1');
	const both = await Promise.all([poll(), poll()]);
	expect(both.flatMap((items) => items ?? [])).toHaveLength(1);
});

it('changed filters start anew instead of flooding the workflow', async () => {
	await bill(1, 2);
	const first = trigger({ filters: { invoiceNumber: '1' } });
	await first.poll();
	pay('2');
	const changed = trigger({ filters: { invoiceNumber: '2' } });
	changed.restore(first.memory);
	expect(await changed.poll()).toBeNull();
	const payment = pay('2');
	expect(paid(await changed.poll())).toEqual([payment.AllocationId]);
});

it('a memory that makes no sense is replaced instead of believed', async () => {
	await bill(1);
	pay('1');
	const running = trigger();
	const { poll } = running;
	await poll();
	running.restore({ ...running.memory, cursor: 'yesterday' });
	expect(await poll()).toBeNull();
	const payment = pay('1');
	expect(paid(await poll())).toEqual([payment.AllocationId]);
});

describe('trouble', () => {
	it.each([429, 503] as const)(
		'of a passing kind (%d) does not keep the workflow from being activated',
		async (kind) => {
			await bill(1);
			pay('1', '2026-05-01');
			simulator().control.addFault({ kind, retryAfter: 600, count: 9 });
			const { poll } = trigger();
			expect(await poll('trigger', 'activate')).toBeNull();
			simulator().control.clearFaults();
			const payment = pay('1');
			expect(paid(await poll())).toEqual([payment.AllocationId]);
		},
	);

	it('at the first poll loses nothing of what follows, however little one execution takes', async () => {
		await bill(1);
		const { poll } = trigger({ options: { maxItems: 2 } });
		simulator().control.addFault({ kind: 503, retryAfter: 600 });
		expect(await poll('trigger', 'activate')).toBeNull();
		const payments = Array.from({ length: 5 }, () => pay('1').AllocationId);
		expect([paid(await poll()), paid(await poll()), paid(await poll()), await poll()]).toEqual([
			payments.slice(0, 2),
			payments.slice(2, 4),
			payments.slice(4),
			null,
		]);
	});

	it('at the first poll lets the next one read no further than it can give out', async () => {
		const { poll } = trigger({ options: { maxItems: 2 } });
		simulator().control.addFault({ kind: 503, retryAfter: 600 });
		await poll('trigger', 'activate');
		simulator().control.seed({ payments: 250, seed: 6, spreadDays: 1 });
		simulator().control.clearRequests();
		expect(await poll()).toHaveLength(2);
		expect(simulator().requests.map(({ query }) => query.page)).toEqual(['1']);
	});

	it.each<[string, 'trigger' | 'manual', unknown]>([
		['a message', 'trigger', { Message: 'Service under maintenance' }],
		['a list of errors', 'trigger', { Errors: ['Service under maintenance'] }],
		['a message', 'manual', { Message: 'Service under maintenance' }],
	])('told as %s with status 200 is no payment (%s)', async (_, mode, body) => {
		const running = trigger();
		await running.poll();
		const before = running.memory;
		simulator().control.addFault({ kind: 'errorShape', status: 200, body });
		await expect(running.poll(mode)).rejects.toThrow(
			'Something other than the Cash-In API answered: an answer without a list',
		);
		expect(running.memory).toEqual(before);
	});

	it.each([401, 403] as const)('with the key (%d) is told at activation', async (kind) => {
		simulator().control.addFault({ kind, count: 9 });
		await expect(trigger().poll('trigger', 'activate')).rejects.toMatchObject({
			httpCode: String(kind),
		});
	});

	it('in the middle of a later poll commits nothing of it', async () => {
		const running = trigger();
		await running.poll();
		const before = running.memory;
		simulator().control.seed({ payments: 150, seed: 3, spreadDays: 5 });
		simulator().control.addFault({ kind: 404, after: 1 });
		await expect(running.poll()).rejects.toMatchObject({ httpCode: '404' });
		expect(running.memory).toEqual(before);
		expect(await running.poll()).toHaveLength(150);
	});
});

describe('a manual test', () => {
	it.each([1_000, 40])(
		'shows real, recent payments and remembers nothing (%d rows a page at most)',
		async (maxPageSize) => {
			simulator().control.configure({ maxPageSize });
			simulator().control.seed({ payments: 250, seed: 4, spreadDays: 20 });
			const manual = trigger();
			const items = await manual.poll('manual', 'manual');
			expect(items).toHaveLength(3);
			const newest = simulator()
				.control.allocations()
				.map(({ Dates }) => String((Dates as IDataObject).PaymentDate))
				.sort()
				.pop();
			expect(items?.[2]?.occurredAt).toBe(newest);
			expect(manual.memory).toEqual({});
		},
	);

	it('says so when there is none yet', async () => {
		await expect(trigger().poll('manual', 'manual')).rejects.toThrow(
			'Cash-In has no "Payment Allocated" to show from the last 30 days',
		);
	});
});

it('an overlap out of its range is said', async () => {
	await expect(trigger({ options: { overlapDays: 0 } }).poll()).rejects.toThrow(
		"'Overlap (Days)' must be a whole number from 1 to 365",
	);
});
