import { list } from './shared/list';
import { resource } from './shared/resource';
import { upload } from './shared/upload';
import { write } from './shared/write';

export const customer = resource(
	'customer',
	{ name: 'Customer', description: 'Customers kept in Cash-In' },
	{
		create: upload('createCustomers', {
			action: 'Create customer',
			description: 'Add a customer; many items go out in few requests',
			noun: 'Customer',
			isKeyUnique: true,
			failureKeys: [/^(sales_?)?customer_?(code|number)$/i, /^code$/i, /^id$/i],
			isIndependent: true,
		}),
		delete: write('deleteCustomer', {
			action: 'Delete customer',
			description: 'Remove a customer',
		}),
		getAll: list('listCustomers', {
			action: 'Get many customers',
			description: 'List the customers kept in Cash-In',
		}),
		update: write('updateCustomer', {
			action: 'Update customer',
			description: 'Change what is kept of a customer',
		}),
	},
);
