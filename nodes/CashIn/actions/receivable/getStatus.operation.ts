import { listOperation } from '../shared/reads';

/** Where receivables in collection stand. */
export const { endpoint, description, execute } = listOperation({
	resource: 'receivable',
	operation: 'getStatus',
	endpoint: 'getCollectionReceivablesStatus',
});
