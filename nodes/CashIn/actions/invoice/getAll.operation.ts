import { listOperation } from '../shared/reads';

/** Invoices as Cash-In lists them. */
export const { endpoint, description, execute } = listOperation({
	resource: 'invoice',
	operation: 'getAll',
	endpoint: 'listSalesInvoices',
});
