import { answerNames } from '../shared/bulk/answerNames';
import { bulkOperation } from '../shared/bulk/bulkOperation';

/** New products. */
export const { endpoint, description, prepare, send } = bulkOperation({
	resource: 'product',
	operation: 'create',
	thing: 'Product',
	layout: { schema: 'OnlineProduct' },
	kind: {
		endpoint: 'createProducts',
		name: (code) => `Product ${code}`,
		plural: 'products',
		done: 'created',
		keyLabel: "'Product Code'",
		keyMember: 'ProdCode',
		unique: true,
		shown: ['ProdCode', 'Name', 'Description', 'Price', 'VatPercent'],
		answer: answerNames('Items', [/^prod(uct)?_?(code|number)$/i, /^code$/i, /^id$/i]),
		silence: 'success',
		halve: true,
		wrap: (products) => products,
		resend: false,
		anyOrder: true,
	},
});
