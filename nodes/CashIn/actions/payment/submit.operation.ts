import { answerNames } from '../shared/bulk/answerNames';
import { bulkOperation } from '../shared/bulk/bulkOperation';

/** Payments the seller received itself, reported to Cash-In. */
export const { endpoint, description, prepare, send } = bulkOperation({
	resource: 'payment',
	operation: 'submit',
	thing: 'Payment',
	layout: { schema: 'SalesInvoicePayment' },
	care: { effect: 'The payment is booked on the invoice.', confirmed: false },
	kind: {
		endpoint: 'submitInvoicePayment',
		name: (number) => `Payment of invoice ${number}`,
		plural: 'payments',
		done: 'submitted',
		keyLabel: "'Invoice Number'",
		keyMember: 'InvoiceNumber',
		unique: false,
		shown: ['InvoiceNumber', 'PaymentDate', 'Amount', 'Currency'],
		answer: answerNames('Payments'),
		silence: 'success',
		halve: false,
		wrap: (payments) => payments,
		resend: false,
	},
});
