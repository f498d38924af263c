import { listOperation } from '../shared/reads';

/** Batches of invoices that were uploaded, and what became of them. */
export const { endpoint, description, execute } = listOperation({
	resource: 'invoice',
	operation: 'getBatches',
	endpoint: 'listInvoiceBatches',
});
