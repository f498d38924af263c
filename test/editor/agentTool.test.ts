import type { IDataObject } from 'n8n-workflow';

import { shows, START, useEditor } from '../support/editor';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();
const { editor, nodeFor, n8n } = useEditor();

/** The panel of a Cash-In tool that is connected to an agent. */
async function openTool(parameters: IDataObject) {
	const node = await nodeFor(parameters, simulator());
	const agent = {
		id: 'agent',
		name: 'Agent',
		type: '@n8n/n8n-nodes-langchain.agent',
		typeVersion: 2.2,
		position: [220, 0],
		parameters: { promptType: 'define', text: 'Hello' },
	};
	const tool = { ...node, id: 'tool', type: `${node.type}Tool`, position: [220, 220] };
	const { id } = await n8n.addWorkflow({
		name: 'Agent',
		nodes: [{ ...START, id: 'start', position: [0, 0] }, agent, tool],
		connections: {
			Start: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
			'Cash-In': { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
		},
	});
	await editor().openWorkflow(id);
	await editor().openNode('Cash-In');
	return editor().panel;
}

/** What an agent may do only where a person has allowed it, and what the switch says of it. */
const CARE: Array<[string, IDataObject, RegExp]> = [
	[
		'handing over to debt collection',
		{ resource: 'collectionCase', operation: 'create' },
		/begin debt collection/i,
	],
	[
		'sending a text message',
		{ resource: 'sms', operation: 'send' },
		/text messages to real phones/,
	],
	['sending invoices', { resource: 'invoice', operation: 'create' }, /invoice/i],
];

it.each(CARE)(
	'%s is closed to agents, and the switch says what it opens',
	async (_, wish, says) => {
		const panel = await openTool(wish);
		await panel.input('allowAgent').waitFor();
		expect(await panel.input('allowAgent').getByRole('switch').getAttribute('aria-checked')).toBe(
			'false',
		);
		await shows(panel.collection('Allow AI Agents'), says);
		await panel.close();
	},
);

it('a read has no such switch, and the model can fill its fields in', async () => {
	const panel = await openTool({ resource: 'payment', operation: 'getAllocated' });
	await shows(panel.parameters, 'Tool Description');
	expect(await panel.input('allowAgent').count()).toBe(0);
	await panel.close();
});
