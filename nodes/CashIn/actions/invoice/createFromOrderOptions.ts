import type { INodeProperties } from 'n8n-workflow';

import { bulkOptions } from '../shared/bulk/bulkOptions';
import { choice, text } from './invoiceFields';
import { orderInvoices } from './invoiceKinds';
import { validationOption } from './validation';

/** The Options of an order: those of every bulk run, but for a check for duplicates that is on by default, and its own. */
export const createFromOrderOptions: INodeProperties[] = [
	...bulkOptions(orderInvoices),
	choice(
		'duplicateCheck',
		'Duplicate Check',
		'beforeSending',
		'Whether Cash-In is asked for the invoice number before the invoice is sent',
		[
			[
				'Before Sending',
				'beforeSending',
				'An order that was invoiced before is not invoiced again; when Cash-In cannot tell, the item fails',
			],
			['Off', 'off', 'Nothing is asked. Run twice, the workflow may invoice twice.'],
		],
	),
	choice(
		'orderCurrency',
		'Order Currency',
		'stop',
		"Which currency the invoice is in when a Shopify buyer paid in another one than the shop's",
		[
			['Buyer', 'buyer', 'The one the buyer saw and paid in'],
			['Shop', 'shop', 'The one the shop keeps its books in'],
			['Stop', 'stop', 'The item fails'],
		],
	),
	text('invoiceMethods', 'Payment by Invoice', 'e.g. invoice, cod', {
		default: 'invoice',
		description:
			'WooCommerce payment methods, by ID and with commas between, by which the buyer is invoiced. WooCommerce calls such orders paid as soon as they are processed; here they are not.',
	}),
	text('skipStatuses', 'Skip Statuses', 'e.g. pending, cancelled', {
		description:
			"States of an order that are not invoiced, with commas between. Left empty, they are the store's usual ones: orders not placed, given up, failed, or made as a test.",
	}),
	validationOption,
].sort((one, other) => (one.displayName < other.displayName ? -1 : 1));
