import { writeOperation } from '../shared/writes';

/** Where a customer, or one invoice, takes electronic invoices. */
export const { endpoint, description, execute } = writeOperation({
	resource: 'eInvoicing',
	operation: 'updateFinvoiceAccount',
	endpoint: 'updateFinvoiceAccount',
	thing: 'Account',
	layout: { schema: 'FinvoiceAccountUpdate' },
});
