import { listOperation } from '../shared/reads';

/** Payments as they came in, before they are settled. */
export const { endpoint, description, execute } = listOperation({
	resource: 'payment',
	operation: 'getReceived',
	endpoint: 'listReceivedPayments',
});
