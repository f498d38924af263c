import type { Running } from './simulatorClient';
import { exampleInvoice, startSimulator } from './simulatorClient';

let running: Running;

beforeEach(async () => {
	running = await startSimulator();
});

afterEach(async () => {
	expect(running.simulator.control.violations()).toEqual([]);
	await running.simulator.close();
});

describe('updating an invoice', () => {
	beforeEach(async () => {
		await running.api.post('/gensalesinvoices', [
			exampleInvoice(1, 100, { SalesEmail: 'a@example.com', DeliveryType: 'E' }),
		]);
	});

	it('changes the members given and leaves the others', async () => {
		const { api, simulator } = running;
		const { status, data } = await api.put('/salesinvoices/1', {
			InvoiceNumber: 1,
			DueDate: '2026-04-01',
			SalesEmail: 'b@example.com',
		});
		const after = await api.get('/invoicestatus?invoiceNumber=1');

		expect(status).toBe(200);
		expect(data).toMatchObject({ UpdatedInvoicesCount: 1, FailedInvoicesCount: 0 });
		expect(after.data).toMatchObject({ DueDate: '2026-04-01', OpenAmount: 100 });
		expect(simulator.control.invoices()[0]?.submitted).toEqual(
			exampleInvoice(1, 100, {
				SalesEmail: 'b@example.com',
				DeliveryType: 'E',
				DueDate: '2026-04-01',
			}),
		);
	});

	it('is a 404 for an unknown one, and a 400 when path and body disagree', async () => {
		const unknown = await running.api.put('/salesinvoices/2', { DueDate: '2026-04-01' });
		const other = await running.api.put('/salesinvoices/1', { InvoiceNumber: '2' });

		expect([unknown.status, other.status]).toEqual([404, 400]);
	});

	it.each(['Withdrawn', 'Credited', 'CreditLoss', 'Paid'])(
		'is a 402 that changes nothing once it is %s',
		async (state) => {
			const { api, sim, simulator } = running;
			if (state === 'Paid') await sim.post('/pay', { InvoiceNumber: 1 });
			else await sim.post('/end-invoice', { InvoiceNumber: 1, Status: state });
			const { status, data } = await api.put('/salesinvoices/1', { DueDate: '2026-04-01' });
			const now = await api.get('/invoicestatus?invoiceNumber=1');
			const again = await sim.post('/end-invoice', { InvoiceNumber: 1, Status: 'Withdrawn' });

			expect(status).toBe(402);
			expect(data.Message).toBe(`Invoice 1 is in a terminal state: ${state}.`);
			expect(now.data).toMatchObject({ Status: state, OpenAmount: 0 });
			expect(simulator.control.invoices()[0]?.submitted.DueDate).toBe('2026-03-16');
			expect(again.status).toBe(400);
		},
	);
});

describe('a credit note', () => {
	it('ends the invoice it names, and no other', async () => {
		const { api } = running;
		await api.post('/gensalesinvoices', [exampleInvoice(1), exampleInvoice(2)]);
		await api.post('/gensalesinvoices', [
			exampleInvoice(3, -100, { CreditedInvoiceInformation: '2' }),
			exampleInvoice(4, 50, { CreditedInvoiceInformation: '1' }),
		]);
		const states = [];
		for (const number of [1, 2, 4]) {
			const { data } = await api.get(`/invoicestatus?invoiceNumber=${number}`);
			states.push(data.Status);
		}

		expect(states).toEqual(['Open', 'Credited', 'Open']);
	});
});

describe('a batch of invoices', () => {
	it('is kept under its id with a line for each invoice, taken or not', async () => {
		const { api, sim } = running;
		const { status, data } = await api.post('/batchinvoices', {
			BatchId: 'B-7',
			Invoices: [exampleInvoice(1), exampleInvoice(2), exampleInvoice(2)],
		});
		await sim.post('/clock', { advanceDays: 1 });
		const nameless = await api.post('/batchinvoices', { Invoices: [exampleInvoice(3)] });
		const batches = await api.get('/batchinvoices');
		const invoices = await api.get('/salesinvoices');

		expect(status).toBe(202);
		expect(data).toMatchObject({
			BatchId: 'B-7',
			UploadedInvoicesCount: 2,
			FailedInvoicesCount: 1,
			FailedInvoices: [{ InvoiceNumber: 2 }],
		});
		expect(nameless.data.BatchId).toBe('BATCH-2');
		expect(batches.data).toMatchObject([
			{
				BatchId: 'B-7',
				CreatedDate: '2026-03-20T10:00:00.000Z',
				InvoicesCount: 3,
				Lines: [
					{ InvoiceNumber: 1, Status: 'Accepted' },
					{ InvoiceNumber: 2, Status: 'Accepted' },
					{ InvoiceNumber: 2, Status: 'Failed' },
				],
			},
			{ BatchId: 'BATCH-2', InvoicesCount: 1 },
		]);
		expect(invoices.data.Meta.TotalCount).toBe(3);
	});

	it.each([
		['by its id', { batchId: 'B-1' }, ['B-1']],
		['by the day it came', { fromDate: '2026-03-21', toDate: '2026-03-21' }, ['B-2']],
		['up to a day', { toDate: '2026-03-20' }, ['B-1']],
		['under an unknown id: none', { batchId: 'B-9' }, []],
	])('is found %s', async (_name, params, ids) => {
		const { api, sim } = running;
		await api.post('/batchinvoices', { BatchId: 'B-1', Invoices: [exampleInvoice(1)] });
		await sim.post('/clock', { advanceDays: 1 });
		await api.post('/batchinvoices', { BatchId: 'B-2', Invoices: [exampleInvoice(2)] });
		const { data } = await api.get('/batchinvoices', { params });

		expect(data.map(({ BatchId }: { BatchId: string }) => BatchId)).toEqual(ids);
	});

	it('of no invoices is refused, and one the contract forbids takes none', async () => {
		const { api, simulator } = running;
		const empty = await api.post('/batchinvoices', { Invoices: [] });
		const wrong = await api.post('/batchinvoices', { Invoices: [exampleInvoice(1), { Qty: 1 }] });

		expect([empty.status, wrong.status]).toEqual([400, 400]);
		expect(simulator.control.state().invoices).toBe(0);
	});

	it('leaves out the invoices a fault refuses', async () => {
		const { api, sim } = running;
		await sim.post('/faults', { kind: 'partialFailure', invoiceNumbers: [2] });
		const { data } = await api.post('/batchinvoices', {
			Invoices: [exampleInvoice(1), exampleInvoice(2)],
		});

		expect(data).toMatchObject({ UploadedInvoicesCount: 1, FailedInvoicesCount: 1 });
	});
});
