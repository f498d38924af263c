import { listOperation } from '../shared/reads';

/** Which agreements belong to which creditor. */
export const { endpoint, description, execute } = listOperation({
	resource: 'creditor',
	operation: 'getExternalAgreements',
	endpoint: 'listExternalAgreementIdentifiers',
});
