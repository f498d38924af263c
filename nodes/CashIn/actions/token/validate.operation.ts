import { recordOperation } from '../shared/reads';

/** What Cash-In says of the API key in the credential. */
export const { endpoint, description, execute } = recordOperation({
	resource: 'token',
	operation: 'validate',
	endpoint: 'validateToken',
});
