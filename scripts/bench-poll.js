'use strict';

const { spawnSync } = require('node:child_process');
const path = require('node:path');

const { ensureInstalled } = require('./install');

const ROOT = path.join(__dirname, '..');

/** `npm run bench:poll`: what a tick of the trigger costs, however much there was before. */
async function main() {
	await ensureInstalled();
	const args = ['--import', 'tsx', path.join(ROOT, 'test', 'bench', 'poll.js')];
	const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
	process.exitCode = status ?? 1;
}

main().catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
