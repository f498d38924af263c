'use strict';

const { execFileSync } = require('node:child_process');
const path = require('node:path');

const { createInstance } = require('../../scripts/n8n/instance');
const { packNode } = require('../../scripts/n8n/pack');
const { ensureRuntime } = require('../../scripts/n8n/runtime');
const { startSimulator } = require('../../scripts/n8n/simulator');
const { CHECKS } = require('./checks');
const { KEY } = require('./workflows');

const ROOT = path.join(__dirname, '..', '..');

/**
 * Installs the packed package into a real n8n of each version and runs every check there, one line for each.
 * @param {{ versions: string[], log: (line: string) => void, signal?: AbortSignal }} options
 * @returns {Promise<{ passed: number, failed: number }>}
 */
async function checkVersions({ versions, log, signal }) {
	const counts = { passed: 0, failed: 0 };
	const tarball = await packNode({ log, signal });
	const report = (what, failure) => {
		signal?.throwIfAborted();
		counts[failure === undefined ? 'passed' : 'failed'] += 1;
		log(`${failure === undefined ? 'ok    ' : 'FAILED'} ${what}`);
		if (failure !== undefined) log(failure);
	};
	for (const n8n of versions) {
		let runtime;
		try {
			runtime = await ensureRuntime({ n8n, log, signal });
		} catch (error) {
			report(`n8n ${n8n}: it is installed`, error.message);
			continue;
		}
		const node = execFileSync(runtime.node, ['--version'], { encoding: 'utf8' }).trim().slice(1);
		for (const check of CHECKS) {
			const failure = await failureOf(check, { runtime, tarball, signal });
			report(`n8n ${n8n} on Node ${node}: ${check.name}`, failure);
		}
	}
	return counts;
}

/** @returns {Promise<string | undefined>} what went wrong, with the end of n8n's log */
async function failureOf(check, { runtime, tarball, signal }) {
	let n8n;
	let simulator;
	try {
		simulator = await startSimulator({ root: ROOT, port: 0, key: KEY, signal });
		n8n = await createInstance({ n8n: runtime.version, tarball, signal });
		await check.holds({ n8n, simulator, runtime });
		return undefined;
	} catch (error) {
		const log = n8n?.log().trim().split('\n').slice(-25).join('\n');
		return [error.message, ...(log ? [`The end of n8n's log:\n${log}`] : [])].join('\n');
	} finally {
		await Promise.allSettled([n8n?.dispose(), simulator?.stop()]);
	}
}

module.exports = { checkVersions };
