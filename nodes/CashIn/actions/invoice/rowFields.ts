import type { INodeProperties } from 'n8n-workflow';

import { fieldsFromContract, otherMembers } from '../shared/fields';
import { text } from './invoiceFields';

/** Members of a row that have a field of their own. */
const OWN_ROW = [
	'Description',
	'Qty',
	'Price',
	'VatPercent',
	'Unit',
	'ProdCode',
	'DiscountPercent',
	'Discount',
];

/** The rows as a list to fill in, under the names a person would use. */
export const rowList: INodeProperties = {
	displayName: 'Rows',
	name: 'rows',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Row', sortable: true },
	placeholder: 'Add Row',
	default: { row: [{}] },
	options: [
		{
			displayName: 'Row',
			name: 'row',
			values: [
				text('description', 'Description', 'e.g. Maintenance, February', {
					description: 'What is charged',
				}),
				number('quantity', 'Quantity', 1, 'How many; negative for what is credited'),
				number('unitPrice', 'Unit Price', 0, 'Price of one, in currency units'),
				number(
					'vatPercent',
					'VAT Percent',
					25.5,
					'VAT rate in percent (ALV): 25.5, 13.5, 10, 0 or an older one',
				),
				text('unit', 'Unit', 'e.g. kpl', {
					description: 'What is counted: pieces (kpl), hours (h), …',
				}),
				text('productCode', 'Product Code', 'e.g. P-100', {
					description: 'Your own code of the product',
				}),
				number('discountPercent', 'Discount Percent', 0, 'Discount on the row in percent'),
				number('discountAmount', 'Discount Amount', 0, 'Discount on the row in currency units'),
				{
					displayName: 'Additional Fields',
					name: 'additionalFields',
					type: 'collection',
					placeholder: 'Add Field',
					default: {},
					options: [...fieldsFromContract('SalesInvoiceRow', OWN_ROW), otherMembers],
				},
			],
		},
	],
};

function number(
	name: string,
	displayName: string,
	fallback: number,
	description: string,
): INodeProperties {
	return { displayName, name, type: 'number', default: fallback, description };
}
