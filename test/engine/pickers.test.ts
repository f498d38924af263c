import type { INodeProperties } from 'n8n-workflow';

import { CashIn } from '../../nodes/CashIn/CashIn.node';
import { endpoints, type EndpointId } from '../../nodes/CashIn/api/generated/endpoints';
import { parameterFields } from '../../nodes/CashIn/actions/shared/parameters';
import { pickerOf, pickers } from '../../nodes/CashIn/api/pickers';
import { rowMembersOf } from '../support/contract.cts';
import type { Credential } from '../support/engine';
import { namesIn } from '../support/parameters';
import { searchList } from '../support/pickers';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator({ now: '2026-05-20T09:00:00Z' });
const credential = (more: Credential = {}) => ({ baseUrl: simulator().url, ...more });
const answered = (body: unknown, status = 200, count = 9) =>
	simulator().control.addFault({ kind: 'errorShape', status, body, count });
const open = async (method: string, filter?: string, token?: string) =>
	await searchList(method, credential(), filter, token);
const names = ({ results }: { results: Array<{ name: string }> }) =>
	results.map(({ name }) => name);
const queries = () => simulator().requests.map(({ query }) => query);

/** Every parameter that the contract marks as chosen from a list. */
const chosen = Object.entries(endpoints).flatMap(([endpoint, { parameters }]) =>
	parameters
		.filter(({ picker }) => picker !== undefined)
		.map(({ field, picker = '' }) => ({
			endpoint: endpoint as EndpointId,
			parameter: field,
			picker,
		})),
);

const everyPicker = Object.values(pickers).map((picker) => picker);

describe('a list shows what a person recognises', () => {
	it.each<[string, unknown, string]>([
		[
			'searchInvoices',
			{
				InvoiceNumber: 1042,
				SalesName: 'Example Buyer Oy',
				InvoiceDate: '2026-03-02',
				TotalAmount: 125.5,
				Currency: 'EUR',
			},
			'1042 · Example Buyer Oy · 2026-03-02 · 125.50 EUR',
		],
		[
			'searchCustomers',
			{
				CustomerCode: 'C-1',
				Name: 'Example Buyer Oy',
				City: 'Oulu',
				Identifier: '010100-123D',
			},
			'C-1 · Example Buyer Oy · Oulu',
		],
		[
			'searchProducts',
			{ ProdCode: 'P/1', Name: 'Example work', Price: 10, Currency: 'EUR' },
			'P/1 · Example work · 10.00 EUR',
		],
		[
			'searchSettlements',
			{
				SettlementNumber: 'S-7',
				SettlementDate: '2026-03-09',
				SettlementAmount: 0.1,
				Currency: 'EUR',
			},
			'S-7 · 2026-03-09 · 0.10 EUR',
		],
		[
			'searchDirectSettlements',
			{ SettlementNumber: 8, SettlementDate: '2026-03-09' },
			'8 · 2026-03-09',
		],
		[
			'searchCases',
			{
				CaseId: 'CASE-1',
				InvoiceNumber: '77',
				Status: 'Open',
				OpenAmount: 25,
				Currency: 'EUR',
			},
			'CASE-1 · 77 · Open · 25.00 EUR',
		],
	])('%s', async (method, row, name) => {
		answered([row]);
		expect(names(await open(method))).toEqual([name]);
	});
});

it('the lists of the real thing are read: invoices, customers, products', async () => {
	simulator().control.seedExamples();
	simulator().control.seed({ invoices: 3, seed: 1 });
	for (const method of ['searchInvoices', 'searchCustomers', 'searchProducts'] as const) {
		const { results } = await open(method);
		expect(results.length).toBeGreaterThan(0);
		for (const { name, value } of results) expect(name.startsWith(`${value} · `)).toBe(true);
	}
});

describe('scrolling', () => {
	it('goes through all invoices once, the newest first, a page at a time', async () => {
		simulator().control.seed({ invoices: 250, seed: 3, spreadDays: 90 });
		const seen: string[] = [];
		const dates: string[] = [];
		let token: string | undefined;
		let calls = 0;
		do {
			expect((calls += 1)).toBeLessThanOrEqual(4);
			const page = await open('searchInvoices', undefined, token);
			seen.push(...page.results.map(({ value }) => String(value)));
			dates.push(...names(page).map((name) => name.split(' · ')[2] ?? ''));
			token = page.paginationToken as string | undefined;
			expect(['string', 'undefined']).toContain(typeof token);
		} while (token !== undefined);
		expect(new Set(seen).size).toBe(250);
		expect(seen).toHaveLength(250);
		expect(dates).toEqual([...dates].sort().reverse());
		expect(
			queries()
				.slice(0, 3)
				.map(({ page, pageSize }) => [page, pageSize]),
		).toEqual([
			['1', '100'],
			['2', '100'],
			['3', '100'],
		]);
	});

	it('goes through a list that has no pages as well', async () => {
		answered(Array.from({ length: 230 }, (_, index) => ({ CustomerCode: `C-${index}` })));
		const first = await open('searchCustomers');
		const second = await open('searchCustomers', '', first.paginationToken as string);
		const third = await open('searchCustomers', '', second.paginationToken as string);
		expect([first, second, third].map(({ results }) => results.length)).toEqual([100, 100, 30]);
		expect([first.paginationToken, third.paginationToken]).toEqual(['100', undefined]);
	});

	it('ends at a server that gives the same page again and again', async () => {
		answered([{ InvoiceNumber: 1 }, { InvoiceNumber: 2 }]);
		const { results, paginationToken } = await open('searchInvoices');
		expect([results.length, paginationToken]).toEqual([2, undefined]);
	});

	it('shows a case of several receivables once', async () => {
		answered([
			{ CaseId: 'CASE-1', InvoiceNumber: 1 },
			{ CaseId: 'CASE-1', InvoiceNumber: 2 },
			{ InvoiceNumber: 3, Status: 'Pending' },
		]);
		expect((await open('searchCases')).results.map(({ value }) => value)).toEqual(['CASE-1']);
	});
});

describe('typing into the search', () => {
	it('finds an invoice far down the list by its number, in two requests at most', async () => {
		simulator().control.seed({ invoices: 400, seed: 4 });
		const { results } = await open('searchInvoices', '80000399');
		expect(results.map(({ value }) => value)).toContain('80000399');
		expect(queries()[0]).toMatchObject({ invoiceNumber: '80000399', page: '1' });
	});

	it('finds by any words of the label, in capitals or not', async () => {
		answered([
			{ CustomerCode: 'C-1', Name: 'Åland Boats Ab', City: 'Mariehamn' },
			{ CustomerCode: 'C-2', Name: 'Example Buyer Oy', City: 'Oulu' },
		]);
		expect(names(await open('searchCustomers', ' mariehamn  ÅLAND '))).toEqual([
			'C-1 · Åland Boats Ab · Mariehamn',
		]);
	});

	it('reads ten pages at most, and goes on from there', async () => {
		simulator().control.seed({ invoices: 1_250, seed: 5 });
		const { results, paginationToken } = await open('searchInvoices', 'no such buyer');
		expect([results, paginationToken]).toEqual([[], '11']);
		expect(simulator().requests).toHaveLength(10);
		const rest = await open('searchInvoices', 'no such buyer', paginationToken as string);
		expect(rest).toEqual({ results: [] });
		expect(queries()[10]).toMatchObject({ page: '11' });
	});

	it('sends nothing but digits to Cash-In: it may be a personal identity code', async () => {
		for (const filter of ['010100-123D', 'Virtanen', '1042a', '1'.repeat(21)]) {
			await open('searchInvoices', filter);
		}
		for (const query of queries()) expect(query).not.toHaveProperty('invoiceNumber');
		expect(simulator().requests.length).toBeGreaterThan(0);
	});

	it('does without an order that Cash-In does not know', async () => {
		simulator().control.seed({ invoices: 2, seed: 6 });
		answered({ Message: 'sortBy is not known' }, 400, 1);
		expect((await open('searchInvoices')).results).toHaveLength(2);
		expect(queries().map(({ sortBy }) => sortBy)).toEqual(['InvoiceDate', undefined]);
	});

	it('takes a 404 for a number as "none of that number", not as an error', async () => {
		simulator().control.seed({ invoices: 2, seed: 6 });
		answered({ Message: 'no such invoice' }, 404, 1);
		expect((await open('searchInvoices', '800')).results).toHaveLength(2);
	});
});

it('the invoices of one day stand newest first too, where Cash-In knows no order', async () => {
	const row = (InvoiceNumber: number, InvoiceDate: string) => ({ InvoiceNumber, InvoiceDate });
	answered([row(9, '2026-05-19'), row(10, '2026-05-20'), row(11, '2026-05-20')], 200, 1);
	expect(names(await open('searchInvoices'))).toEqual([
		'11 · 2026-05-20',
		'10 · 2026-05-20',
		'9 · 2026-05-19',
	]);
});

it.each(['makinen', 'MÄKI', 'a\u0308k'])('a list finds Mäkinen for %s', async (typed) => {
	answered([
		{ CustomerCode: 'C-1', Name: 'Mäkinen Esimerkki' },
		{ CustomerCode: 'C-2', Name: 'Other' },
	]);
	expect(names(await open('searchCustomers', typed))).toEqual(['C-1 · Mäkinen Esimerkki']);
});

it('the VAT rates of today can be chosen from, without a question to Cash-In', async () => {
	const { results } = await open('searchVatRates');
	expect(results.map(({ value }) => value)).toEqual(['25.5', '13.5', '10', '0']);
	expect(simulator().requests).toEqual([]);
});

describe('a list that cannot be read says why, and what to do', () => {
	// n8n takes a message apart at its hyphens, and shows the parts without.
	it('keeps the hyphen of Cash-In, and says that By ID is a way around', async () => {
		answered({}, 500);
		await expect(open('searchInvoices')).rejects.toMatchObject({
			message: expect.stringMatching(
				/^[^-–—]*Cash\u2011In answered 500[^-–—]* Or choose 'By ID' and enter what identifies the invoice\.$/,
			),
		});
	});

	it.each<[string, unknown, number, RegExp, RegExp]>([
		['a wrong key', {}, 401, /answered 401/, /Check 'API Key'/],
		['no such path', {}, 404, /answered 404/, /\{"listCustomers": "\/the\/right\/path"\}/],
		['a web page', '<html><title>Oops</title></html>', 200, /Something other/, /Base URL/],
		['a message', { Message: 'no list' }, 200, /an answer without a list/, /Base URL/],
		['entries of another kind', [{ Code: 1 }], 200, /have no CustomerCode/, /'By ID'/],
	])('%s', async (_, body, status, message, advice) => {
		answered(body, status);
		await expect(open('searchCustomers')).rejects.toMatchObject({
			message: expect.stringMatching(message),
			description: expect.stringMatching(advice),
		});
	});

	it('no list at all is not an error', async () => {
		answered([]);
		expect(await open('searchCustomers')).toEqual({ results: [] });
	});

	it('a credential that cannot be used is told apart', async () => {
		const wrong = credential({ baseUrl: 'http://example.com' });
		await expect(searchList('searchCustomers', wrong)).rejects.toThrow(/over plain http/);
	});
});

describe.each(everyPicker)('$search', (picker) => {
	it('goes where the credential says its path is, and nowhere else', async () => {
		answered([]);
		const endpointOverrides = JSON.stringify({ [picker.list]: '/elsewhere' });
		await searchList(picker.search, credential({ endpointOverrides }));
		expect(simulator().requests.map(({ path }) => path)).toEqual(['/v2/elsewhere']);
		const other = JSON.stringify({ validateToken: '/elsewhere' });
		await searchList(picker.search, credential({ endpointOverrides: other }));
		expect(simulator().requests[1]?.path).toBe(`/v2${endpoints[picker.list].path}`);
	});

	it('names members and parameters the contract knows', () => {
		const members = rowMembersOf(picker.list);
		expect(members).toEqual(expect.arrayContaining([picker.id, ...picker.label.flat()]));
		const parameters = namesIn(picker.list, 'query');
		const asked = { ...picker.query, ...picker.order };
		expect(parameters).toEqual(expect.arrayContaining(Object.keys(asked)));
		if (picker.exact !== undefined) expect(parameters).toContain(picker.exact);
	});

	it('is offered by at least one parameter', () => {
		expect(chosen.map(({ picker }) => pickers[picker]?.search)).toContain(picker.search);
	});
});

describe.each(chosen)('$parameter of $endpoint', ({ endpoint, parameter }) => {
	const isPath = namesIn(endpoint, 'path').includes(parameter);

	it('is a parameter of the contract', () => {
		expect([...namesIn(endpoint, 'path'), ...namesIn(endpoint, 'query')]).toContain(parameter);
	});

	it('is chosen from a list that exists, or typed in', () => {
		const fields = parameterFields(endpoint);
		const filters = fields.flatMap(({ options = [] }) => options as INodeProperties[]);
		const field = [...fields, ...filters].find((one) => one.name === parameter);
		const list = field?.modes?.find((mode) => mode.name === 'list');
		expect(field).toMatchObject({ type: 'resourceLocator', ...(isPath ? { required: true } : {}) });
		expect(field?.modes?.map((mode) => mode.name).sort()).toEqual(['id', 'list']);
		expect(Object.keys(new CashIn().methods.listSearch)).toContain(
			list?.typeOptions?.searchListMethod,
		);
	});
});

it('the list of settlements is not opened by itself, and what that does is said', () => {
	const field = (endpoint: EndpointId): INodeProperties | undefined => parameterFields(endpoint)[0];
	for (const endpoint of ['getSettlement', 'getDirectSettlement'] as const) {
		expect(field(endpoint)).toMatchObject({
			default: { mode: 'id' },
			hint: expect.stringMatching(/may mark them as read/),
		});
		expect(field(endpoint)?.modes?.[0]?.name).toBe('id');
		expect(field(endpoint)?.hint?.length).toBeLessThanOrEqual(120);
	}
	expect(field('updateInvoice')).toMatchObject({ default: { mode: 'list' } });
});

it("a creditor's own code is typed in: no list holds it", () => {
	expect(pickerOf('updateCreditor', 'customerCode')).toBeUndefined();
	expect(pickerOf('renewToken', 'customerCode')).toBeUndefined();
});
