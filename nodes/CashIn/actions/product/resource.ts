import type { ResourceRow } from '../shared/catalogueRow';
import * as getAll from './getAll.operation';

/** Products kept in Cash-In. */
export const productResource: ResourceRow = {
	name: 'Product',
	value: 'product',
	description: 'Products kept in Cash-In',
	operations: [
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many products',
			description: 'List the products kept in Cash-In',
			run: { each: getAll },
		},
	],
};
