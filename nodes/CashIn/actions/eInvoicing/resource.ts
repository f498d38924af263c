import type { ResourceRow } from '../shared/catalogueRow';
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
	],
};
