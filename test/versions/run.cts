import { execFileSync } from 'node:child_process';
import path from 'node:path';

import { createInstance, type Instance } from '../../scripts/n8n/instance.cts';
import { packNode } from '../../scripts/n8n/pack.cts';
import { ensureRuntime, type Runtime } from '../../scripts/n8n/runtime.cts';
import { startSimulator, type Simulator } from '../../scripts/n8n/simulator.cts';
import { KEY } from '../support/n8n';
import { CHECKS, type Check } from './checks.cts';

const ROOT = path.join(__dirname, '..', '..');

interface Options {
	versions: string[];
	log: (line: string) => void;
	signal?: AbortSignal;
}

/** Installs the packed package into a real n8n of each version and runs every check there, one line for each. */
export async function checkVersions({
	versions,
	log,
	signal,
}: Options): Promise<{ passed: number; failed: number }> {
	const counts = { passed: 0, failed: 0 };
	const tarball = await packNode({ log, signal });
	const report = (what: string, failure: string | undefined) => {
		signal?.throwIfAborted();
		counts[failure === undefined ? 'passed' : 'failed'] += 1;
		log(`${failure === undefined ? 'ok    ' : 'FAILED'} ${what}`);
		if (failure !== undefined) log(failure);
	};
	for (const n8n of versions) {
		let runtime: Runtime;
		try {
			runtime = await ensureRuntime({ n8n, log, signal });
		} catch (error) {
			report(`n8n ${n8n}: it is installed`, messageOf(error));
			continue;
		}
		const node = execFileSync(runtime.node, ['--version'], { encoding: 'utf8' }).trim().slice(1);
		for (const check of CHECKS) {
			const failure = await failureOf(check, { runtime, tarball, signal });
			report(`n8n ${n8n} on Node ${node}: ${check.name}`, failure);
		}
	}
	return counts;
}

/** @returns what went wrong, with the end of n8n's log */
async function failureOf(
	check: Check,
	{ runtime, tarball, signal }: { runtime: Runtime; tarball: string; signal?: AbortSignal },
): Promise<string | undefined> {
	let n8n: Instance | undefined;
	let simulator: Simulator | undefined;
	try {
		simulator = await startSimulator({ root: ROOT, port: 0, key: KEY, signal });
		n8n = await createInstance({ n8n: runtime.version, tarball, signal });
		await check.holds({ n8n, simulator, runtime });
		return undefined;
	} catch (error) {
		const log = n8n?.log().trim().split('\n').slice(-25).join('\n');
		return [messageOf(error), ...(log ? [`The end of n8n's log:\n${log}`] : [])].join('\n');
	} finally {
		await Promise.allSettled([n8n?.dispose(), simulator?.stop()]);
	}
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
