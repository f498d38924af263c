import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(__dirname, '..');

/** Tests of the engine that run differently when they are asked for by name. */
const RUNS: Record<string, { files: string; env: Record<string, string> }> = {
	// Ten thousand invoices among faults; BULK_SEEDS chooses other seeds.
	bulk: {
		files: 'engine/(bulkFaults|bulkReruns|duplicateCheckMonth).test',
		env: { BULK_INVOICES: '10000' },
	},
	// Prints what became of the invoice after each fault, and writes the table of docs/reliability.md.
	faults: { files: 'engine/faults.test', env: { FAULTS: 'write' } },
};

/** `npm run test:bulk` and `npm run test:faults`. */
export function main(): void {
	const run = RUNS[process.argv[2] ?? ''];
	if (run === undefined) throw new Error(`Name one of ${Object.keys(RUNS).join(', ')}.`);
	const jest = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
	const args = [jest, '--selectProjects', 'engine', '--testPathPatterns', run.files];
	const { status } = spawnSync(process.execPath, args, {
		cwd: ROOT,
		stdio: 'inherit',
		env: { ...run.env, ...process.env },
	});
	process.exitCode = status ?? 1;
}
