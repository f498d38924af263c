import type { ResourceRow } from '../shared/catalogueRow';
import type { BatchOperation } from '../shared/operation';
import * as update from './update.operation';
import * as getCreditLosses from './getCreditLosses.operation';
import * as getStatus from './getStatus.operation';

/** Receivables (saatavat) in collection. */
export const receivableResource: ResourceRow = {
	name: 'Receivable',
	value: 'receivable',
	description: 'Receivables (saatavat) in collection',
	operations: [
		{
			name: 'Get Credit Losses',
			value: 'getCreditLosses',
			action: 'Get credit losses',
			description:
				'List receivables given up as credit losses; Cash-In publishes them on the first day of a month',
			run: { each: getCreditLosses },
		},
		{
			name: 'Get Status',
			value: 'getStatus',
			action: 'Get status of receivables',
			description: 'List where receivables in collection stand',
			run: { each: getStatus },
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Update receivable',
			description:
				'Report what you received from the debtor yourself, for a receivable in collection',
			run: { many: update as BatchOperation },
		},
	],
};
