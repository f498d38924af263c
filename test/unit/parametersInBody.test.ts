import { buildUrl } from '../../nodes/CashIn/api/buildUrl';
import { withParameters } from '../../nodes/CashIn/api/request';

// An adopted document may have a search in the body; our own reading has none.
jest.mock('../../nodes/CashIn/api/generated/endpoints', () => {
	const real = jest.requireActual<typeof import('../../nodes/CashIn/api/generated/endpoints')>(
		'../../nodes/CashIn/api/generated/endpoints',
	);
	const search = {
		...real.endpoints.getDebtorSummary,
		method: 'POST',
		path: '/debtors/{year}/summary',
		parameters: [
			{ name: 'year', field: 'year', in: 'path', type: 'string' },
			{ name: 'customer_id', field: 'customerCode', in: 'body', type: 'string' },
			{ name: 'debtor_id', field: 'debtorIdentifier', in: 'body', type: 'string' },
		],
		body: { kind: 'object', schema: 'Debtor' },
	};
	return { ...real, endpoints: { ...real.endpoints, getDebtorSummary: search } };
});

const account = { baseUrl: 'https://api.example.com', overrides: {} };

test('parameters that stand in the body are in no address, not even a personal identity code', () => {
	const values = { year: '2026', customerCode: 'C-1007', debtorIdentifier: '131052-308T' };
	expect(buildUrl(account, 'getDebtorSummary', values)).toEqual({
		url: 'https://api.example.com/debtors/2026/summary',
		query: {},
	});
	expect(withParameters('getDebtorSummary', { parameters: values })).toEqual({
		customer_id: 'C-1007',
		debtor_id: '131052-308T',
	});
});

test('what was asked for wins over what a body says by itself', () => {
	const body = { customer_id: 'C-2', note: 'x' };
	const parameters = { year: '2026', customerCode: 'C-1007' };
	expect(withParameters('getDebtorSummary', { parameters, body })).toEqual({
		customer_id: 'C-1007',
		note: 'x',
	});
});

test('a body without parameters of its own goes as it is', () => {
	const body = [{ CustomerCode: 'C-1' }];
	expect(withParameters('createCustomers', { parameters: { customerCode: 'C-2' }, body })).toBe(
		body,
	);
	expect(withParameters('listCustomers', {})).toBeUndefined();
});
