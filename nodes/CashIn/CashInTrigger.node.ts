import {
	NodeConnectionTypes,
	NodeOperationError,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { assertEngine, engineNotice } from './api/engine';
import { personalCodePaths } from './api/generated/personalCodes';
import { createRun } from './api/run';
import { cashInApiTest } from './pickers/credentialTest';
import { inWords } from './text/subtitle';
import { triggerEvents } from './triggers/events';
import { triggerProperties } from './triggers/fields';
import { pollForEvents } from './triggers/poll';

export class CashInTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Cash-In Trigger',
		name: 'cashInTrigger',
		icon: { light: 'file:../../icons/cashIn.svg', dark: 'file:../../icons/cashIn.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: `={{ ${inWords('event')} }}`,
		// n8n lists both nodes as one entry, with these words.
		description:
			'Starts a workflow when something happens in Cash-In, such as a payment. Its actions send invoices.',
		defaults: { name: 'Cash-In Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'cashInApi', required: true, testedBy: 'cashInApiTest' }],
		properties: [...engineNotice(), ...triggerProperties],
		sensitiveOutputFields: [...personalCodePaths],
	};

	methods = { credentialTest: { cashInApiTest } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		assertEngine(this.getNode());
		const value = this.getNodeParameter('event') as string;
		const event = triggerEvents.find((candidate) => candidate.value === value);
		if (event === undefined) {
			throw new NodeOperationError(this.getNode(), `There is no event "${value}" to wait for`, {
				description: "Choose one from the list under 'Event'.",
			});
		}
		const items = await pollForEvents(createRun(this), event);
		return items === null ? null : [items];
	}
}
