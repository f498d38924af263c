import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { findChromium, INSTALL_CHROMIUM } from './n8n/editor.cts';

const ROOT = path.join(__dirname, '..');
const USAGE = `Usage: npm run test:editor -- [--pictures] [NAME]

The tests that see what a user sees: n8n's editor in a Chromium of this machine.
  --pictures  take the pictures of docs/pictures anew, and count the steps of a first invoice for them
  NAME        only the files with this name`;

/** `npm run test:editor`. */
export async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			pictures: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return console.log(USAGE);
	if (findChromium() === undefined) throw new Error(INSTALL_CHROMIUM);
	const jest = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
	const names = values.pictures && positionals.length === 0 ? ['firstInvoice'] : positionals;
	const files = names.map((name) => `test/editor/.*${name}`);
	const { status } = spawnSync(
		process.execPath,
		[jest, ...files, '--selectProjects', 'editor', '--maxWorkers=1'],
		{
			cwd: ROOT,
			stdio: 'inherit',
			env: { ...(values.pictures ? { CASH_IN_PICTURES: 'docs/pictures' } : {}), ...process.env },
		},
	);
	process.exitCode = status ?? 1;
}
