import path from 'node:path';

import { startSimulator, type Simulator } from '../../scripts/n8n/simulator.cts';
import { KEY } from './n8n';

export type { Simulator };

const ROOT = path.join(__dirname, '..', '..');

/**
 * A simulator for every test of a file that is a process of its own: it answers as fast while the test is busy.
 * @param args as on its command line
 */
export function useSimulatorProcess(...args: string[]): () => Simulator {
	let running: Simulator | undefined;
	beforeEach(async () => {
		running = await startSimulator({ root: ROOT, port: 0, key: KEY, args });
	});
	afterEach(async () => await running?.stop());
	return () => {
		if (running === undefined) throw new Error('The simulator starts with the first test');
		return running;
	};
}
