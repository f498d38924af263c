'use strict';

const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');

const { ensureRuntime } = require('../n8n/runtime');
const { packNode } = require('../n8n/pack');
const { NEWEST, OLDEST } = require('../n8n/versions');
const { command, jestProjects } = require('./command');
const { scanTarball } = require('./scan');

/**
 * Runs every check in two lanes that share the machine: one that mostly waits for n8n's minute, one that computes.
 * @returns {Promise<{passed: number, failed: number}>} tests and checks together
 */
async function runChecks() {
	const folder = mkdtempSync(path.join(tmpdir(), 'cash-in-checks-'));
	try {
		const tarball = await packNode();
		const lanes = await Promise.all([waiting(folder, tarball), computing(folder, tarball)]);
		return lanes
			.flat()
			.reduce(
				(sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
				{ passed: 0, failed: 0 },
			);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** In a real n8n, with the package as a user installs it. */
async function waiting(folder, tarball) {
	await ensureRuntime({ log: (line) => console.log(line) });
	const name = `end-to-end tests in n8n ${NEWEST.n8n}`;
	return [await jestProjects(name, ['e2e'], folder, { CASH_IN_TARBALL: tarball })];
}

async function computing(folder, tarball) {
	const results = [];
	const inEngine = ({ n8n }) => `tests in the engine of n8n ${n8n}`;
	results.push(
		await jestProjects(`unit tests, and ${inEngine(NEWEST)}`, ['unit', 'engine'], folder),
	);
	results.push(await jestProjects(inEngine(OLDEST), ['engine-oldest'], folder));
	results.push(await command('types', 'npx', ['tsc', '--noEmit', '-p', 'tsconfig.dev.json']));
	results.push(await command('lint', 'npx', ['n8n-node', 'lint']));
	results.push(await command('contract lint', 'npx', ['redocly', 'lint', 'cash-in']));
	results.push(
		await command('contract drift', 'npx', ['tsx', 'scripts/contract/generate.ts', '--check']),
	);
	results.push(await scanTarball(tarball, folder));
	return results;
}

module.exports = { runChecks };
