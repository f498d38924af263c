import { recordOperation } from '../shared/reads';

/** Whether an agreement is in force. */
export const { endpoint, description, execute } = recordOperation({
	resource: 'externalInvoice',
	operation: 'getAgreementStatus',
	endpoint: 'getExternalAgreementStatus',
	asked: ['externalAgreementIdentifier'],
});
