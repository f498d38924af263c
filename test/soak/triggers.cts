import path from 'node:path';

import { eventually } from '../../scripts/n8n/eventually.cts';
import { createInstance, type Instance } from '../../scripts/n8n/instance.cts';
import { packNode } from '../../scripts/n8n/pack.cts';
import { startSimulator, type Simulator } from '../../scripts/n8n/simulator.cts';
import { cashInNode, credential, KEY, workflow } from '../support/n8n';
import { account, createCollector } from './account.cts';
import { createStory, EVENTS } from './story.cts';

const ROOT = path.join(__dirname, '..', '..');
const MINUTE_MS = 60_000;

type Log = (line: string) => void;

interface Options {
	seed: number;
	rounds: number;
	roundMs: number;
	log: Log;
	signal?: AbortSignal;
}

/**
 * A trigger workflow for each event in a real n8n over simulated days of payments and changes, with faults of Cash-In and two
 * kills of n8n. What came out of their executions is held against what the simulator knows to have happened.
 * @returns whether nothing was lost, and nothing repeated that no kill explains
 */
export async function soakTriggers({
	seed,
	rounds,
	roundMs,
	log,
	signal,
}: Options): Promise<boolean> {
	let n8n: Instance | undefined;
	let simulator: Simulator | undefined;
	try {
		const tarball = await packNode({ log, signal });
		simulator = await startSimulator({ root: ROOT, port: 0, key: KEY, signal });
		const story = createStory(simulator, { seed, days: rounds });
		await story.begin();
		n8n = await createInstance({ tarball, signal });
		await publish(n8n, simulator.url);
		await n8n.start();
		await n8n.setupOwner();
		await story.polledTwice();
		log(`All are active; ${rounds} days follow, one every ${roundMs / 1000} seconds.`);

		const kills: string[] = [];
		for (let round = 1; round <= rounds; round += 1) {
			const until = Date.now() + roundMs;
			await story.day(round);
			if (round === Math.round(rounds / 3)) kills.push(await killAfterItems(n8n, log));
			if (round === Math.round((rounds * 2) / 3)) kills.push(await kill(n8n, log));
			await pause(until - Date.now(), signal);
		}
		await story.end();
		const ledger = await story.ledger();
		const { allThere, look, given } = createCollector(n8n);
		await allThere(ledger, log, 5 * MINUTE_MS);
		// Whatever would come twice comes with one of these.
		await pause(1.5 * MINUTE_MS, signal);
		await look();
		const sums = account({ ledger, given, kills, faults: story.faults(), seed }, log);
		return sums.lost + sums.strange + sums.unexplained === 0;
	} finally {
		await Promise.allSettled([n8n?.dispose(), simulator?.stop()]);
	}
}

/** Workflows of the trigger alone: their executions keep what it gave. */
async function publish(n8n: Instance, baseUrl: string) {
	const pollTimes = { item: [{ mode: 'everyMinute' }] };
	const end = { name: 'Done', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
	await n8n.importCredentials([credential(baseUrl)]);
	await n8n.importWorkflows(
		EVENTS.map((event) =>
			workflow(event, [cashInNode('cashInTrigger', { event, pollTimes }), end], {
				'Cash-In': [['Done']],
			}),
		),
	);
	for (const event of EVENTS) await n8n.publish(event);
}

/** The kill that hurts: as soon as an execution is there, when n8n may not have saved what the trigger remembers. */
async function killAfterItems(n8n: Instance, log: Log): Promise<string> {
	const count = async () => (await n8n.executions('paymentAllocated')).length;
	const before = await count();
	await eventually(
		async () => ((await count()) > before ? true : undefined),
		3 * MINUTE_MS,
		'no execution has come to kill n8n after',
	);
	return await kill(n8n, log);
}

async function kill(n8n: Instance, log: Log): Promise<string> {
	await n8n.kill();
	const at = new Date().toISOString();
	log(`n8n killed at ${at.slice(11, 19)}, and started again.`);
	await n8n.start();
	await n8n.login();
	return at;
}

async function pause(ms: number, signal?: AbortSignal): Promise<void> {
	signal?.throwIfAborted();
	await new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
