import type { ResourceRow } from '../shared/catalogueRow';
import * as getAll from './getAll.operation';

/** Customers kept in Cash-In. */
export const customerResource: ResourceRow = {
	name: 'Customer',
	value: 'customer',
	description: 'Customers kept in Cash-In',
	operations: [
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many customers',
			description: 'List the customers kept in Cash-In',
			run: { each: getAll },
		},
	],
};
