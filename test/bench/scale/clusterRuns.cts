import type { Cluster } from '../../../scripts/n8n/cluster.cts';
import { eventually } from '../../../scripts/n8n/eventually.cts';
import type { Simulator } from '../../../scripts/n8n/simulator.cts';
import type { IDataObject } from 'n8n-workflow';

import { workflow, type WorkflowNode } from '../../support/n8n';
import { credentials } from '../workflows.cts';
import { KEY } from './setting.cts';

/** The most that a bench waits for the end of what it has begun. */
const DEADLINE_MS = 900_000;
const MOST_REFUSALS = 60;

/** A workflow that a webhook starts, which has answered before the workflow has begun. */
export async function addWebhook(
	cluster: Cluster,
	name: string,
	nodes: WorkflowNode[],
	settings: IDataObject = {},
): Promise<{ id: string; url: string }> {
	const start = {
		name: 'Start',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		parameters: { httpMethod: 'POST', path: name, responseMode: 'onReceived', options: {} },
		webhookId: name,
	};
	const all = [start, ...nodes];
	const links = nodes.map((node, index) => [all[index]?.name, [[node.name]]]);
	const made = workflow(name, all, Object.fromEntries(links));
	const { id } = await cluster.addWorkflow({
		...made,
		settings: { ...made.settings, ...settings },
	});
	await cluster.activate(id);
	await cluster.waitUntilActive(id);
	return { id, url: `${cluster.url}/webhook/${name}` };
}

/** The Cash-In credential of a cluster; as the `credentials` of a node. */
export async function addCashIn(cluster: Cluster, url: string): Promise<IDataObject> {
	const [cashIn] = credentials(url, KEY);
	if (cashIn === undefined) throw new Error('There is no credential for Cash-In.');
	const { name, type, data } = cashIn;
	const { id } = await cluster.addCredential({ name, type, data });
	return { cashInApi: { id, name } };
}

/**
 * Starts a workflow; it goes on when n8n has answered. Where n8n says that it cannot take it now, tries again.
 * @returns how often n8n said so
 */
export async function post(url: string, body: object, refused = 0): Promise<number> {
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	const text = await response.text();
	if (response.status === 503 && refused < MOST_REFUSALS) {
		await new Promise((resolve) => setTimeout(resolve, 1_000));
		return await post(url, body, refused + 1);
	}
	if (!response.ok) throw new Error(`The webhook answered ${response.status}: ${text}`);
	return refused;
}

/** Waits until Cash-In has so many invoices. @returns when it was seen to */
export async function invoicesHeld({ ask }: Simulator, count: number): Promise<number> {
	const held = async () => (await ask<{ invoices: number }>('state')).invoices;
	return await soon(
		async () => (await held()) >= count,
		async () => `Cash-In has ${await held()} of ${count} invoices`,
	);
}

/** Waits until no execution runs or waits for a worker. @returns when it was seen to */
export async function allEnded(cluster: Cluster): Promise<number> {
	const filter = encodeURIComponent(JSON.stringify({ status: ['new', 'running'] }));
	return await soon(async () => {
		const { results } = await cluster.rest<{ results: unknown[] }>(
			'GET',
			`/rest/executions?filter=${filter}&limit=1`,
		);
		return results.length === 0;
	}, 'executions have not ended');
}

/** How much n8n keeps of the latest execution of a workflow, in bytes of text. */
export async function bytesKept(cluster: Cluster, workflowId: string): Promise<number> {
	const latest = (await cluster.executions(workflowId)).at(-1);
	const { data } = await cluster.rest<{ data: unknown }>('GET', `/rest/executions/${latest?.id}`);
	return Buffer.byteLength(typeof data === 'string' ? data : JSON.stringify(data));
}

async function soon(
	holds: () => Promise<boolean>,
	what: string | (() => Promise<string>),
): Promise<number> {
	await eventually(async () => ((await holds()) ? true : undefined), DEADLINE_MS, what);
	return Date.now();
}
