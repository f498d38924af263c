import type { ResourceRow } from '../shared/catalogueRow';
import type { BatchOperation } from '../shared/operation';
import * as create from './create.operation';
import * as getOperation from './get.operation';
import * as getBatchStatus from './getBatchStatus.operation';

/** Debt collection cases (perintä) at Cash-In. */
export const collectionCaseResource: ResourceRow = {
	name: 'Collection Case',
	value: 'collectionCase',
	description: 'Debt collection cases (perintä) at Cash-In',
	operations: [
		{
			name: 'Create',
			value: 'create',
			action: 'Create collection case',
			description:
				'Hand an unpaid receivable over for debt collection (perintä); letters to the debtor follow',
			run: { many: create as BatchOperation },
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get collection case',
			description: 'Get a case with its receivables, by case ID or by invoice number',
			run: { each: getOperation },
		},
		{
			name: 'Get Batch Status',
			value: 'getBatchStatus',
			action: 'Get status of collection case batch',
			description: 'See how far Cash-In is with a batch of new cases',
			run: { each: getBatchStatus },
		},
	],
};
