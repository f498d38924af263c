import { tryAdoption } from '../support/adopting.cts';
import { operationsOf, readContract } from '../support/contract.cts';

type Json = Record<string, unknown>;
type Operation = { summary: string; parameters?: Json[]; requestBody?: unknown } & Json;
type Document = {
	servers: Json[];
	paths: Record<string, Record<string, Operation>>;
	components: { schemas: Record<string, { properties: Record<string, Json> } & Json> };
} & Json;

/** Our own contract as a vendor would write it, with a change: without our marks. */
function changed(change: (document: Document) => void): Document {
	const document = JSON.parse(JSON.stringify(readContract()), (key: string, value: unknown) =>
		key.startsWith('x-') ? undefined : value,
	) as Document;
	change(document);
	return document;
}

function take(document: Document, path: string, method: string): Operation {
	const operation = document.paths[path]?.[method];
	if (operation === undefined) throw new Error(`No ${method} ${path}`);
	delete document.paths[path]?.[method];
	return operation;
}

function put(document: Document, path: string, method: string, operation: Operation): void {
	(document.paths[path] ??= {})[method] = operation;
}

const json = (schema: Json) => ({ content: { 'application/json': { schema } } });
const text = { type: 'string' };
const number = { type: 'integer' };

const swapped = changed((document) => {
	const item = document.paths['/customers/{customerCode}'];
	const [change, remove] = [item?.put, item?.delete];
	if (change === undefined || remove === undefined) throw new Error('No customer');
	[change.summary, remove.summary] = [remove.summary, change.summary];
});

const search = changed((document) => {
	const operation = take(document, '/salesinvoices', 'get');
	delete operation.parameters;
	operation.requestBody = json({
		type: 'object',
		properties: {
			invoice_no: text,
			invoice_date_from: { type: 'string', format: 'date' },
			invoice_date_to: { type: 'string', format: 'date' },
			status: text,
			page_no: { ...number, default: 0 },
			per_page: number,
			order_by: text,
			order: text,
		},
	});
	put(document, '/salesinvoices/search', 'post', operation);
});

const optionalKey = changed((document) => {
	const operation = take(document, '/products/{prodCode}', 'delete');
	operation.parameters = [{ name: 'prodCode', in: 'query', schema: text }];
	put(document, '/products', 'delete', operation);
});

const moreToCome = changed((document) => {
	const operation = document.paths['/creditlossreceivables']?.get;
	if (operation === undefined) throw new Error('No list');
	operation.responses = {
		200: {
			description: 'Some',
			...json({
				type: 'object',
				properties: {
					Rows: { type: 'array', items: { $ref: '#/components/schemas/CreditLossReceivable' } },
					HasMore: { type: 'boolean' },
				},
			}),
		},
	};
});

const unclearCount = changed((document) => {
	const operation = document.paths['/products']?.post;
	if (operation === undefined) throw new Error('No upload');
	const answer = {
		description: 'Done',
		...json({ type: 'object', properties: { Processed: number } }),
	};
	operation.responses = { 200: answer };
});

const otherHost = changed((document) => {
	document.servers = [{ url: 'https://api.elsewhere.example/v2' }];
});
const sandboxOnly = changed((document) => {
	document.servers = [{ url: 'https://sandbox.cash-in.com/v2', description: 'Sandbox' }];
});
const plainHttp = changed((document) => {
	document.servers = [{ url: 'http://api.cash-in.com/v2' }];
});
const otherProduct = {
	openapi: '3.0.0',
	info: { title: 'Pets', version: '1' },
	paths: {
		'/pets': { get: { summary: 'List all pets', responses: { 200: { description: 'x' } } } },
	},
};
const file = changed((document) => {
	put(document, '/salesinvoices/{invoiceNumber}/pdf', 'get', {
		summary: 'Retrieve invoice status as PDF',
		parameters: [{ name: 'invoiceNumber', in: 'path', required: true, schema: text }],
		responses: { 200: { description: 'PDF', content: { 'application/pdf': { schema: text } } } },
	});
	delete document.paths['/invoicestatus'];
});

const cents = changed((document) => {
	const row = document.components.schemas.SalesInvoiceRow?.properties;
	if (row === undefined) throw new Error('No row');
	row.Price = { type: 'integer', description: 'Price of one, in cents' };
});
const finnish = changed((document) => {
	const invoice = document.components.schemas.SalesInvoice;
	if (invoice === undefined) throw new Error('No invoice');
	const { Reference, BuyersReference, SalesReference, DueDate, ...rest } = invoice.properties;
	invoice.properties = {
		...rest,
		yourReference: BuyersReference ?? {},
		ourReference: SalesReference ?? {},
		viitenumero: Reference ?? {},
		eräpäivä: DueDate ?? {},
	};
});

const otherCasing = changed((document) => {
	const { schemas } = document.components;
	const { SellerInfoDTO } = schemas;
	if (SellerInfoDTO === undefined) throw new Error('No seller');
	delete schemas.SellerInfoDTO;
	schemas.seller_info_dto = SellerInfoDTO;
	const text_ = JSON.stringify(document.paths).replaceAll('/SellerInfoDTO"', '/seller_info_dto"');
	document.paths = JSON.parse(text_) as Document['paths'];
	put(document, '/sellers', 'post', take(document, '/gensalesinvoiceswithsellerinfo', 'post'));
	document.components.schemas = JSON.parse(
		JSON.stringify(schemas).replaceAll('/SellerInfoDTO"', '/seller_info_dto"'),
	) as Document['components']['schemas'];
});

const KEY_LINE = 'parameter deleteProduct.prodCode';
const cases = {
	swapped: { document: swapped },
	search: { document: search },
	optionalKey: { document: optionalKey },
	keyDecided: { document: optionalKey, pairs: { [KEY_LINE]: 'prodCode' } },
	moreToCome: { document: moreToCome },
	unclearCount: { document: unclearCount },
	otherHost: { document: otherHost },
	hostRefused: {
		document: otherHost,
		pairs: { 'server production': 'https://api.cash-in.com/v2' },
	},
	sandboxOnly: { document: sandboxOnly },
	plainHttp: { document: plainHttp },
	otherProduct: { document: otherProduct },
	file: { document: file },
	cents: { document: cents },
	finnish: { document: finnish },
	otherCasing: {
		document: otherCasing,
		pairs: { 'operation createInvoiceWithSellerInfo': null },
	},
};
const outcomes = tryAdoption(Object.values(cases));
const outcomeOf = (name: keyof typeof cases) => {
	const outcome = outcomes[Object.keys(cases).indexOf(name)];
	if (outcome === undefined) throw new Error(`No outcome of ${name}`);
	return outcome;
};
const rowOf = (name: keyof typeof cases, id: string) => {
	const { contract } = outcomeOf(name);
	return contract === undefined
		? undefined
		: operationsOf(contract).find((operation) => operation.id === id);
};

test('titles that contradict methods are asked for, and an update never becomes a delete', () => {
	const { questions } = outcomeOf('swapped');
	expect(questions).toEqual(
		expect.arrayContaining(['operation updateCustomer', 'operation deleteCustomer']),
	);
	expect(rowOf('swapped', 'updateCustomer')?.method).toBe('PUT');
	expect(rowOf('swapped', 'deleteCustomer')?.method).toBe('DELETE');
});

test('what a list is asked by may stand in the body, its pages too', () => {
	expect(outcomeOf('search').reasons).toEqual([]);
	const row = rowOf('search', 'listSalesInvoices');
	expect(row).toMatchObject({ method: 'POST', path: '/salesinvoices/search', parameters: [] });
	const { $ref = '' } = row?.operation.requestBody?.content?.['application/json']?.schema ?? {};
	const schemas = outcomeOf('search').contract?.components.schemas;
	expect(schemas?.[$ref.replace(/^.*\//, '')]?.properties).toMatchObject({
		invoice_no: { 'x-field': 'invoiceNumber', 'x-criterion': true },
		invoice_date_from: { 'x-field': 'fromInvDate', 'x-criterion': true },
		invoice_date_to: { 'x-field': 'toInvDate', 'x-criterion': true },
		status: { 'x-field': 'status', 'x-criterion': true },
		page_no: { 'x-role': 'page', 'x-first-page': 0 },
		per_page: { 'x-role': 'pageSize' },
		order_by: { 'x-role': 'sortBy' },
		order: { 'x-role': 'sortOrder' },
	});
});

test('a delete whose key may be left out is refused, until somebody says that it is the key', () => {
	const [reason, ...more] = outcomeOf('optionalKey').reasons;
	expect(more).toEqual([]);
	expect(reason).toContain('would delete all');
	expect(reason).toContain(`"${KEY_LINE}: prodCode" in contract/pairs.yaml`);
	expect(outcomeOf('keyDecided').reasons).toEqual([]);
	expect(rowOf('keyDecided', 'deleteProduct')?.parameters).toMatchObject([
		{ name: 'prodCode', 'x-needed': true },
	]);
});

test.each([
	['moreToCome', /^listCreditLossReceivables comes in pieces, since its answer has HasMore/],
	['unclearCount', /^createProducts: nothing in the vendor's answer counts what was taken/],
	['plainHttp', /^Production would be http:\/\/.* never sent without https/],
	['cents', /^createInvoice: Price is in cents by the vendor's document/],
	['otherProduct', /^None of our \d+ operations is in this document/],
] as const)('%s is refused', (name, sentence) => {
	const { reasons } = outcomeOf(name);
	expect(reasons.length).toBeGreaterThan(0);
	expect(reasons[0]).toMatch(sentence);
});

test('keys are sent to another host only when somebody says so, and never to a sandbox', () => {
	const ours = readContract().servers[0]?.url;
	expect(outcomeOf('otherHost').questions).toContain('server production');
	expect(outcomeOf('hostRefused').questions).not.toContain('server production');
	expect(outcomeOf('hostRefused').contract?.servers[0]?.url).toBe(ours);
	expect(outcomeOf('sandboxOnly').contract?.servers.map(({ url }) => url)).toEqual([
		ours,
		'https://sandbox.cash-in.com/v2',
	]);
});

test('what answers with a file is new, whatever it is called', () => {
	expect(outcomeOf('file').questions).toEqual([]);
	expect(rowOf('file', 'getInvoiceStatus')?.operation['x-absent']).toBe(true);
	expect(rowOf('file', 'retrieveInvoiceStatusAsPDF')?.path).toBe(
		'/salesinvoices/{invoiceNumber}/pdf',
	);
});

test("the payment's reference is not taken for the buyer's or the seller's, in Finnish either", () => {
	const invoice = outcomeOf('finnish').contract?.components.schemas.SalesInvoice?.properties;
	expect(invoice).toMatchObject({
		viitenumero: { 'x-field': 'reference' },
		yourReference: { 'x-field': 'buyersReference' },
		ourReference: { 'x-field': 'salesReference' },
		eräpäivä: { 'x-field': 'dueDate' },
	});
});

test('no two schemas differ in the casing of their names alone', () => {
	const { contract, reasons } = outcomeOf('otherCasing');
	expect(reasons).toEqual([]);
	const names = Object.keys(contract?.components.schemas ?? {}).map((name) => name.toLowerCase());
	expect(new Set(names).size).toBe(names.length);
	expect(names.filter((name) => name.startsWith('sellerinfodto'))).toHaveLength(2);
});
