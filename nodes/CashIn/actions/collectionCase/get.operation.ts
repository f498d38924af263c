import { recordOperation } from '../shared/reads';

/** One collection case, or the case of one invoice: asked by either number. */
export const { endpoint, description, execute } = recordOperation(
	{
		resource: 'collectionCase',
		operation: 'get',
		endpoint: 'getCollectionCase',
		eitherOf: ['caseId', 'invoiceNumber'],
	},
	'Cases',
);
