import { list } from './shared/list';
import { resource } from './shared/resource';
import { write } from './shared/write';

export const eInvoicing = resource(
	'eInvoicing',
	{ name: 'E-Invoicing', description: 'Electronic invoicing (verkkolasku)' },
	{
		getContracts: list('listElectronicInvoicingContracts', {
			action: 'Get e-invoicing contracts',
			description: 'List the buyers who take their invoices electronically',
		}),
		updateFinvoiceAccount: write('updateFinvoiceAccount', {
			action: 'Update finvoice account',
			description: 'Set where a customer, or one invoice, takes electronic invoices',
			noun: 'Account',
			confirmation: {
				effect: 'Invoices go to another electronic address from then on.',
				agent: 'An agent can then have the invoices of real people delivered to another address.',
			},
		}),
	},
);
