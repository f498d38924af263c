import { parseArgs } from 'node:util';

import { startCluster, type Cluster } from './n8n/cluster.cts';
import { interruption } from './n8n/interruption.cts';
import { packNode } from './n8n/pack.cts';

const USAGE = `Usage: npm run cluster -- [--port 5678] [--workers 2] [--once]

Starts the services of compose.yaml on this machine: PostgreSQL, Redis, n8n and its workers, with the node installed.
  --port N      of the editor; a free one by default
  --workers N   how many workers; as many as compose.yaml says by default
  --once        stop again as soon as all of it answers`;

/** `npm run cluster`: n8n in queue mode, as compose.yaml has it, until Ctrl-C. */
export async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string' },
			workers: { type: 'string' },
			once: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return console.log(USAGE);
	const signal = interruption();
	let cluster: Cluster | undefined;
	try {
		const tarball = await packNode({ log: console.log, signal });
		cluster = await startCluster({
			tarball,
			port: numberOf('--port', values.port),
			replicas:
				values.workers === undefined ? {} : { worker: numberOf('--workers', values.workers) ?? 1 },
			// Whoever plays with the editor may add a Code node: each n8n gets a task runner of its own.
			env: values.once ? {} : { N8N_RUNNERS_MODE: 'internal' },
			log: console.log,
			signal,
		});
		console.log(`n8n ${cluster.version}: ${cluster.names.join(', ')} answer.`);
		if (values.once) return;
		const { email, password } = cluster.owner;
		console.log(`The editor:  ${cluster.url}   (${email} / ${password})`);
		console.log('Ctrl-C ends all of it, and what it kept is removed.');
		const first = await cluster.exited();
		if (!signal.aborted) throw new Error(`${first} has ended by itself:\n${cluster.log(first)}`);
	} catch (error) {
		if (!signal.aborted) throw error;
	} finally {
		await cluster?.dispose();
	}
}

function numberOf(option: string, text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	const number = Number(text);
	if (Number.isInteger(number) && number > 0) return number;
	throw new Error(`${option} takes a whole number above 0, not "${text}".`);
}
