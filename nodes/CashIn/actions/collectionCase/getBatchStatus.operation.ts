import { recordOperation } from '../shared/reads';

/** How far Cash-In is with a batch of new cases. */
export const { endpoint, description, execute } = recordOperation({
	resource: 'collectionCase',
	operation: 'getBatchStatus',
	endpoint: 'getCaseBatchStatus',
});
