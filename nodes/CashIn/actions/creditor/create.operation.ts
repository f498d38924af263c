import { writeOperation } from '../shared/writes';

/** A new creditor of a software partner; the answer holds its API key. */
export const { endpoint, description, execute } = writeOperation({
	resource: 'creditor',
	operation: 'create',
	endpoint: 'createCreditor',
	thing: 'Creditor',
	layout: { schema: 'Creditor', inline: ['CreditorData'] },
	care: { effect: 'A new creditor is registered, and an API key made for it.', confirmed: false },
});
