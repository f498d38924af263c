import type { IDataObject } from 'n8n-workflow';

import { runCashIn } from '../support/engine';
import { invoice } from '../support/invoices';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator({ now: '2026-05-20T09:00:00Z' });

const payments = { resource: 'payment', operation: 'getAllocated' };
const invoices = { resource: 'invoice', operation: 'getAll' };
const read = async (parameters: IDataObject, items: IDataObject[] = [{}]) =>
	await runCashIn(items, parameters, { baseUrl: simulator().url });
const ids = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.AllocationId);
const queries = () => simulator().requests.map(({ query }) => query);

it('Return All reads every page, in order and without gaps', async () => {
	simulator().control.seed({ payments: 250, seed: 1, spreadDays: 20 });
	const { success } = await read({ ...payments, returnAll: true });
	const all = simulator()
		.control.allocations()
		.map(({ AllocationId }) => AllocationId);
	expect(new Set(ids(success))).toEqual(new Set(all));
	expect(success).toHaveLength(250);
	expect(queries().map(({ page, pageSize }) => [page, pageSize])).toEqual([
		['1', '100'],
		['2', '100'],
		['3', '100'],
	]);
});

it('a limit above the page size reads on until it is reached, and no further', async () => {
	simulator().control.seed({ payments: 350, seed: 2, spreadDays: 20 });
	const { success } = await read({ ...payments, returnAll: false, limit: 150 });
	expect(success).toHaveLength(150);
	expect(simulator().requests).toHaveLength(2);
});

it('a small limit asks for no more than it needs', async () => {
	simulator().control.seed({ payments: 50, seed: 3, spreadDays: 20 });
	const { success } = await read({ ...payments, returnAll: false, limit: 3 });
	expect(success).toHaveLength(3);
	expect(queries()[0]).toMatchObject({ pageSize: '3' });
});

it('every documented filter reaches Cash-In under its own name', async () => {
	const filters = {
		invoiceNumber: '1042',
		caseId: 'CASE-1',
		agency: 'CASH-IN',
		paymentDateFrom: '2026-05-01T00:00:00.000+03:00',
		paymentDateTo: '2026-05-31',
		accountingDateFrom: '2026-05-02',
		accountingDateTo: '2026-05-30T23:00:00Z',
		currency: 'EUR',
		hasAllocatedBreakdown: true,
	};
	await read({
		...payments,
		returnAll: true,
		filters,
		sort: { sortBy: 'PaymentDate', sortOrder: 'asc' },
	});
	expect(queries()[0]).toEqual({
		invoiceNumber: '1042',
		caseId: 'CASE-1',
		agency: 'CASH-IN',
		paymentDateFrom: '2026-05-01',
		paymentDateTo: '2026-05-31',
		accountingDateFrom: '2026-05-02',
		accountingDateTo: '2026-05-30',
		currency: 'EUR',
		hasAllocatedBreakdown: 'true',
		sortBy: 'PaymentDate',
		sortOrder: 'asc',
		page: '1',
		pageSize: '100',
	});
});

it('filters left empty are not sent, and each item has its own', async () => {
	const { success } = await read(
		{ ...payments, returnAll: true, filters: { invoiceNumber: '={{ $json.number }}', caseId: '' } },
		[{ number: '1' }, { number: '' }],
	);
	expect(success).toEqual([]);
	expect(queries().map(({ invoiceNumber, caseId }) => [invoiceNumber, caseId])).toEqual([
		['1', undefined],
		[undefined, undefined],
	]);
});

it.each<[string, unknown, number]>([
	['Data and Meta', { Data: [{ AllocationId: '1' }], Meta: { TotalCount: 1 } }, 1],
	['a bare array', [{ AllocationId: '1' }, { AllocationId: '2' }], 2],
	['one named array', { createdAt: '2026-05-20', payments: [{ AllocationId: '1' }] }, 1],
	['an empty Data', { Data: [], Meta: { TotalCount: 0 } }, 0],
	['no Data at all', { Data: null, Meta: { TotalCount: 0 } }, 0],
])('an answer as %s gives its rows', async (_, body, count) => {
	simulator().control.addFault({ kind: 'errorShape', status: 200, body, count: 9 });
	const { success, error } = await read({ ...payments, returnAll: true });
	expect(error).toBeUndefined();
	expect(success).toHaveLength(count);
});

it.each(['noContent', 'emptyBody'] as const)(
	'an answer without a body (%s) is an empty list',
	async (kind) => {
		simulator().control.addFault({ kind });
		const { success, error } = await read({ ...payments, returnAll: true });
		expect([error, success]).toEqual([undefined, []]);
	},
);

it('a row that is not simplified comes out as Cash-In gave it, with every member', async () => {
	const odd = {
		AllocationId: '9',
		Unheard: { Of: [1, { two: null }] },
		Amounts: { PaymentAmount: 0.1 },
	};
	simulator().control.addFault({
		kind: 'errorShape',
		status: 200,
		body: { Data: [odd], Meta: { TotalCount: 1 } },
	});
	const { success } = await read({ ...payments, returnAll: true, simplify: false });
	expect(success).toEqual([{ json: odd, pairedItem: { item: 0 } }]);
});

it('invoices that were created are listed', async () => {
	const items = [
		invoice(1, { InvoiceDate: '2026-05-18', DueDate: '2026-06-01' }),
		invoice(2, { InvoiceDate: '2026-05-19', DueDate: '2026-06-02' }),
	];
	await read(
		{ resource: 'invoice', operation: 'create', inputMode: 'json', invoiceJson: '={{ $json }}' },
		items,
	);
	const { success } = await read({ ...invoices, returnAll: true, filters: { invoiceNumber: '2' } });
	expect(success.map(({ json }) => String(json.InvoiceNumber))).toEqual(['2']);
});

it('a limit that is no number is said', async () => {
	const { error } = await read({ ...payments, returnAll: false, limit: 0 });
	expect(error?.message).toBe("'Limit' must be a whole number of at least 1 [item 0]");
});
