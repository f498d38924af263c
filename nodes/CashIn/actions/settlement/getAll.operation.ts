import { listOperation } from '../shared/reads';

/** Settlements: what was paid out, and when. */
export const { endpoint, description, execute } = listOperation({
	resource: 'settlement',
	operation: 'getAll',
	endpoint: 'listSettlements',
});
