import type { IDataObject } from 'n8n-workflow';

import { testCredential } from '../support/engine';
import { searchList } from '../support/pickers';
import type { Row } from './business.cts';
import { asked, credentialOf, jsons, run, series, useForeignServer } from './support';

const server = useForeignServer();
const chosen = (value: unknown) => ({ __rl: true, mode: 'id', value });
const DAYS = { from: '2026-05-01', to: '2026-05-31' };

const invoice = (number: number): Row => ({
	InvoiceNo: String(3000 + number),
	Status: 'H',
	InvoiceType: 'I',
	InvoiceDate: '2026-05-18',
	DueOn: '2026-06-01',
	ReferenceNumber: `${3000 + number}0`,
	BuyerName: `Example ${number} Oy`,
	BuyerCustomerNumber: `C-${number}`,
	DeliveryType: 'E',
	Currency: 'EUR',
	NetSum: 100,
	VatSum: 25.5,
	TotalSum: 125.5,
	UnpaidAmount: 125.5,
	PaidAmount: 0,
});
const payout = (number: number): Row => ({
	SettlementId: `S-${number}`,
	SettledOn: '2026-05-18',
	PaidOutAmount: 99.5,
	Currency: 'EUR',
	Agency: 'PINE',
	RemittanceReference: '1009',
	Beneficiary: { Name: 'Example Seller Oy', Iban: 'FI2112345600000785' },
	FetchedOn: null,
	Lines: [{ InvoiceNo: '3001', AllocatedTotalAmount: 99.5, PaymentType: { Code: 'PAY' } }],
	Fee: 1.5,
});
const allocated = (number: number): Row => ({
	AllocationNumber: `A-${number}`,
	CaseNumber: null,
	Agency: 'PINE',
	InvoiceNo: String(3000 + number),
	PaymentType: { Code: 'PAY', Description: 'Payment' },
	Dates: { PaymentDate: '2026-05-18', AccountingDate: '2026-05-19' },
	Amounts: { PaidAmount: number, PrincipalAmount: number, InterestAmount: 0, CreditorFees: 0 },
	Currency: 'EUR',
});
const claim = (number: number): Row => ({
	InvoiceNo: String(number),
	CaseNumber: `CASE-${number}`,
	State: 'open',
	Explanation: 'In collection',
	InvoiceDate: '2026-05-18',
	DueOn: '2026-06-01',
	Currency: 'EUR',
	TotalAmount: 100,
	PrincipalAmount: 100,
	InterestAmount: 0,
	CreditorFees: 5,
	UnpaidAmount: 105,
});
const aCase = (number: number): Row => ({
	Summary: { CaseNumber: `CASE-${number}`, Status: 'open', Currency: 'EUR', Stage: 'letter' },
	Balance: { PrincipalAmount: 100, TotalAmount: 105 },
	Debtor: { CustomerNumber: 'C-1', Name: 'Example Buyer Oy' },
	Invoices: [{ InvoiceNo: '3001', DueOn: '2026-06-01', PrincipalAmount: 100 }],
	Payments: [],
	Events: [],
});
const product = (number: number): Row => ({ ProductCode: `P-${number}`, ProductName: 'Example' });
const customer = (number: number): Row => ({
	CustomerNumber: `C-${number}`,
	Name: `Example ${number} Oy`,
});
const received = (number: number): Row => ({
	PaymentDate: '2026-05-18',
	BookingDate: '2026-05-18',
	TotalAmount: number,
	Currency: 'EUR',
	ReceivedPaymentRows: [{ InvoiceNo: String(3000 + number), Amount: number }],
});
const delivery = (number: number): Row => ({
	InvoiceNo: String(3000 + number),
	InvoiceDate: '2026-05-18',
	Channel: 'E',
	DeliveryState: 'delivered',
	ErrorText: null,
});
const external = (number: number): Row => ({
	InvoiceNo: String(3000 + number),
	InvoiceDate: '2026-05-18',
	DueOn: '2026-06-01',
	TotalAmount: 100,
	PaidAmount: 40,
	UnpaidAmount: 60,
	Currency: 'EUR',
	ExternalInvoiceRows: [{ PaymentDate: '2026-05-18', Amount: 40 }],
});

/** Lists of which the document gives one page at a time: where they are, and how it counts pages there. */
const PAGED: Array<{
	action: string;
	operation: string;
	page: string;
	size: string;
	fill: (rows: number) => Row[];
}> = [
	{
		action: 'invoice.getAll',
		operation: 'GET /salesinvoices',
		page: 'pageNo',
		size: 'perPage',
		fill: (count) => (server().business.invoices = series(count, invoice)),
	},
	{
		action: 'invoice.getDeliveryInformation',
		operation: 'GET /salesinvoices/deliveries',
		page: 'page',
		size: 'pageSize',
		fill: (count) => (server().business.deliveries = series(count, delivery)),
	},
	{
		action: 'payment.getAllocated',
		operation: 'GET /allocated-payment-transactions',
		page: 'pageNumber',
		size: 'rowsPerPage',
		fill: (count) => (server().business.allocated = series(count, allocated)),
	},
	{
		action: 'payment.getReceived',
		operation: 'GET /payments/received',
		page: 'pageNumber',
		size: 'rowsPerPage',
		fill: (count) => (server().business.received = series(count, received)),
	},
	{
		action: 'receivable.getStatus',
		operation: 'GET /collection/claims',
		page: 'pageNumber',
		size: 'rowsPerPage',
		fill: (count) => (server().business.claims = series(count, claim)),
	},
	{
		action: 'product.getAll',
		operation: 'GET /catalog/products',
		page: 'page',
		size: 'pageSize',
		fill: (count) => (server().business.products = series(count, product)),
	},
	{
		action: 'customer.getAll',
		operation: 'GET /customers',
		page: 'page',
		size: 'pageSize',
		fill: (count) => (server().business.customers = series(count, customer)),
	},
	{
		action: 'externalInvoice.getPayments',
		operation: 'GET /external/payments',
		page: 'page',
		size: 'pageSize',
		fill: (count) => (server().business.externalInvoices = series(count, external)),
	},
];

describe.each(PAGED)('$action', ({ action, operation, page, size, fill }) => {
	it('gives all rows of all pages, each whole, when all are asked for', async () => {
		const rows = fill(230);
		const parameters = { returnAll: true, simplify: false };
		const { success, failed } = await run(server(), action, parameters);
		expect(failed).toEqual([]);
		expect(jsons(success)).toEqual(rows);
		const pages = server().to(operation);
		expect(pages.map(({ query }) => query[page] ?? '1').sort()).toEqual(['1', '2', '3']);
		expect(pages.map(({ query }) => query[size])).toEqual(['100', '100', '100']);
	});

	it('gives as many rows as the limit says, and asks for no more', async () => {
		const rows = fill(230);
		const { success } = await run(server(), action, {
			returnAll: false,
			limit: 3,
			simplify: false,
		});
		expect(jsons(success)).toEqual(rows.slice(0, 3));
		expect(server().to(operation)).toHaveLength(1);
		expect(server().to(operation)[0]?.query[size]).toBe('3');
	});

	it('gives nothing of an empty list', async () => {
		fill(0);
		const { success, failed } = await run(server(), action, { returnAll: true });
		expect([success, failed]).toEqual([[], []]);
	});
});

describe('filters of a saved workflow', () => {
	const FILTERED: Array<[action: string, filters: IDataObject, query: Row]> = [
		[
			'invoice.getAll',
			{ invoiceNumber: chosen('3001'), fromInvDate: DAYS.from, toInvDate: DAYS.to, status: 'new' },
			{
				invoiceNo: '3001',
				invoicedFrom: DAYS.from,
				invoicedTo: DAYS.to,
				status: 'new',
			},
		],
		[
			'invoice.getDeliveryInformation',
			{
				invoiceNumber: chosen('3001'),
				fromInvDate: DAYS.from,
				toInvDate: DAYS.to,
				fetchType: 'all',
			},
			{ invoiceNo: '3001', invoicedFrom: DAYS.from, invoicedTo: DAYS.to, fetchMode: 'all' },
		],
		[
			'invoice.getBatches',
			{ batchId: '77', fromDate: DAYS.from, toDate: DAYS.to },
			{ batchNumber: '77', from: DAYS.from, until: DAYS.to },
		],
		[
			'payment.getAllocated',
			{
				invoiceNumber: chosen('3001'),
				caseId: chosen('CASE-1'),
				agency: 'PINE',
				paymentDateFrom: DAYS.from,
				accountingDateTo: DAYS.to,
				currency: 'EUR',
				hasAllocatedBreakdown: true,
			},
			{
				invoiceNo: '3001',
				caseNumber: 'CASE-1',
				agency: 'PINE',
				paymentDateFrom: DAYS.from,
				accountingDateTo: DAYS.to,
				currency: 'EUR',
				hasAllocatedBreakdown: 'true',
			},
		],
		[
			'payment.getReceived',
			{ invoiceNumber: chosen('3001'), fromDate: DAYS.from, toDate: DAYS.to },
			{ invoiceNo: '3001', from: DAYS.from, until: DAYS.to },
		],
		[
			'receivable.getStatus',
			{
				invoiceNumber: chosen('3001'),
				caseId: chosen('CASE-1'),
				fromDate: DAYS.from,
				toDate: DAYS.to,
			},
			{
				invoiceNo: '3001',
				caseNumber: 'CASE-1',
				changedFrom: DAYS.from,
				changedTo: DAYS.to,
			},
		],
		[
			'receivable.getCreditLosses',
			{ fromDate: DAYS.from, toDate: DAYS.to },
			{ from: DAYS.from, until: DAYS.to },
		],
		[
			'settlement.getAll',
			{ fromDate: DAYS.from, toDate: DAYS.to, unfetchedOnly: true },
			{ from: DAYS.from, until: DAYS.to, onlyUnfetched: 'true' },
		],
		[
			'settlement.getAllDirect',
			{ fromDate: DAYS.from, toDate: DAYS.to, unfetchedOnly: true },
			{ from: DAYS.from, until: DAYS.to, onlyUnfetched: 'true' },
		],
		[
			'eInvoicing.getContracts',
			{ customerCode: chosen('C-1'), fromDate: DAYS.from, toDate: DAYS.to },
			{ customerNumber: 'C-1', from: DAYS.from, until: DAYS.to },
		],
		[
			'externalInvoice.getDeliveryInformation',
			{ invoiceNumber: '3001', externalAgreementIdentifier: 'EXT-31', fromInvDate: DAYS.from },
			{ invoiceNo: '3001', agreementId: 'EXT-31', invoicedFrom: DAYS.from },
		],
		[
			'externalInvoice.getPayments',
			{ invoiceNumber: '3001', externalAgreementIdentifier: 'EXT-31', toInvDate: DAYS.to },
			{ invoiceNo: '3001', agreementId: 'EXT-31', invoicedTo: DAYS.to },
		],
		[
			'creditor.getDeliveryInformation',
			{ sellerBusinessId: '1234567-1', customerCode: '7001', fromInvDate: DAYS.from },
			{ sellerBusinessId: '1234567-1', customerNumber: '7001', invoicedFrom: DAYS.from },
		],
	];

	it.each(FILTERED)(
		'%s are sent under the names of the document',
		async (action, filters, query) => {
			const { failed } = await run(server(), action, { returnAll: true, filters });
			expect(failed).toEqual([]);
			expect(server().log).toHaveLength(1);
			expect(server().log[0]).toMatchObject({ status: 200, query });
			const ofPages = ['page', 'pageSize', 'pageNo', 'perPage', 'pageNumber', 'rowsPerPage'];
			const others = Object.keys(server().log[0]?.query ?? {}).filter(
				(one) => !ofPages.includes(one),
			);
			expect(others.sort()).toEqual(Object.keys(query).sort());
		},
	);

	it('sort by what the document calls it', async () => {
		server().business.invoices = series(3, invoice);
		const sort = { sortBy: 'InvoiceNo', sortOrder: 'desc' };
		const { success } = await run(server(), 'invoice.getAll', {
			returnAll: true,
			simplify: false,
			sort,
		});
		expect(jsons(success).map(({ InvoiceNo }) => InvoiceNo)).toEqual(['3003', '3002', '3001']);
		expect(server().log[0]?.query).toMatchObject({ sort: 'InvoiceNo', sortDirection: 'desc' });
		await run(server(), 'payment.getAllocated', { returnAll: true, sort });
		expect(server().log[1]?.query).toMatchObject({ orderBy: 'InvoiceNo', direction: 'desc' });
	});
});

describe('lists that come whole', () => {
	const WHOLE: Array<[action: string, list: () => Row[], row: (number: number) => Row]> = [
		['settlement.getAll', () => server().business.payouts, payout],
		[
			'settlement.getAllDirect',
			() => server().business.directPayouts,
			(number) => ({ SettlementId: `D-${number}`, SettledOn: '2026-05-18', PaidOutAmount: 10 }),
		],
		[
			'receivable.getCreditLosses',
			() => server().business.creditLosses,
			(number) => ({ CaseNumber: `CASE-${number}`, CreditLossDate: '2026-05-01' }),
		],
		[
			'invoice.getBatches',
			() => server().business.batches,
			(number) => ({ BatchNumber: String(number), InvoicesCount: 2 }),
		],
		[
			'eInvoicing.getContracts',
			() => server().business.contracts,
			(number) => ({ BuyerCustomerNumber: `C-${number}`, FinvoiceAccount: '003712345671' }),
		],
		[
			'externalInvoice.getDeliveryInformation',
			() => server().business.externalDeliveries,
			(number) => ({ InvoiceNo: String(number), DeliveryStatus: 'sent' }),
		],
		[
			'creditor.getDeliveryInformation',
			() => server().business.sellerDeliveries,
			(number) => ({ InvoiceNo: String(number), SellerBusinessId: '1234567-1' }),
		],
	];

	it.each(WHOLE)('%s gives every row as it came', async (action, list, row) => {
		list().push(...series(120, row));
		const { success, failed } = await run(server(), action, { returnAll: true, simplify: false });
		expect(failed).toEqual([]);
		expect(jsons(success)).toEqual(series(120, row));
		expect(server().log).toHaveLength(1);
	});
});

describe('Simplify', () => {
	it.each<[string, () => void, unknown[]]>([
		[
			'invoice.getAll',
			() => server().business.invoices.push(invoice(1)),
			['3001', 'H', '2026-05-18', 125.5],
		],
		[
			'settlement.getAll',
			() => server().business.payouts.push(payout(1)),
			['S-1', '2026-05-18', 99.5, 'Example Seller Oy', 'FI2112345600000785'],
		],
		[
			'receivable.getStatus',
			() => server().business.claims.push(claim(1)),
			['1', 'CASE-1', 'open'],
		],
	])('%s gives the useful members, flat', async (action, fill, values) => {
		fill();
		const { success } = await run(server(), action, { returnAll: true, simplify: true });
		const [simple = {}] = jsons(success);
		expect(Object.values(simple)).toEqual(expect.arrayContaining(values));
	});
});

describe('one thing', () => {
	it('a settlement is given whole', async () => {
		server().business.payouts.push(payout(1), payout(2));
		const parameters = { settlementNumber: chosen('S-2'), simplify: false };
		const { success } = await run(server(), 'settlement.get', parameters);
		expect(jsons(success)).toEqual([payout(2)]);
		expect(asked(server())).toEqual([
			{
				operation: 'GET /payouts/{settlementId}',
				path: '/payouts/S-2',
				query: {},
				body: undefined,
			},
		]);
	});

	it('a settlement that is not there is an error with a sentence', async () => {
		const { failed } = await run(server(), 'settlement.get', { settlementNumber: chosen('S-9') });
		expect(failed[0]?.json.error).toMatch(/Cash-In answered 404.*There is no payout S-9/);
	});

	it('a direct settlement', async () => {
		const row = { SettlementId: 'D-1', SettledOn: '2026-05-18', Lines: [{ InvoiceNo: '3001' }] };
		server().business.directPayouts.push(row);
		const { success } = await run(server(), 'settlement.getDirect', {
			settlementNumber: chosen('D-1'),
		});
		expect(jsons(success)).toEqual([row]);
		expect(server().log[0]?.path).toBe('/direct-payouts/D-1');
	});

	it('the status of an invoice comes out of its envelope', async () => {
		server().business.invoices.push(invoice(1));
		const { success } = await run(server(), 'invoice.getStatus', { invoiceNumber: chosen('3001') });
		expect(jsons(success)).toEqual([
			{
				InvoiceNo: '3001',
				Status: 'H',
				DueOn: '2026-06-01',
				Currency: 'EUR',
				PaidAmount: 0,
				UnpaidAmount: 125.5,
			},
		]);
		expect(server().log[0]?.path).toBe('/salesinvoices/3001/status');
	});

	it('a collection case by its number, which is a row of a list in the document', async () => {
		server().business.cases.push(aCase(1), aCase(2));
		const { success } = await run(server(), 'collectionCase.get', {
			filters: { caseId: chosen('CASE-2') },
			simplify: false,
		});
		expect(jsons(success)).toEqual([aCase(2)]);
		expect(server().log[0]?.query).toMatchObject({ caseNumber: 'CASE-2' });
	});

	it('collection cases of an invoice that fill more than a page are given whole', async () => {
		server().business.cases = series(60, aCase);
		const { success, failed } = await run(server(), 'collectionCase.get', {
			filters: { invoiceNumber: chosen('3001') },
			simplify: false,
		});
		expect(failed).toEqual([]);
		expect(jsons(success)).toEqual(series(60, aCase));
	});

	it('a collection case is not asked for without its number', async () => {
		const { failed } = await run(server(), 'collectionCase.get', { filters: {} });
		expect(failed[0]?.json.error).toContain("'Case ID' or 'Invoice Number'");
		expect(server().log).toEqual([]);
	});

	it('the status of a batch comes out of its envelope', async () => {
		const { success } = await run(server(), 'collectionCase.getBatchStatus', { batchId: '3001' });
		expect(jsons(success)).toEqual([
			{ BatchNumber: '3001', Status: 'Done', UploadedCount: 2, FailedCount: 0 },
		]);
		expect(server().log[0]?.path).toBe('/collection/batches/3001');
	});

	it('the summary of a debtor', async () => {
		const { success } = await run(server(), 'debtor.getSummary', {
			customerCode: chosen('C-1007'),
			simplify: false,
		});
		expect(jsons(success)).toMatchObject([
			{ Debtor: { CustomerNumber: 'C-1007' }, PrincipalAmount: 100, UnpaidAmount: 106.5 },
		]);
		expect(server().log[0]?.path).toBe('/collection/debtors/C-1007/summary');
	});

	it('the state of an agreement', async () => {
		const { success } = await run(server(), 'externalInvoice.getAgreementStatus', {
			externalAgreementIdentifier: 'EXT-31',
		});
		expect(jsons(success)).toMatchObject([{ Status: 'ACTIVE', Active: true }]);
		expect(server().log[0]?.path).toBe('/external/agreements/EXT-31/status');
	});

	it('the key is valid', async () => {
		const { success } = await run(server(), 'token.validate');
		expect(jsons(success)).toEqual([{ Valid: true, Explanation: 'The key is valid' }]);
		expect(server().log[0]?.path).toBe('/token/validity');
	});
});

describe('the test of the credential', () => {
	it('is fine with a key that the API accepts', async () => {
		expect(await testCredential(credentialOf(server()))).toMatchObject({ status: 'OK' });
		expect(server().log.map(({ status }) => status)).toEqual([200]);
	});

	it('tells a key that it does not accept', async () => {
		const { status, message } = await testCredential({
			...credentialOf(server()),
			apiKey: 'wrong-key',
		});
		expect(status).toBe('Error');
		expect(message).toContain('does not accept this API key (401)');
	});
});

describe('lists in the editor', () => {
	const search = async (method: string, filter?: string) =>
		await searchList(method, credentialOf(server()), filter);

	it('of invoices show number and buyer, and find by either', async () => {
		server().business.invoices = series(30, invoice);
		const { results } = await search('searchInvoices');
		expect(results).toHaveLength(30);
		expect(results.find(({ value }) => value === '3007')?.name).toContain('Example 7 Oy');
		expect((await search('searchInvoices', '3007')).results.map(({ value }) => value)).toEqual([
			'3007',
		]);
		expect((await search('searchInvoices', 'example 29')).results).toMatchObject([
			{ value: '3029' },
		]);
	});

	it('of customers go on over pages', async () => {
		server().business.customers = series(150, customer);
		const first = await search('searchCustomers');
		expect(first.results).toHaveLength(100);
		const rest = await searchList(
			'searchCustomers',
			credentialOf(server()),
			undefined,
			String(first.paginationToken),
		);
		expect(rest.results).toHaveLength(50);
		expect(rest.results[0]).toMatchObject({
			value: 'C-101',
			name: expect.stringContaining('Example 101 Oy'),
		});
	});

	it.each<[string, () => void, string]>([
		['searchProducts', () => server().business.products.push(product(1)), 'P-1'],
		['searchSettlements', () => server().business.payouts.push(payout(1)), 'S-1'],
		['searchCases', () => server().business.claims.push(claim(1)), 'CASE-1'],
	])('%s gives what identifies each', async (method, fill, value) => {
		fill();
		expect((await search(method)).results).toMatchObject([
			{ value, name: expect.stringContaining(value) },
		]);
	});
});
