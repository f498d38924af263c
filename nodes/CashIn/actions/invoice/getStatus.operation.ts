import { recordOperation } from '../shared/reads';

/** Where one invoice stands: its state, what is paid and what is open. */
export const { endpoint, description, execute } = recordOperation({
	resource: 'invoice',
	operation: 'getStatus',
	endpoint: 'getInvoiceStatus',
	asked: ['invoiceNumber'],
});
