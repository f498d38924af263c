import { ALLOCATED, allocationHandlers } from '../../simulator/world/allocations';
import { list } from '../../simulator/world/handler';
import type { Running } from './simulatorClient';
import { exampleInvoice, NOW, startSimulator } from './simulatorClient';

let running: Running;

beforeEach(async () => {
	running = await startSimulator();
});

afterEach(async () => {
	await running.simulator.close();
});

const PATH = '/allocated-payment-transactions';

describe('seeding', () => {
	it('makes the same records for the same seed, and others for another', async () => {
		const seeded = async (seed: number) => {
			await running.sim.post('/reset');
			await running.sim.post('/seed', { payments: 50, invoices: 20, seed });
			const allocations = await running.sim.get('/allocations');
			const invoices = await running.sim.get('/invoices');
			return JSON.stringify([allocations.data, invoices.data]);
		};

		const first = await seeded(7);
		expect(await seeded(7)).toBe(first);
		expect(await seeded(8)).not.toBe(first);
	});

	it('fills the lists with records the contract allows, spread over the days asked for', async () => {
		const { simulator, sim, api } = running;
		const { data } = await sim.post('/seed', { payments: 2_500, invoices: 300, spreadDays: 10 });
		const ids = new Set<string>();
		const days = new Set<string>();
		for (const page of [1, 2, 3]) {
			const { data: list } = await api.get(PATH, { params: { page, pageSize: 1_000 } });
			for (const row of list.Data) {
				ids.add(row.AllocationId);
				days.add(row.Dates.PaymentDate);
				const { PaymentAmount, CapitalAmount, InterestAmount, CreditorCostsAmount } = row.Amounts;
				expect(CapitalAmount + InterestAmount + CreditorCostsAmount).toBeCloseTo(PaymentAmount, 6);
			}
		}
		const invoices = await api.get('/salesinvoices');

		expect(data).toEqual({ payments: 2_500, invoices: 300 });
		expect(ids.size).toBe(2_500);
		expect([...days].sort()).toEqual(
			Array.from({ length: 10 }, (_, index) => `2026-03-${11 + index}`),
		);
		expect(invoices.data.Meta.TotalCount).toBe(300);
		expect(simulator.control.violations()).toEqual([]);
	});

	it('adds to what is there, and what was seeded can be paid', async () => {
		const { sim, api } = running;
		await sim.post('/seed', { payments: 3, invoices: 3 });
		await sim.post('/seed', { payments: 3, invoices: 3 });
		const paid = await sim.post('/pay', { InvoiceNumber: 80000005 });
		const { data } = await api.get(PATH);

		const ids = data.Data.map((row: { AllocationId: string }) => row.AllocationId);
		expect(new Set(ids).size).toBe(7);
		expect(paid.data.AllocationId).toBe('100007');
	});
});

describe('raw allocations', () => {
	const raw = { AllocationId: '7', Dates: { PaymentDate: '2026-03-15' }, Note: 'kept as it is' };

	it('are listed as they were given, and payments go on with a greater id', async () => {
		const { sim, api, simulator } = running;
		await api.post('/gensalesinvoices', [exampleInvoice(1)]);
		await sim.post('/insert-allocations', {
			allocations: [{ ...raw, AllocationId: 200_000 }, raw],
		});
		const paid = await sim.post('/pay', { InvoiceNumber: 1 });
		const { data } = await api.get(PATH);

		expect(data.Data).toEqual([raw, { ...raw, AllocationId: 200_000 }, paid.data]);
		expect(paid.data.AllocationId).toBe('200001');
		expect(simulator.control.violations()).toEqual([]);
	});

	it('can be changed: objects are merged, the rest is replaced', async () => {
		const { sim, api } = running;
		await sim.post('/insert-allocations', { allocations: [raw] });
		const changed = await sim.post('/edit-allocation', {
			AllocationId: 7,
			set: { Dates: { AccountingDate: '2026-03-16' }, Note: 'changed' },
		});
		const { data } = await api.get(PATH);

		expect(changed.data).toEqual({
			AllocationId: '7',
			Dates: { PaymentDate: '2026-03-15', AccountingDate: '2026-03-16' },
			Note: 'changed',
		});
		expect(data.Data).toEqual([changed.data]);
	});

	it('against the contract are refused, or let in when told to', async () => {
		const { sim, api, simulator } = running;
		const odd = { ...raw, Dates: { PaymentDate: '2026-03-15', BookingDate: 'soon' } };
		const refused = await sim.post('/insert-allocations', { allocations: [raw, odd] });
		const taken = await sim.post('/insert-allocations', { allocations: [odd], unchecked: true });
		const { status, data } = await api.get(PATH);

		expect(refused.status).toBe(400);
		expect(refused.data.error).toMatch(/^Data\[1\]\.Dates\.BookingDate must match format/);
		expect(taken.data).toEqual({ inserted: 1 });
		expect([status, data.Data]).toEqual([200, [odd]]);
		expect(simulator.control.violations()).toEqual([]);
	});
});

describe('an answer of the simulator itself that breaks the contract', () => {
	it('is a 500, and stands in the violations', async () => {
		jest.spyOn(allocationHandlers, ALLOCATED).mockReturnValue(list([{ currency: [978] }]));
		await running.simulator.close();
		running = await startSimulator();
		jest.restoreAllMocks();
		const { sim, api } = running;

		const { status, data } = await api.get(PATH);
		const violations = await sim.get('/violations');

		expect(status).toBe(500);
		expect(data.Message).toMatch(/Data\[0\]\.Currency must be string/);
		expect(violations.data).toEqual([
			expect.stringMatching(/^listAllocatedPaymentTransactions answered 200 against the contract/),
		]);
	});
});

describe('the rest of the control interface', () => {
	it('gives the requests since a number, and forgets them when told', async () => {
		const { sim, api } = running;
		for (const path of ['/validate', '/products', '/customers']) await api.get(path);
		const later = await sim.get('/requests?since=1');
		await sim.delete('/requests');
		await api.get('/settlements');
		const rest = await sim.get('/requests');

		expect(later.data).toMatchObject([
			{ n: 2, operationId: 'listProducts' },
			{ n: 3, operationId: 'listCustomers' },
		]);
		expect(rest.data).toMatchObject([{ n: 4, path: '/v2/settlements' }]);
	});

	it('tells of a request its client has broken off until that has taken effect', async () => {
		const { simulator, sim, api } = running;
		await sim.post('/faults', { kind: 'latency', ms: 500 });
		const client = new AbortController();
		const sent = api
			.post('/gensalesinvoices', [exampleInvoice(1)], { signal: client.signal })
			.catch(() => 'broken off');
		while (simulator.requests.length === 0) await sim.get('/state');
		client.abort();

		expect(await sent).toBe('broken off');
		expect((await sim.get('/state')).data).toMatchObject({ atWork: 1, invoices: 0 });
		while (simulator.control.state().atWork > 0) await sim.get('/state');
		expect(simulator.control.state()).toMatchObject({ atWork: 0, invoices: 1 });
	});

	it('starts afresh on reset', async () => {
		const { sim, api } = running;
		const fresh = await sim.get('/state');
		await api.post('/gensalesinvoices', [exampleInvoice(1)]);
		await sim.post('/pay', { InvoiceNumber: 1 });
		await sim.post('/clock', { advanceDays: 3 });
		await sim.post('/settings', { latencyMs: 1, holdUntilOpen: 1, duplicates: 'accept' });
		await sim.post('/faults', { kind: 500 });
		const used = await sim.get('/state');
		await sim.post('/reset');
		const again = await sim.get('/state');
		const settings = await sim.post('/settings', {});

		expect(used.data).toMatchObject({ invoices: 1, allocations: 1, faults: 1, requests: 1 });
		expect(used.data.today).toBe('2026-03-23');
		expect(again.data).toEqual(fresh.data);
		expect(again.data).toMatchObject({ now: '2026-03-20T10:00:00.000Z', invoices: 0, requests: 0 });
		expect(settings.data).toEqual({
			duplicates: 'reject',
			maxPageSize: 1_000,
			listOrder: 'asc',
			latencyMs: 0,
			holdUntilOpen: 0,
			strict: false,
			variants: [],
			processingSeconds: 60,
			keyGraceSeconds: 3_600,
		});
	});

	it('refuses what it does not understand, by name', async () => {
		const { sim } = running;
		const answers = [];
		for (const [address, body] of [
			['pay', { InvoiceNumber: 1, amount: 5 }],
			['clock', {}],
			['clock', { now: 'noon' }],
			['seed', { payments: -1 }],
			['settings', { duplicates: 'maybe' }],
		] as const) {
			const { status, data } = await sim.post(`/${address}`, body);
			answers.push([status, typeof data.error]);
		}
		const broken = await sim.post('/pay', '{', {
			headers: { 'Content-Type': 'application/json' },
			transformRequest: [(text: string) => text],
		});

		expect(answers).toEqual(Array(5).fill([400, 'string']));
		expect(broken).toMatchObject({
			status: 400,
			data: { error: expect.stringMatching(/not JSON/) },
		});
	});

	it('is no part of the API: it is not logged, and the API does not answer there', async () => {
		const { sim, api, simulator } = running;
		await sim.get('/state');
		const { status } = await api.get('/_sim/state');

		expect(status).toBe(404);
		expect(simulator.requests.map(({ path }) => path)).toEqual(['/v2/_sim/state']);
	});
});

describe('starting', () => {
	it('runs with the machine clock unless told a time, and advances from there', async () => {
		await running.simulator.close();
		running = await startSimulator({ now: undefined });
		const before = Date.now();
		const { data } = await running.sim.post('/clock', { advanceDays: 1 });

		expect(Date.parse(data.now) - 86_400_000).toBeGreaterThanOrEqual(before);
		expect(Date.parse(data.now) - 86_400_000).toBeLessThanOrEqual(Date.now());
		expect(Date.parse(NOW)).toBeLessThan(Date.parse(data.now));
	});

	it('refuses an address other machines reach, and a time that is none', async () => {
		await expect(running.simulator.listen(0, '0.0.0.0')).rejects.toThrow(/not a loopback address/);
		await expect(startSimulator({ now: 'noon' })).rejects.toThrow(/not an ISO date-time/);
	});

	it('answers to the keys it was given, and to no others', async () => {
		await running.simulator.close();
		running = await startSimulator({ keys: ['k1', 'k2'], partnerKeys: ['p1'] });
		const statuses = [];
		for (const key of ['k1', 'k2', 'p1', 'demo-key', 'partner-key']) {
			const { status } = await running.api.get('/validate', { headers: { 'X-Api-Key': key } });
			statuses.push(status);
		}

		expect(statuses).toEqual([200, 200, 200, 401, 401]);
	});
});
