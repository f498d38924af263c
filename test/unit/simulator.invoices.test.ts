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

async function listedNumbers(query: object = {}): Promise<string[]> {
	const { data } = await running.api.get('/salesinvoices', { params: query });
	return data.Data.map((row: { InvoiceNumber: string }) => row.InvoiceNumber);
}

describe('creating invoices', () => {
	it('takes many in one request, answers 202 with counts, and lists them', async () => {
		const { status, data } = await running.api.post('/gensalesinvoices', [
			exampleInvoice(1, 125.5, { Reference: '13', SalesCustomerCode: 'C-1' }),
			exampleInvoice('A-2'),
		]);
		const list = await running.api.get('/salesinvoices');

		expect(status).toBe(202);
		expect(data).toEqual({
			StatusDescription: 'Successfull upload of sales invoices (2).',
			UploadedInvoicesCount: 2,
			FailedInvoicesCount: 0,
			FailedInvoices: null,
		});
		expect(list.data.Data[0]).toEqual({
			InvoiceNumber: '1',
			Status: 'Open',
			InvoiceDate: '2026-03-02',
			DueDate: '2026-03-16',
			Reference: '13',
			SalesName: 'Example Buyer Oy',
			SalesCustomerCode: 'C-1',
			Currency: 'EUR',
			TotalAmount: 125.5,
			PaidAmount: 0,
			OpenAmount: 125.5,
			CaseId: 'CASE-100001',
		});
		expect(list.data.Meta).toMatchObject({ Count: 2, Page: 1, PageSize: 100, TotalCount: 2 });
	});

	it('fails a number that is there already, as text or number, and takes its neighbours', async () => {
		await running.api.post('/gensalesinvoices', [exampleInvoice(1)]);
		const { status, data } = await running.api.post('/gensalesinvoices', [
			exampleInvoice('1'),
			exampleInvoice(2),
			exampleInvoice(2),
		]);

		expect(status).toBe(202);
		expect(data).toMatchObject({ UploadedInvoicesCount: 1, FailedInvoicesCount: 2 });
		expect(data.FailedInvoices).toEqual([
			{ InvoiceNumber: '1', StatusDescription: 'Invoice 1 already exists.' },
			{ InvoiceNumber: 2, StatusDescription: 'Invoice 2 already exists.' },
		]);
		expect(await listedNumbers()).toEqual(['1', '2']);
	});

	it('takes a number twice when told that the vendor does', async () => {
		await running.sim.post('/settings', { duplicates: 'accept' });
		const { data } = await running.api.post('/gensalesinvoices', [
			exampleInvoice(1),
			exampleInvoice(1),
		]);

		expect(data).toMatchObject({ UploadedInvoicesCount: 2, FailedInvoices: null });
		expect(await listedNumbers()).toEqual(['1', '1']);
	});

	it('owes the sum of the rows when no total is given', async () => {
		const rows = [{ Total: 0.1 }, { Total: 0.2 }];
		await running.api.post('/gensalesinvoices', [{ InvoiceNumber: 1, InvoiceRows: rows }]);

		const { data } = await running.api.get('/invoicestatus?invoiceNumber=1');
		expect(data.OpenAmount).toBe(0.3);
	});
});

describe('reading invoices', () => {
	beforeEach(async () => {
		await running.api.post('/gensalesinvoices', [
			exampleInvoice(9, 30, { InvoiceDate: '2026-01-31' }),
			exampleInvoice(10, 20, { InvoiceDate: '2026-02-01' }),
			exampleInvoice('A-3', 10, { InvoiceDate: '2026-02-28' }),
			exampleInvoice(4, 40, { InvoiceDate: '2026-03-01' }),
		]);
		running.simulator.control.pay({ InvoiceNumber: 4 });
	});

	it.each([
		['without filters in the order they were taken', {}, ['9', '10', 'A-3', '4']],
		['by number', { invoiceNumber: '10' }, ['10']],
		['by a number that is not there: none', { invoiceNumber: '1' }, []],
		['by both ends of the invoice date', dates('2026-02-01', '2026-02-28'), ['10', 'A-3']],
		['by state', { status: 'Paid' }, ['4']],
		['newest first', { sortOrder: 'desc' }, ['4', 'A-3', '10', '9']],
		['by amount', { sortBy: 'TotalAmount' }, ['A-3', '10', '9', '4']],
		['by amount downwards', { sortBy: 'totalAmount', sortOrder: 'desc' }, ['4', '9', '10', 'A-3']],
		['by number: 9 before 10, text last', { sortBy: 'InvoiceNumber' }, ['4', '9', '10', 'A-3']],
		['page by page', { pageSize: 3, page: 2 }, ['4']],
		['past the last page: none', { pageSize: 3, page: 3 }, []],
	])('lists %s', async (_name, query, numbers) => {
		expect(await listedNumbers(query)).toEqual(numbers);
	});

	it('refuses a page 0, an unknown order and an unknown member to sort by', async () => {
		const messages = [];
		for (const query of ['page=0', 'sortOrder=up', 'sortBy=Colour']) {
			const { status, data } = await running.api.get(`/salesinvoices?${query}`);
			messages.push([status, data.Message]);
		}

		expect(messages).toEqual([
			[400, 'page must be a whole number from 1.'],
			[400, 'sortOrder must be asc or desc, not up.'],
			[400, 'sortBy: there is no member Colour to sort by.'],
		]);
	});

	it('tells the state and the delivery of one invoice, and 404 for an unknown one', async () => {
		const { api } = running;
		const status = await api.get('/invoicestatus?invoiceNumber=4');
		const delivery = await api.get('/invoicesdeliveryinformation?invoiceNumber=A-3');

		expect(status.data).toMatchObject({ InvoiceNumber: '4', Status: 'Paid', OpenAmount: 0 });
		expect(delivery.data).toMatchObject([{ InvoiceNumber: 'A-3', DeliveryStatus: 'Delivered' }]);
		for (const path of ['/invoicestatus', '/invoicesdeliveryinformation']) {
			const unknown = await api.get(`${path}?invoiceNumber=77`);
			expect(unknown).toMatchObject({
				status: 404,
				data: { Message: 'Invoice 77 was not found.' },
			});
		}
	});
});

function dates(fromInvDate: string, toInvDate: string) {
	return { fromInvDate, toInvDate };
}
