// @ts-check
'use strict';

/*
 * Stands between a script and the process it starts, as head of that process's own group: when the script is gone,
 * in whatever way (Ctrl-C, kill -9, a test runner that gives up), the pipe from it ends, and the guardian ends the group.
 * Usage: node guardian.js <command> [arguments…], with stdin a pipe from the script.
 */
const { spawn } = require('node:child_process');
const { rmSync } = require('node:fs');
const { constants } = require('node:os');

const [command = '', ...args] = process.argv.slice(2);
const folder = process.env.GUARDIAN_REMOVES;
const { GUARDIAN_REMOVES: _, ...env } = process.env;

const child = spawn(command, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
let orphaned = false;

child.on('error', (error) => {
	process.stderr.write(`${command} could not be started: ${error.message}\n`);
	process.exit(127);
});
child.on('exit', (code, signal) => {
	if (orphaned) finish();
	process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
});

// A signal to the group reaches the child as well; the guardian leaves when the child has.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

process.stdin.on('error', abandon).on('close', abandon).resume();

function abandon() {
	if (orphaned) return;
	orphaned = true;
	if (child.exitCode !== null || child.signalCode !== null) finish();
	child.kill('SIGKILL');
}

function finish() {
	if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	if (process.platform !== 'win32') process.kill(-process.pid, 'SIGKILL');
	process.exit(1);
}
