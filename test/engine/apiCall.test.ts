import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { CashIn } from '../../nodes/CashIn/CashIn.node';
import { endpoints, type EndpointId } from '../../nodes/CashIn/api/generated/endpoints';
import { runCashIn, type Credential } from '../support/engine';
import { useSimulator } from '../support/simulator';
import { exampleAnswer, exampleBody, exampleParameters } from '../support/writes';

/** No wait of the node lasts: what it waits for is held by other tests. */
jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../support/waits')>('../support/waits')
		.withWaits((ms) => Math.min(ms, 5)),
);

const simulator = useSimulator();

const PERSONAL_CODE = '131052-308T';
const IDS = Object.keys(endpoints) as EndpointId[];

const parametersOf = (values: Record<string, unknown>) => ({
	parameters: {
		parameter: Object.entries(values).map(([name, value]) => ({ name, value })),
	},
});

const call = async (
	parameters: IDataObject,
	{
		items = [{}],
		settings = {},
		credential = {},
	}: {
		items?: IDataObject[];
		settings?: object;
		credential?: Credential;
	} = {},
) =>
	await runCashIn(
		items,
		{ resource: 'custom', operation: 'call', ...parameters },
		{ baseUrl: simulator().url, apiKey: 'partner-key', ...credential },
		settings,
	);

/** An operation of the contract. */
const chosen = (endpoint: EndpointId, values: Record<string, unknown> = {}, more: object = {}) => ({
	requestBy: 'endpoint',
	endpoint,
	...parametersOf(values),
	...more,
});

/** A method and a path of the user's own. */
const typed = (method: string, path: string, values: Record<string, unknown> = {}, more = {}) => ({
	requestBy: 'path',
	method,
	path,
	...parametersOf(values),
	...more,
});

const answered = (body: unknown, status = 200, count = 9) =>
	simulator().control.addFault({ kind: 'errorShape', status, body, count });

const asked = () => simulator().requests.map(({ method, path }) => `${method} ${path}`);

const switches = { confirm: true, options: { showSecrets: true } };

describe('an endpoint of the contract', () => {
	it.each(IDS)('%s is asked as its own operation asks it', async (endpoint) => {
		answered(exampleAnswer(endpoint));
		const body = exampleBody(endpoint);
		const values = exampleParameters(endpoint);
		delete values.debtorIdentifier;
		const { error } = await call(
			chosen(endpoint, values, {
				body: body === undefined ? '' : JSON.stringify(body),
				...switches,
			}),
		);
		expect(error).toBeUndefined();
		const [request] = simulator().requests;
		expect(request?.operationId).toBe(endpoint);
		const inPath = endpoints[endpoint].parameters.filter(({ in: place }) => place === 'path');
		for (const { name } of inPath) expect(request?.path).toContain(values[name]);
		const inQuery = Object.entries(values).filter(
			([name]) => !inPath.some((one) => one.name === name),
		);
		expect(request?.query).toEqual(Object.fromEntries(inQuery));
		expect(request?.rawBody).toBe(body === undefined ? '' : JSON.stringify(body));
	});

	const options = () =>
		new CashIn().description.properties
			.filter(({ name }) => name === 'endpoint')
			.flatMap(({ options: all = [] }) => all as INodePropertyOptions[]);

	it('stands in the list with its title and its path, and with the operation of the node for it', () => {
		expect(
			options()
				.map(({ value }) => value)
				.sort(),
		).toEqual([...IDS].sort());
		expect(options().find(({ value }) => value === 'deleteProduct')).toEqual({
			name: `${endpoints.deleteProduct.title} (DELETE ${endpoints.deleteProduct.path})`,
			value: 'deleteProduct',
			description: 'This node has its own operation for it: Product: Delete',
		});
	});

	it.each(['', '={{ $json.nothing }}', ' ', '.', '..'])(
		'that deletes is never asked with the key %j',
		async (key) => {
			const { error } = await call(chosen('deleteProduct', { prodCode: key }, { confirm: true }));
			expect(error?.message).toContain("'Product Code' is empty");
			expect(asked()).toEqual([]);
		},
	);

	it('that needs a parameter, or one of two, is not asked without', async () => {
		const renewal = await call(chosen('renewToken', { customerCode: '7001' }, switches));
		expect(renewal.error?.message).toContain("'Ip Address' is empty");
		const found = await call(chosen('getCollectionCase'));
		expect(found.error?.message).toContain("'Case ID' or 'Invoice Number'");
		expect(asked()).toEqual([]);
	});

	it('that needs a body is not asked without', async () => {
		const { error } = await call(chosen('createProducts'));
		expect(error?.message).toContain(
			`'Body (JSON)' is empty, and "${endpoints.createProducts.title}"`,
		);
		expect(asked()).toEqual([]);
	});

	it('takes a parameter by any spelling of its name once, and one it does not know as it is', async () => {
		answered({});
		await call(chosen('deleteProduct', { PRODCODE: 'P-1', unheard: 7 }));
		expect(simulator().requests[0]).toMatchObject({
			path: '/v2/products/P-1',
			query: { unheard: '7' },
		});
		const { error } = await call(chosen('deleteProduct', { prodCode: 'P-1', ProdCode: 'P-2' }));
		expect(error?.message).toContain("'ProdCode' is given twice");
		expect(asked()).toHaveLength(1);
	});

	it('goes where the credential says its path is, or not at all where that is no path', async () => {
		answered({});
		const credential = (path: string) => ({ endpointOverrides: { deleteProduct: path } });
		const wanted = chosen('deleteProduct', { prodCode: 'P-1' });
		await call(wanted, { credential: credential('/items/{prodCode}') });
		expect(asked()).toEqual(['DELETE /v2/items/P-1']);
		const { error } = await call(wanted, { credential: credential('/../items') });
		expect(error?.message).toContain("leads out of 'Base URL'");
		expect(asked()).toHaveLength(1);
	});

	it('that is none is refused', async () => {
		const { error } = await call({ requestBy: 'endpoint', endpoint: 'constructor' });
		expect(error?.message).toContain("'Endpoint' is none of the list");
		expect(asked()).toEqual([]);
	});

	it('takes parameters of the kind that the contract says', async () => {
		const { error } = await call(chosen('listSalesInvoices', { fromInvDate: 'someday' }));
		expect(error?.message).toContain("'From Inv Date'");
		expect(asked()).toEqual([]);
	});
});

describe('a path of the user’s own', () => {
	it.each([
		['GET', '/unheard/of', 'GET /v2/unheard/of'],
		['GET', ' /unheard:of/a%41 ', 'GET /v2/unheard:of/aA'],
		['PUT', '/unheard/{code}', 'PUT /v2/unheard/a%2Fb%20c'],
		['PATCH', '/unheard/x-{code}', 'PATCH /v2/unheard/x-a%2Fb%20c'],
	])('%s %s is asked below the base URL', async (method, path, expected) => {
		answered({ fine: true });
		const { success, error } = await call(
			typed(method, path, { code: 'a/b c', 'some query': 'ä&' }, { confirm: true }),
		);
		expect(error).toBeUndefined();
		expect(asked()).toEqual([expected]);
		const [request] = simulator().requests;
		expect(request?.query).toMatchObject({ 'some query': 'ä&' });
		expect('code' in (request?.query ?? {})).toBe(!path.includes('{code}'));
		expect(success).toEqual([{ json: { fine: true }, pairedItem: { item: 0 } }]);
	});

	it.each([
		'https://attacker.example/v2/customers',
		'HTTPS:attacker.example',
		'http://127.0.0.1/customers',
		'//attacker.example/customers',
		'\\\\attacker.example/customers',
		'/\\attacker.example',
		'javascript:alert(1)',
		'customers',
		'@attacker.example/',
		'.attacker.example/',
		':80/customers',
		'={{ $json.nothing }}',
		' ',
		'/',
		'/..',
		'/../v1/customers',
		'/a/../../v1',
		'/a/./b',
		'/%2e%2e/v1',
		'/%2E./v1',
		'/.%2e%2Fv1',
		'/%252e%252e/v1',
		'/a%2f..%2f..%2fv1',
		'/a%5c..%5c..',
		'/a\\..\\..',
		'/..;/v1',
		'/a;b=c/d',
		'/a%00b',
		'/a\u202eb',
		'/a\nb',
		'/a b',
		'/a%20',
		'/a%zz',
		'/a?b=c',
		'/a#b',
		'/a//b',
		'/a/',
		'/{code}/..',
		'/{up}/v1',
		'/{upSlash}/v1',
		'/{missing}',
		'/{{code}}',
		'/{code',
	])('%j is refused with a sentence, and no request leaves', async (path) => {
		const values = { code: 'x', up: '..', upSlash: 'a/../../b' };
		for (const method of ['GET', 'DELETE']) {
			const { error } = await call(typed(method, path, values, { confirm: true }));
			expect(error?.message).toMatch(/'Path'.+\. .+|'Path' .+e\.g\./);
		}
		expect(asked()).toEqual([]);
	});

	it.each(['/products/', '/products//x'])('%s may lack a key, which is said', async (path) => {
		const { error } = await call(typed('GET', path));
		expect(error?.message).toContain('which may stand for a key that is missing');
		expect(asked()).toEqual([]);
	});

	it('the key goes to no other base URL, whatever the path is made of', async () => {
		const { error } = await call(typed('GET', '/{host}', { host: '/attacker.example' }));
		expect(error?.message).toContain("'Path' leads elsewhere");
		expect(asked()).toEqual([]);
	});

	it.each(['DELETE', 'PATCH', 'POST', 'PUT'])('%s is sent once it is confirmed', async (method) => {
		const wanted = typed(method, '/unheard/of', {}, { body: { a: 1 } });
		const refused = await call(wanted);
		expect(refused.error?.message).toContain("Nothing was sent, because 'Confirm' is off");
		expect(asked()).toEqual([]);
		answered({});
		expect((await call({ ...wanted, confirm: true })).error).toBeUndefined();
		expect(asked()).toEqual([`${method} /v2/unheard/of`]);
		expect(simulator().requests[0]?.rawBody).toBe('{"a":1}');
	});

	it.each(['DELETE', 'PATCH', 'POST', 'PUT'])(
		'%s is closed to AI agents unless it is opened; GET is open',
		async (method) => {
			const settings = { type: 'n8n-nodes-cash-in.cashInTool' };
			const wanted = typed(method, '/unheard/of', {}, { confirm: true });
			const { error } = await call(wanted, { settings });
			expect(error?.message).toContain('not open to AI agents');
			expect(asked()).toEqual([]);
			answered({});
			await call({ ...wanted, allowAgent: true }, { settings });
			await call(typed('GET', '/unheard/of'), { settings });
			expect(asked()).toEqual([`${method} /v2/unheard/of`, 'GET /v2/unheard/of']);
		},
	);

	it('a GET has no body, and a body is JSON', async () => {
		const withBody = await call(typed('GET', '/unheard', {}, { body: '{}' }));
		expect(withBody.error?.message).toContain("'Body (JSON)' must be empty");
		for (const body of ['{', '"text"', '7']) {
			const odd = await call(typed('POST', '/unheard', {}, { body, confirm: true }));
			expect(odd.error?.message).toContain("'Body (JSON)' is no JSON object or list");
		}
		expect(asked()).toEqual([]);
	});

	it('a method that is none is refused', async () => {
		const { error } = await call(typed('delete', '/products/P-1', {}, { confirm: true }));
		expect(error?.message).toContain("'Method' must be one of");
		expect(asked()).toEqual([]);
	});
});

describe('a path that is an operation of the contract', () => {
	it.each([
		'/products',
		'/products/',
		'/products//',
		'//products',
		'/PRODUCTS',
		'/products/%20',
		'/products/%2F',
		'/products/.',
		'/products/{code}',
		'/produ%63ts',
		'/products?prodCode=P-1',
		'/salesitems',
	])('DELETE %s does not delete all products', async (path) => {
		const { error } = await call(typed('DELETE', path, { code: ' ' }, { confirm: true }));
		expect(error?.message).toMatch(/'Path'|'Product Code' is empty/);
		expect(asked()).toEqual([]);
	});

	it('nor where the credential moved it', async () => {
		const credential = { endpointOverrides: { deleteProduct: '/things/{prodCode}' } };
		for (const path of ['/things', '/products']) {
			const { error } = await call(typed('DELETE', path, {}, { confirm: true }), { credential });
			expect(error?.message).toContain("'Product Code' is empty");
		}
		const inQuery = { endpointOverrides: { deleteProduct: '/things/delete' } };
		const { error } = await call(typed('DELETE', '/things/delete', {}, { confirm: true }), {
			credential: inQuery,
		});
		expect(error?.message).toContain("'Product Code' is empty");
		expect(asked()).toEqual([]);
	});

	it('with its key is asked as it was typed', async () => {
		answered({});
		await call(typed('DELETE', '/Products/P-1', {}, { confirm: true }));
		expect(asked()).toEqual(['DELETE /v2/Products/P-1']);
	});

	it.each(['/renew', '/RENEW', '/ren%65w', '/renewtoken', '/token/renew'])(
		'GET %s needs what renewing the token needs, is not repeated, and shows its key to whoever asks',
		async (path) => {
			const values = { customerCode: '7001', ipAddress: '192.0.2.10' };
			const unconfirmed = await call(typed('GET', path, values));
			expect(unconfirmed.error?.message).toContain("'Confirm' is off");
			const unseen = await call(typed('GET', path, values, { confirm: true }));
			expect(unseen.error?.message).toContain('Nothing was renewed');
			const keyless = await call(typed('GET', path, {}, switches));
			expect(keyless.error?.message).toContain("'Customer Code' is empty");
			expect(asked()).toEqual([]);
			answered({ Message: 'later' }, 503, 1);
			await call(typed('GET', path, values, switches));
			expect(asked()).toHaveLength(1);
			answered({ AccessToken: 'EXAMPLE-NOT-A-KEY-12345' }, 200, 1);
			const { success } = await call(typed('GET', path, values, switches));
			expect(success[0]?.json).toEqual({ AccessToken: 'EXAMPLE-NOT-A-KEY-12345' });
		},
	);

	it('GET of credentials hides them, and is closed to AI agents', async () => {
		const path = endpoints.getCreditorCredentials.path.replace(/\{\w+\}/, '7001');
		const values = endpoints.getCreditorCredentials.path.includes('{')
			? {}
			: { customerCode: '7001' };
		answered([{ AccessToken: 'EXAMPLE-NOT-A-KEY-12345', Message: 'EXAMPLE-NOT-A-KEY-12345' }]);
		const { success, run } = await call(typed('GET', path, values));
		expect(success).toEqual([
			{ json: { AccessToken: '[hidden]', Message: '[hidden]' }, pairedItem: { item: 0 } },
		]);
		expect(JSON.stringify(run)).not.toContain('EXAMPLE-NOT-A-KEY-12345');
		const { error } = await call(typed('GET', path, values), {
			settings: { type: 'n8n-nodes-cash-in.cashInTool' },
		});
		expect(error?.message).toContain('not open to AI agents');
	});

	it('a key that stands in the path and among the parameters is refused', async () => {
		const { error } = await call(
			typed('DELETE', '/products/P-1', { prodCode: 'P-2' }, { confirm: true }),
		);
		expect(error?.message).toContain('is given twice');
		expect(asked()).toEqual([]);
	});
});

describe('what has to be confirmed', () => {
	const careful: Array<[EndpointId, boolean]> = [
		['createCollectionCases', true],
		['submitExternalInvoiceAction', true],
		['sendSms', true],
		['renewToken', true],
		['getCreditorCredentials', false],
		['createCreditor', false],
		['submitInvoicePayment', false],
	];

	it.each(careful)('%s is as careful as its own operation', async (endpoint, confirms) => {
		const body = exampleBody(endpoint);
		const wanted = chosen(endpoint, exampleParameters(endpoint), {
			body: body === undefined ? '' : JSON.stringify(body),
			options: { showSecrets: true },
		});
		const { error } = await call(
			{ ...wanted, confirm: true },
			{
				settings: { type: 'n8n-nodes-cash-in.cashInTool' },
			},
		);
		expect(error?.message).toContain('not open to AI agents');
		if (confirms) expect((await call(wanted)).error?.message).toContain("'Confirm' is off");
		expect(asked()).toEqual([]);
	});

	it('another bank account, and no other change of a creditor', async () => {
		const change = (body: object) => chosen('updateCreditor', { customerCode: '7001' }, { body });
		const { error } = await call(change({ CreditorUpdateDetails: { Iban: 'FI2112345600000785' } }));
		expect(error?.message).toContain("'Confirm' is off");
		expect(asked()).toEqual([]);
		answered({});
		await call(change({ CreditorUpdateData: { Email: 'new@example.com' } }));
		expect(asked()).toHaveLength(1);
	});

	it('n8n’s Retry On Fail is refused where it would do something twice', async () => {
		const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 };
		for (const method of ['POST', 'PATCH']) {
			const { error } = await call(typed(method, '/unheard', {}, { confirm: true }), { settings });
			expect(error?.message).toContain("'Retry On Fail' is switched on");
		}
		expect(asked()).toEqual([]);
	});
});

describe('a request that fails', () => {
	it.each<[string, object, number, number]>([
		['a GET of one’s own after 503', typed('GET', '/unheard'), 503, 4],
		['a GET of one’s own after 429', typed('GET', '/unheard'), 429, 4],
		['a POST of one’s own after 503', typed('POST', '/unheard', {}, { confirm: true }), 503, 1],
		['a POST of one’s own after 429', typed('POST', '/unheard', {}, { confirm: true }), 429, 4],
		[
			'what is never repeated after 429',
			typed('POST', '/collectioncases', {}, { confirm: true, body: {} }),
			429,
			1,
		],
	])('%s is tried as often as it may be', async (_, parameters, status, times) => {
		answered({ Message: 'later' }, status, 99);
		const { error } = await call({ ...parameters });
		expect(error?.message).toContain(`Cash-In answered ${status}`);
		expect(asked()).toHaveLength(times);
	});

	it('says what was asked, and what to do; the other items go on, each with its own', async () => {
		answered({ Message: 'The key partner-key is odd' }, 402, 1);
		answered([{ a: 1 }, { a: 2 }]);
		const { success, failed } = await call(typed('GET', '/unheard/{n}', { n: '={{ $json.n }}' }), {
			items: [{ n: 1 }, { n: 2 }, {}],
			settings: { onError: 'continueErrorOutput' },
		});
		expect(failed.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
			['GET /unheard/1: Cash-In answered 402: The key [API key] is odd', { item: 0 }],
			[expect.stringContaining("{n} in 'Path' is empty"), { item: 2 }],
		]);
		expect(success).toEqual([
			{ json: { a: 1 }, pairedItem: { item: 1 } },
			{ json: { a: 2 }, pairedItem: { item: 1 } },
		]);
	});

	it('a write whose answer speaks of failure has failed, whatever its status', async () => {
		answered({ UploadedCustomersCount: 0, FailedCustomersCount: 1, StatusDescription: 'Bad name' });
		const { error, success } = await call(
			chosen('createCustomers', {}, { body: [{ Name: 'Example Buyer Oy' }] }),
		);
		expect(success).toEqual([]);
		expect(error?.message).toContain('Cash-In did not accept');
		expect(error?.description).toContain('look in Cash-In');
	});

	it('gives up when its time is up', async () => {
		simulator().control.addFault({ kind: 'timeout', count: 9 });
		const { error } = await call(
			typed('POST', '/unheard', {}, { confirm: true, options: { timeout: 1 } }),
		);
		expect(error?.message).toContain('did not answer in time (1 seconds)');
		expect(error?.description).toContain('may or may not have been processed');
	});
});

describe('an address', () => {
	it.each<[string, object]>([
		['in a parameter', chosen('listCustomers', { search: PERSONAL_CODE })],
		['in the name of a parameter', chosen('listCustomers', { [PERSONAL_CODE]: 'x' })],
		['in a path', typed('GET', `/customers/${PERSONAL_CODE}`)],
		['in an encoded path', typed('GET', `/customers/${PERSONAL_CODE.replace('-', '%2D')}`)],
		['in a placeholder', typed('GET', '/customers/{code}', { code: PERSONAL_CODE })],
	])('holds no personal identity code: %s', async (_, parameters) => {
		const { error } = await call({ ...parameters });
		expect(error?.message).toContain('looks like a personal identity code');
		expect(JSON.stringify([error?.message, error?.description])).not.toContain(PERSONAL_CODE);
		expect(asked()).toEqual([]);
	});

	it('names no debtor by what may be one', async () => {
		const { error } = await call(chosen('getDebtorSummary', { debtorIdentifier: '1234567-1' }));
		expect(error?.message).toContain('may be a personal identity code');
		expect(asked()).toEqual([]);
	});

	it('holds no API key', async () => {
		const { error } = await call(typed('GET', '/unheard', { key: 'partner-key' }));
		expect(error?.message).toContain('hold the API key');
		expect(error?.message).not.toContain('partner-key');
		expect(asked()).toEqual([]);
	});
});

describe('an answer', () => {
	const output = { options: { output: 'body' } };

	it.each<[string, object, unknown, unknown[]]>([
		['a list', typed('GET', '/unheard'), [{ a: 1 }, 7], [{ a: 1 }, { value: 7 }]],
		['an empty list', typed('GET', '/unheard'), [], []],
		[
			'one thing that holds a list',
			typed('GET', '/unheard'),
			{ N: 1, Rows: [1] },
			[{ N: 1, Rows: [1] }],
		],
		['a number', typed('GET', '/unheard'), 7, [{ answer: 7 }]],
		['the envelope of the contract', chosen('listCustomers'), exampleAnswer('listCustomers'), []],
	])('that is %s becomes items', async (_, parameters, body, expected) => {
		answered(body);
		const { success } = await call({ ...parameters });
		if (expected.length > 0 || Array.isArray(body)) {
			expect(success.map(({ json }) => json)).toEqual(
				Array.isArray(body) && expected.length === 0 ? body : expected,
			);
		} else {
			expect(success.length).toBeGreaterThan(0);
		}
		expect(success.every(({ pairedItem }) => Object(pairedItem).item === 0)).toBe(true);
	});

	it.each([[[{ a: 1 }]], [{ a: 1 }], [7], [null]])(
		'as a whole stands under body: %j',
		async (body) => {
			answered(body);
			const { success } = await call({ ...typed('GET', '/unheard'), ...output });
			expect(success).toEqual([{ json: { body }, pairedItem: { item: 0 } }]);
		},
	);

	it('that is nothing is a success of a write, and no row of a read', async () => {
		simulator().control.addFault({ kind: 'noContent', count: 9 });
		const done = await call(typed('PUT', '/unheard', {}, { confirm: true }));
		expect(done.success).toEqual([{ json: { success: true }, pairedItem: { item: 0 } }]);
		expect((await call(typed('GET', '/unheard'))).success).toEqual([]);
	});

	it('that tells of more rows says so, unless a certain page was asked for', async () => {
		const list = { Data: [{ InvoiceNumber: '1' }], Meta: { Page: 1, PageSize: 1, TotalCount: 3 } };
		answered(list);
		const hints = async (parameters: object) =>
			JSON.stringify(
				(await call({ ...parameters })).run.data.resultData.runData['Cash-In']?.[0]?.hints ?? [],
			);
		expect(await hints(chosen('listSalesInvoices'))).toContain(
			'more rows than the 1 of this answer',
		);
		expect(await hints(chosen('listSalesInvoices', { page: 2 }))).not.toContain('more rows');
	});

	it('holds no API key, in a read as in a write', async () => {
		answered({ echo: 'Key partner-key', 'partner-key': [{ deep: 'partner-key' }] });
		for (const method of ['GET', 'PUT']) {
			const { success } = await call(typed(method, '/unheard', {}, { confirm: true }));
			expect(success[0]?.json).toEqual({
				echo: 'Key [API key]',
				'[API key]': [{ deep: '[API key]' }],
			});
		}
	});
});
