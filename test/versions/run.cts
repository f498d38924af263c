import { execFileSync } from 'node:child_process';
import path from 'node:path';

import { createInstance, type Instance } from '../../scripts/n8n/instance.cts';
import { ensureRuntime, type Runtime } from '../../scripts/n8n/runtime.cts';
import { startSimulator, type Simulator } from '../../scripts/n8n/simulator.cts';
import type { RanVersion } from '../../scripts/n8n/versionRecord.cts';
import { isNewer } from '../../scripts/n8n/versions.cts';
import { KEY } from '../support/n8n';
import type { Check } from './check.cts';
import { CHECKS } from './checks.cts';

const ROOT = path.join(__dirname, '..', '..');

export interface Options {
	/** Of `npm pack`; see `packNode`. */
	tarball: string;
	log: (line: string) => void;
	signal?: AbortSignal;
}

/** What is checked of a version before all others, by what the record calls it. */
export const BEFORE = {
	installed: 'n8n is installed',
	started: 'n8n starts with the packed package',
} as const;

/**
 * Installs the packed package into a real n8n and runs every check there, one line for each. They share the n8n, and
 * each has a simulator of its own.
 */
export async function checkVersion(
	n8n: string,
	{ tarball, log, signal }: Options,
): Promise<RanVersion> {
	const failed: string[] = [];
	const leftOut: string[] = [];
	const passed: string[] = [];
	let called = `n8n ${n8n}`;
	const report = (id: string, name: string, failure: string | undefined) => {
		signal?.throwIfAborted();
		log(`${failure === undefined ? 'ok    ' : 'FAILED'} ${called}: ${name}`);
		if (failure === undefined) passed.push(id);
		else {
			failed.push(id);
			log(failure);
		}
	};
	let instance: Instance | undefined;
	let stage: keyof typeof BEFORE = 'installed';
	try {
		const runtime = await ensureRuntime({ n8n, log, signal });
		const node = execFileSync(runtime.node, ['--version'], { encoding: 'utf8' }).trim().slice(1);
		called = `n8n ${n8n} on Node ${node}`;
		report(stage, BEFORE[stage], undefined);
		stage = 'started';
		instance = await createInstance({ n8n, tarball, signal });
		await instance.start();
		report(stage, BEFORE[stage], undefined);
		for (const check of CHECKS) {
			if (check.since !== undefined && isNewer(check.since, n8n)) {
				leftOut.push(check.id);
				log(`-      ${called}: not run, it needs n8n ${check.since}: ${check.name}`);
				continue;
			}
			report(check.id, check.name, await failureOf(check, { n8n: instance, runtime, signal }));
		}
		return { n8n, node, passed, failed, ...(leftOut.length === 0 ? {} : { leftOut }) };
	} catch (error) {
		const why = messageOf(error);
		report(stage, BEFORE[stage], why);
		return { n8n, passed, failed, unusable: firstLine(why) };
	} finally {
		await instance?.dispose();
	}
}

/** @returns what went wrong, with the end of n8n's log */
async function failureOf(
	check: Check,
	{ n8n, runtime, signal }: { n8n: Instance; runtime: Runtime; signal?: AbortSignal },
): Promise<string | undefined> {
	let simulator: Simulator | undefined;
	try {
		simulator = await startSimulator({ root: ROOT, port: 0, key: KEY, signal });
		// The check before may have stopped it.
		await n8n.start();
		await check.holds({ n8n, simulator, runtime });
		return undefined;
	} catch (error) {
		const log = n8n.log().trim().split('\n').slice(-25).join('\n');
		return [messageOf(error), ...(log ? [`The end of n8n's log:\n${log}`] : [])].join('\n');
	} finally {
		await simulator?.stop();
	}
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
const firstLine = (text: string) => text.replace(/( The end of its log:)?\n[^]*/, '');
