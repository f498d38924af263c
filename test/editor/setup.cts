import { createInstance, type Instance } from '../../scripts/n8n/instance.cts';
import { packNode } from '../../scripts/n8n/pack.cts';

let started: Instance | undefined;

/**
 * One n8n for all files, with the package as a user installs it: its start takes longer than most tests. Where the
 * caller has one that runs, that is used, and goes on running.
 */
export default async function setup(): Promise<void> {
	if (process.env.CASH_IN_EDITOR !== undefined) return;
	process.env.CASH_IN_TARBALL ??= await packNode();
	started = await createInstance({ tarball: process.env.CASH_IN_TARBALL });
	await started.start();
	await started.setupOwner();
	process.env.CASH_IN_EDITOR = JSON.stringify({ url: started.url, owner: started.owner });
}

/** Ends what the set-up started. */
export async function end(): Promise<void> {
	await started?.dispose();
}
