'use strict';

const { parseArgs } = require('node:util');

const { ensureInstalled } = require('./install');

/** `npm run test:soak`: the triggers over many minutes in a real n8n, since it polls once a minute. */
async function main() {
	const { values } = parseArgs({
		options: {
			seed: { type: 'string', default: String(Date.now() % 100_000) },
			days: { type: 'string', default: '24' },
			'seconds-a-day': { type: 'string', default: '20' },
		},
	});
	await ensureInstalled();
	const controller = new AbortController();
	for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => controller.abort());
	const { soakTriggers } = require('../test/soak/triggers');
	const good = await soakTriggers({
		seed: Number(values.seed),
		rounds: Number(values.days),
		roundMs: Number(values['seconds-a-day']) * 1_000,
		log: (line) => console.log(line),
		signal: controller.signal,
	});
	process.exitCode = good ? 0 : 1;
}

main().catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
