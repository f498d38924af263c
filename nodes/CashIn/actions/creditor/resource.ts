import type { ResourceRow } from '../shared/catalogueRow';
import * as update from './update.operation';
import * as getCredentials from './getCredentials.operation';
import * as create from './create.operation';
import * as getDeliveryInformation from './getDeliveryInformation.operation';
import * as getExternalAgreements from './getExternalAgreements.operation';

/** Creditors in a software partner's portfolio; needs a partner key. */
export const creditorResource: ResourceRow = {
	name: 'Creditor',
	value: 'creditor',
	description: "Creditors in a software partner's portfolio; needs a partner key",
	operations: [
		{
			name: 'Create',
			value: 'create',
			action: 'Create creditor',
			description: 'Register a creditor; the answer holds its API key',
			run: { each: create },
		},
		{
			name: 'Get Credentials',
			value: 'getCredentials',
			action: 'Get credentials of creditor',
			description: 'Get the current API key of a creditor; hidden unless you ask to see it',
			run: { each: getCredentials },
		},
		{
			name: 'Get Delivery Information',
			value: 'getDeliveryInformation',
			action: 'Get delivery information by seller',
			description: 'List how the invoices of the sellers in your portfolio were delivered',
			run: { each: getDeliveryInformation },
		},
		{
			name: 'Get External Agreements',
			value: 'getExternalAgreements',
			action: 'Get external agreements of creditors',
			description: 'List which agreement identifiers belong to which creditor',
			run: { each: getExternalAgreements },
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Update creditor',
			description: 'Change contact details, bank account or services of a creditor',
			run: { each: update },
		},
	],
};
