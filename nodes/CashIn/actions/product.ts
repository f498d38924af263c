import { list } from './shared/list';
import { resource } from './shared/resource';
import { upload } from './shared/upload';
import { write } from './shared/write';

export const product = resource(
	'product',
	{ name: 'Product', description: 'Products kept in Cash-In' },
	{
		create: upload('createProducts', {
			action: 'Create product',
			description: 'Add a product; many items go out in few requests',
			noun: 'Product',
			isKeyUnique: true,
			failureKeys: [/^prod(uct)?_?(code|number)$/i, /^code$/i, /^id$/i],
			isIndependent: true,
		}),
		delete: write('deleteProduct', {
			action: 'Delete product',
			description: 'Remove a product',
		}),
		getAll: list('listProducts', {
			action: 'Get many products',
			description: 'List the products kept in Cash-In',
		}),
	},
);
