import type { INodeProperties } from 'n8n-workflow';

import { fieldsFromContract } from '../shared/fieldsFromContract';
import { otherMembers } from '../shared/otherMembers';

/** A field with a name of its own, and the member of the API it fills. */
interface PlainField {
	member: string;
	property: INodeProperties;
}

/** What every invoice has. The labels speak of the buyer, where the API says "Sales". */
export const headerFields: PlainField[] = [
	{
		member: 'InvoiceNumber',
		property: {
			displayName: 'Invoice Number',
			name: 'invoiceNumber',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 1042',
			description:
				'Your own number, used once only: it is how Cash-In and you find the invoice again',
		},
	},
	{
		member: 'InvoiceDate',
		property: {
			displayName: 'Invoice Date',
			name: 'invoiceDate',
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			default: '',
			required: true,
			description: 'The day the invoice is dated',
		},
	},
	{
		member: 'DueDate',
		property: {
			displayName: 'Due Date',
			name: 'dueDate',
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			default: '',
			required: true,
			description: 'The day it is to be paid by (eräpäivä)',
		},
	},
	{
		member: 'Currency',
		property: {
			displayName: 'Currency',
			name: 'currency',
			type: 'string',
			default: 'EUR',
			required: true,
			placeholder: 'e.g. EUR',
			description: 'Three-letter code of the currency',
		},
	},
	text(
		'SalesName',
		'Buyer Name',
		'buyerName',
		'e.g. Example Buyer Oy',
		'Who the invoice is for: a person or a company',
		true,
	),
	text(
		'SalesStreetAddress',
		'Buyer Street Address',
		'buyerStreetAddress',
		'e.g. Esimerkkikatu 1',
		'Street and number',
	),
	text(
		'SalesPostalCode',
		'Buyer Postal Code',
		'buyerPostalCode',
		'e.g. 00100',
		'Postal code, with its leading zeros',
	),
	text('SalesCity', 'Buyer City', 'buyerCity', 'e.g. Helsinki', 'City'),
	text(
		'SalesCountry',
		'Buyer Country',
		'buyerCountry',
		'e.g. FI',
		'Two-letter code of the country',
	),
	text(
		'SalesEmail',
		'Buyer Email',
		'buyerEmail',
		'name@email.com',
		'Where an e-mailed invoice goes',
	),
	text(
		'DeliveryType',
		'Delivery Type',
		'deliveryType',
		'e.g. E',
		'How the invoice is delivered, by the code Cash-In agreed with you. Its documentation shows "E" only. Left empty, Cash-In decides.',
	),
];

/** What every row has, under the names a person would use. */
export const rowFields: PlainField[] = [
	text(
		'Description',
		'Description',
		'description',
		'e.g. Maintenance, February',
		'What is charged',
	),
	number('Qty', 'Quantity', 'quantity', 1, 'How many; negative for what is credited'),
	number('Price', 'Unit Price', 'unitPrice', 0, 'Price of one without VAT, in currency units'),
	number('VatPercent', 'VAT Percent', 'vatPercent', 25.5, 'VAT rate in percent (ALV), e.g. 25.5'),
	text('Unit', 'Unit', 'unit', 'e.g. kpl', 'What is counted: pieces (kpl), hours (h), …'),
	text('ProdCode', 'Product Code', 'productCode', 'e.g. P-100', 'Your own code of the product'),
	number(
		'DiscountPercent',
		'Discount Percent',
		'discountPercent',
		0,
		'Discount on the row in percent',
	),
];

const PLAIN_HEADER = headerFields.map(({ member }) => member);
const PLAIN_ROW = rowFields.map(({ member }) => member);

/** Every other member of the invoice, from the contract. */
export const additionalFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [...fieldsFromContract('SalesInvoice', [...PLAIN_HEADER, 'InvoiceRows']), otherMembers],
};

/** The rows as a list to fill in. */
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
				...rowFields.map(({ property }) => property),
				{
					displayName: 'Additional Fields',
					name: 'additionalFields',
					type: 'collection',
					placeholder: 'Add Field',
					default: {},
					options: [...fieldsFromContract('SalesInvoiceRow', PLAIN_ROW), otherMembers],
				},
			],
		},
	],
};

function text(
	member: string,
	displayName: string,
	name: string,
	placeholder: string,
	description: string,
	required = false,
): PlainField {
	return {
		member,
		property: {
			displayName,
			name,
			type: 'string',
			default: '',
			placeholder,
			description,
			...(required ? { required } : {}),
		},
	};
}

function number(
	member: string,
	displayName: string,
	name: string,
	fallback: number,
	description: string,
): PlainField {
	return {
		member,
		property: { displayName, name, type: 'number', default: fallback, description },
	};
}
