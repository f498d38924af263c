import { writeOperation } from '../shared/writes';

/** A customer that is no longer served. */
export const { endpoint, description, execute } = writeOperation({
	resource: 'customer',
	operation: 'delete',
	endpoint: 'deleteCustomer',
	thing: 'Customer',
});
