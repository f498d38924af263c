import { writeOperation } from '../shared/writes';

/** A product that is no longer sold. */
export const { endpoint, description, execute } = writeOperation({
	resource: 'product',
	operation: 'delete',
	endpoint: 'deleteProduct',
	thing: 'Product',
});
