'use strict';

const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { parseArgs } = require('node:util');

const { packNode } = require('./n8n/pack');

/**
 * `node scripts/pack.js --to FOLDER`: puts the tarball that `npm test` has tested into a folder, and prints its file
 * name and SHA-256, a line each, as GitHub Actions reads them. Builds none itself, since that would be another one.
 */
async function main() {
	const { values } = parseArgs({ options: { to: { type: 'string' } } });
	if (values.to === undefined) throw new Error('--to is missing: name a folder for the tarball.');
	const tarball = await packNode({ log: refuseToBuild });
	const file = path.basename(tarball);
	fs.mkdirSync(values.to, { recursive: true });
	fs.copyFileSync(tarball, path.join(values.to, file));
	const bytes = fs.readFileSync(path.join(values.to, file));
	console.log(`tarball=${file}`);
	console.log(`sha256=${crypto.createHash('sha256').update(bytes).digest('hex')}`);
}

/** Told when there is something to build. */
function refuseToBuild() {
	throw new Error('No tarball of these sources was tested: run npm test first.');
}

main().catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
