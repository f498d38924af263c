import { type Part, ServedContracts } from '../support/servedContract.cts';
import type { Running } from './simulatorClient';
import { startSimulator } from './simulatorClient';

const contracts = new ServedContracts();
let running: Running | undefined;

afterEach(async () => {
	const violations = [...(running?.simulator.control.violations() ?? [])];
	await running?.simulator.close();
	running = undefined;
	expect(violations).toEqual([]);
});

afterAll(() => contracts.end());

/** A simulator of our contract, but for what is changed in it. */
async function serving(...[name, change]: Parameters<ServedContracts['serveChanged']>) {
	contracts.serveChanged(name, change);
	running = await startSimulator();
	return running;
}

const rename = (schema: Part, from: string, to: string, more: object = {}) => {
	const { [from]: member, ...rest } = schema.properties as Part;
	schema.properties = { ...rest, [to]: { ...member, ...more } as Part };
};
const answerOf = (operation: Part | undefined, status: string) => operation?.responses?.[status];

it('gives money as text and ids as numbers where the contract has them so, and takes them', async () => {
	const { api } = await serving('types', (schemas) => {
		const money = { type: 'string', pattern: '^-?\\d+\\.\\d{2}$' };
		rename(schemas.SalesInvoice ?? {}, 'TotalAmount', 'total', money);
		rename(schemas.OnlineSalesInvoices ?? {}, 'OpenAmount', 'left', money);
		rename(schemas.OnlineSalesInvoices ?? {}, 'InvoiceNumber', 'no', { type: 'integer' });
		rename(schemas.OnlineSalesInvoices ?? {}, 'InvoiceDate', 'at', { format: 'date-time' });
	});
	const rows = [{ Description: 'Example work' }];
	const invoice = { InvoiceDate: '2026-03-02', InvoiceRows: rows };
	await api.post('/gensalesinvoices', [{ ...invoice, InvoiceNumber: '7', total: '100.10' }]);
	const { data } = await api.get('/salesinvoices');

	expect(data.Data).toMatchObject([{ no: 7, left: '100.10', at: '2026-03-02T00:00:00Z' }]);
});

it('counts pages from the first one of the contract', async () => {
	const { api } = await serving('pages', (_schemas, paths) => {
		const parameters = paths['/salesinvoices']?.get?.parameters as unknown as Array<
			Record<string, unknown>
		>;
		for (const parameter of parameters) {
			if (parameter.name === 'page') Object.assign(parameter, { name: 'p', 'x-first-page': 0 });
		}
	});
	await api.post(
		'/gensalesinvoices',
		[1, 2, 3].map((InvoiceNumber) => ({ InvoiceNumber, InvoiceRows: [] })),
	);
	const unasked = await api.get('/salesinvoices', { params: { pageSize: 2 } });
	const second = await api.get('/salesinvoices', { params: { pageSize: 2, p: 1 } });
	const none = await api.get('/salesinvoices', { params: { p: -1 } });

	expect(unasked.data).toMatchObject({
		Data: [{ InvoiceNumber: '1' }, { InvoiceNumber: '2' }],
		Meta: { Page: 0, TotalCount: 3 },
	});
	expect(second.data).toMatchObject({ Data: [{ InvoiceNumber: '3' }], Meta: { Page: 1 } });
	expect(none.data.Message).toBe('p must be a whole number from 0.');
});

it('answers without a body, with plain failures and with members it does not know', async () => {
	const { api } = await serving('answers', (schemas, paths) => {
		const removal = paths['/customers/{customerCode}']?.delete ?? {};
		removal.responses = { 204: { description: 'Gone' } as never };
		const customers = paths['/customers'] ?? {};
		for (const status of ['200', '202']) {
			const json = answerOf(customers.post, status)?.content?.['application/json'];
			if (json !== undefined) json.schema = { $ref: '#/components/schemas/Taken' } as never;
		}
		const array = { 'x-field': 'failures', 'x-role': 'failures', type: 'array' };
		schemas.Taken = {
			type: 'object',
			required: ['all_well', 'ok', 'refused', 'batch'],
			properties: {
				all_well: { type: 'boolean', 'x-field': 'allWell' },
				ok: { type: 'integer', 'x-field': 'ok', 'x-role': 'taken' },
				refused: { ...array, items: { type: 'string' } },
				batch: { type: 'string', 'x-field': 'batch', examples: ['B-1'] },
			},
		} as never;
	});
	const customer = { CustomerCode: 'C-1', Name: 'Example Buyer Oy' };
	const made = await api.post('/customers', [customer, customer]);
	const removed = await api.delete('/customers/C-1');
	const listed = await api.get('/customers');

	expect(made.data).toEqual({ all_well: true, ok: 1, refused: ['C-1'], batch: 'B-1' });
	expect([removed.status, removed.data]).toEqual([204, '']);
	expect(listed.data).toEqual([]);
});

it('says that it cannot where a new operation has no example, and lacks nothing else', async () => {
	const { api } = await serving('new', (_schemas, paths) => {
		const schema = { type: 'array', items: { type: 'object' } };
		const content = { 'application/json': { schema } };
		paths['/news'] = {
			get: { operationId: 'listNews', responses: { 200: { description: 'News', content } } },
		} as never;
	});
	const news = await api.get('/news');
	const customers = await api.get('/customers');

	expect(news.status).toBe(501);
	expect(news.data.Message).toBe(
		'The simulator knows nothing of listNews, and the contract has no example of its answer.',
	);
	expect(customers.status).toBe(200);
});

it('does not start without an operation that an action uses', async () => {
	await expect(
		serving('lacking', (_schemas, paths) => {
			const { get } = paths['/products'] ?? {};
			if (get !== undefined) get.operationId = 'listGoods' as never;
		}),
	).rejects.toThrow('The simulator does not handle listGoods.');
});

it('refuses what it does not know in the form of errors that the contract has', async () => {
	await serving('renamed', (schemas) => rename(schemas.ErrorMessage ?? {}, 'Message', 'Title'));
	const unknown = await running?.api.get('/nowhere');

	expect(unknown?.data).toEqual({ Title: 'There is no GET /v2/nowhere.', Code: 404 });
});

it('a member that only reads like one of ours is not taken for it', async () => {
	await serving('strays', (schemas) => rename(schemas.SalesInvoice ?? {}, 'DueDate', 'PayBy'));
	const rows = [{ Description: 'Example work' }];
	const invoice = { InvoiceNumber: 1, dueDate: '2026-01-01', InvoiceRows: rows };
	await running?.api.post('/gensalesinvoices', [invoice]);
	const { data } = (await running?.api.get('/salesinvoices')) ?? {};
	const kept = running?.simulator.control.invoices()[0]?.submitted;

	expect(data.Data[0].DueDate).toBeUndefined();
	expect(kept).toEqual(invoice);
});
