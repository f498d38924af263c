import { paymentFindings } from '../../invoicing/claims';
import { bulkOperation } from '../shared/bulk/bulkOperation';
import { paymentKind, paymentValidation } from './paymentKind';

/** Payments the seller received itself, reported to Cash-In. */
export const { endpoint, description, prepare, send } = bulkOperation({
	resource: 'payment',
	operation: 'submit',
	thing: 'Payment',
	layout: { schema: 'SalesInvoicePayment' },
	care: { effect: 'The payment is booked on the invoice.', confirmed: false },
	validation: { option: paymentValidation, findings: paymentFindings },
	kind: paymentKind('submitInvoicePayment', 'Payment', 'submitted'),
});
