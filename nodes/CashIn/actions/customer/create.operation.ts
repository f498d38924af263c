import { answerNames } from '../shared/bulk/answerNames';
import { bulkOperation } from '../shared/bulk/bulkOperation';

/** New customers. */
export const { endpoint, description, prepare, send } = bulkOperation({
	resource: 'customer',
	operation: 'create',
	thing: 'Customer',
	layout: { schema: 'OnlineCustomer' },
	kind: {
		endpoint: 'createCustomers',
		name: (code) => `Customer ${code}`,
		plural: 'customers',
		done: 'created',
		keyLabel: "'Customer Code'",
		keyMember: 'CustomerCode',
		unique: true,
		shown: ['CustomerCode', 'Name'],
		answer: answerNames('Customers', [/^(sales_?)?customer_?(code|number)$/i, /^code$/i, /^id$/i]),
		silence: 'success',
		halve: true,
		wrap: (customers) => customers,
		resend: false,
		anyOrder: true,
	},
});
