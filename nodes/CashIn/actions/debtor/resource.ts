import type { ResourceRow } from '../shared/catalogueRow';
import * as getSummary from './getSummary.operation';

/** Those who owe, and what they owe in all. */
export const debtorResource: ResourceRow = {
	name: 'Debtor',
	value: 'debtor',
	description: 'Those who owe, and what they owe in all',
	operations: [
		{
			name: 'Get Summary',
			value: 'getSummary',
			action: 'Get summary of debtor',
			description: 'See the cases, invoices and open sums of a debtor',
			run: { each: getSummary },
		},
	],
};
