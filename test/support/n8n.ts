import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

import { itemsOf } from '../../scripts/n8n/executions.cts';
import { createInstance, type Instance as N8n } from '../../scripts/n8n/instance.cts';
import { tarball } from './tarball.cts';

export type { N8n };
export { itemsOf };

/** A real n8n for the tests of a file, with the packed package installed as a user installs it. */
export function useN8n(): () => N8n {
	let instance: N8n | undefined;
	beforeAll(async () => {
		instance = await createInstance({ tarball: tarball() });
	});
	afterAll(async () => await instance?.dispose());
	return () => {
		if (instance === undefined) throw new Error('n8n is installed before the first test');
		return instance;
	};
}

/** The API key of a simulator that was told of no other. */
export const KEY = 'demo-key';

/** The Cash-In credential for a simulator. */
export function credential(baseUrl: string, apiKey = KEY) {
	const data = { apiKey, environment: 'custom', baseUrl, endpointOverrides: '{}' };
	return { id: 'cashInCredential', name: 'Cash-In (simulator)', type: 'cashInApi', data };
}

export interface WorkflowNode {
	name: string;
	type: string;
	typeVersion: number;
	parameters: IDataObject;
	onError?: string;
	/** For the first item only. */
	executeOnce?: boolean;
	/** Of a webhook. */
	webhookId?: string;
	retryOnFail?: boolean;
	maxTries?: number;
	/** Milliseconds. */
	waitBetweenTries?: number;
	credentials?: IDataObject;
}

/** A node that speaks to Cash-In. */
export function cashInNode(
	type: 'cashIn' | 'cashInTrigger',
	parameters: IDataObject,
): WorkflowNode {
	return {
		name: 'Cash-In',
		type: `n8n-nodes-cash-in.${type}`,
		typeVersion: 1,
		parameters,
		credentials: { cashInApi: { id: 'cashInCredential', name: 'Cash-In (simulator)' } },
	};
}

export interface Workflow {
	id: string;
	name: string;
	versionId: string;
	nodes: WorkflowNode[];
	connections: Record<string, object>;
	settings: object;
}

/** A workflow; `connections` says for each node where each of its branches goes. */
export function workflow(
	id: string,
	nodes: WorkflowNode[],
	connections: Record<string, string[][]>,
): Workflow {
	const main = (targets: string[][]) => ({
		main: targets.map((names) => names.map((node) => ({ node, type: 'main', index: 0 }))),
	});
	return {
		id,
		name: id,
		// n8n 2.0 gives none to a workflow that is imported.
		versionId: randomUUID(),
		nodes: nodes.map((node, index) => ({
			id: `${id}-${index}`,
			position: [index * 220, 0],
			...node,
		})),
		connections: Object.fromEntries(
			Object.entries(connections).map(([name, targets]) => [name, main(targets)]),
		),
		settings: { executionOrder: 'v1' },
	};
}
