import { createClient } from '../../scripts/live/client.cts';
import { operationsOf } from '../support/contract.cts';
import { contractCopy, foreignServer, liveCheck } from '../support/liveCheck.cts';

const KEY = ['Live', '4417', 'abcdEFGH'].join('-');
const CODE = '131052-308T';

/** Everything in here that is data holds one of these, and nothing that is shown may. */
const DATA = /zq|88117|131052|308T|2019|live-|4417|abcdefgh/i;

const row = {
	InvoiceNumber: 881170,
	Status: 'Paid',
	Currency: 'EUR',
	SalesName: 'Zqvist Oy',
	invoiceDate: '1.2.2019',
	Reference: 881171.5,
	extra_note: null,
	Kvartaali: 'zq',
	// Names that are data, among members that are known; the last holds a part of the key.
	'C-88117': 1,
	'zq@example.com': 2,
	[CODE]: 3,
	myabcdEFGHName: 4,
};
const secret = { zq: 'zq', Message: `zq ${KEY}`, [KEY]: KEY };

let server: Awaited<ReturnType<typeof foreignServer>>;
let events: string[];
afterEach(async () => await server.close());

async function run(replies: Parameters<typeof foreignServer>[0], args: string[] = []) {
	events = [];
	server = await foreignServer(replies, events);
	return await liveCheck(server.address, { apiKey: KEY, args, events });
}

/** As hostile as a server can be, one kind of answer for each operation. */
const HOSTILE: Parameters<typeof foreignServer>[0] = {
	'/token/validate': { body: { IsValid: true, Message: 'zq' } },
	'/salesinvoices': {
		headers: { 'X-RateLimit-Remaining': '88117', [`X-RateLimit-${KEY}`]: 'zq' },
		body: { result: { rows: [row, { ...row, extra_note: 'zq' }] }, took: 88117 },
	},
	'/customers': {
		body: [
			{
				CustomerCode: CODE,
				Name: 'Zq',
				[CODE]: 'zq',
				88117: 1,
				FI4950009420028730: 2,
				'zq@example.com': 3,
				byName: { 'Matti Zq': { sum: 1 }, 'Liisa Zq': { sum: 2 } },
				perCustomer: { Zqvist: 881175, Zqvistson: 881176 },
				[KEY]: KEY,
				[`my${KEY}Name`]: 1,
			},
			{ CustomerCode: 'ZQ-88117', Name: 'Zq', Type: 'Zq Person' },
		],
	},
	'/products': { status: 405, body: secret },
	'/onlineproducts': { body: { onlineproducts: [{ ProdCode: 'ZQ', Price: '88117' }] } },
	'/creditlosses': { status: 302, headers: { location: 'http://127.0.0.1/zq' } },
	'/creditlossreceivables': { status: 404, body: '<zq>' },
	'/collectionreceivables': { body: '<html>zq</html>', headers: { 'content-type': 'text/html' } },
	'/allocated-payment-transactions': { body: { Data: [], Meta: null } },
	'/batchinvoices': { status: 204 },
	'/invoicesdeliveryinformation': { status: 400, body: secret },
	'/invoicedeliverystats': { body: `[${'{"Date":"zq"},'.repeat(1_700_000)}{}]` },
	'/receivedpayments': { status: 403, body: secret },
	'/electronicinvoicingcontracts': {
		headers: { 'content-type': `zq/${KEY}` },
		body: { error: 'zq' },
	},
	'/debtorsummary': { body: { Debtor: { CustomerCode: 'ZQ-88117' } } },
	'/salesinvoices/881170/status': { body: { ...row, InvoiceNumber: 881170 } },
};

describe('a server that is not as the contract says', () => {
	test('is asked with GET alone, one row a page, and for nothing that is forbidden', async () => {
		const { findings } = await run(HOSTILE);

		expect(new Set(server.log.map(({ method }) => method))).toEqual(new Set(['GET']));
		expect(new Set(server.log.map(({ key }) => key))).toEqual(new Set([KEY]));
		for (const { path, query } of server.log) {
			expect(path).not.toMatch(/renew|settlement|credential|externalagreement|seller|zq/i);
			if (/^\/(salesinvoices|allocated-payment-transactions)$/.test(path)) {
				expect([path, query.get('pageSize')]).toEqual([path, '1']);
			}
		}
		expect(findings.requests).toBe(server.log.length);
		expect(findings.requests).toBeLessThanOrEqual(findings.most);
		expect(findings.stopped).toBeUndefined();
	});

	test('gets the next request a second after its last answer, never two at once', async () => {
		await run(HOSTILE);

		const asked = events.flatMap((event, at) => (event.startsWith('ask ') ? [at] : []));
		expect(asked.length).toBeGreaterThan(20);
		for (const at of asked.slice(1)) {
			expect(events[at - 1]).toBe('wait 1000');
			// An answer that is too long is broken off, and never finishes.
			expect(['answered', 'ask /invoicedeliverystats']).toContain(events[at - 2]);
		}
	});

	test('has none of its data shown: no id, no name, no amount, no key, no text of an error', async () => {
		const { shown } = await run(HOSTILE);

		const found = shown.split('\n').filter((line) => DATA.test(line));
		expect(found).toEqual([]);
	});

	test('is told apart, answer by answer', async () => {
		const { of, report } = await run(HOSTILE);

		expect(of('validateToken').found).toEqual({ address: '/token/validate', isAlternative: true });
		expect(of('validateToken').tries.map(({ status }) => status)).toEqual([404, 404, 200]);
		expect(of('listProducts').tries.map(({ status }) => status)).toEqual([405, 404, 200]);
		expect(of('listProducts').shape).toMatchObject({ at: 'onlineproducts', rows: 'one' });
		expect(of('listCreditLossReceivables').result).toMatch(/302, a redirect/);
		expect(of('getCollectionReceivablesStatus').result).toMatch(/not JSON/);
		expect(of('listInvoiceBatches').result).toBe('answered 204 without a body');
		expect(of('getInvoiceDeliveryInformation')).toMatchObject({
			result: 'answered 400: it is there, and wants something else',
			errorMembers: ['<key>', 'Message'],
		});
		expect(of('getDeliveryStatistics').result).toMatch(/larger than 20 MB/);
		expect(of('listReceivedPayments').result).toMatch(/^answered 403/);
		expect(of('listElectronicInvoicingContracts').tries).toEqual([
			{ address: '/electronicinvoicingcontracts', status: 200, mediaType: 'another one' },
		]);
		expect(of('listElectronicInvoicingContracts').suggestions).toEqual([]);
		expect(of('getInvoiceStatus').found?.address).toBe('/salesinvoices/{invoiceNumber}/status');
		expect(of('getExternalInvoicePaymentInformation').result).toBe('not found at any address');
		expect(report).toContain('"listProducts": "/onlineproducts"');
		expect(of('listSalesInvoices').limitHeaders).toEqual(['x-ratelimit-remaining']);
	});

	test('has its members compared: type, letters, what is new, how often and how null', async () => {
		const { of } = await run(HOSTILE);

		const { shape, notes } = of('listSalesInvoices');
		expect(shape).toMatchObject({ at: 'result.rows', expected: 'list in Data', rows: 'several' });
		expect(notes.join()).toContain('One row a page was asked for, and several came');
		const member = (name: string) => shape?.members.find((one) => one.name === name);
		expect(member('InvoiceNumber')).toMatchObject({ contract: 'same', types: ['integer'] });
		expect(member('invoiceDate')).toMatchObject({
			contract: 'missing',
			expected: 'InvoiceDate',
			dates: ['D.M.YYYY'],
		});
		expect(member('Reference')).toMatchObject({ contract: 'otherType', types: ['number'] });
		expect(member('extra_note')).toMatchObject({ types: ['string'], nullPercent: 50 });
		expect(member('Status')?.codes).toEqual(['Paid']);
		expect(member('SalesName')?.codes).toBeUndefined();
		expect(member('Kvartaali')).toMatchObject({ contract: 'missing', types: ['string'] });
		expect(shape?.unseen).toContain('DueDate');
		const customer = of('listCustomers').shape?.members ?? [];
		expect(customer.map(({ name }) => name)).toEqual(
			expect.arrayContaining(['<key>', 'byName', 'byName.<key>', 'byName.<key>.sum']),
		);
		expect(customer.find(({ name }) => name === 'Type')?.codes).toBeUndefined();
	});

	test('gives ids that are no personal identity code, and that stay where they are', async () => {
		await run({
			...HOSTILE,
			'/salesinvoices': {
				body: { Data: [{ InvoiceNumber: '../renew' }, { InvoiceNumber: '..' }] },
			},
		});

		const summary = server.log.find(({ path }) => path === '/debtorsummary');
		expect(summary?.query.get('customerCode')).toBe('ZQ-88117');
		expect(
			server.paths().filter((path) => /renew|status|invoicepaymentcontrol/.test(path)),
		).toEqual(
			['/receivables/status', '/receivablesstatus'].filter((path) => server.paths().includes(path)),
		);
	});

	test('is asked for no alternative that is the address of something forbidden', async () => {
		const contract = contractCopy();
		const products = contract.paths['/products']?.get;
		if (products === undefined) throw new Error('no products');
		products['x-alternatives'] = [
			'/RENEW/',
			'/settlements?code=',
			'/token/renew',
			'POST /products',
		];
		events = [];
		server = await foreignServer({});
		const { of } = await liveCheck(server.address, { contract, apiKey: KEY });

		expect(of('listProducts').tries.map(({ address }) => address)).toEqual(['/products']);
		expect(server.paths().filter((path) => /renew|settlement/i.test(path))).toEqual([]);
	});
});

describe('the one way to the API', () => {
	const rows = operationsOf(contractCopy());
	const row = (id: string) => {
		const found = rows.find((one) => one.id === id);
		if (found === undefined) throw new Error(id);
		return found;
	};

	test.each([
		['createInvoice', '/gensalesinvoices', 'it is not a read'],
		['deleteProduct', '/products', 'it is not a read'],
		['renewToken', '/renew', 'its answer holds a secret'],
		['getCreditorCredentials', '/creditors/1/credentials', 'its answer holds a secret'],
		['listSettlements', '/settlements', 'reading it may mark something as read'],
		['getSettlement', '/settlements/1', 'no id'],
		['listExternalAgreementIdentifiers', '/externalagreementidentifiers', 'partner'],
		['listProducts', '/renew', 'another operation is at its address'],
		['listProducts', '/Renew/', 'another operation is at its address'],
		['listProducts', '/settlements/1', 'another operation is at its address'],
		['listProducts', '/creditors/1/credentials', 'another operation is at its address'],
		['listProducts', '/x/../renew', 'not below the base URL'],
		['listProducts', '//other.example/products', 'another operation|not below|ECONN|404'],
	])('does not send %s to %s', async (id, path, why) => {
		server = await foreignServer({});
		const client = createClient({
			baseUrl: server.address,
			apiKey: KEY,
			keyHeader: 'X-Api-Key',
			rows,
			partner: false,
			most: 5,
			sleep: async () => {},
		});
		const sent = client.ask(row(id), path, new Map()).then(JSON.stringify, String);

		expect(await sent).toMatch(new RegExp(why));
		expect(server.paths().filter((asked) => asked !== path)).toEqual([]);
		if (!path.startsWith('//')) expect(server.log).toEqual([]);
	});

	test('sends no more requests than were announced', async () => {
		server = await foreignServer({});
		const client = createClient({
			baseUrl: server.address,
			apiKey: KEY,
			keyHeader: 'X-Api-Key',
			rows,
			partner: false,
			most: 1,
			sleep: async () => {},
		});
		await client.ask(row('listProducts'), '/products', new Map());

		await expect(client.ask(row('listProducts'), '/products', new Map())).rejects.toThrow('1 req');
		expect(server.log).toHaveLength(1);
	});
});

describe('patience', () => {
	const busy = (times: number, status: number, retryAfter?: string) => {
		let left = times;
		return () => {
			left -= 1;
			const headers: Record<string, string> =
				retryAfter === undefined ? {} : { 'retry-after': retryAfter };
			return left >= 0 ? { status, headers } : { body: { IsValid: true, Message: 'zq' } };
		};
	};

	test.each([
		['seconds', '7', 'wait 7000'],
		['a date', 'Thu, 02 Jan 2031 03:04:45 GMT', 'wait 40000'],
		['nothing', undefined, 'wait 10000'],
	])('waits as long as 429 asks: %s', async (_, retryAfter, wait) => {
		const { of } = await run({ '/validate': busy(1, 429, retryAfter) });

		expect(events.slice(0, 5)).toEqual([
			'ask /validate',
			'answered',
			wait,
			'wait 1000',
			'ask /validate',
		]);
		expect(of('validateToken').result).toBe('answered 200');
	});

	test.each([
		['for too long', busy(1, 503, '3600'), 1],
		['again and again', busy(99, 429, '1'), 4],
	])('stops where the API asks %s', async (_, reply, requests) => {
		const { findings } = await run({ '/validate': reply });

		expect(findings.stopped).toMatch(/asks for patience/);
		expect(server.log).toHaveLength(requests);
		expect(findings.notAsked.some(({ why }) => why === 'the check ended before')).toBe(true);
	});

	test.each([401, 403])('stops at %s to the first request', async (status) => {
		const { findings } = await run({ '/validate': { status, body: secret } });

		expect(findings.stopped).toContain(String(status));
		expect(server.log).toHaveLength(1);
	});

	test('stops at a later 401, and at the third 403 in a row', async () => {
		const ok = { '/validate': { body: { IsValid: true, Message: '' } } };
		const first = await run({ ...ok, '/collectionreceivables': { status: 401 } });
		expect([first.findings.stopped, server.log.length]).toEqual([
			expect.stringContaining('401'),
			2,
		]);
		await server.close();
		const no = { status: 403 };
		const second = await run({
			...ok,
			'/collectionreceivables': no,
			'/creditlossreceivables': no,
			'/allocated-payment-transactions': no,
		});
		expect([second.findings.stopped, server.log.length]).toEqual([
			expect.stringContaining('403'),
			4,
		]);
	});

	test('stops where nothing listens', async () => {
		server = await foreignServer({});
		const { address } = server;
		await server.close();
		const { findings } = await liveCheck(address, { apiKey: KEY });

		expect(findings.stopped).toBe(
			'The API cannot be reached: nothing listens at this address. Check the address.',
		);
	});
});
