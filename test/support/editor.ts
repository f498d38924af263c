import type { IDataObject } from 'n8n-workflow';

import { openEditor, type Editor, type View } from '../../scripts/n8n/editor.cts';
import { shows } from '../../scripts/n8n/panel.cts';
import { createRest } from '../../scripts/n8n/rest.cts';
import { cashInNode, credential, workflow, type WorkflowNode } from './n8n';
import { n8nOfSetup } from './n8nOfSetup.cts';

export { shows };

/** A simulator, or what stands in its place. */
interface Account {
	url: string;
	/** Without one, the simulator's own. */
	key?: string;
}

export const START: WorkflowNode = {
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	parameters: {},
};

// A browser on a busy machine may be late for what a person would wait for: once more, and the first failure is logged.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

/** One page of n8n's editor for the tests of a file; each opens a workflow of its own. */
export function useEditor(view: View = {}) {
	const { url, owner } = n8nOfSetup();
	const n8n = createRest(url, owner);
	let opened: Editor | undefined;
	beforeAll(async () => {
		opened = await openEditor({ url, owner }, view);
	});
	afterAll(async () => await opened?.close());

	const editor = () => {
		if (opened === undefined) throw new Error('The editor is opened before the first test');
		return opened;
	};

	/** Saves a credential of its own for an account. */
	async function addCredential({ url, key }: Account) {
		const { type, data } = credential(url, key);
		const name = unique('Cash-In');
		const { id } = await n8n.addCredential({ name, type, data });
		return { id, name };
	}

	/** Saves a workflow and shows it. @param connections as for `workflow` */
	async function open(nodes: WorkflowNode[], connections: Record<string, string[][]> = {}) {
		const { id } = await n8n.addWorkflow(workflow(unique('editor'), nodes, connections));
		await editor().openWorkflow(id);
		return id;
	}

	/**
	 * Shows a workflow of a start and one Cash-In node, with that node's panel open.
	 * @param account whose credential it gets; without it, none
	 */
	async function openNode(
		parameters: IDataObject,
		account?: Account,
		changes: Partial<WorkflowNode> = {},
	) {
		const node = await nodeFor(parameters, account);
		const id = await open([START, { ...node, ...changes }], { Start: [['Cash-In']] });
		await editor().openNode('Cash-In');
		return { id, panel: editor().panel };
	}

	async function nodeFor(
		parameters: IDataObject,
		account?: Account,
		type: 'cashIn' | 'cashInTrigger' = 'cashIn',
	): Promise<WorkflowNode> {
		const credentials = account && { cashInApi: await addCredential(account) };
		return { ...cashInNode(type, parameters), credentials };
	}

	return { editor, n8n, addCredential, open, openNode, nodeFor };
}

let count = 0;
/** Several files share an n8n. */
function unique(name: string): string {
	count += 1;
	return `${name}-${Date.now()}-${count}`;
}
