import type { BodyLayout } from '../shared/body/places';
import { writeOperation } from '../shared/writes';
import { checkedAccounts } from './bankAccounts';

const layout: BodyLayout = { schema: 'Creditor', inline: ['CreditorData'] };

/** A new creditor of a software partner; the answer holds its API key. */
export const { endpoint, description, execute } = writeOperation({
	resource: 'creditor',
	operation: 'create',
	endpoint: 'createCreditor',
	thing: 'Creditor',
	layout,
	complete: (body, _, run, item) => checkedAccounts(run, item, body, layout),
	care: { effect: 'A new creditor is registered, and an API key made for it.', confirmed: false },
});
