import type { ResourceRow } from '../shared/catalogueRow';
import type { BatchOperation } from '../shared/operation';
import * as update from './update.operation';
import * as deleteOperation from './delete.operation';
import * as create from './create.operation';
import * as getAll from './getAll.operation';

/** Customers kept in Cash-In. */
export const customerResource: ResourceRow = {
	name: 'Customer',
	value: 'customer',
	description: 'Customers kept in Cash-In',
	operations: [
		{
			name: 'Create',
			value: 'create',
			action: 'Create customer',
			description: 'Add a customer; many items go out in few requests',
			run: { many: create as BatchOperation },
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete customer',
			description: 'Remove a customer',
			run: { each: deleteOperation },
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many customers',
			description: 'List the customers kept in Cash-In',
			run: { each: getAll },
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Update customer',
			description: 'Change what is kept of a customer',
			run: { each: update },
		},
	],
};
