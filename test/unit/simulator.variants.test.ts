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

const set = async (settings: object) => running.sim.post('/settings', settings);

describe('strict', () => {
	it.each([
		['a member of an invoice', exampleInvoice(1, 1, { Colour: 'red' }), '[0].Colour'],
		[
			'a member of a row',
			exampleInvoice(1, 1, { InvoiceRows: [{}, { Qty: 1, Kwantity: 2 }] }),
			'[0].InvoiceRows[1].Kwantity',
		],
	])('refuses %s the contract does not know, and names it', async (_name, invoice, member) => {
		const lax = await running.api.post('/gensalesinvoices', [{ ...invoice, InvoiceNumber: 2 }]);
		await set({ strict: true });
		const { status, data } = await running.api.post('/gensalesinvoices', [invoice]);

		expect(lax.status).toBe(202);
		expect(status).toBe(400);
		expect(data.Message).toBe(`The member ${member} is not known.`);
		expect(running.simulator.control.state().invoices).toBe(1);
	});

	it('refuses a query parameter that is not known', async () => {
		const lax = await running.api.get('/salesinvoices?colour=red');
		await set({ strict: true });
		const { status, data } = await running.api.get('/salesinvoices?colour=red');

		expect([lax.status, status]).toEqual([200, 400]);
		expect(data.Message).toBe('The query parameter colour is not known.');
	});

	it('takes members a body has from another schema, and free lists', async () => {
		await set({ strict: true });
		const seller = { BusinessId: '1234567-1', Address: { City: 'VAASA' } };
		const known = await running.api.post('/gensalesinvoiceswithsellerinfo', [
			exampleInvoice(1, 1, { SellerInfo: seller }),
		]);
		const unknown = await running.api.post('/gensalesinvoiceswithsellerinfo', [
			exampleInvoice(2, 1, { SellerInfo: { ...seller, Address: { Town: 'VAASA' } } }),
		]);

		expect(known.status).toBe(202);
		expect(unknown.data.Message).toBe('The member [0].SellerInfo.Address.Town is not known.');
	});
});

describe('variants', () => {
	const product = { ProdCode: 'P1', Description: 'Bolt' };

	beforeEach(async () => {
		await running.api.post('/products', [product]);
		await running.api.post('/gensalesinvoices', [exampleInvoice(1), exampleInvoice(2)]);
		await running.sim.post('/fail-deliveries', { invoiceNumbers: [2] });
	});

	it.each([
		['bareArray', '/salesinvoices', [{ InvoiceNumber: '1' }, { InvoiceNumber: '2' }]],
		['bareArray', '/settlements', []],
		['namedArray', '/products', { Products: [product] }],
		['namedArray', '/salesinvoices', { SalesInvoices: [{ InvoiceNumber: '1' }, {}] }],
		['camelCaseArray', '/settlements', { settlements: [] }],
		['camelCaseArray', '/products', { products: [product] }],
		['dataMeta', '/products', { Data: [product], Meta: { TotalCount: 1 } }],
		[
			'metaData',
			'/invoicesdeliveryinformation?fromInvDate=2026-03-01',
			{
				MetaData: {
					TotalCount: 2,
					SuccessfulCount: 1,
					FailedCount: 1,
					FiltersApplied: { fromInvDate: '2026-03-01' },
				},
				Data: [{ InvoiceNumber: '1' }, { InvoiceNumber: '2' }],
			},
		],
		['metaData', '/products', [product]],
		['singleCase', '/collectioncases?invoiceNumber=1', { Summary: { CaseId: 'CASE-100001' } }],
	])('%s answers %s in that form', async (variant, path, body) => {
		const plain = await running.api.get(path);
		await set({ variants: [variant] });
		const { status, data } = await running.api.get(path);

		expect(status).toBe(200);
		expect(data).toMatchObject(body);
		if (variant !== 'metaData' || !path.startsWith('/products'))
			expect(data).not.toEqual(plain.data);
	});

	it('flatPayments answers received payments row by row', async () => {
		await running.sim.post('/pay', { InvoiceNumber: 1, Amount: 10 });
		await running.sim.post('/pay', { InvoiceNumber: 2, Amount: 20 });
		await set({ variants: ['flatPayments'] });
		const { data } = await running.api.get('/receivedpayments');

		expect(data).toMatchObject([{ Amount: 10 }, { Amount: 20 }]);
	});

	it('noContent answers 204 when there are no rows, and goes together with another', async () => {
		await set({ variants: ['noContent', 'bareArray'] });
		const empty = await running.api.get('/customers');
		const full = await running.api.get('/salesinvoices');

		expect([empty.status, empty.data]).toEqual([204, '']);
		expect(full.data).toHaveLength(2);
	});

	it('leave single records, uploads and refusals as they are', async () => {
		const { api } = running;
		await set({ variants: ['namedArray'] });
		const single = await api.get('/invoicestatus?invoiceNumber=1');
		const upload = await api.post('/products', [product]);
		const refusal = await api.get('/invoicestatus?invoiceNumber=9');

		expect(single.data).toMatchObject({ InvoiceNumber: '1' });
		expect(upload.data).toMatchObject({ UploadedItemsCount: 1 });
		expect(refusal.data).toMatchObject({ Code: 404 });
	});
});

describe('alternative paths', () => {
	it('are 404 unless switched on, and then serve beside the contract’s own', async () => {
		const { api } = running;
		const off = await api.get('/salesitems');
		await set({ variants: ['alternativePaths'] });
		await api.post('/salesitems', [{ ProdCode: 'P1', Description: 'Bolt' }]);
		const on = await api.get('/onlineproducts');
		const own = await api.get('/products');
		const removed = await api.delete('/salesitems/P1');

		expect(off.status).toBe(404);
		expect(on.data).toEqual(own.data);
		expect(on.data).toHaveLength(1);
		expect(removed.status).toBe(200);
	});

	it('find their values where those paths have them: in path, query or body', async () => {
		const { api, sim } = running;
		await set({ variants: ['alternativePaths'], processingSeconds: 0 });
		await api.post('/gensalesinvoices', [exampleInvoice(1)]);
		const status = await api.get('/salesinvoices/1/status');
		const updated = await api.put('/salesinvoices', { InvoiceNumber: 1, DueDate: '2026-05-01' });
		await sim.post('/pay', { InvoiceNumber: 1 });
		await sim.post('/clock', { advanceDays: 7 });
		const settlement = await api.get('/settlement?settlementNumber=202603270001');
		const nothing = await api.get('/settlement');
		const unkeyed = await api.get('/settlement', { headers: { 'X-Api-Key': 'other' } });

		expect(status.data).toMatchObject({ InvoiceNumber: '1' });
		expect(updated.data).toMatchObject({ UpdatedInvoicesCount: 1 });
		expect(settlement.data).toMatchObject({ SettlementAmount: 100 });
		expect([nothing.status, unkeyed.status]).toEqual([400, 401]);
	});
});
