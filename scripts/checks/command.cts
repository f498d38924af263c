import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');

export interface Counts {
	passed: number;
	failed: number;
}

/** Runs a command and counts it as one check. Its output is shown when it fails. */
export async function command(name: string, program: string, args: string[]): Promise<Counts> {
	const { code, output } = await run(program, args);
	return check(name, code === 0 ? undefined : output);
}

/** Tells of one check, and counts it. @param problem what is wrong, if anything */
export function check(name: string, problem: string | undefined): Counts {
	report(name, problem);
	return problem === undefined ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Runs jest projects and counts their tests; a run without a single test has failed.
 * @param name said of them, before their number
 * @param folder for the results
 */
export async function jestProjects(
	name: string,
	projects: string[],
	folder: string,
	{ workers = 1, env = {} }: { workers?: number; env?: NodeJS.ProcessEnv } = {},
): Promise<Counts> {
	const results = path.join(folder, `${projects.join('-')}.json`);
	const { output } = await run(
		'npx',
		[
			'jest',
			...['--selectProjects', ...projects],
			...['--json', `--outputFile=${results}`],
			`--maxWorkers=${workers}`,
		],
		env,
	);
	const found: JestResults = existsSync(results)
		? JSON.parse(readFileSync(results, 'utf8'))
		: { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };
	const passed = found.numPassedTests;
	const failed = found.numFailedTests + found.numRuntimeErrorTestSuites;
	const fine = passed > 0 && failed === 0;
	report(`${name}: ${passed}`, fine ? undefined : output);
	return { passed, failed: fine ? 0 : Math.max(1, failed) };
}

interface JestResults {
	numPassedTests: number;
	numFailedTests: number;
	numRuntimeErrorTestSuites: number;
}

async function run(
	program: string,
	args: string[],
	env: NodeJS.ProcessEnv = {},
): Promise<{ code: number | null; output: string }> {
	return await new Promise((resolve) => {
		const child = spawn(program, args, {
			cwd: ROOT,
			env: { ...process.env, ...QUIET, ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let output = '';
		for (const stream of [child.stdout, child.stderr]) {
			stream.setEncoding('utf8').on('data', (text: string) => (output += text));
		}
		child.on('error', (error) => resolve({ code: 1, output: error.message }));
		child.on('close', (code) => resolve({ code, output }));
	});
}

/** No colours in what may end up in a log, and nothing reported to anybody. */
const QUIET = { FORCE_COLOR: '0', REDOCLY_TELEMETRY: 'off', NO_UPDATE_NOTIFIER: '1' };

function report(name: string, problem: string | undefined) {
	if (problem === undefined) console.log(`ok     ${name}`);
	else console.log(`FAILED ${name}\n${problem}`);
}
