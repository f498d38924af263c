import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { installAdvice, missingPackages } from '../n8n/cluster.cts';
import { findChromium, INSTALL_CHROMIUM } from '../n8n/editor.cts';
import { packNode } from '../n8n/pack.cts';
import { ensureRuntime } from '../n8n/runtime.cts';
import { NEWEST, OLDEST, type Version } from '../n8n/versions.cts';
import { check, command, jestProjects, type Counts } from './command.cts';
import { importProblems } from './imports.cts';
import { scanTarball } from './scan.cts';

/** What two processors bear: beside these, n8n runs in the end-to-end tests and mostly waits for its minute. */
const WORKERS = 2;

/**
 * Runs every check.
 * @param quick only what needs no real n8n and no tarball, in the newest engine
 * @returns tests and checks together
 */
export async function runChecks({ quick }: { quick: boolean }): Promise<Counts> {
	const folder = mkdtempSync(path.join(tmpdir(), 'cash-in-checks-'));
	try {
		return sumOf(await (quick ? quickly(folder) : wholly(folder)));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function wholly(folder: string): Promise<Counts[]> {
	const tarball = await packNode();
	const inLanes = await Promise.all([
		inRealN8n(folder, tarball),
		(async () => [
			await inNewestEngine(folder),
			await jestProjects(inEngine(OLDEST), ['engine-oldest'], folder, { workers: WORKERS }),
			await jestProjects(AFTER_ADOPTION, ['foreign'], folder, { workers: WORKERS }),
			...(await ofSources()),
			await script('adding a read operation', 'scripts/checks/add-operation.cts'),
			await scanTarball(tarball, folder),
		])(),
	]);
	return inLanes.flat();
}

async function quickly(folder: string): Promise<Counts[]> {
	return [await inNewestEngine(folder), ...(await ofSources())];
}

/** With the package as a user installs it. */
async function inRealN8n(folder: string, tarball: string): Promise<Counts[]> {
	await ensureRuntime({ log: console.log });
	const env = { CASH_IN_TARBALL: tarball };
	const counts = [
		await jestProjects(`end-to-end tests in n8n ${NEWEST.n8n}`, ['e2e'], folder, { env }),
	];
	if (findChromium() === undefined) {
		console.log(`left out: the tests of what n8n's editor shows. ${INSTALL_CHROMIUM}`);
	} else {
		counts.push(
			await jestProjects("tests of what n8n's editor shows", ['editor'], folder, { env }),
		);
	}
	const missing = await missingPackages();
	if (missing.length > 0) {
		console.log(`left out: the tests in n8n's queue mode. ${installAdvice(missing)}`);
		return counts;
	}
	const name = "tests in n8n's queue mode, a small part of npm run test:cluster";
	const small = { ...env, CASH_IN_CLUSTER: 'small' };
	return [...counts, await jestProjects(name, ['cluster'], folder, { env: small })];
}

async function inNewestEngine(folder: string): Promise<Counts> {
	const name = `unit tests, and ${inEngine(NEWEST)}`;
	return await jestProjects(name, ['unit', 'engine', 'contract'], folder, { workers: WORKERS });
}

const AFTER_ADOPTION = 'tests of what is built after an adoption';
const inEngine = ({ n8n }: Version) => `tests in the engine of n8n ${n8n}`;

/** A processor each. */
async function ofSources(): Promise<Counts[]> {
	const inLanes = await Promise.all([
		inTurn(
			() => command('types', 'npx', ['tsc', '--noEmit', '-p', 'tsconfig.dev.json']),
			() => command('contract lint', 'npx', ['redocly', 'lint', 'cash-in']),
		),
		inTurn(
			() => command('lint', 'npx', ['n8n-node', 'lint']),
			async () => check('imports point downwards, without a cycle', importProblems()),
			() => command('contract drift', 'npx', ['tsx', 'scripts/contract/generate.cts', '--check']),
			() => script('names of the API', 'scripts/checks/api-names.cts'),
			() => script('links and pictures of the documentation', 'scripts/checks/docs.cts'),
		),
	]);
	return inLanes.flat();
}

const script = (name: string, file: string) => command(name, 'node', ['scripts/run.js', file]);

async function inTurn(...checks: Array<() => Promise<Counts>>): Promise<Counts[]> {
	const counts: Counts[] = [];
	for (const one of checks) counts.push(await one());
	return counts;
}

const sumOf = (counts: Counts[]): Counts =>
	counts.reduce((sum, { passed, failed }) => ({
		passed: sum.passed + passed,
		failed: sum.failed + failed,
	}));
