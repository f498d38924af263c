// @ts-check
'use strict';

const { spawn, spawnSync } = require('node:child_process');
const path = require('node:path');

const { codeOf } = require('./lock');

const GUARDIAN = path.join(__dirname, 'guardian.js');
const KEPT_OUTPUT = 2_000_000;

/**
 * @typedef {object} Group
 * @property {Promise<{ code: number | null, signal: string | null }>} exited when every process of it is gone
 * @property {() => boolean} running
 * @property {() => string} output both streams, in the order they came; the last 2 MB
 * @property {() => string} stdout
 * @property {(listener: (line: string) => void) => void} onLine
 * @property {(graceMs?: number) => Promise<void>} stop SIGTERM, then SIGKILL after the grace
 * @property {() => Promise<void>} kill SIGKILL at once
 */

/**
 * Starts a command in a process group of its own, which ends with this process however that ends.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, removes?: string, signal?: AbortSignal }} [options]
 *   `removes`: a folder to remove should this process die without tidying up; `signal` kills the group
 * @returns {Group}
 */
function startGroup(command, args, { cwd, env = process.env, removes, signal } = {}) {
	signal?.throwIfAborted();
	const child = spawn(process.execPath, [GUARDIAN, command, ...args], {
		cwd,
		env: removes ? { ...env, GUARDIAN_REMOVES: removes } : env,
		detached: true,
		windowsHide: true,
		stdio: ['pipe', 'pipe', 'pipe'],
	});
	// The guardian reads nothing; the pipe only has to end when this process does.
	child.stdin.on('error', () => {});

	/** @type {Array<(line: string) => void>} */
	const listeners = [];
	const kept = { all: '', stdout: '' };
	for (const stream of [child.stdout, child.stderr]) {
		let rest = '';
		stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
			kept.all = (kept.all + text).slice(-KEPT_OUTPUT);
			if (stream === child.stdout) kept.stdout += text;
			const lines = (rest + text).split('\n');
			rest = lines.pop() ?? '';
			for (const line of lines) for (const listener of listeners) listener(line);
		});
	}

	let running = true;
	const exited = new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code, bySignal) => {
			running = false;
			signal?.removeEventListener('abort', kill);
			resolve({ code, signal: bySignal });
		});
	});
	async function kill() {
		if (!running) return;
		signalGroup(child.pid, 'SIGKILL');
		await exited;
	}
	signal?.addEventListener('abort', kill);

	return {
		exited,
		running: () => running,
		output: () => kept.all,
		stdout: () => kept.stdout,
		onLine: (listener) => void listeners.push(listener),
		async stop(graceMs = 10_000) {
			if (!running) return;
			signalGroup(child.pid, 'SIGTERM');
			const late = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), graceMs);
			await exited;
			clearTimeout(late);
		},
		kill,
	};
}

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, deadlineMs?: number, signal?: AbortSignal }} [options]
 * @returns {Promise<{ code: number | null, stdout: string, output: string }>}
 */
async function run(command, args, { deadlineMs = 900_000, ...options } = {}) {
	const group = startGroup(command, args, options);
	let late = false;
	const timer = setTimeout(() => {
		late = true;
		void group.kill();
	}, deadlineMs);
	const { code } = await group.exited;
	clearTimeout(timer);
	options.signal?.throwIfAborted();
	const output = late
		? `${group.output()}\nStopped after ${Math.round(deadlineMs / 1000)} seconds.`
		: group.output();
	return { code: late ? null : code, stdout: group.stdout(), output };
}

/**
 * Windows has no process groups: there taskkill walks the tree.
 * @param {number | undefined} pid none where the process did not start
 * @param {NodeJS.Signals} signal
 */
function signalGroup(pid, signal) {
	if (pid === undefined) return;
	if (process.platform === 'win32') {
		spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
		return;
	}
	try {
		process.kill(-pid, signal);
	} catch (error) {
		if (codeOf(error) !== 'ESRCH') throw error;
	}
}

module.exports = { startGroup, run };
