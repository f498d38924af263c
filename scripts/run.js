// @ts-check
'use strict';

const path = require('node:path');

const { ensureInstalled } = require('./bootstrap/install');

/**
 * `node scripts/run.js FILE [arguments]`: installs what is missing, then runs a TypeScript file of this repository as if
 * Node had been told to: its `main`, where it exports one.
 */
async function run() {
	const [, , file = '', ...args] = process.argv;
	const script = path.join(__dirname, '..', file);
	// A reader of the script's output has to find nothing else in it.
	await ensureInstalled({ log: (line) => console.error(line) });
	process.argv.splice(1, Infinity, script, ...args);
	require('tsx/cjs');
	await require(script).main?.();
}

run().catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
