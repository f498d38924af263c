import { paymentFindings } from '../../invoicing/claims';
import { paymentKind, paymentValidation } from '../payment/paymentKind';
import { bulkOperation } from '../shared/bulk/bulkOperation';

/** Payments received for invoices that another system made. */
export const { endpoint, description, prepare, send } = bulkOperation({
	resource: 'externalInvoice',
	operation: 'createDirectPayment',
	thing: 'Payment',
	layout: { schema: 'IntermediationInvoiceDirectPayments' },
	care: { effect: 'The payment is booked on the invoice.', confirmed: false },
	validation: { option: paymentValidation, findings: paymentFindings },
	kind: paymentKind('createExternalDirectPayment', 'Direct payment', 'created'),
});
