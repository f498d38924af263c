import { loadContract } from '../../simulator/contract';
import { Copy, foreign } from '../support/adopting.cts';
import { ServedContracts } from '../support/servedContract.cts';
import type { Running } from './simulatorClient';
import { exampleRequest, startSimulator } from './simulatorClient';

interface Part {
	[name: string]: unknown;
}

const CONTRACT = 'contract/cash-in.openapi.yaml';

let copy: Copy;
let running: Running;
const contracts = new ServedContracts();

beforeAll(() => {
	copy = new Copy();
	const { status, stderr } = copy.adopt(foreign('openapi.yaml'), '--accept');
	expect([status, stderr]).toEqual([0, '']);
	contracts.serve(`${copy.folder}/${CONTRACT}`);
});

beforeEach(async () => {
	running = await startSimulator();
});

afterEach(async () => {
	const violations = [...running.simulator.control.violations()];
	await running.simulator.close();
	expect(violations).toEqual([]);
});

afterAll(() => {
	contracts.end();
	copy.remove();
});

it('answers every operation of the document that was adopted as that document has it', async () => {
	const { paths } = copy.parse<{ paths: Record<string, Record<string, Part>> }>(CONTRACT);
	const operations = Object.entries(paths).flatMap(([route, item]) =>
		Object.entries(item).map(([method, operation]) => ({ route, method, operation })),
	);
	const outcomes = [];
	for (const { route, method, operation } of operations) {
		running.simulator.control.reset();
		running.simulator.control.configure({ duplicates: 'accept' });
		running.simulator.control.seedExamples();
		const id = String(operation.operationId);
		const { status, data } = await running.api.request(
			exampleRequest({ route, method, ...operation }, 'partner-key'),
		);
		const wrong = loadContract().operation(id).checkAnswer(status, data);
		outcomes.push({ id, went: status < 300, wrong });
	}

	expect(outcomes.length).toBeGreaterThan(46);
	expect(outcomes.filter(({ went, wrong }) => !went || wrong !== undefined)).toEqual([]);
});

const line = { Description: 'Example work', Quantity: 1, UnitPrice: 100, GrossSum: 100 };
const invoice = (number: string, more: object = {}) => ({
	InvoiceNo: number,
	InvoiceDate: '2026-03-02',
	DueOn: '2026-03-16',
	BuyerName: 'Example Buyer Oy',
	BuyerEmail: 'a@example.com',
	TotalSum: 100,
	Lines: [line],
	...more,
});
const bill = async (...numbers: string[]) =>
	await running.api.post('/gensalesinvoices', { Invoices: numbers.map((each) => invoice(each)) });

it('an invoice is taken, listed, changed, paid and settled under the names of the document', async () => {
	const { api, sim } = running;
	const created = await bill('1', '2');
	const changed = await api.patch('/salesinvoices', {
		InvoiceNo: '1',
		BuyerEmail: 'b@example.com',
	});
	const paid = await api.post('/salesinvoices/payments', {
		InvoiceNo: '1',
		Amount: 40,
		PaymentDate: '2026-03-19',
	});
	await sim.post('/pay', { InvoiceNumber: '1', Amount: 60 });
	const listed = await api.get('/salesinvoices', { params: { invoiceNo: '1' } });
	const status = await api.get('/salesinvoices/1/status');
	await sim.post('/clock', { advanceDays: 7 });
	const payouts = await api.get('/payouts');
	const payout = await api.get(`/payouts/${payouts.data[0].SettlementId}`);
	const allocated = await api.get('/allocated-payment-transactions', {
		params: { invoiceNo: '1', orderBy: 'PaidAmount' },
	});

	expect([created.status, created.data]).toEqual([
		201,
		{
			Summary: 'Successfull upload of sales invoices (2).',
			Accepted: 2,
			Rejected: 0,
			Rejections: [],
		},
	]);
	expect(changed.data).toMatchObject({ Accepted: 1, Rejected: 0 });
	expect(paid.data).toMatchObject({ Accepted: 1, Rejected: 0 });
	expect(listed.data).toEqual({
		requestId: expect.any(String),
		result: {
			total: 1,
			rows: [
				{
					InvoiceNo: '1',
					Status: 'Paid',
					InvoiceDate: '2026-03-02',
					DueOn: '2026-03-16',
					BuyerName: 'Example Buyer Oy',
					TotalSum: 100,
					UnpaidAmount: 0,
					PaidAmount: 100,
					CaseNumber: 'CASE-100001',
				},
			],
		},
	});
	expect(status.data).toMatchObject({
		Success: true,
		Payload: { Status: 'Paid', DueOn: '2026-03-16' },
	});
	expect(payouts.data).toMatchObject([{ SettlementId: '202603270001', PaidOutAmount: 60 }]);
	expect(payout.data).toMatchObject({ Lines: [{ InvoiceNo: '1', PrincipalAmount: 60 }] });
	expect(allocated.data.items).toMatchObject([
		{ InvoiceNo: '1', Amounts: { PaidAmount: 40 } },
		{ InvoiceNo: '1', Amounts: { PaidAmount: 60 } },
	]);
	expect(running.simulator.control.invoices()[0]?.submitted).toEqual(
		invoice('1', { BuyerEmail: 'b@example.com' }),
	);
});

it('what was not taken is counted and told the way the document does', async () => {
	const { api, sim } = running;
	await bill('1');
	const again = await bill('1', '2');
	const customers = await api.post('/customers', {
		Customers: [
			{ CustomerNumber: 'C-1', Name: 'Example Buyer Oy' },
			{ CustomerNumber: 'C-1', Name: 'Example Buyer Oy' },
		],
	});
	await sim.post('/faults', { kind: 'partialFailure', invoiceNumbers: ['3'], shape: 'nested' });
	const faulty = await bill('3', '4');

	expect(again.data).toMatchObject({
		Accepted: 1,
		Rejected: 1,
		Rejections: [{ Key: '1', Reason: 'Invoice 1 already exists.' }],
	});
	expect([customers.status, customers.data]).toMatchObject([
		201,
		{
			Accepted: 1,
			Rejected: 1,
			Rejections: [{ Key: 'C-1', Reason: 'Customer C-1 already exists.' }],
		},
	]);
	expect(faulty.data).toMatchObject({
		Accepted: 1,
		Rejections: [{ Invoice: { Key: '3' }, Violations: [{ Title: 'Invoice 3 was not accepted.' }] }],
	});
});

it('a customer is made, changed and removed by the key where the document has it', async () => {
	const { api } = running;
	const customer = { CustomerNumber: 'C-1', Name: 'Example Buyer Oy', ZipCode: '00100' };
	await api.post('/customers', { Customers: [customer, { ...customer, CustomerNumber: 'C-2' }] });
	await api.put('/customers/C-1', { ...customer, ZipCode: '00200' });
	const listed = await api.get('/customers');
	const keyless = await api.delete('/customers');
	const removed = await api.delete('/customers', { params: { customerNumber: 'C-1' } });
	const left = await api.get('/customers');
	const product = { ProductCode: 'P-1', ProductName: 'Bolt' };
	await api.post('/catalog/products', [product, { ...product, ProductCode: 'P-2' }]);
	await api.post('/catalog/products/removal', { ProductCode: 'P-1' });
	const products = await api.get('/catalog/products');

	expect(listed.data.Data).toMatchObject([{ ZipCode: '00200' }, { CustomerNumber: 'C-2' }]);
	expect([keyless.status, removed.status]).toEqual([400, 200]);
	expect(left.data.Data).toMatchObject([{ CustomerNumber: 'C-2' }]);
	expect(products.data.Data).toEqual([{ ...product, ProductCode: 'P-2' }]);
});

it('lists come in the pages of the document, and whole where it has none', async () => {
	const { api } = running;
	await bill(...Array.from({ length: 120 }, (_, at) => String(at + 1)));
	const invoices = await api.get('/salesinvoices', { params: { pageNo: 2, perPage: 50 } });
	const deliveries = await api.get('/salesinvoices/deliveries', { params: { page: 3 } });
	const cases = await api.get('/collection/cases', { params: { caseNumber: 'CASE-100002' } });
	const external = await api.get('/external/deliveries');
	const none = await api.get('/salesinvoices', { params: { pageNo: 0 } });
	const many = await api.get('/salesinvoices/deliveries', { params: { pageSize: 101 } });

	expect(invoices.data.result.total).toBe(120);
	expect(invoices.data.result.rows.map((row: Part) => row.InvoiceNo)).toEqual(
		Array.from({ length: 50 }, (_, at) => String(at + 51)),
	);
	expect(deliveries.data.result).toMatchObject({ rows: [], total: 120 });
	expect(cases.data).toMatchObject({
		items: [{ Summary: { CaseNumber: 'CASE-100002' } }],
		totalItems: 1,
		pageNumber: 1,
		rowsPerPage: 100,
	});
	expect(external.data).toHaveLength(120);
	expect([none.status, none.data.Title]).toEqual([400, 'pageNo must be a whole number from 1.']);
	expect(many.status).toBe(400);
});

it('refuses in the words and names of the document, and knows none of the old ones', async () => {
	const { api, sim } = running;
	await bill('1');
	const nameless = await api.post('/gensalesinvoices', { Invoices: [{ InvoiceNumber: '2' }] });
	const bare = await api.post('/gensalesinvoices', [invoice('2')]);
	const unfiltered = await api.get('/salesinvoices', { params: { invoiceNumber: '9' } });
	const former = await api.get('/settlements');
	const keyless = await api.get('/payouts', { headers: { 'X-Api-Key': 'other' } });
	const absent = await api.get('/salesinvoices/9/status');
	const order = await api.get('/salesinvoices', { params: { sort: 'SalesName' } });
	const type = await api.post('/collection/cases', { Claims: [] });
	await sim.post('/faults', { kind: 503, operationId: 'listSettlements' });
	const fault = await api.get('/payouts');

	expect([nameless, bare].map(({ status }) => status)).toEqual([400, 400]);
	expect(nameless.data.Title).toMatch(/^Invoices\[0\]\.\w+ is required\.$/);
	expect(unfiltered.data.result.total).toBe(1);
	expect([former.status, former.data.Title]).toEqual([404, 'There is no GET /v3/settlements.']);
	expect([keyless.status, keyless.data]).toEqual([
		401,
		{ Title: 'The access token is missing or invalid.', ErrorCode: '401' },
	]);
	expect([absent.status, absent.data.Title]).toEqual([404, 'Invoice 9 was not found.']);
	expect(order.data.Title).toBe('sort: there is no member SalesName to sort by.');
	expect(type.data.Title).toBe('The Content-Type must be application/vnd.example+json.');
	expect([fault.status, fault.data.Title]).toEqual([
		503,
		'The service is temporarily unavailable.',
	]);
});

it('a record that the control interface lets in has the names of the document', async () => {
	const { sim, api } = running;
	const record = { AllocationNumber: '7', Dates: { PaymentDate: '2026-03-15' }, Colour: 'red' };
	const former = await sim.post('/insert-allocations', { allocations: [{ AllocationNumber: 7 }] });
	await sim.post('/insert-allocations', { allocations: [record] });
	await sim.post('/edit-allocation', {
		AllocationId: '7',
		set: { Amounts: { PaidAmount: 5 }, Dates: { BookingDate: '2026-03-16' } },
	});
	const listed = await api.get('/allocated-payment-transactions');
	const kept = await sim.get('/allocations');

	const changed = {
		...record,
		Dates: { PaymentDate: '2026-03-15', BookingDate: '2026-03-16' },
		Amounts: { PaidAmount: 5 },
	};
	expect(former.status).toBe(400);
	expect(listed.data.items).toEqual([changed]);
	expect(kept.data).toEqual([changed]);
});

it('an operation that only the document has answers with its example', async () => {
	const { status, data } = await running.api.get('/reminders');

	expect([status, data]).toEqual([200, [{ InvoiceNo: '1042', SentOn: expect.any(String) }]]);
});
