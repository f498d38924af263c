'use strict';

const { spawnSync } = require('node:child_process');
const path = require('node:path');

const { ensureInstalled } = require('./install');

const ROOT = path.join(__dirname, '..');

/** `npm run bench:builder`: measures the invoice builder. */
async function main() {
	await ensureInstalled();
	const file = path.join(ROOT, 'test', 'bench', 'builder.js');
	const args = ['--expose-gc', file, ...process.argv.slice(2)];
	const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
	process.exitCode = status ?? 1;
}

main().catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
