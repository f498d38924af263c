import type { INodeProperties } from 'n8n-workflow';

import { bulkOptions } from '../shared/bulk/bulkOptions';
import { choice, text } from './invoiceFields';
import { orderInvoices } from './invoiceKinds';
import { validationOption } from './validation';

const nameFromEmail: INodeProperties = {
	displayName: 'Name From Email',
	name: 'nameFromEmail',
	type: 'boolean',
	default: false,
	description:
		'Whether a buyer who gave an e-mail address only gets a name made of it, such as Esa Esimerkki of esa.esimerkki@example.com; a warning says so',
};

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
