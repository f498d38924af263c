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

describe('products', () => {
	const bolt = { ProdCode: 'P/1 ä', Description: 'Bolt', Price: 2.5 };

	it('are listed as sent, and one that is there is updated in the members given', async () => {
		const { api } = running;
		const created = await api.post('/products', [bolt, { ProdCode: 'P2', Description: 'Nut' }]);
		await api.post('/products', [{ ProdCode: 'P/1 ä', Price: 3 }]);
		const { data } = await api.get('/products');

		expect(created.status).toBe(202);
		expect(created.data).toMatchObject({ UploadedItemsCount: 2, FailedItems: null });
		expect(data).toEqual([
			{ ...bolt, Price: 3 },
			{ ProdCode: 'P2', Description: 'Nut' },
		]);
	});

	it('without a code fail alone', async () => {
		const { data } = await running.api.post('/products', [{ Description: 'Nameless' }, bolt]);
		const none = await running.api.post('/products', []);

		expect(data).toMatchObject({ UploadedItemsCount: 1, FailedItemsCount: 1 });
		expect(data.FailedItems).toEqual([
			{ ProdCode: null, StatusDescription: 'ProdCode is missing.' },
		]);
		expect(none.status).toBe(400);
	});

	it('are gone once deleted, and a second time there is none', async () => {
		const { api } = running;
		await api.post('/products', [bolt]);
		const first = await api.delete(`/products/${encodeURIComponent('P/1 ä')}`);
		const second = await api.delete(`/products/${encodeURIComponent('P/1 ä')}`);
		const { data } = await api.get('/products');

		expect([first.status, second.status]).toEqual([200, 404]);
		expect(second.data.Message).toBe('Product P/1 ä was not found.');
		expect(data).toEqual([]);
	});
});

describe('customers', () => {
	const buyer = {
		CustomerCode: 'C-1',
		Name: 'Example Buyer Oy',
		City: 'VAASA',
		Email: 'a@example.com',
	};

	it('are created once: a code that is there fails, and so does one without a name', async () => {
		const { api } = running;
		await api.post('/customers', [buyer]);
		const { data } = await api.post('/customers', [
			{ ...buyer, Name: 'Other Oy' },
			{ CustomerCode: 'C-2' },
			{ CustomerCode: 'C-3', Name: 'Third Oy' },
		]);
		const list = await api.get('/customers');

		expect(data).toMatchObject({ UploadedCustomersCount: 1, FailedCustomersCount: 2 });
		expect(data.FailedCustomers).toEqual([
			{ CustomerCode: 'C-1', StatusDescription: 'Customer C-1 already exists.' },
			{ CustomerCode: 'C-2', StatusDescription: 'Customer C-2: Name is missing.' },
		]);
		expect(list.data).toEqual([buyer, { CustomerCode: 'C-3', Name: 'Third Oy' }]);
	});

	it('keep what an update does not name, and lose what it empties', async () => {
		const { api } = running;
		await api.post('/customers', [buyer]);
		const updated = await api.put('/customers/C-1', { Email: 'b@example.com', City: null });
		const { data } = await api.get('/customers');

		expect(updated.data).toMatchObject({ CustomerCode: 'C-1' });
		expect(data).toEqual([{ ...buyer, Email: 'b@example.com', City: null }]);
	});

	it('cannot be updated under another code, nor when they are gone', async () => {
		const { api } = running;
		await api.post('/customers', [buyer]);
		const other = await api.put('/customers/C-1', { CustomerCode: 'C-2' });
		const removed = await api.delete('/customers/C-1');
		const update = await api.put('/customers/C-1', { Email: 'b@example.com' });
		const again = await api.delete('/customers/C-1');
		const list = await api.get('/customers');

		const statuses = [other, removed, update, again].map(({ status }) => status);
		expect(statuses).toEqual([400, 200, 404, 404]);
		expect(list.data).toEqual([]);
	});
});

describe('e-invoicing contracts', () => {
	const account = { SalesCustomerCode: 'C-1', FinvoiceAccount: 'FI2112345600000785' };

	it('begin with an account, change with another, and end with the customer', async () => {
		const { api, sim } = running;
		await api.post('/customers', [{ CustomerCode: 'C-1', Name: 'Example Buyer Oy' }]);
		const path = '/electronicinvoicingcontracts';
		await api.put('/finvoiceaccount', { ...account, FinvoiceOVT: '003712345671' });
		const begun = await api.get(path);
		await sim.post('/clock', { advanceDays: 2 });
		await api.put('/finvoiceaccount', { ...account, FinvoiceAccount: 'OTHER' });
		const changed = await api.get(path);
		const customers = await api.get('/customers');
		await api.delete('/customers/C-1');
		const ended = await api.get(`${path}?customerCode=C-1&fromDate=2026-03-20&toDate=2026-03-20`);
		const later = await api.get(`${path}?fromDate=2026-03-21`);

		const contract = {
			...account,
			SalesName: 'Example Buyer Oy',
			FinvoiceOVT: '003712345671',
			Status: 'Active',
			Action: 'add',
			StartDate: '2026-03-20',
			EndDate: null,
		};
		expect(begun.data).toEqual([contract]);
		expect(changed.data).toEqual([{ ...contract, FinvoiceAccount: 'OTHER', Action: 'change' }]);
		expect(customers.data[0]).toMatchObject({ FinvoiceAccount: 'OTHER' });
		expect(ended.data).toMatchObject([{ Status: 'Ended', Action: 'stop', EndDate: '2026-03-22' }]);
		expect(later.data).toEqual([]);
	});

	it('come with a customer that has an account, and not for one nobody knows', async () => {
		const { api } = running;
		const unknown = await api.put('/finvoiceaccount', account);
		const accountless = await api.put('/finvoiceaccount', { SalesCustomerCode: 'C-1' });
		await api.post('/customers', [
			{ CustomerCode: 'C-2', Name: 'Second Oy', FinvoiceAccount: 'FI2112345600000785' },
		]);
		const { data } = await api.get('/electronicinvoicingcontracts');

		expect([unknown.status, accountless.status]).toEqual([404, 400]);
		expect(data).toMatchObject([{ SalesCustomerCode: 'C-2', SalesName: 'Second Oy' }]);
	});

	it('are left alone when an account is for one invoice', async () => {
		const { api, simulator } = running;
		await api.post('/gensalesinvoices', [exampleInvoice(1)]);
		const { data } = await api.put('/finvoiceaccount', { InvoiceNumber: 1, FinvoiceAccount: 'X' });
		const contracts = await api.get('/electronicinvoicingcontracts');

		expect(data).toMatchObject({ UpdatedCount: 1 });
		expect(simulator.control.invoices()[0]?.submitted.FinvoiceAccount).toBe('X');
		expect(contracts.data).toEqual([]);
	});
});
