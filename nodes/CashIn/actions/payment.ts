import type { IDataObject } from 'n8n-workflow';

import { SALES_INVOICE_PAYMENT } from '../api/generated/fields';
import { paymentFindings, type PaymentNames } from '../invoicing/claims';
import { list } from './shared/list';
import { resource } from './shared/resource';
import { upload } from './shared/upload';

export const paymentValidation = (names: PaymentNames) => ({
	description: 'What happens when a payment is of zero or less, or of a day that is still to come',
	stop: 'Do not send a payment that can be none',
	findings: (body: IDataObject, today: string) => paymentFindings(body, names, today),
});

/**
 * Payments the seller received itself. A second payment of the same invoice is as good as the first, and one that
 * is sent twice is booked twice: so none is sent again by itself.
 */
export const paymentUpload = (names: PaymentNames, agent: string) => ({
	noun: 'Payment',
	confirmation: { effect: 'The payment is booked on the invoice.', agent },
	validation: paymentValidation(names),
});

export const payment = resource(
	'payment',
	{ name: 'Payment', description: 'Money that came in for invoices' },
	{
		getAllocated: list('listAllocatedPaymentTransactions', {
			action: 'Get allocated payments',
			description:
				'List payments, rebates and write-offs matched to invoices; without dates those of the last 30 days',
		}),
		getReceived: list('listReceivedPayments', {
			action: 'Get received payments',
			description: 'List payments as they came in; what they are matched to may still change',
		}),
		submit: upload('submitInvoicePayment', {
			...paymentUpload(
				SALES_INVOICE_PAYMENT,
				'An agent can then book payments that may never have come: buyers are not asked for them any more.',
			),
			action: 'Submit payment',
			description: 'Report a payment you received yourself, so that it is no longer asked for',
			called: 'Payment of invoice',
		}),
	},
);
