import type { ResourceRow } from '../shared/catalogueRow';
import * as getDeliveryInformation from './getDeliveryInformation.operation';
import * as getExternalAgreements from './getExternalAgreements.operation';

/** Creditors in a software partner's portfolio; needs a partner key. */
export const creditorResource: ResourceRow = {
	name: 'Creditor',
	value: 'creditor',
	description: "Creditors in a software partner's portfolio; needs a partner key",
	operations: [
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
	],
};
