import { listOperation } from '../shared/reads';

/** What was paid on external invoices. */
export const { endpoint, description, execute } = listOperation({
	resource: 'externalInvoice',
	operation: 'getPayments',
	endpoint: 'getExternalInvoicePaymentInformation',
});
