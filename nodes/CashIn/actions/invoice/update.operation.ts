import { writeOperation } from '../shared/writes';

/** Changes to an invoice that was sent: address, due date, delivery. */
export const { endpoint, description, execute } = writeOperation({
	resource: 'invoice',
	operation: 'update',
	endpoint: 'updateInvoice',
	thing: 'Changes',
	layout: { schema: 'SalesInvoiceUpdate', left: ['InvoiceNumber'], others: 'Update Fields' },
	complete: (body, { invoiceNumber }) => ({ InvoiceNumber: invoiceNumber, ...body }),
});
