import { readConnection } from '../../nodes/CashIn/api/connection';
import { targetOf } from '../../nodes/CashIn/api/target';

const connect = (endpointOverrides: object = {}, baseUrl = 'https://sandbox.example.com/v2/') =>
	readConnection({
		environment: 'custom',
		baseUrl,
		endpointOverrides: JSON.stringify(endpointOverrides),
	});

it('production is the documented address, whatever the base URL field still holds', () => {
	expect(
		readConnection({ environment: 'production', baseUrl: 'http://old.example.com' }).baseUrl,
	).toBe('https://api.cash-in.com/v2');
});

it('a base URL may end in slashes, and joins the path with one', () => {
	expect(targetOf(connect({}, 'https://sandbox.example.com/v2//'), 'createInvoice').url).toBe(
		'https://sandbox.example.com/v2/gensalesinvoices',
	);
});

it.each(['http://127.0.0.1:4010/v2', 'http://localhost:1/v2', 'http://[::1]:1/v2'])(
	'%s is this computer, so http will do',
	(baseUrl) => {
		expect(connect({}, baseUrl).baseUrl).toBe(baseUrl);
	},
);

it('ids are encoded', () => {
	expect(targetOf(connect(), 'getSettlement', { settlementNumber: '20/26 a?b' }).url).toBe(
		'https://sandbox.example.com/v2/settlements/20%2F26%20a%3Fb',
	);
});

it.each(['', '  ', undefined, '.', '..'])(
	'an id that is %j is refused instead of asking for the whole list',
	(id) => {
		expect(() => targetOf(connect(), 'getSettlement', { settlementNumber: id })).toThrow(
			"'Settlement Number' is empty",
		);
	},
);

it('a corrected path may move a parameter into the query, or out of it', () => {
	const moved = connect({
		getSettlement: '/settlement',
		getInvoiceStatus: '/salesinvoices/{invoiceNumber}/status',
	});
	expect(targetOf(moved, 'getSettlement', { settlementNumber: '7' })).toEqual({
		url: 'https://sandbox.example.com/v2/settlement',
		query: { settlementNumber: '7' },
	});
	expect(targetOf(moved, 'getInvoiceStatus', {}, { invoiceNumber: '1042' })).toEqual({
		url: 'https://sandbox.example.com/v2/salesinvoices/1042/status',
		query: {},
	});
});

it('what the user did not set is left out of the query', () => {
	const query = { invoiceNumber: '', caseId: undefined, page: 0, hasAllocatedBreakdown: false };
	expect(targetOf(connect(), 'listAllocatedPaymentTransactions', {}, query).query).toEqual({
		page: '0',
		hasAllocatedBreakdown: 'false',
	});
});
