import { answerNames } from '../shared/bulk/answerNames';
import { bulkOperation } from '../shared/bulk/bulkOperation';

/** Payments received for invoices that another system made. */
export const { endpoint, description, prepare, send } = bulkOperation({
	resource: 'externalInvoice',
	operation: 'createDirectPayment',
	thing: 'Payment',
	layout: { schema: 'IntermediationInvoiceDirectPayments' },
	care: { effect: 'The payment is booked on the invoice.', confirmed: false },
	kind: {
		endpoint: 'createExternalDirectPayment',
		name: (number) => `Direct payment of invoice ${number}`,
		plural: 'payments',
		done: 'created',
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
