import { listOperation } from '../shared/reads';

/** The products kept in Cash-In. */
export const { endpoint, description, execute } = listOperation({
	resource: 'product',
	operation: 'getAll',
	endpoint: 'listProducts',
});
