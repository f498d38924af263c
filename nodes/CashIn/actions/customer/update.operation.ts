import { writeOperation } from '../shared/writes';

/** Changes to a customer. */
export const { endpoint, description, execute } = writeOperation({
	resource: 'customer',
	operation: 'update',
	endpoint: 'updateCustomer',
	thing: 'Changes',
	layout: {
		schema: 'OnlineCustomer',
		asked: [],
		left: ['CustomerCode'],
		others: 'Update Fields',
	},
	complete: (body, { customerCode }) => ({ CustomerCode: customerCode, ...body }),
});
