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

const debtor = { CustomerCode: 'C-1', Name: 'Example Buyer Oy', Identifier: '1234567-1' };

const receivable = (number: number, more: object = {}) => ({
	InvoiceNumber: number,
	InvoiceDate: '2026-02-02',
	DueDate: '2026-02-16',
	Currency: 'EUR',
	CapitalAmount: 100,
	Debtor: debtor,
	...more,
});

async function send(...receivables: object[]) {
	return running.api.post('/collectioncases', { Receivables: receivables });
}

async function advance(advanceSeconds: number) {
	await running.sim.post('/clock', { advanceSeconds });
}

async function batch(id: string) {
	return (await running.api.get(`/casebatches/${id}`)).data;
}

async function caseOf(invoiceNumber: number) {
	const { data } = await running.api.get('/collectioncases', { params: { invoiceNumber } });
	return data.Cases[0];
}

describe('handing receivables over', () => {
	it('answers with a batch that is processed one by one as time goes by', async () => {
		const { status, data } = await send(receivable(1), receivable(2));
		const states = [(await batch(data.BatchId)).Status];
		await advance(59);
		states.push((await batch(data.BatchId)).Status);
		await advance(1);
		const half = await batch(data.BatchId);
		await advance(60);
		const whole = await batch(data.BatchId);

		expect(status).toBe(202);
		expect(data).toMatchObject({ UploadedReceivablesCount: 2, FailedReceivables: null });
		expect([...states, half.Status, whole.Status]).toEqual([
			'Received',
			'Received',
			'Processing',
			'Processed',
		]);
		expect(half.Data).toMatchObject([
			{ InvoiceNumber: '1', Status: 'Created', CaseId: 'CASE-200001' },
			{ InvoiceNumber: '2', Status: 'Pending', CaseId: null },
		]);
		expect(whole).toMatchObject({ UploadedCount: 2, FailedCount: 0 });
	});

	it('takes as long as the settings say', async () => {
		await running.sim.post('/settings', { processingSeconds: 0 });
		const { data } = await send(receivable(1));

		expect((await batch(data.BatchId)).Status).toBe('Processed');
	});

	it('fails alone what lacks something, is paid, or is in collection already', async () => {
		const { api, sim } = running;
		await api.post('/gensalesinvoices', [exampleInvoice(5)]);
		await sim.post('/pay', { InvoiceNumber: 5 });
		const { data } = await send(
			receivable(1),
			receivable(1),
			receivable(2, { Debtor: {} }),
			receivable(3, { CapitalAmount: 0 }),
			receivable(4, { InvoiceNumber: null }),
			receivable(5),
		);
		await advance(60);
		const again = await send(receivable(1));
		const none = await send();

		expect(data).toMatchObject({ UploadedReceivablesCount: 1, FailedReceivablesCount: 5 });
		expect(
			data.FailedReceivables.map((each: { StatusDescription: string }) => each.StatusDescription),
		).toEqual([
			'Invoice 1 is in collection already.',
			'Invoice 2: Debtor.Name is missing.',
			'Invoice 3: CapitalAmount is missing or not above 0.',
			'InvoiceNumber is missing.',
			'Invoice 5 is Paid.',
		]);
		expect(await batch(data.BatchId)).toMatchObject({ Status: 'Processed', FailedCount: 5 });
		expect(again.data.FailedReceivablesCount).toBe(1);
		expect(none.status).toBe(400);
	});

	it('fails in the end what was paid while it waited', async () => {
		await running.api.post('/gensalesinvoices', [exampleInvoice(1)]);
		const { data } = await send(receivable(1));
		await running.sim.post('/pay', { InvoiceNumber: 1 });
		await advance(60);

		expect((await batch(data.BatchId)).Data).toMatchObject([
			{ Status: 'Failed', CaseId: null, ErrorMessage: 'Invoice 1 is Paid.' },
		]);
	});

	it('knows no batch nobody sent', async () => {
		const { status } = await running.api.get('/casebatches/9');

		expect(status).toBe(404);
	});
});

describe('a collection case', () => {
	it('shows what is owed, who owes it, and what was paid: costs and interest first', async () => {
		await send(receivable(1, { InterestAmount: 0.75, CreditorCostsAmount: 5 }));
		await advance(60);
		const before = await caseOf(1);
		await running.sim.post('/pay', { InvoiceNumber: 1, Amount: 25.75 });
		const after = await caseOf(1);
		const { data } = await running.api.get('/allocated-payment-transactions?invoiceNumber=1');

		expect(before).toMatchObject({
			Summary: { CaseId: 'CASE-200001', Status: 'Open', Stage: 'Collection', ClosedAt: null },
			Balance: { CapitalAmount: 100, InterestAmount: 0.75, CostsAmount: 5, TotalAmount: 105.75 },
			Debtor: debtor,
			Invoices: [{ InvoiceNumber: '1', Status: 'Open', OpenAmount: 105.75, PaidAmount: 0 }],
			Payments: [],
			Events: [{ Date: '2026-03-20T10:01:00.000Z', Type: 'Created' }],
		});
		expect(after.Balance).toEqual({
			CapitalAmount: 80,
			InterestAmount: 0,
			CostsAmount: 0,
			TotalAmount: 80,
		});
		expect(after.Payments).toMatchObject([{ Amount: 25.75, PaymentDate: '2026-03-20' }]);
		expect(data.Data[0].Amounts).toEqual({
			PaymentAmount: 25.75,
			CapitalAmount: 20,
			InterestAmount: 0.75,
			CreditorCostsAmount: 5,
		});
	});

	it('closes on the day the last of it is paid', async () => {
		await send(receivable(1));
		await advance(60);
		await running.sim.post('/clock', { advanceDays: 4 });
		await running.sim.post('/pay', { InvoiceNumber: 1 });
		await running.sim.post('/clock', { advanceDays: 4 });

		expect((await caseOf(1)).Summary).toMatchObject({
			Status: 'Closed',
			ClosedAt: '2026-03-24',
			ActiveDays: 4,
		});
	});

	it('is there for every invoice, and keeps its id in collection', async () => {
		const { api } = running;
		await api.post('/gensalesinvoices', [exampleInvoice(1, 30)]);
		const before = await caseOf(1);
		await send(receivable(1, { CapitalAmount: 999 }));
		await advance(60);
		const byCase = await api.get('/collectioncases?caseId=CASE-100001');

		expect(before.Summary).toMatchObject({ CaseId: 'CASE-100001', Stage: 'Invoice' });
		expect(byCase.data.Cases).toMatchObject([
			{ Summary: { Stage: 'Collection' }, Balance: { TotalAmount: 30 } },
		]);
	});

	it('is a 404 when there is none, and a 400 when nothing is asked for', async () => {
		const { api } = running;
		await api.post('/gensalesinvoices', [exampleInvoice(1)]);
		const unknown = await api.get('/collectioncases?invoiceNumber=2');
		const mixed = await api.get('/collectioncases?invoiceNumber=1&caseId=CASE-9');
		const nothing = await api.get('/collectioncases');

		expect([unknown.status, mixed.status, nothing.status]).toEqual([404, 404, 400]);
	});
});

describe('reporting on a receivable', () => {
	const report = async (...receivables: object[]) =>
		running.api.post('/collectionreceivables', { Receivables: receivables });

	beforeEach(async () => {
		await send(receivable(1, { CreditorCostsAmount: 5 }), receivable(2));
		await advance(120);
	});

	it('books the payments the creditor received', async () => {
		const paid = (Amount: number) => ({ Amount, PaymentDate: '2026-03-14' });
		const { status, data } = await report({
			InvoiceNumber: 1,
			CaseId: 'CASE-200001',
			Payments: [paid(30), paid(25)],
			OutstandingCapitalAmount: 1,
		});
		const found = await caseOf(1);

		expect(status).toBe(202);
		expect(data).toMatchObject({ UploadedReceivablesCount: 1, FailedReceivables: null });
		expect(found.Balance).toMatchObject({ CapitalAmount: 50, CostsAmount: 0, TotalAmount: 50 });
		expect(found.Payments).toHaveLength(2);
	});

	it('sets what is outstanding when there are no payments', async () => {
		await report({ InvoiceNumber: 1, OutstandingCapitalAmount: 60, OutstandingCostsAmount: 0 });
		const found = await caseOf(1);

		expect(found.Balance).toMatchObject({ CapitalAmount: 60, CostsAmount: 0 });
		expect(found.Payments).toEqual([]);
	});

	it('fails alone, and takes nothing of one that is wrong in part', async () => {
		const { data } = await report(
			{ InvoiceNumber: 1, Payments: [{ Amount: 10, PaymentDate: '2026-03-14' }, { Amount: 10 }] },
			{ InvoiceNumber: 1, CaseId: 'CASE-200002', OutstandingCapitalAmount: 0 },
			{ InvoiceNumber: 1 },
			{ InvoiceNumber: 9, OutstandingCapitalAmount: 0 },
			{ InvoiceNumber: 2, OutstandingCapitalAmount: 0 },
		);

		expect(data).toMatchObject({ UploadedReceivablesCount: 1, FailedReceivablesCount: 4 });
		expect((await caseOf(1)).Balance.TotalAmount).toBe(105);
		expect((await caseOf(2)).Summary.Status).toBe('Closed');
	});
});

describe('reading receivables', () => {
	it('shows those that wait and those in collection, by number, case and day', async () => {
		const { api } = running;
		await api.post('/gensalesinvoices', [exampleInvoice(9)]);
		await send(receivable(1), receivable(2));
		await advance(60);
		const numbers = async (params: object) => {
			const { data } = await api.get('/collectionreceivables', { params });
			return data.map((row: { InvoiceNumber: string; Status: string }) => [
				row.InvoiceNumber,
				row.Status,
			]);
		};

		expect(await numbers({})).toEqual([
			['1', 'Open'],
			['2', 'Pending'],
		]);
		expect(await numbers({ invoiceNumber: '2' })).toEqual([['2', 'Pending']]);
		expect(await numbers({ caseId: 'CASE-200001' })).toEqual([['1', 'Open']]);
		expect(await numbers({ fromDate: '2026-03-21' })).toEqual([]);
		expect(await numbers({ toDate: '2026-03-20' })).toHaveLength(2);
	});

	it('sums up what a debtor owes, in collection or not', async () => {
		const { api, sim } = running;
		await api.post('/gensalesinvoices', [
			exampleInvoice(8, 20.1, { SalesCustomerCode: 'C-1' }),
			exampleInvoice(9, 70, { SalesCustomerCode: 'C-2' }),
		]);
		await send(receivable(1, { InterestAmount: 0.2, CreditorCostsAmount: 5 }));
		await advance(60);
		await sim.post('/pay', { InvoiceNumber: 8, Amount: 0.1 });
		const { data } = await api.get('/debtorsummary?customerCode=C-1');
		const byIdentifier = await api.get('/debtorsummary?debtorIdentifier=1234567-1');

		expect(data).toMatchObject({
			CapitalAmount: 120,
			InterestAmount: 0.2,
			CostsAmount: 5,
			OpenAmount: 125.2,
			Cases: [{ CaseId: 'CASE-100001' }, { CaseId: 'CASE-200001' }],
			Invoices: [{ InvoiceNumber: '8' }, { InvoiceNumber: '1' }],
		});
		expect(byIdentifier.data).toMatchObject({ OpenAmount: 105.2, Debtor: debtor });
	});

	it('knows no debtor nobody named', async () => {
		const unknown = await running.api.get('/debtorsummary?customerCode=C-9');
		const nobody = await running.api.get('/debtorsummary');

		expect([unknown.status, nobody.status]).toEqual([404, 400]);
	});
});
