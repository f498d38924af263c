import { paymentKind } from '../payment/paymentKind';
import { bulkOperation } from '../shared/bulk/bulkOperation';

/** Payments received for invoices that another system made. */
export const { endpoint, description, prepare, send } = bulkOperation({
	resource: 'externalInvoice',
	operation: 'createDirectPayment',
	thing: 'Payment',
	layout: { schema: 'IntermediationInvoiceDirectPayments' },
	care: { effect: 'The payment is booked on the invoice.', confirmed: false },
	kind: paymentKind('createExternalDirectPayment', 'Direct payment', 'created'),
});
