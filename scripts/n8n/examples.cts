import fs from 'node:fs';
import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';

const FOLDER = path.join(__dirname, '..', '..', 'workflows');

export interface WorkflowNode {
	name: string;
	type: string;
	parameters: IDataObject;
	/** Of a webhook or a form. */
	webhookId?: string;
	credentials?: Record<string, { id?: string; name: string }>;
}

/** A workflow as its file has it. */
export interface WorkflowFile {
	id: string;
	name: string;
	nodes: WorkflowNode[];
	settings?: IDataObject;
}

/** Which credential a node needs, by its type; the files name none, since everybody has their own. */
const CREDENTIAL_OF: Record<string, string> = {
	'n8n-nodes-cash-in.cashIn': 'cashInApi',
	'n8n-nodes-cash-in.cashInTool': 'cashInApi',
	'n8n-nodes-cash-in.cashInTrigger': 'cashInApi',
	'n8n-nodes-base.wooCommerce': 'wooCommerceApi',
	'n8n-nodes-base.wooCommerceTrigger': 'wooCommerceApi',
	'n8n-nodes-base.stripeTrigger': 'stripeApi',
	'n8n-nodes-base.shopify': 'shopifyAccessTokenApi',
	'n8n-nodes-base.shopifyTrigger': 'shopifyAccessTokenApi',
	'n8n-nodes-base.slack': 'slackApi',
	'n8n-nodes-base.emailSend': 'smtp',
	'n8n-nodes-base.emailSendHitlTool': 'smtp',
	'n8n-nodes-base.googleSheets': 'googleSheetsOAuth2Api',
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': 'openAiApi',
};

/** The names of the example workflows, as of their files. */
export function exampleNames(): string[] {
	return fs
		.readdirSync(FOLDER)
		.filter((file) => file.endsWith('.json'))
		.map((file) => path.basename(file, '.json'))
		.sort();
}

/** The file of an example workflow; `name` may begin with a folder. */
export const exampleFile = (name: string): string => path.join(FOLDER, `${name}.json`);

/** An example workflow; `name` may begin with a folder. */
export function readExample(name: string): WorkflowFile {
	return JSON.parse(fs.readFileSync(exampleFile(name), 'utf8'));
}

/**
 * The same with a credential chosen in each node that needs one, as its user does after the import. The credential's id
 * is its type.
 */
export function withCredentials(workflow: WorkflowFile): WorkflowFile {
	return mapNodes(workflow, (node) => {
		// A request says itself whose credential it takes.
		const type = node.parameters.nodeCredentialType ?? CREDENTIAL_OF[node.type];
		if (typeof type !== 'string') return node;
		return { ...node, credentials: { [type]: { id: type, name: type } } };
	});
}

/** The same asking Cash-In once a minute, the shortest time n8n knows: the files ask once an hour or a day. */
export function everyMinute(workflow: WorkflowFile): WorkflowFile {
	const pollTimes = { item: [{ mode: 'everyMinute' }] };
	return mapNodes(workflow, (node) =>
		node.parameters.pollTimes === undefined
			? node
			: { ...node, parameters: { ...node.parameters, pollTimes } },
	);
}

function mapNodes(workflow: WorkflowFile, change: (node: WorkflowNode) => WorkflowNode) {
	return { ...workflow, nodes: workflow.nodes.map(change) };
}
