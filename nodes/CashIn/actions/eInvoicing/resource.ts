import type { ResourceRow } from '../shared/catalogueRow';
import * as updateFinvoiceAccount from './updateFinvoiceAccount.operation';
import * as getContracts from './getContracts.operation';

/** Electronic invoicing (verkkolasku). */
export const eInvoicingResource: ResourceRow = {
	name: 'E-Invoicing',
	value: 'eInvoicing',
	description: 'Electronic invoicing (verkkolasku)',
	operations: [
		{
			name: 'Get Contracts',
			value: 'getContracts',
			action: 'Get e-invoicing contracts',
			description: 'List the buyers who take their invoices electronically',
			run: { each: getContracts },
		},
		{
			name: 'Update Finvoice Account',
			value: 'updateFinvoiceAccount',
			action: 'Update finvoice account',
			description: 'Set where a customer, or one invoice, takes electronic invoices',
			run: { each: updateFinvoiceAccount },
		},
	],
};
