import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { packNode } from './n8n/pack.cts';

/**
 * `node scripts/run.js scripts/pack.cts --to FOLDER`: puts the tarball that `npm test` has tested into a folder, and prints its file
 * name and SHA-256, a line each, as GitHub Actions reads them. Builds none itself, since that would be another one.
 */
export async function main(): Promise<void> {
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
function refuseToBuild(): never {
	throw new Error('No tarball of these sources was tested: run npm test first.');
}
