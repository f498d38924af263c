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

const PATH = '/allocated-payment-transactions';

interface Row {
	AllocationId: string;
	InvoiceNumber: string;
	Dates: { PaymentDate: string };
}

async function listedIds(query: object = {}): Promise<string[]> {
	const { data } = await running.api.get(PATH, { params: query });
	return data.Data.map((row: Row) => row.AllocationId);
}

describe('paying an invoice', () => {
	it('goes from open over partly paid to paid, and lists each part once', async () => {
		const { api, sim } = running;
		await api.post('/gensalesinvoices', [exampleInvoice(1042, 100.3)]);

		const part = await sim.post('/pay', { InvoiceNumber: 1042, Amount: 40.1 });
		const between = await api.get('/invoicestatus?invoiceNumber=1042');
		const rest = await sim.post('/pay', { InvoiceNumber: '1042' });
		const after = await api.get('/invoicestatus?invoiceNumber=1042');
		const list = await api.get(PATH);

		expect(between.data).toMatchObject({
			Status: 'PartlyPaid',
			PaidAmount: 40.1,
			OpenAmount: 60.2,
		});
		expect(after.data).toMatchObject({ Status: 'Paid', PaidAmount: 100.3, OpenAmount: 0 });
		expect(list.data.Data).toEqual([part.data, rest.data]);
		expect(rest.data).toEqual({
			AllocationId: '100002',
			CaseId: 'CASE-100001',
			Agency: 'CASH-IN',
			InvoiceNumber: '1042',
			PaymentType: { Code: '8', Description: 'Bank Transfer' },
			Dates: {
				PaymentDate: '2026-03-20',
				BookingDate: '2026-03-20',
				AccountingDate: '2026-03-20',
				SettlementDate: '2026-03-27',
			},
			Amounts: {
				PaymentAmount: 60.2,
				CapitalAmount: 60.2,
				InterestAmount: 0,
				CreditorCostsAmount: 0,
			},
			Currency: 'EUR',
		});
	});

	it('takes a payment of an earlier day, of another kind, and one that is taken back', async () => {
		const { api, sim } = running;
		await api.post('/gensalesinvoices', [exampleInvoice(1, 50, { Currency: 'SEK' })]);
		const late = await sim.post('/pay', {
			InvoiceNumber: 1,
			PaymentDate: '2026-03-10',
			PaymentType: { Code: '3', Description: 'Example kind' },
		});
		const back = await sim.post('/pay', { InvoiceNumber: 1, Amount: -20 });
		const { data } = await api.get('/invoicestatus?invoiceNumber=1');

		expect(late.data.Dates).toMatchObject({
			PaymentDate: '2026-03-10',
			BookingDate: '2026-03-20',
			SettlementDate: '2026-03-27',
		});
		expect(late.data).toMatchObject({ PaymentType: { Code: '3' }, Currency: 'SEK' });
		expect(back.data.Amounts.PaymentAmount).toBe(-20);
		expect(data).toMatchObject({ Status: 'PartlyPaid', OpenAmount: 20 });
	});

	it('is refused for an unknown invoice, a paid one, and a date that is not one', async () => {
		const { api, sim } = running;
		await api.post('/gensalesinvoices', [exampleInvoice(1, 50)]);
		await sim.post('/pay', { InvoiceNumber: 1 });

		const unknown = await sim.post('/pay', { InvoiceNumber: 2 });
		const paid = await sim.post('/pay', { InvoiceNumber: 1 });
		const undated = await sim.post('/pay', { InvoiceNumber: 1, PaymentDate: '2026-02-30' });

		expect(unknown).toMatchObject({
			status: 400,
			data: { error: expect.stringMatching(/invoice 2/) },
		});
		expect(paid).toMatchObject({
			status: 400,
			data: { error: expect.stringMatching(/nothing open/) },
		});
		expect(undated).toMatchObject({
			status: 400,
			data: { error: expect.stringMatching(/PaymentDate: is a date/) },
		});
	});
});

describe('the list of allocated payments', () => {
	const record = (id: number, payment: string, more: object = {}) => ({
		AllocationId: String(id),
		CaseId: `CASE-${id}`,
		Agency: 'CASH-IN',
		InvoiceNumber: String(id),
		PaymentType: { Code: '8', Description: 'Bank Transfer' },
		Dates: { PaymentDate: payment, AccountingDate: '2026-03-20' },
		Amounts: { PaymentAmount: id, CapitalAmount: id },
		Currency: 'EUR',
		...more,
	});

	beforeEach(() => {
		running.simulator.control.insertAllocations({
			allocations: [
				record(10, '2026-03-05'),
				record(9, '2026-03-05', { Currency: 'SEK', Amounts: { PaymentAmount: 900 } }),
				record(3, '2026-02-18', { Agency: 'OTHER' }),
				record(2, '2026-02-17'),
				record(4, '2026-03-21'),
				record(5, '2026-03-20', {
					Dates: { PaymentDate: '2026-03-20', AccountingDate: '2026-03-25' },
				}),
			],
		});
	});

	it.each([
		['by default the last 30 days by payment date, oldest first', {}, ['3', '9', '10', '5']],
		['from a payment date on', { paymentDateFrom: '2026-03-05' }, ['9', '10', '5', '4']],
		['up to a payment date, however old', { paymentDateTo: '2026-02-18' }, ['2', '3']],
		['of one day', dates('2026-03-05', '2026-03-05'), ['9', '10']],
		['by accounting date, without the 30 days', { accountingDateFrom: '2026-03-21' }, ['5']],
		['up to an accounting date', { accountingDateTo: '2026-03-20' }, ['2', '3', '9', '10', '4']],
		['by invoice number', { invoiceNumber: '9' }, ['9']],
		['by invoice number, still of 30 days', { invoiceNumber: '2' }, []],
		['by case', { caseId: 'CASE-3' }, ['3']],
		['by agency', { agency: 'OTHER' }, ['3']],
		['by currency', { currency: 'SEK' }, ['9']],
		['with a breakdown', { hasAllocatedBreakdown: true }, ['3', '10', '5']],
		['without a breakdown', { hasAllocatedBreakdown: false }, ['9']],
		['newest first', { sortOrder: 'desc' }, ['5', '10', '9', '3']],
		['by id: 9 before 10', { sortBy: 'AllocationId' }, ['3', '5', '9', '10']],
		['by amount downwards', order('Amounts.PaymentAmount', 'desc'), ['9', '10', '5', '3']],
		['by a date in any case', order('paymentdate', 'DESC'), ['5', '9', '10', '3']],
		['with empty values as if not given', { invoiceNumber: '', page: '' }, ['3', '9', '10', '5']],
	])('gives %s', async (_name, query, ids) => {
		expect(await listedIds(query)).toEqual(ids);
	});

	it('comes in pages that neither overlap nor leave a gap, and counts all rows', async () => {
		const { api } = running;
		const first = await api.get(PATH, { params: { pageSize: 3 } });
		const second = await api.get(PATH, { params: { pageSize: 3, page: 2 } });
		const third = await api.get(PATH, { params: { pageSize: 3, page: 3 } });

		expect(first.data.Data.map((row: Row) => row.AllocationId)).toEqual(['3', '9', '10']);
		expect(first.data.Meta).toMatchObject({ Count: 3, Page: 1, PageSize: 3, TotalCount: 4 });
		expect(second.data.Data.map((row: Row) => row.AllocationId)).toEqual(['5']);
		expect(second.data.Meta).toMatchObject({ Count: 1, Page: 2, TotalCount: 4 });
		expect(third.data).toMatchObject({ Data: [], Meta: { Count: 0, Page: 3, TotalCount: 4 } });
	});

	it('gives no more than the largest page, and says so', async () => {
		await running.sim.post('/settings', { maxPageSize: 2 });
		const { data } = await running.api.get(`${PATH}?pageSize=5000`);

		expect(data.Data).toHaveLength(2);
		expect(data.Meta).toMatchObject({ Count: 2, PageSize: 2, TotalCount: 4 });
	});

	it('shows a new payment in a list that was read before', async () => {
		await running.api.post('/gensalesinvoices', [exampleInvoice(1)]);
		const before = await listedIds();
		await running.sim.post('/pay', { InvoiceNumber: 1, PaymentDate: '2026-03-01' });

		expect(before).toEqual(['3', '9', '10', '5']);
		expect(await listedIds()).toEqual(['3', '100001', '9', '10', '5']);
	});

	it('moves its 30 days with the clock, by the Finnish calendar', async () => {
		await running.sim.post('/clock', { now: '2026-03-20T21:59:59Z' });
		const evening = await listedIds();
		const { data } = await running.sim.post('/clock', { advanceSeconds: 1 });
		const midnight = await listedIds();
		await running.sim.post('/clock', { advanceDays: 29 });
		const monthLater = await listedIds();
		await running.sim.post('/clock', { advanceDays: 1 });

		expect(data).toEqual({ now: '2026-03-20T22:00:00.000Z', today: '2026-03-21' });
		expect(evening).toEqual(['3', '9', '10', '5']);
		expect(midnight).toEqual(['9', '10', '5', '4']);
		expect(monthLater).toEqual(['5', '4']);
		expect(await listedIds()).toEqual(['4']);
	});
});

function dates(paymentDateFrom: string, paymentDateTo: string) {
	return { paymentDateFrom, paymentDateTo };
}

function order(sortBy: string, sortOrder: string) {
	return { sortBy, sortOrder };
}
