import type { ResourceRow } from '../shared/catalogueRow';
import type { BatchOperation } from '../shared/operation';
import * as submit from './submit.operation';
import * as getAllocated from './getAllocated.operation';
import * as getReceived from './getReceived.operation';

/** Money that came in for invoices. */
export const paymentResource: ResourceRow = {
	name: 'Payment',
	value: 'payment',
	description: 'Money that came in for invoices',
	operations: [
		{
			name: 'Get Allocated',
			value: 'getAllocated',
			action: 'Get allocated payments',
			description:
				'List payments, rebates and write-offs matched to invoices; without dates those of the last 30 days',
			run: { each: getAllocated },
		},
		{
			name: 'Get Received',
			value: 'getReceived',
			action: 'Get received payments',
			description: 'List payments as they came in; what they are matched to may still change',
			run: { each: getReceived },
		},
		{
			name: 'Submit',
			value: 'submit',
			action: 'Submit payment',
			description: 'Report a payment you received yourself, so that it is no longer asked for',
			run: { many: submit as BatchOperation },
		},
	],
};
