'use strict';

const { spawn } = require('node:child_process');
const { existsSync, readFileSync } = require('node:fs');
const path = require('node:path');

const ROOT = path.join(__dirname, '..', '..');

/**
 * Runs a command and counts it as one check. Its output is shown when it fails.
 * @returns {Promise<{passed: number, failed: number}>}
 */
async function command(name, program, args) {
	const { code, output } = await run(program, args, {});
	report(name, code === 0, code === 0 ? '' : output);
	return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

/**
 * Runs jest projects and counts their tests; a run without a single test has failed.
 * @param {string} name what is said of them
 */
async function jestProjects(name, projects, folder, environment = {}) {
	const results = path.join(folder, `${projects.join('-')}.json`);
	const args = ['jest', '--selectProjects', ...projects, '--json', `--outputFile=${results}`];
	const { output } = await run('npx', args, environment);
	const found = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : undefined;
	const passed = found?.numPassedTests ?? 0;
	const failed = (found?.numFailedTests ?? 0) + (found?.numRuntimeErrorTestSuites ?? 0);
	const fine = passed > 0 && failed === 0;
	report(`${name}: ${passed}`, fine, fine ? '' : output);
	return { passed, failed: fine ? 0 : Math.max(1, failed) };
}

function run(program, args, environment) {
	return new Promise((resolve) => {
		const child = spawn(program, args, {
			cwd: ROOT,
			env: { ...process.env, ...QUIET, ...environment },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let output = '';
		for (const stream of [child.stdout, child.stderr]) {
			stream.setEncoding('utf8').on('data', (text) => (output += text));
		}
		child.on('error', (error) => resolve({ code: 1, output: error.message }));
		child.on('close', (code) => resolve({ code, output }));
	});
}

/** No colours in what may end up in a log, and nothing reported to anybody. */
const QUIET = { FORCE_COLOR: '0', REDOCLY_TELEMETRY: 'off', NO_UPDATE_NOTIFIER: '1' };

function report(name, fine, output) {
	console.log(`${fine ? 'ok    ' : 'FAILED'} ${name}${output === '' ? '' : `\n${output}`}`);
}

module.exports = { command, jestProjects, report };
