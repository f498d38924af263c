import { listOperation } from '../shared/reads';

/** The customers kept in Cash-In. */
export const { endpoint, description, execute } = listOperation({
	resource: 'customer',
	operation: 'getAll',
	endpoint: 'listCustomers',
});
