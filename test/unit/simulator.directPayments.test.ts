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

const ALLOCATIONS = '/allocated-payment-transactions';

beforeEach(async () => {
	await running.api.post('/gensalesinvoices', [exampleInvoice(1, 100), exampleInvoice(2, 50)]);
});

async function openAmount(number: number): Promise<number> {
	const { data } = await running.api.get(`/invoicestatus?invoiceNumber=${number}`);
	return data.OpenAmount;
}

describe.each([
	['submitting a payment', '/salesinvoicepayments'],
	['a direct payment on an external invoice', '/externalinvoices/directpayments'],
])('%s', (_name, path) => {
	const payment = { InvoiceNumber: 1, Amount: 40.1, PaymentDate: '2026-03-14', Currency: 'EUR' };

	it('leaves less open, and is listed as an allocation', async () => {
		const { status, data } = await running.api.post(path, [payment, { ...payment, Amount: 9.9 }]);
		const list = await running.api.get(ALLOCATIONS);

		expect(status).toBe(202);
		expect(data).toMatchObject({
			UploadedPaymentsCount: 2,
			FailedPaymentsCount: 0,
			FailedPayments: null,
		});
		expect(await openAmount(1)).toBe(50);
		expect(await openAmount(2)).toBe(50);
		expect(list.data.Data).toMatchObject([
			{
				InvoiceNumber: '1',
				PaymentType: { Code: 'DIRECT' },
				Dates: { PaymentDate: '2026-03-14', BookingDate: '2026-03-20' },
				Amounts: { PaymentAmount: 40.1, CapitalAmount: 40.1 },
			},
			{ Amounts: { PaymentAmount: 9.9 } },
		]);
	});

	it('fails one by one for what cannot be booked', async () => {
		const { data } = await running.api.post(path, [
			{ ...payment, InvoiceNumber: 77 },
			{ ...payment, Amount: 0 },
			{ ...payment, Amount: -5 },
			{ ...payment, PaymentDate: undefined },
			{ ...payment, InvoiceNumber: undefined },
			{ ...payment, InvoiceNumber: '2', Amount: 50 },
			{ ...payment, InvoiceNumber: 2, Amount: 1 },
		]);
		const empty = await running.api.post(path, []);

		expect(data.UploadedPaymentsCount).toBe(1);
		expect(
			data.FailedPayments.map((each: { StatusDescription: string }) => each.StatusDescription),
		).toEqual([
			'Invoice 77 was not found.',
			'Invoice 1: Amount is missing or not above 0.',
			'Invoice 1: Amount is missing or not above 0.',
			'Invoice 1: PaymentDate is missing.',
			'InvoiceNumber is missing.',
			'Invoice 2 is Paid.',
		]);
		expect([await openAmount(1), await openAmount(2)]).toEqual([100, 0]);
		expect(empty.status).toBe(400);
	});
});

describe('a payment type that is given', () => {
	it('shows in the allocation', async () => {
		await running.api.post('/salesinvoicepayments', [
			{ InvoiceNumber: 1, Amount: 1, PaymentDate: '2026-03-14', PaymentType: '8' },
		]);
		const { data } = await running.api.get(ALLOCATIONS);

		expect(data.Data[0].PaymentType).toEqual({ Code: '8', Description: 'Bank Transfer' });
	});
});
