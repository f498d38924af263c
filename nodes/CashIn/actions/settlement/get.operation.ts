import { recordOperation } from '../shared/reads';

/** One settlement with the payments in it. */
export const { endpoint, description, execute } = recordOperation({
	resource: 'settlement',
	operation: 'get',
	endpoint: 'getSettlement',
});
