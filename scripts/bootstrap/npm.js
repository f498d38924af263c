// @ts-check
'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const { run } = require('./processes');

const NETWORK =
	/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR)\b|network timeout/;

/** The first line that names a reason, npm's own or that of a script it ran. */
const ERROR = /^npm error (?!code|errno|syscall|A complete log)\S|\berror (TS)?\d*:|^\W*\w*Error: /;
const CONTROLS = /\u001b\[[0-9;?]*[A-Za-z]/g;

/**
 * Runs npm, and fails with one sentence: when the registry cannot be reached, that; otherwise npm's own reason.
 * @param {string[]} args
 * @param {{ cwd: string, purpose: string, env?: NodeJS.ProcessEnv, node?: string, deadlineMs?: number, signal?: AbortSignal }} options
 *   `purpose` as in "install n8n"; `node` runs npm on another Node than this one
 * @returns {Promise<{ stdout: string, output: string }>}
 */
async function npm(args, { cwd, purpose, env = {}, node = process.execPath, deadlineMs, signal }) {
	const { command, first } = npmCommand(node);
	const result = await run(command, [...first, ...args, '--loglevel=error'], {
		cwd,
		deadlineMs,
		signal,
		env: {
			...outsideOfNpm(process.env),
			npm_config_audit: 'false',
			npm_config_fund: 'false',
			npm_config_update_notifier: 'false',
			...env,
		},
	});
	if (result.code === 0) return result;
	const lines = result.output.replace(CONTROLS, '').split(/[\n\r]/);
	const detail = lines.slice(-40).join('\n').trim();
	if (NETWORK.test(result.output)) {
		throw Object.assign(new Error(noNetwork(purpose)), { detail });
	}
	const reason = (lines.find((line) => ERROR.test(line)) ?? 'npm gave no reason')
		.replace(/^(npm error|[│■\s,])+/, '')
		.trim();
	throw Object.assign(new Error(`Could not ${purpose}: ${reason.replace(/\.$/, '')}.`), { detail });
}

/**
 * Asks the registry for one small package, without npm's cache and patience: half a second that spares minutes.
 * @param {string} purpose as in "install n8n"
 * @param {AbortSignal} [signal]
 */
async function requireNetwork(purpose, signal) {
	const empty = fs.mkdtempSync(path.join(os.tmpdir(), 'cash-in-network-'));
	try {
		const patience = ['--fetch-retries=0', '--fetch-timeout=20000'];
		await npm(['view', 'cssom', 'name', `--cache=${empty}`, ...patience], {
			cwd: empty,
			purpose,
			signal,
		});
	} finally {
		fs.rmSync(empty, { recursive: true, force: true });
	}
}

/** @param {string} purpose */
function noNetwork(purpose) {
	return `No network: the npm registry cannot be reached to ${purpose}. Connect to the internet (or set a proxy or registry in npm's configuration) and run the command again.`;
}

/**
 * npm as a script for the chosen Node, where it can be found; else whatever npm the PATH has.
 * @param {string} node
 */
function npmCommand(node) {
	const prefix = path.dirname(path.dirname(process.execPath));
	const script = [
		process.env.npm_execpath ?? '',
		path.join(prefix, 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
		path.join(path.dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
	].find((file) => path.basename(file) === 'npm-cli.js' && fs.existsSync(file));
	if (script) return { command: node, first: [script] };
	return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', first: [] };
}

/**
 * What an outer `npm run` tells its children about itself must not steer an npm in another folder.
 * @param {NodeJS.ProcessEnv} env
 */
function outsideOfNpm(env) {
	const stale =
		/^(npm_package_|npm_lifecycle_|npm_command$|npm_config_(local_prefix|ignore_scripts|omit|global)$|INIT_CWD$|NODE_ENV$)/i;
	return Object.fromEntries(Object.entries(env).filter(([name]) => !stale.test(name)));
}

module.exports = { npm, requireNetwork };
