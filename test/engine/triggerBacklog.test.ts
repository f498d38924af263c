import { createTrigger } from '../support/engine';
import { useSimulator } from '../support/simulator';

const NOON = '2026-05-20T09:00:00Z';
const simulator = useSimulator({ now: NOON, validate: false });

beforeEach(() => {
	jest.spyOn(Date, 'now').mockReturnValue(Date.parse(NOON));
});
afterEach(() => jest.restoreAllMocks());

it.each(['asc', 'desc'] as const)(
	'a backlog of 10,000 comes out by five hundred, every payment once, the oldest first, in a memory that stays small (%s)',
	async (order) => {
		simulator().control.configure({ listOrder: order });
		simulator().control.seed({ payments: 10_000, seed: 8, spreadDays: 60 });
		const running = createTrigger(
			{ event: 'paymentAllocated', options: { startFrom: '2026-03-01', maxItems: 500 } },
			{ baseUrl: simulator().url },
		);
		const { poll } = running;
		const given = new Set<string>();
		let last = '';
		let polls = 0;
		for (let items = await poll(); items !== null; items = await poll()) {
			polls += 1;
			expect(items.length).toBeLessThanOrEqual(500);
			for (const { AllocationId, occurredAt } of items) {
				const date = String(occurredAt);
				if (date < last) throw new Error(`${date} came after ${last}`);
				last = date;
				given.add(String(AllocationId));
			}
		}
		expect([given.size, polls]).toEqual([10_000, 20]);
		expect(JSON.stringify(running.memory).length).toBeLessThan(60_000);
		expect(await poll()).toBeNull();
	},
	240_000,
);
