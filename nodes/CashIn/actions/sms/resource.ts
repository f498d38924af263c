import type { ResourceRow } from '../shared/catalogueRow';
import type { BatchOperation } from '../shared/operation';
import * as send from './send.operation';

/** Text messages to debtors. */
export const smsResource: ResourceRow = {
	name: 'SMS',
	value: 'sms',
	description: 'Text messages (tekstiviestit) to debtors; needs a partner key',
	operations: [
		{
			name: 'Send',
			value: 'send',
			action: 'Send SMS',
			description: 'Send a text message to the phone of a debtor',
			run: { many: send as BatchOperation },
		},
	],
};
