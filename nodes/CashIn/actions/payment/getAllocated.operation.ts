import { listOperation } from '../shared/reads';

/** Payments, rebates and write-offs that Cash-In has matched to invoices. */
export const { endpoint, description, execute } = listOperation({
	resource: 'payment',
	operation: 'getAllocated',
	endpoint: 'listAllocatedPaymentTransactions',
});
