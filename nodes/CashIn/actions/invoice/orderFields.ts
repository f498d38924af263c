import type { INodeProperties } from 'n8n-workflow';

import { SHOPS } from '../../orders/shops/shops';
import { choice, collection, text } from '../shared/fields';
import { optionsCollection } from '../shared/options';
import { uploadOptions } from '../shared/sendOptions';
import { additionalFields, headerProperties, validationOption } from './fields';
import { orderInvoices } from './invoiceUpload';

const nameFromEmail: INodeProperties = {
	displayName: 'Name From Email',
	name: 'nameFromEmail',
	type: 'boolean',
	default: false,
	description:
		'Whether a buyer who gave an e-mail address only gets a name made of it, such as Esa Esimerkki of esa.esimerkki@example.com; a warning says so',
};

/** The Options of an order: those of every upload, and its own. */
export const orderOptions: INodeProperties[] = [
	...uploadOptions(orderInvoices, {
		description: 'Whether Cash-In is asked for the invoice number before the invoice is sent',
		beforeSending:
			'An order that was invoiced before is not invoiced again; when Cash-In cannot tell, the item fails',
		off: 'Nothing is asked. Run twice, the workflow may invoice twice.',
	}),
	choice(
		'orderCurrency',
		'Order Currency',
		'shop',
		"Which currency the invoice is in when the buyer paid in another one than the shop's",
		[
			['Buyer', 'buyer', 'The one the buyer saw'],
			['Shop', 'shop', 'The one the shop keeps its books in; a warning says so'],
			['Stop', 'stop', 'The item fails'],
		],
	),
	choice(
		'takenOff',
		'Gift Cards and Part Payments',
		'stop',
		'What becomes of an order whose total is below its lines, such as by a gift card, store credit or deposit, and of one that is paid in part',
		[
			[
				'A Row Without VAT',
				'paymentRow',
				'The sum stands as a payment in a row below zero, and the VAT of the sale stays',
			],
			[
				'Spread over the VAT Rates',
				'spread',
				'The sum is a discount, in proportion to what was charged at each rate, and VAT falls with it; part payments fail',
			],
			['Stop', 'stop', 'The item fails'],
		],
	),
	nameFromEmail,
	text('onlyMethods', 'Only These Payment Methods', 'e.g. invoice, cod', {
		description:
			'Payment methods of the shop, by ID or name and with commas between, whose orders are invoiced; those of others are skipped. Left empty, orders of all methods are invoiced.',
	}),
	text('invoiceMethods', 'Payment by Invoice', 'e.g. invoice, cod', {
		default: 'invoice',
		description:
			'Payment methods of the shop, by ID and with commas between, by which the buyer is invoiced. Some shops call such orders paid as soon as they are processed; here they are not.',
	}),
	choice(
		'refundsWithoutLines',
		'Refunds Without Lines',
		'stop',
		'What becomes of a refund that tells its sum only, where the order has several VAT rates. With one rate, its VAT is taken out of the sum.',
		[
			[
				'Spread over the VAT Rates',
				'spread',
				'In proportion to what was charged at each rate; a warning says so',
			],
			['Stop', 'stop', 'The item fails'],
		],
	),
	text('skipStatuses', 'Skip Statuses', 'e.g. pending, cancelled', {
		description:
			"States of an order that are not invoiced, with commas between. Left empty, they are the shop's usual ones: orders not placed, given up, failed, or made as a test.",
	}),
	validationOption,
].sort((one, other) => (one.displayName < other.displayName ? -1 : 1));

/** The order, what becomes of it, and what the invoice needs beside it. */
export const orderProperties: INodeProperties[] = [
	choice('source', 'Source', 'auto', 'Which shop system the order is of', [
		['Detect Automatically', 'auto', 'The shop system is told by the shape of the order'],
		...SHOPS.map(({ name, id, orderIs }) => [name, id, orderIs] as const),
	]),
	{
		displayName: 'Order',
		name: 'order',
		type: 'json',
		typeOptions: { rows: 4 },
		default: '={{ $json }}',
		required: true,
		description:
			'The whole order as the shop gives it. By default it is the incoming item; a webhook or an event around it does no harm.',
	},
	choice('invoiceFor', 'Invoice For', 'order', 'Whether money is asked for or given back', [
		['Order', 'order', 'What is to be paid: the order less what has been refunded by now'],
		['Refund', 'refund', 'A credit invoice (hyvityslasku) of one refund of the order'],
	]),
	text('refundId', 'Refund ID', 'e.g. 815', {
		description:
			'Which refund is credited, by its ID in the shop. May stay empty when the order has only one.',
		displayOptions: { show: { invoiceFor: ['refund'] } },
	}),
	text('creditedInvoiceNumber', 'Credited Invoice Number', 'e.g. 1042', {
		description:
			"Number of the invoice that is credited. Left empty, it is the one 'Invoice Number From' makes of the order.",
		displayOptions: { show: { invoiceFor: ['refund'] } },
	}),
	choice(
		'numberFrom',
		'Invoice Number From',
		'orderNumber',
		'Where the invoice number comes from',
		[
			['Given', 'given', 'An expression gives it'],
			[
				'Order Number',
				'orderNumber',
				'The digits of the order number; of a refund, those of its ID. Letters that tell orders apart become digits.',
			],
			['Prefix and Order Number', 'prefix', 'The same digits after a prefix of your own'],
			[
				'Sequence in the Order Number',
				'sequence',
				'The digits at its end, such as 0042 of WEB-2026-0042, where the shop counts all its orders in one sequence',
			],
		],
	),
	text('numberPrefix', 'Prefix', 'e.g. 9', {
		required: true,
		description: 'What stands before the digits, such as 9 or WEB-',
		displayOptions: { show: { numberFrom: ['prefix'] } },
	}),
	text('invoiceNumber', 'Invoice Number', 'e.g. 1042', {
		required: true,
		description:
			'The number of the invoice. It must be the same each time for the same order: that is how a second invoice is noticed.',
		displayOptions: { show: { numberFrom: ['given'] } },
	}),
	...headerProperties.filter(({ name }) => name === 'invoiceDate'),
	{
		displayName: 'Payment Terms (Days)',
		name: 'paymentTerms',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 14,
		description: 'Days from the invoice date to the due date (maksuehto)',
	},
	choice('paidOrders', 'Orders Already Paid', 'skip', 'What becomes of an order that is paid', [
		['Invoice Anyway', 'invoice', 'Send the invoice all the same'],
		['Skip', 'skip', "Send nothing; the item comes out with status 'skipped' and the reason"],
		['Stop', 'stop', 'The item fails'],
	]),
	...headerProperties.filter(({ name }) =>
		['deliveryType', 'referenceMode', 'reference'].includes(name),
	),
	{
		displayName: 'Preview Only',
		name: 'previewOnly',
		type: 'boolean',
		default: false,
		description:
			'Whether to show the invoice with its totals and every warning instead of sending it',
	},
	{
		...collection('Shop Fields', 'shopFields', 'Add Shop Field', [
			text('businessIdKey', 'Business ID', 'e.g. _billing_y_tunnus', {
				description: "Name of the field with the buyer's business ID (Y-tunnus)",
			}),
			text('eInvoiceAddressKey', 'E-Invoice Address', 'e.g. _billing_ovt', {
				description:
					"Name of the field with the buyer's e-invoice address (verkkolaskuosoite, often its OVT code)",
			}),
			text('eInvoiceOperatorKey', 'E-Invoice Operator', 'e.g. _billing_operator', {
				description: "Name of the field with the operator of the buyer's e-invoice address",
			}),
			text('purchaseOrderKey', 'Purchase Order', 'e.g. _billing_po_number', {
				description:
					"Name of the field with the buyer's own order number (tilausnumero); it becomes the buyer's reference",
			}),
		]),
		description: `Where your shop keeps what orders have no place for, by the names it gave: ${SHOPS.map(({ name, ownFields }) => `${ownFields} (${name})`).join(', ')}`,
	},
	additionalFields,
	optionsCollection(orderOptions),
];
