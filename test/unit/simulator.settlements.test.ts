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

interface Row {
	AllocatedTotalAmount: number;
	CapitalAmount: number;
	InterestAmount: number;
	CreditorCostsAmount: number;
}

const cents = (amount: number) => Math.round(amount * 100);

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + cents(amount), 0);

async function listed(path: string, params: object = {}): Promise<string[]> {
	const { data } = await running.api.get(path, { params });
	const rows = (Object.values(data)[0] ?? []) as Array<{ SettlementNumber: string }>;
	return rows.map(({ SettlementNumber }) => SettlementNumber);
}

describe('settlements', () => {
	beforeEach(async () => {
		const { api, sim } = running;
		await api.post('/gensalesinvoices', [
			exampleInvoice(1, 100, { Reference: '13' }),
			exampleInvoice(2, 100, { Currency: 'SEK' }),
		]);
		await sim.post('/pay', { InvoiceNumber: 1, Amount: 10.1 });
		await sim.post('/pay', { InvoiceNumber: 1, Amount: 20.2 });
		await sim.post('/pay', { InvoiceNumber: 2, Amount: 5 });
		await api.post('/salesinvoicepayments', [
			{ InvoiceNumber: 1, Amount: 3, PaymentDate: '2026-03-19', PaymentReference: 'R-1' },
		]);
	});

	it('come on Fridays, one for each currency, and only when their day has come', async () => {
		const early = await listed('/settlements');
		await running.sim.post('/clock', { advanceDays: 7 });
		await running.sim.post('/pay', { InvoiceNumber: 1, Amount: 1 });
		const first = await listed('/settlements');
		await running.sim.post('/clock', { advanceDays: 7 });
		const second = await listed('/settlements');

		expect(early).toEqual([]);
		expect(first).toEqual(['202603270001', '202603270002']);
		expect(second).toEqual(['202603270001', '202603270002', '202604030001']);
		expect(await listed('/settlements', { fromDate: '2026-03-28' })).toEqual(['202604030001']);
		expect(await listed('/settlements', { toDate: '2026-03-26' })).toEqual([]);
	});

	it('are the sum of their rows, which leave out what the creditor received', async () => {
		await running.sim.post('/clock', { advanceDays: 7 });
		const { data } = await running.api.get('/settlements/202603270001');

		expect(data).toMatchObject({
			SettlementDate: '2026-03-27',
			SettlementAmount: 30.3,
			Currency: 'EUR',
			Beneficiary: { Name: 'Example Seller Oy', Iban: 'FI2112345600000785' },
			SettlementRows: [
				{ InvoiceNumber: '1', PaymentReference: '13', AllocatedTotalAmount: 10.1 },
				{ AllocatedTotalAmount: 20.2, PaymentDate: '2026-03-20' },
			],
		});
	});

	it('hold for hundreds of payments with interest and costs: parts, rows and sums', async () => {
		await running.sim.post('/seed', { payments: 400, seed: 11 });
		await running.sim.post('/clock', { advanceDays: 14 });
		const numbers = await listed('/settlements');
		let rows = 0;
		let withCosts = 0;
		for (const number of numbers) {
			const { data } = await running.api.get(`/settlements/${number}`);
			const list = data.SettlementRows as Row[];
			rows += list.length;
			withCosts += list.filter((row) => row.CreditorCostsAmount > 0).length;
			expect(sum(list.map((row) => row.AllocatedTotalAmount))).toBe(cents(data.SettlementAmount));
			for (const row of list) {
				const parts = [row.CapitalAmount, row.InterestAmount, row.CreditorCostsAmount];
				expect(sum(parts)).toBe(cents(row.AllocatedTotalAmount));
			}
		}

		expect(rows).toBe(403);
		expect(withCosts).toBeGreaterThan(0);
	});

	it('of direct payments are a list of their own', async () => {
		await running.sim.post('/clock', { advanceDays: 7 });
		const numbers = await listed('/directsettlements');
		const { data } = await running.api.get(`/directsettlements/${numbers[0]}`);

		expect(numbers).toEqual(['202603270001']);
		expect(data).toMatchObject({
			SettlementAmount: 3,
			DirectSettlementRows: [
				{ InvoiceNumber: '1', PaymentReference: 'R-1', AllocatedTotalAmount: 3 },
			],
		});
	});

	it('stay unfetched until they are read themselves', async () => {
		await running.sim.post('/clock', { advanceDays: 7 });
		const fresh = { unfetchedOnly: true };
		await listed('/settlements', fresh);
		const before = await listed('/settlements', fresh);
		const first = await running.api.get('/settlements/202603270001');
		const after = await listed('/settlements', fresh);
		const second = await running.api.get('/settlements/202603270001');
		const all = await listed('/settlements');

		expect(before).toEqual(['202603270001', '202603270002']);
		expect(after).toEqual(['202603270002']);
		expect(all).toHaveLength(2);
		expect([first.data.ApiFetchDate, second.data.ApiFetchDate]).toEqual([
			null,
			'2026-03-27T10:00:00.000Z',
		]);
	});

	it('that are not there, or not yet, are a 404', async () => {
		for (const path of ['/settlements/202603270001', '/directsettlements/9']) {
			expect((await running.api.get(path)).status).toBe(404);
		}
	});
});

describe('received payments', () => {
	it('are put together by day and currency, without those the creditor received', async () => {
		const { api, sim } = running;
		await api.post('/gensalesinvoices', [exampleInvoice(1, 100, { Reference: '13' })]);
		await sim.post('/pay', { InvoiceNumber: 1, Amount: 0.1 });
		await sim.post('/pay', { InvoiceNumber: 1, Amount: 0.2 });
		await sim.post('/pay', { InvoiceNumber: 1, Amount: 5, PaymentDate: '2026-03-18' });
		await api.post('/salesinvoicepayments', [
			{ InvoiceNumber: 1, Amount: 3, PaymentDate: '2026-03-20' },
		]);
		const { data } = await api.get('/receivedpayments');
		const window = await api.get('/receivedpayments?fromDate=2026-03-18&toDate=2026-03-19');
		const other = await api.get('/receivedpayments?invoiceNumber=2');

		expect(data.ReceivedPayments).toMatchObject([
			{ PaymentDate: '2026-03-18', BookingDate: '2026-03-20', TotalAmount: 5 },
			{
				PaymentDate: '2026-03-20',
				TotalAmount: 0.3,
				ReceivedPaymentRows: [
					{ InvoiceNumber: '1', Amount: 0.1, InvoicePaymentReference: '13' },
					{ Amount: 0.2 },
				],
			},
		]);
		expect(window.data.ReceivedPayments).toMatchObject([{ TotalAmount: 5 }]);
		expect(other.data.ReceivedPayments).toEqual([]);
	});
});

describe('credit losses', () => {
	it('are published on the first of the next month', async () => {
		const { api, sim } = running;
		await api.post('/gensalesinvoices', [
			exampleInvoice(1, 100, { SalesCustomerCode: 'C-1' }),
			exampleInvoice(2, 50),
		]);
		await sim.post('/pay', { InvoiceNumber: 1, Amount: 30 });
		await sim.post('/end-invoice', {
			InvoiceNumber: 1,
			Status: 'CreditLoss',
			Reason: 'Bankruptcy',
		});
		await sim.post('/end-invoice', { InvoiceNumber: 2, Status: 'Withdrawn' });
		await sim.post('/clock', { now: '2026-03-31T20:59:59Z' });
		const march = await api.get('/creditlossreceivables');
		// Midnight in Finland, where summer time has begun.
		await sim.post('/clock', { now: '2026-03-31T21:00:00Z' });
		const april = await api.get('/creditlossreceivables');
		const window = await api.get('/creditlossreceivables?fromDate=2026-03-21');

		expect(march.data).toEqual([]);
		expect(april.data).toEqual([
			{
				CaseId: 'CASE-100001',
				InvoiceNumber: '1',
				Currency: 'EUR',
				CapitalAmount: 70,
				InterestAmount: 0,
				CreditorCostsAmount: 0,
				CreditLossDate: '2026-03-20',
				CustomerCode: 'C-1',
				DebtorName: 'Example Buyer Oy',
				Reason: 'Bankruptcy',
			},
		]);
		expect(window.data).toEqual([]);
	});
});
