import { record } from './shared/record';
import { resource } from './shared/resource';

export const debtor = resource(
	'debtor',
	{ name: 'Debtor', description: 'Those who owe, and what they owe in all' },
	{
		getSummary: record('getDebtorSummary', {
			action: 'Get summary of debtor',
			description: 'See the cases, invoices and open sums of a debtor',
		}),
	},
);
