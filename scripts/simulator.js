'use strict';

const { spawn } = require('node:child_process');
const path = require('node:path');

const { ensureInstalled } = require('./install');

/** `npm run simulator -- --port 4010`: installs what is missing, then is the simulator: same arguments, signals and exit code. */
async function main() {
	await ensureInstalled({ log: (line) => console.error(line) });
	const root = path.join(__dirname, '..');
	const cli = path.join(root, 'simulator', 'cli.ts');
	const args = ['--import', 'tsx', cli, ...process.argv.slice(2)];
	const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		// Ctrl-C in a terminal reaches the child as well; a second signal does it no harm.
		process.on(signal, () => child.kill(signal));
	}
	process.exitCode = await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code) => resolve(code ?? 1));
	});
}

main().catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
