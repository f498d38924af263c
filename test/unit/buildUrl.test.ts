import { buildUrl } from '../../nodes/CashIn/api/buildUrl';
import { readConnection } from '../../nodes/CashIn/api/connection';

const read = (credentials: Parameters<typeof readConnection>[0]) => {
	const connection = readConnection({ apiKey: 'demo-key', ...credentials });
	if ('problem' in connection) throw new Error(connection.problem);
	return connection;
};
const connect = (endpointOverrides: object = {}, baseUrl = 'https://sandbox.example.com/v2/') =>
	read({ environment: 'custom', baseUrl, endpointOverrides: JSON.stringify(endpointOverrides) });

it('production is the documented address, whatever the base URL field still holds', () => {
	expect(read({ environment: 'production', baseUrl: 'http://old.example.com' }).baseUrl).toBe(
		'https://api.cash-in.com/v2',
	);
});

it('a base URL may end in slashes, and joins the path with one', () => {
	expect(buildUrl(connect({}, 'https://sandbox.example.com/v2//'), 'createInvoice')).toEqual({
		url: 'https://sandbox.example.com/v2/gensalesinvoices',
		query: {},
	});
});

it.each(['http://127.0.0.1:4010/v2', 'http://localhost:1/v2', 'http://[::1]:1/v2'])(
	'%s is this computer, so http will do',
	(baseUrl) => {
		expect(connect({}, baseUrl).baseUrl).toBe(baseUrl);
	},
);

it('ids are encoded', () => {
	expect(buildUrl(connect(), 'getSettlement', { settlementNumber: '20/26 a?b' })).toEqual({
		url: 'https://sandbox.example.com/v2/settlements/20%2F26%20a%3Fb',
		query: {},
	});
});

it.each(['', '  ', undefined, '.', '..'])(
	'an id that is %j is refused instead of asking for the whole list',
	(id) => {
		expect(buildUrl(connect(), 'getSettlement', { settlementNumber: id })).toEqual({
			problem: expect.stringContaining("'Settlement Number' is empty"),
		});
	},
);

it('a corrected path may move a parameter into the query, or out of it', () => {
	const moved = connect({
		getSettlement: '/settlement',
		getInvoiceStatus: '/salesinvoices/{invoiceNumber}/status',
	});
	expect(buildUrl(moved, 'getSettlement', { settlementNumber: '7' })).toEqual({
		url: 'https://sandbox.example.com/v2/settlement',
		query: { settlementNumber: '7' },
	});
	expect(buildUrl(moved, 'getInvoiceStatus', { invoiceNumber: '1042' })).toEqual({
		url: 'https://sandbox.example.com/v2/salesinvoices/1042/status',
		query: {},
	});
});

it.each<[string, unknown, string]>([
	['an unknown placeholder', '/settlements/{number}', 'uses {number}'],
	['no slash in front', 'settlements', 'must begin with one slash'],
	['a query', '/settlements?all=true', 'must begin with one slash'],
	['a way out of the base URL', '/../v1/settlements', "leads out of 'Base URL'"],
	['no text', null, 'must begin with one slash'],
])('a corrected path with %s breaks its own operation alone', (_, path, words) => {
	const wrong = connect({ getSettlement: path });
	expect(buildUrl(wrong, 'getSettlement', { settlementNumber: '7' })).toMatchObject({
		problem: expect.stringContaining(words),
	});
	expect(buildUrl(wrong, 'listSettlements')).toHaveProperty('url');
});

it('what the user did not set is left out of the query', () => {
	const values = { invoiceNumber: '', caseId: undefined, page: 0, hasAllocatedBreakdown: false };
	expect(buildUrl(connect(), 'listAllocatedPaymentTransactions', values)).toMatchObject({
		query: { page: '0', hasAllocatedBreakdown: 'false' },
	});
});
