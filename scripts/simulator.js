'use strict';

const { spawn } = require('node:child_process');
const path = require('node:path');

const { ensureInstalled } = require('./install');
const { whenNpmDies } = require('./n8n/parent');

/**
 * `npm run simulator -- --port 4010`: installs what is missing, then is the simulator: same arguments, signals and exit
 * code. The simulator ends with this process, however that ends: the channel between them breaks then.
 */
async function main() {
	await ensureInstalled({ log: (line) => console.error(line) });
	const root = path.join(__dirname, '..');
	const cli = path.join(root, 'simulator', 'cli.ts');
	const args = ['--import', 'tsx', cli, ...process.argv.slice(2)];
	const child = spawn(process.execPath, args, {
		cwd: root,
		stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
	});
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		// Ctrl-C in a terminal reaches the child as well; a second signal does it no harm.
		process.on(signal, () => child.kill(signal));
	}
	whenNpmDies(() => child.kill('SIGTERM'));
	process.exitCode = await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code) => resolve(code ?? 1));
	});
}

main().catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
