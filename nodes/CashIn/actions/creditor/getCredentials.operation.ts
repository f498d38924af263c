import { writeOperation } from '../shared/writes';

/** The API key of a creditor. It changes nothing, but its answer is a secret. */
export const { endpoint, description, execute } = writeOperation({
	resource: 'creditor',
	operation: 'getCredentials',
	endpoint: 'getCreditorCredentials',
	thing: 'Credentials',
	care: { effect: "The answer is a creditor's API key.", confirmed: false },
});
