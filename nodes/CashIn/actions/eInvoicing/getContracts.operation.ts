import { listOperation } from '../shared/reads';

/** Buyers who take their invoices electronically. */
export const { endpoint, description, execute } = listOperation({
	resource: 'eInvoicing',
	operation: 'getContracts',
	endpoint: 'listElectronicInvoicingContracts',
});
