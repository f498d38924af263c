import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { installAdvice, missingPackages } from './n8n/cluster.cts';

const ROOT = path.join(__dirname, '..');
const USAGE = `Usage: npm run test:cluster -- [--small] [NAME]

The tests in n8n's queue mode, with PostgreSQL and Redis of this machine.
  --small  as much of them as npm test runs
  NAME     only the files with this name`;

/** `npm run test:cluster`. */
export async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			small: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return console.log(USAGE);
	const missing = await missingPackages();
	if (missing.length > 0) throw new Error(installAdvice(missing));
	const jest = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
	const files = positionals.map((name) => `test/cluster/.*${name}`);
	const { status } = spawnSync(
		process.execPath,
		[jest, ...files, '--selectProjects', 'cluster', '--maxWorkers=1'],
		{
			cwd: ROOT,
			stdio: 'inherit',
			env: { ...process.env, CASH_IN_CLUSTER: values.small ? 'small' : 'whole' },
		},
	);
	process.exitCode = status ?? 1;
}
