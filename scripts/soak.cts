import { parseArgs } from 'node:util';

import { soakTriggers } from '../test/soak/triggers.cts';
import { interruption } from './n8n/interruption.cts';

/** `npm run test:soak`: the triggers over many minutes in a real n8n, since it polls once a minute. */
export async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			seed: { type: 'string', default: String(Date.now() % 100_000) },
			days: { type: 'string', default: '24' },
			'seconds-a-day': { type: 'string', default: '20' },
		},
	});
	const good = await soakTriggers({
		seed: Number(values.seed),
		rounds: Number(values.days),
		roundMs: Number(values['seconds-a-day']) * 1_000,
		log: console.log,
		signal: interruption(),
	});
	process.exitCode = good ? 0 : 1;
}
