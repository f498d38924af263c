'use strict';

const { spawnSync } = require('node:child_process');
const path = require('node:path');

const { ensureInstalled } = require('./install');

const ROOT = path.join(__dirname, '..');

/** `npm run test:faults`: makes every fault, prints what became of the invoice, writes the table of docs/reliability.md. */
async function main() {
	await ensureInstalled();
	const jest = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
	const args = [jest, '--selectProjects', 'engine', '--testPathPatterns', 'engine/faults.test'];
	const { status } = spawnSync(process.execPath, args, {
		cwd: ROOT,
		stdio: 'inherit',
		env: { ...process.env, FAULTS: 'write' },
	});
	process.exitCode = status ?? 1;
}

main().catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
