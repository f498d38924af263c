import type { Instance } from '../../scripts/n8n/instance.cts';
import type { Runtime } from '../../scripts/n8n/runtime.cts';
import type { Simulator } from '../../scripts/n8n/simulator.cts';
import { cashInNode, credential, type WorkflowNode } from '../support/n8n';

export interface World {
	/** Running, with the package installed; the checks of a version share it, one after another. */
	n8n: Instance;
	/** Fresh. */
	simulator: Simulator;
	/** The installation of n8n. */
	runtime: Runtime;
}

export interface Check {
	/** What the record of what passed calls it. */
	id: string;
	/** A sentence about what a user gets. */
	name: string;
	/** The oldest n8n that has what it needs; left out, every n8n on the list. */
	since?: string;
	/** @throws where it does not */
	holds(world: World): Promise<void>;
}

/** A node that speaks to the simulator of a check, with a credential of its own. */
export async function connected(
	{ n8n, simulator }: World,
	type: 'cashIn' | 'cashInTrigger',
	parameters: WorkflowNode['parameters'],
): Promise<WorkflowNode> {
	const { name, type: kind, data } = credential(simulator.url);
	const { id } = await n8n.addCredential({ name, type: kind, data });
	return { ...cashInNode(type, parameters), credentials: { cashInApi: { id, name } } };
}
