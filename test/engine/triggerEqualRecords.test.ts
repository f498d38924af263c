import type { IDataObject } from 'n8n-workflow';

import { createTrigger } from '../support/engine';
import {
	createPagedServer,
	pageOf,
	type PageAnswer,
	type PagedServer,
} from '../support/pagedServer';

const NOON = '2026-05-20T09:00:00Z';

const servers: PagedServer[] = [];
beforeEach(() => {
	jest.spyOn(Date, 'now').mockReturnValue(Date.parse(NOON));
});
afterEach(async () => {
	jest.restoreAllMocks();
	await Promise.all(servers.splice(0).map(async (server) => await server.close()));
});

/** A list of this many rows to a page that a test fills while the trigger runs. */
async function list(event: string, size: number, told: 'total' | 'nothing' = 'total') {
	const rows: IDataObject[] = [];
	let beforePage: ((page: number) => void) | undefined;
	const answer: PageAnswer = (page, _size, { paymentDateFrom = '', paymentDateTo = '9' } = {}) => {
		beforePage?.(page);
		const wanted = rows.filter(({ Dates }) => {
			const day = String((Dates as IDataObject | undefined)?.PaymentDate ?? paymentDateFrom);
			return day >= paymentDateFrom && day <= paymentDateTo;
		});
		const { Data } = pageOf(wanted, page, size);
		return { body: { Data, Meta: told === 'total' ? { TotalCount: wanted.length } : {} } };
	};
	const server = await createPagedServer(answer);
	servers.push(server);
	const { poll } = createTrigger({ event }, { baseUrl: server.baseUrl });
	const keys = async () => (await poll())?.map(({ dedupeKey }) => dedupeKey) ?? [];
	const onPage = (change: typeof beforePage) => {
		beforePage = change;
	};
	return { rows, poll, keys, onPage };
}

/** An allocation to which Cash-In gives no number. */
const unnumbered = (amount: number, InvoiceNumber = '1') => ({
	InvoiceNumber,
	Dates: { PaymentDate: '2026-05-20' },
	Amounts: { PaymentAmount: amount },
	Currency: 'EUR',
});
const received = (Amount: number) => ({
	InvoiceNumber: '1',
	PaymentDate: '2026-05-20',
	Amount,
	Currency: 'EUR',
});

describe.each([
	['that tells its total', 'total'],
	['that tells no total', 'nothing'],
] as const)('in a list %s', (_, told) => {
	it.each([1, 2, 3])(
		'two equal payments without a number are two events, wherever its pages of %d end',
		async (size) => {
			const { rows, poll, keys } = await list('paymentAllocated', size, told);
			await poll();
			rows.push(unnumbered(10), unnumbered(10), unnumbered(20), unnumbered(10), unnumbered(20));
			const first = await keys();
			expect(first).toHaveLength(5);
			expect(new Set(first).size).toBe(5);
			expect(await keys()).toEqual([]);
			rows.push(unnumbered(10));
			const [late, ...others] = await keys();
			expect(others).toEqual([]);
			expect(first).not.toContain(late);
			expect(await keys()).toEqual([]);
		},
	);

	it('a payment without a number that slips to the next page while the list is read is one event', async () => {
		const { rows, poll, keys, onPage } = await list('paymentAllocated', 2, told);
		await poll();
		rows.push(...[10, 20, 30, 40].map((amount) => unnumbered(amount)));
		let came = false;
		onPage((page) => {
			// After the first page another payment comes in before all others.
			if (page === 2 && !came) {
				came = true;
				rows.unshift(unnumbered(50));
			}
		});
		const given = [...(await keys()), ...(await keys()), ...(await keys())];
		expect(given).toHaveLength(5);
		expect(new Set(given).size).toBe(5);
	});

	it('a payment with a number that is on two pages is one event', async () => {
		const { rows, poll, keys } = await list('paymentAllocated', 2, told);
		await poll();
		const numbered = { AllocationId: '7', ...unnumbered(10) };
		rows.push(numbered, unnumbered(20), numbered, unnumbered(30));
		const given = [...(await keys()), ...(await keys()), ...(await keys())];
		expect(given.filter((key) => key === 'paymentAllocated:7')).toHaveLength(1);
		expect(given).toHaveLength(3);
	});
});

it('two equal received payments are two events, though their list comes in pages that nobody expects', async () => {
	const { rows, poll, keys } = await list('paymentReceived', 2);
	await poll();
	rows.push(received(10), received(20), received(10), received(30));
	const given = await keys();
	expect(new Set(given).size).toBe(4);
	expect(await keys()).toEqual([]);
});

it('many equal payments in small portions come once each', async () => {
	const { rows, poll } = await list('paymentAllocated', 3);
	await poll();
	rows.push(...Array.from({ length: 40 }, (_, index) => unnumbered((index % 4) + 1)));
	rows.push(
		...Array.from({ length: 40 }, (_, index) => ({ AllocationId: index, ...unnumbered(1) })),
	);
	const small = createTrigger(
		{ event: 'paymentAllocated', options: { maxItems: 7, startFrom: '2026-05-01' } },
		{ baseUrl: servers[0]?.baseUrl },
	);
	const given: unknown[] = [];
	for (let quiet = 0; quiet < 3; ) {
		const items = (await small.poll()) ?? [];
		given.push(...items.map(({ dedupeKey }) => dedupeKey));
		quiet = items.length === 0 ? quiet + 1 : 0;
	}
	expect([given.length, new Set(given).size]).toEqual([80, 80]);
});

describe('members of a record that are called like ours', () => {
	const foreign = { event: 'theirs', dedupeKey: 'theirs', occurredAt: 'theirs' };

	it('replace none of ours, and are given beside them', async () => {
		const { rows, poll } = await list('paymentAllocated', 10);
		await poll();
		rows.push({ ...foreign, AllocationId: '7', ...unnumbered(10) });
		expect(await poll()).toEqual([
			{
				...unnumbered(10),
				AllocationId: '7',
				event: 'paymentAllocated',
				dedupeKey: 'paymentAllocated:7',
				occurredAt: '2026-05-20',
				fromCashIn: foreign,
			},
		]);
	});

	it('replace none of those of a change', async () => {
		const { rows, poll } = await list('invoiceStatusChanged', 10);
		await poll();
		const theirs = { ...foreign, previousStatus: 'theirs', newStatus: 'theirs', fromCashIn: 1 };
		rows.push({ ...theirs, InvoiceNumber: '1', Status: 'Paid', InvoiceDate: '2026-05-20' });
		expect(await poll()).toMatchObject([
			{
				event: 'invoiceStatusChanged',
				dedupeKey: 'invoiceStatusChanged:1:1:>Paid',
				occurredAt: '2026-05-20',
				previousStatus: null,
				newStatus: 'Paid',
				fromCashIn: theirs,
			},
		]);
	});

	it('replace none of those of an update', async () => {
		const { rows } = await list('paymentAllocated', 10);
		const { poll } = createTrigger(
			{ event: 'paymentAllocated', options: { emitUpdates: true } },
			{ baseUrl: servers[0]?.baseUrl },
		);
		await poll();
		const theirs = { updated: 'theirs', previousAmounts: 'theirs' };
		rows.push({ ...theirs, AllocationId: '7', ...unnumbered(10) });
		expect(await poll()).toMatchObject([theirs]);
		rows[0] = { ...theirs, AllocationId: '7', ...unnumbered(11) };
		expect(await poll()).toMatchObject([
			{ updated: true, previousAmounts: { PaymentAmount: 10 }, fromCashIn: theirs },
		]);
	});

	it('are shown in a manual test as they come later', async () => {
		const { rows, poll } = await list('paymentAllocated', 10);
		rows.push({ ...foreign, AllocationId: '7', ...unnumbered(10) });
		expect(await poll('manual', 'manual')).toMatchObject([
			{ event: 'paymentAllocated', dedupeKey: 'paymentAllocated:7', fromCashIn: foreign },
		]);
	});
});
