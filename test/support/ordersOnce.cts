import type { IDataObject } from 'n8n-workflow';

import { eventually } from '../../scripts/n8n/eventually.cts';
import { readExample, withCredentials, type WorkflowFile } from '../../scripts/n8n/examples.cts';
import type { Cluster } from '../../scripts/n8n/cluster.cts';
import { dataTable } from './dataTables.cts';

/** A row of the example's data table. */
export interface StoredOrder {
	id: number;
	orderId: string;
	status: string;
	message: string;
	orderText: string | null;
	lease: string | null;
}

interface Options {
	/** Of the Cash-In credential. */
	credentialId: string;
	/** Between two invoicing runs, and between two tries of what failed. */
	seconds: { invoicing: number; again: number; lease: number };
}

/** The example "Orders invoiced once" in a cluster: set up, published, and with a shorter day. */
export async function publishOrdersOnce(cluster: Cluster, { credentialId, seconds }: Options) {
	const file = inSeconds(withCredentials(readExample('orders-once')), seconds);
	const nodes = file.nodes.map((node) =>
		node.credentials === undefined
			? node
			: { ...node, credentials: { cashInApi: { id: credentialId, name: 'Cash-In' } } },
	);
	const { id } = await cluster.addWorkflow({ ...file, nodes });
	const setUp = await cluster.runWorkflow(id, { from: 'Press once: set up' });
	if (setUp.status !== 'success') throw new Error(JSON.stringify(setUp.data.resultData.error));
	await cluster.activate(id);
	await cluster.waitUntilActive(id);
	const hook = file.nodes.find(({ name }) => name === 'When an order is placed');
	const table = `${await dataTable(cluster.rest, 'Cash-In orders')}/rows`;

	/** Its rows of a status, oldest first. */
	async function rows(status: string): Promise<StoredOrder[]> {
		const filter = {
			type: 'and',
			filters: [{ columnName: 'status', condition: 'eq', value: status }],
		};
		const query = `take=250&filter=${encodeURIComponent(JSON.stringify(filter))}`;
		return (await cluster.rest<{ data: StoredOrder[] }>('GET', `${table}?${query}`)).data;
	}

	return {
		id,
		/** Where the shop's messages go. */
		url: `${cluster.url}/webhook/${String(hook?.parameters.path)}`,
		rows,
		/** The execution that invoices now. */
		async leaseHolder(): Promise<string | undefined> {
			const [row] = await rows('lease');
			return row?.lease || undefined;
		},
		/** Waits until no order waits, and none is to be tried again. */
		async settled(deadlineMs: number): Promise<void> {
			await eventually(
				async () => {
					const open = [...(await rows('waiting')), ...(await rows('failed'))];
					return open.length === 0 || undefined;
				},
				deadlineMs,
				async () =>
					`orders are open: ${JSON.stringify([...(await rows('waiting')), ...(await rows('failed'))].slice(0, 3))}`,
			);
		},
	};
}

/**
 * Posts an order as a shop does that has more than one sender: twice at the same moment. What is not answered with
 * success is posted again, as shops do.
 * @returns the answers
 */
export async function postTwice(url: string, order: object): Promise<string[]> {
	const body = JSON.stringify(order);
	const post = async () => {
		let answer = '';
		return await eventually(
			async () => {
				try {
					const response = await fetch(url, {
						method: 'POST',
						headers: { 'content-type': 'application/json' },
						body,
						signal: AbortSignal.timeout(60_000),
					});
					answer = await response.text();
					return response.ok ? answer : undefined;
				} catch (error) {
					answer = String(error);
					return undefined;
				}
			},
			900_000,
			async () => `an order was never answered with success. The last answer: ${answer}`,
		);
	};
	return await Promise.all([post(), post()]);
}

function inSeconds(file: WorkflowFile, seconds: Options['seconds']): WorkflowFile {
	const every = (count: number) => ({
		rule: { interval: [{ field: 'seconds', secondsInterval: count }] },
	});
	const nodes = file.nodes.map((node) => {
		if (node.name === 'Every minute') return { ...node, parameters: every(seconds.invoicing) };
		if (node.name === 'Every hour') return { ...node, parameters: every(seconds.again) };
		if (node.name !== 'Take the lease') return node;
		const text = JSON.stringify(node.parameters);
		const shorter = text.replace('minutes: 20', `seconds: ${seconds.lease}`);
		if (shorter === text) throw new Error('The lease of the example is not 20 minutes.');
		return { ...node, parameters: JSON.parse(shorter) as IDataObject };
	});
	// As with the lease that the file has, n8n stops a run well before its lease ends.
	return { ...file, nodes, settings: { ...file.settings, executionTimeout: seconds.lease / 2 } };
}
