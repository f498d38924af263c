import type { IDataObject } from 'n8n-workflow';

import type { BodyLayout } from '../shared/body/places';
import { writeOperation } from '../shared/writes';
import { checkedAccounts } from './bankAccounts';

const layout: BodyLayout = {
	schema: 'CreditorUpdate',
	inline: ['CreditorUpdateData', 'CreditorUpdateDetails'],
	others: 'Update Fields',
};

/** Changes to a creditor. A change of its bank account moves its money. */
export const { endpoint, description, execute } = writeOperation({
	resource: 'creditor',
	operation: 'update',
	endpoint: 'updateCreditor',
	thing: 'Changes',
	layout,
	complete: (body, _, run, item) => checkedAccounts(run, item, body, layout),
	care: {
		effect: "With another bank account the creditor's money is paid out there from then on.",
		confirmed: true,
		asks: 'the bank account may be changed',
		when: changesAccount,
	},
});

/** In whichever part of the body: the names of all of them are our reading. */
function changesAccount(body: IDataObject): boolean {
	return Object.entries(body).some(
		([name, value]) =>
			/iban|bic|swift|account|bank/i.test(name) ||
			(typeof value === 'object' && value !== null && changesAccount({ ...value })),
	);
}
