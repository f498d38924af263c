import type { ResourceRow } from '../shared/catalogueRow';
import type { BatchOperation } from '../shared/operation';
import * as deleteOperation from './delete.operation';
import * as create from './create.operation';
import * as getAll from './getAll.operation';

/** Products kept in Cash-In. */
export const productResource: ResourceRow = {
	name: 'Product',
	value: 'product',
	description: 'Products kept in Cash-In',
	operations: [
		{
			name: 'Create',
			value: 'create',
			action: 'Create product',
			description: 'Add a product; many items go out in few requests',
			run: { many: create as BatchOperation },
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete product',
			description: 'Remove a product',
			run: { each: deleteOperation },
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many products',
			description: 'List the products kept in Cash-In',
			run: { each: getAll },
		},
	],
};
