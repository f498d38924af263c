'use strict';

const { spawnSync } = require('node:child_process');
const path = require('node:path');

const { ensureInstalled } = require('./install');

const ROOT = path.join(__dirname, '..');

/** `npm run bench:builder`: builds the package and measures its invoice builder, as users get it. */
async function main() {
	await ensureInstalled();
	const build = spawnSync('npm', ['run', 'build', '--silent'], { cwd: ROOT, encoding: 'utf8' });
	if (build.status !== 0) throw new Error(`The build failed:\n${build.stdout}${build.stderr}`);
	require('../test/bench/builder');
}

main().catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
