// @ts-check
'use strict';

const { parseArgs } = require('node:util');

const { ensureInstalled, requireNode } = require('./bootstrap/install');
const { requireFreePort } = require('./bootstrap/ports');

const HELP = `Usage: npm run demo -- [--once] [--port 5678] [--simulator-port 4010]

Shows invoices going out and a payment coming back, in a real n8n against the simulator of this repository.
Everything runs on this machine only; nothing is sent to Cash-In.

  --once             end when the story is told, instead of staying up until Ctrl-C
  --port             of n8n's editor
  --simulator-port   of the simulator
  --help             this text`;

/** `npm run demo`. Whatever fails is told in one sentence, and nothing that was started stays behind. */
async function main() {
	requireNode();
	const options = readOptions(process.argv.slice(2));
	if (options === undefined) {
		console.log(HELP);
		return;
	}
	await requireFreePort(options.port, "n8n's editor", '--port');
	await requireFreePort(options.simulatorPort, 'the simulator', '--simulator-port');
	await ensureInstalled();
	require('tsx/cjs');
	const { runDemo } = require('./n8n/demo.cts');
	const { interruption } = require('./n8n/interruption.cts');
	const told = await runDemo({ ...options, signal: interruption(), log: console.log });
	if (!told) process.exitCode = 130;
}

/** @param {string[]} args */
function readOptions(args) {
	const values = parsed(args);
	if (values.help) return undefined;
	const port = readPort('port', values.port);
	const simulatorPort = readPort('simulator-port', values['simulator-port']);
	if (port === simulatorPort) {
		throw new Error('--port and --simulator-port are the same: give the simulator another one.');
	}
	return { once: values.once, port, simulatorPort };
}

/** @param {string[]} args */
function parsed(args) {
	try {
		return parseArgs({
			args,
			options: {
				once: { type: 'boolean', default: false },
				port: { type: 'string', default: '5678' },
				'simulator-port': { type: 'string', default: '4010' },
				help: { type: 'boolean', default: false },
			},
		}).values;
	} catch (error) {
		const [first = ''] = error instanceof Error ? error.message.split('\n') : [];
		throw new Error(`${first.replace(/\.$/, '')}. See npm run demo -- --help.`);
	}
}

/**
 * @param {string} name
 * @param {string} text
 */
function readPort(name, text) {
	const port = Number(text);
	if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
	throw new Error(`--${name} is a whole number from 1 to 65535, not "${text}".`);
}

main().catch((error) => {
	console.error(`\nThe demo did not get through. ${error.message}`);
	process.exitCode = 1;
});
