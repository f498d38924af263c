import { testCredential } from '../support/engine';
import { useSimulator } from '../support/simulator';

// In an adopted document other lists may be documented before those of ours: one that asks for a number, one that
// marks what it gives as read, one that is asked for by POST.
jest.mock('../../nodes/CashIn/api/generated/endpoints', () => {
	const real = jest.requireActual<typeof import('../../nodes/CashIn/api/generated/endpoints')>(
		'../../nodes/CashIn/api/generated/endpoints',
	);
	const list = real.endpoints.listAllocatedPaymentTransactions;
	const { listAllocatedPaymentTransactions, ...others } = real.endpoints;
	const endpoints = {
		getCollectionCase: { ...list, path: '/cases', eitherOf: ['caseId', 'invoiceNumber'] },
		listSettlements: { ...list, path: '/settlements', marksAsRead: 'settlements' },
		listProducts: { ...list, path: '/products', method: 'POST' },
		listAllocatedPaymentTransactions,
	};
	return { ...real, endpoints: { ...endpoints, ...others, ...endpoints } };
});

const simulator = useSimulator();

it('the credential is tested with a list that needs no filter and that reading does not change', async () => {
	expect(await testCredential({ baseUrl: simulator().url })).toMatchObject({ status: 'OK' });
	expect(simulator().requests.map(({ operationId }) => operationId)).toEqual([
		'listAllocatedPaymentTransactions',
	]);
});
