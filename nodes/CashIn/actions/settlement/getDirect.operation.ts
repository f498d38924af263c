import { recordOperation } from '../shared/reads';

/** One direct settlement with the payments in it. */
export const { endpoint, description, execute } = recordOperation({
	resource: 'settlement',
	operation: 'getDirect',
	endpoint: 'getDirectSettlement',
});
