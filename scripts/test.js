// @ts-check
'use strict';

const { ensureInstalled } = require('./bootstrap/install');

/** `npm test`: installs what is missing, runs every check, and ends with one line of counts. */
async function main() {
	await ensureInstalled();
	require('tsx/cjs');
	const { runChecks } = require('./checks/run.cts');
	const { passed, failed } = await runChecks({ quick: process.argv.includes('--quick') });
	console.log(`${passed} passed, ${failed} failed`);
	process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

main().catch((error) => {
	console.error(error.message);
	console.log('0 passed, 1 failed');
	process.exitCode = 1;
});
