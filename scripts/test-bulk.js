'use strict';

const { spawnSync } = require('node:child_process');
const path = require('node:path');

const { ensureInstalled } = require('./install');

const ROOT = path.join(__dirname, '..');

const FILES = ['bulkFaults', 'bulkReruns', 'duplicateCheckMonth'].map(
	(name) => `test/engine/${name}`,
);

/** `npm run test:bulk`: the tests of bulk runs, with ten thousand invoices. BULK_SEEDS chooses other seeds. */
async function main() {
	await ensureInstalled();
	const jest = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
	const { status } = spawnSync(process.execPath, [jest, ...FILES], {
		cwd: ROOT,
		stdio: 'inherit',
		env: { ...process.env, BULK_INVOICES: process.env.BULK_INVOICES ?? '10000' },
	});
	process.exitCode = status ?? 1;
}

main().catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
