import type { INodeProperties } from 'n8n-workflow';

import type { Party } from '../../invoicing/invoiceInput';
import { fieldsFromContract, otherMembers } from '../shared/fields';

/** The fields of the buyer: the name of the parameter, and what it is to the invoice. */
export const BUYER_FIELDS = {
	buyerName: 'name',
	buyerStreetAddress: 'streetAddress',
	buyerPostalCode: 'postalCode',
	buyerCity: 'city',
	buyerCountry: 'country',
	buyerEmail: 'email',
} as const satisfies Record<string, keyof Party>;

/** Members of the invoice that have a field of their own, or are made from one. */
const OWN_HEADER = [
	'InvoiceNumber',
	'InvoiceDate',
	'DueDate',
	'Currency',
	'Reference',
	'DeliveryType',
	'SalesName',
	'SalesStreetAddress',
	'SalesPostalCode',
	'SalesCity',
	'SalesCountry',
	'SalesEmail',
	'InvoiceRows',
];

/** What every invoice has. The labels speak of the buyer, where the API says "Sales". */
export const headerProperties: INodeProperties[] = [
	text('invoiceNumber', 'Invoice Number', 'e.g. 1042', {
		required: true,
		description:
			'Your own number, used once only: it is how Cash-In and you find the invoice again',
	}),
	day(
		'invoiceDate',
		'Invoice Date',
		'The day the invoice is dated. Left empty, it is today in Finland.',
	),
	day(
		'dueDate',
		'Due Date',
		"The day it is to be paid by (eräpäivä). Left empty, it follows from 'Payment Terms (Days)'.",
	),
	{
		displayName: 'Payment Terms (Days)',
		name: 'paymentTerms',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 14,
		description:
			"Days from the invoice date to the due date (maksuehto). Not used when 'Due Date' is filled in.",
	},
	text('currency', 'Currency', 'e.g. EUR', {
		default: 'EUR',
		required: true,
		description: 'Three-letter code of the currency',
	}),
	text('buyerName', 'Buyer Name', 'e.g. Example Buyer Oy', {
		required: true,
		description: 'Who the invoice is for: a person or a company',
	}),
	text('buyerStreetAddress', 'Buyer Street Address', 'e.g. Esimerkkikatu 1', {
		description: 'Street and number',
	}),
	text('buyerPostalCode', 'Buyer Postal Code', 'e.g. 00100', {
		description: 'Postal code, with its leading zeros',
	}),
	text('buyerCity', 'Buyer City', 'e.g. Helsinki', { description: 'City of the buyer' }),
	text('buyerCountry', 'Buyer Country', 'e.g. FI', {
		default: 'FI',
		description: 'Two-letter code of the country',
	}),
	text('buyerEmail', 'Buyer Email', 'name@email.com', {
		description: 'Where an e-mailed invoice goes',
	}),
	text('deliveryType', 'Delivery Type', 'e.g. E', {
		description:
			'How the invoice is delivered, by the code Cash-In agreed with you. Its documentation shows "E" only. Left empty, Cash-In decides.',
	}),
	{
		displayName: 'Prices Include VAT',
		name: 'pricesIncludeVat',
		type: 'boolean',
		default: false,
		description:
			'Whether the unit prices, and discounts in money, include VAT. VAT is then taken out of them, and the sum to pay stays what the prices say.',
	},
	{
		displayName: 'Reference Number',
		name: 'referenceMode',
		type: 'options',
		options: [
			{
				name: 'Automatic (National)',
				value: 'national',
				description: 'Made from the invoice number with its check digit (viitenumero)',
			},
			{
				name: 'Automatic (RF)',
				value: 'rf',
				description: 'The international form, made from the invoice number (RF-viite)',
			},
			{ name: 'Given', value: 'given', description: 'One you already have' },
			{ name: 'None', value: 'none', description: 'The invoice has no reference number' },
		],
		default: 'national',
		description: 'What the buyer writes on the payment, so that it finds its invoice',
	},
	text('reference', 'Reference', 'e.g. 10427', {
		description: 'The reference number, as text',
		displayOptions: { show: { referenceMode: ['given'] } },
	}),
];

/** Every other member of the invoice, from the contract, and what the invoice is computed from beside its rows. */
export const additionalFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		text('creditorIban', 'Creditor IBAN', 'e.g. FI21 1234 5600 0007 85', {
			description:
				'The account the invoice is paid to. It is used for the virtual barcode (virtuaaliviivakoodi) only, and is not sent by itself.',
		}),
		...fieldsFromContract('SalesInvoice', OWN_HEADER),
		otherMembers,
	].sort((a, b) => (a.displayName < b.displayName ? -1 : 1)),
};

/** A line of text. */
export function text(
	name: string,
	displayName: string,
	placeholder: string,
	more: Partial<INodeProperties>,
): INodeProperties {
	return { displayName, name, type: 'string', default: '', placeholder, ...more };
}

function day(name: string, displayName: string, description: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		description,
	};
}

/** A field with a few values to choose from, each with a name and what it means. */
export function choice(
	name: string,
	displayName: string,
	fallback: string,
	description: string,
	options: ReadonlyArray<readonly [name: string, value: string, description: string]>,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'options',
		options: options.map(([label, value, about]) => ({ name: label, value, description: about })),
		default: fallback,
		description,
	};
}
