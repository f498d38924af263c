import type { INodeProperties } from 'n8n-workflow';

import { SALES_INVOICE as H, SALES_INVOICE_ROW as R } from '../../api/generated/fields';
import { VAT_RATES } from '../../api/pickers';
import type { Party } from '../../invoicing/invoiceInput';
import { updateDisplayOptions } from '../shared/displayOptions';
import { choice, collection, fieldsFromContract, otherMembers, text } from '../shared/fields';
import { validationOptionOf } from '../shared/validation';

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
	H.invoiceNumber,
	H.invoiceDate,
	H.dueDate,
	H.currency,
	H.reference,
	H.deliveryType,
	H.buyerName,
	H.buyerStreetAddress,
	H.buyerPostalCode,
	H.buyerCity,
	H.buyerCountry,
	H.buyerEmail,
	H.rows,
];

/** Members of a row that have a field of their own. */
const OWN_ROW = [
	R.description,
	R.quantity,
	R.unitPrice,
	R.vatPercent,
	R.unit,
	R.productCode,
	R.discountPercent,
	R.discountAmount,
];

/** Fields of every invoice. The labels speak of the buyer, where the API says "Sales". */
export const headerProperties: INodeProperties[] = [
	text('invoiceNumber', 'Invoice Number', 'e.g. 1042', {
		required: true,
		description:
			'Your own number, used once only: it is how Cash-In and you find the invoice again',
	}),
	day(
		'invoiceDate',
		'Invoice Date',
		'Today',
		'The day the invoice is dated. Left empty, it is today in Finland.',
	),
	day(
		'dueDate',
		'Due Date',
		'From payment terms',
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
	choice(
		'referenceMode',
		'Reference Number',
		'national',
		'What the buyer writes on the payment, so that it finds its invoice',
		[
			[
				'Automatic (National)',
				'national',
				'Made from the invoice number with its check digit (viitenumero)',
			],
			['Automatic (RF)', 'rf', 'The international form, made from the invoice number (RF-viite)'],
			['Given', 'given', 'One you already have'],
			['None', 'none', 'The invoice has no reference number'],
		],
	),
	text('reference', 'Reference', 'e.g. 10427', {
		description: 'The reference number, as text',
		displayOptions: { show: { referenceMode: ['given'] } },
	}),
];

/** Every other member of the invoice, from the contract, and what the invoice is computed from beside its rows. */
export const additionalFields = collection(
	'Additional Fields',
	'additionalFields',
	'Add Field',
	[
		text('creditorIban', 'Creditor IBAN', 'e.g. FI21 1234 5600 0007 85', {
			description:
				'The account the invoice is paid to. It is used for the virtual barcode (virtuaaliviivakoodi) only, and is not sent by itself.',
		}),
		...fieldsFromContract('SalesInvoice', OWN_HEADER),
		otherMembers,
	],
	true,
);

/** VAT of a row: one of today's rates, or another. Saved workflows hold the plain number. */
const vatField: INodeProperties = {
	displayName: 'VAT',
	name: 'vatPercent',
	type: 'resourceLocator',
	default: { mode: 'list', value: '25.5', cachedResultName: '25.5 %' },
	description: 'VAT rate in percent (ALV). The rate follows the day of delivery.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: VAT_RATES, searchable: false },
		},
		{
			displayName: 'Another Rate',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 14',
			hint: 'In percent',
		},
	],
};

/** What few rows need. */
const optionalRowFields: INodeProperties[] = [
	text('unit', 'Unit', 'e.g. kpl', {
		description: 'What is counted: pieces (kpl), hours (h), …',
	}),
	text('productCode', 'Product Code', 'e.g. P-100', {
		description: 'Your own code of the product',
	}),
	number('discountPercent', 'Discount Percent', 0, 'Discount on the row in percent'),
	number('discountAmount', 'Discount Amount', 0, 'Discount on the row in currency units'),
];

/** Workflows of before these were optional hold them in the row itself, where they stay in sight and in force. */
function whereFilledIn(field: INodeProperties): INodeProperties {
	const filledIn =
		field.type === 'number'
			? [{ _cnd: { gt: 0 } }, { _cnd: { lt: 0 } }, { _cnd: { regex: '^=' } }]
			: [{ _cnd: { exists: true as const } }];
	return { ...field, displayOptions: { show: { [field.name]: filledIn } } };
}

/** The rows as a list to fill in, under the names a person would use. */
const rowList: INodeProperties = {
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
				vatField,
				...optionalRowFields.map(whereFilledIn),
				collection(
					'Additional Fields',
					'additionalFields',
					'Add Field',
					[...optionalRowFields, ...fieldsFromContract('SalesInvoiceRow', OWN_ROW), otherMembers],
					true,
				),
			],
		},
	],
};

const fields = { show: { inputMode: ['fields'] } };

const properties: INodeProperties[] = [
	choice(
		'inputMode',
		'Input',
		'fields',
		'How the invoice is given',
		[
			[
				'Fields',
				'fields',
				'Fill in the invoice field by field; amounts, dates and reference are computed',
			],
			['JSON', 'json', 'Give the whole invoice as one object, with the names Cash-In uses'],
		],
		{ noDataExpression: true },
	),
	{
		displayName: 'Invoice (JSON)',
		name: 'invoiceJson',
		type: 'json',
		typeOptions: { rows: 8 },
		default: '={{ $json }}',
		required: true,
		description: `One invoice as an object with the member names of the Cash-In API, e.g. {"${H.invoiceNumber}": 1042, "${H.rows}": [{"${R.description}": "…", "${R.quantity}": 1, "${R.unitPrice}": 100, "${R.vatPercent}": 25.5}]}`,
		displayOptions: { show: { inputMode: ['json'] } },
	},
	...updateDisplayOptions(fields, headerProperties),
	choice(
		'rowsInput',
		'Rows From',
		'list',
		'Where the rows of the invoice come from',
		[
			['Array Expression', 'expression', 'One expression gives all rows'],
			['List', 'list', 'Fill in the rows one by one'],
		],
		{ noDataExpression: true, displayOptions: fields },
	),
	...updateDisplayOptions({ show: { inputMode: ['fields'], rowsInput: ['list'] } }, [rowList]),
	{
		displayName: 'Rows (Array)',
		name: 'rowsArray',
		type: 'json',
		default: '={{ $json.rows }}',
		required: true,
		description:
			'A list of objects with description, quantity, unitPrice and vatPercent, or with the names of the Cash-In API',
		displayOptions: { show: { inputMode: ['fields'], rowsInput: ['expression'] } },
	},
	...updateDisplayOptions(fields, [additionalFields]),
];

/** The invoice, as every operation that sends or shows one asks for it: there is one way to fill it in. */
export const invoiceProperties = updateDisplayOptions(
	{
		show: {
			resource: ['invoice'],
			operation: ['create', 'createWithSeller', 'preview', 'submitBatch'],
		},
	},
	properties,
);

/** How the VAT of an invoice made from fields is rounded. */
export const vatRoundingOption = choice(
	'vatRounding',
	'VAT Rounding',
	'row',
	'Where cents are rounded. What the rows differ from the sum goes into the rounding amount. For invoices given as fields.',
	[
		['Per Rate', 'rate', 'Once on the sum of each VAT rate'],
		['Per Row', 'row', 'On every row'],
	],
);

/** What is done about an invoice that is wrong, or cannot reach its buyer. */
export const validationOption: INodeProperties = validationOptionOf(
	'What happens when an invoice does not add up, cannot be delivered, or looks odd. What cannot be read at all always stops it.',
	'Do not send an invoice that is wrong or cannot be delivered; warn about the rest',
);

function day(
	name: string,
	displayName: string,
	placeholder: string,
	description: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		placeholder,
		description,
	};
}

function number(
	name: string,
	displayName: string,
	fallback: number,
	description: string,
): INodeProperties {
	return { displayName, name, type: 'number', default: fallback, description };
}
