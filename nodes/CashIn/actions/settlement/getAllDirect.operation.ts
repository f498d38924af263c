import { listOperation } from '../shared/reads';

/** Direct settlements. */
export const { endpoint, description, execute } = listOperation({
	resource: 'settlement',
	operation: 'getAllDirect',
	endpoint: 'listDirectSettlements',
});
