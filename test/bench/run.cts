import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { scriptOf } from '../../scripts/assets/bundle.cts';
import { run as runProcess } from '../../scripts/bootstrap/processes';
import { createInstance, type Instance } from '../../scripts/n8n/instance.cts';
import { packNode } from '../../scripts/n8n/pack.cts';
import { startSimulator } from '../../scripts/n8n/simulator.cts';
import type { Workflow } from '../support/n8n';
import { READ, SEND } from './api.cts';
import type { Task } from './client.cts';
import { SENDING, READING, type Contender, type Part } from './contenders.cts';
import type { Runs } from './statistics.cts';
import { ACCOUNT_KEYS, credentials, readingWorkflows, sendingWorkflows } from './workflows.cts';

const ROOT = path.join(__dirname, '..', '..');
const KEY = 'demo-key';
/** For one run, on a machine that is slow or busy. */
const DEADLINE_MS = 900_000;

/** One run of one contender. */
export interface Figures {
	/** Of the workflow, n8n's own start not counted. */
	wallMs: number;
	/** The highest memory of the process. */
	peakBytes: number;
	/** That reached the simulator. */
	requests: number;
	/** The most of them open at the same time. */
	atOnce: number;
	/** That came out. */
	items: number;
}

export interface Results extends Record<Part, Runs> {
	/** The version it ran in. */
	n8n: string;
}

interface Options {
	items: number;
	payments: number;
	runs: number;
	latencyMs: number;
	only?: Part;
	log: (line: string) => void;
	signal: AbortSignal;
}

/** What the simulator tells of itself. */
type State = Pick<Figures, 'requests' | 'atOnce'> & { invoices: number };
/** What is measured here. */
type Timed = Pick<Figures, 'wallMs' | 'peakBytes' | 'items'>;

/** Runs every contender, in turn so that a slow moment of the machine meets all, as often as asked. */
export async function runBenchmark({
	items,
	payments,
	runs,
	latencyMs,
	only,
	log,
	signal,
}: Options): Promise<Results> {
	const tarball = await packNode({ log, signal });
	const keys = ACCOUNT_KEYS.flatMap((key) => ['--key', key]);
	const args = ['--latency-ms', String(latencyMs), '--no-validate', ...keys];
	const simulator = await startSimulator({ root: ROOT, port: 0, key: KEY, args, signal });
	const folder = mkdtempSync(path.join(tmpdir(), 'cash-in-bench-'));
	let n8n: Instance | undefined;
	try {
		const client = scriptOf(path.join('test', 'bench', 'client.cts'), folder);
		n8n = await createInstance({
			tarball,
			env: { ...probed(), N8N_CUSTOM_EXTENSIONS: path.join(__dirname, 'nodes') },
			log,
			signal,
		});
		const sending = sendingWorkflows({ url: simulator.url, key: KEY, count: items, latencyMs });
		const reading = readingWorkflows({ url: simulator.url, key: KEY });
		await n8n.importCredentials(credentials(simulator.url, KEY));
		await n8n.importWorkflows([...Object.values(sending), ...Object.values(reading)]);

		const parts = [
			{
				name: 'sending' as const,
				api: SEND,
				workflows: sending,
				contenders: SENDING,
				count: items,
			},
			{
				name: 'reading' as const,
				api: READ,
				workflows: reading,
				contenders: READING,
				count: payments,
			},
		].filter(({ name }) => only === undefined || only === name);
		const results: Results = { sending: new Map(), reading: new Map(), n8n: n8n.version };
		for (let run = 1; run <= runs; run += 1) {
			for (const { name, api, workflows, contenders, count } of parts) {
				for (const one of [...emptyRuns(contenders), ...contenders]) {
					await simulator.ask('reset', {});
					if (name === 'reading') await simulator.ask('seed', { payments: count, seed: 7 });
					await simulator.ask('requests/clear', {});
					const timed =
						one.client === undefined
							? await measureN8n(n8n, workflows[one.n8n ?? 'empty'])
							: await measureClient(
									client,
									{ ...one.client, url: simulator.url, key: KEY, api, count },
									signal,
								);
					const { requests, atOnce, invoices } = await simulator.ask<State>('state');
					const figures = { ...timed, requests, atOnce };
					if (one.idle !== true) requireComplete(name, one, figures, invoices, count);
					results[name].set(one.id, [...(results[name].get(one.id) ?? []), figures]);
					log(lineOf(run, name, one.id, figures));
				}
			}
		}
		return results;
	} finally {
		await Promise.allSettled([n8n?.dispose(), simulator.stop()]);
		rmSync(folder, { recursive: true, force: true });
	}
}

/** The runs that are taken off those of the contenders. */
function emptyRuns(contenders: Contender[]): Contender[] {
	const ids = new Set(contenders.map(({ above = 'empty' }) => above));
	return [...ids].map((id) => ({ id, title: 'Nothing', n8n: id, idle: true }));
}

/** What probe.js prints in place of the run. */
export interface Probed {
	wallMs: number;
	peakBytes: number;
	error?: { message: string; description?: string };
	/** Time and processor time in milliseconds. */
	nodes: Record<string, { ms: number; cpuMs: number; items: number }>;
}

async function measureN8n(n8n: Instance, workflow: Workflow | undefined): Promise<Timed> {
	if (workflow === undefined) throw new Error('There is no such workflow.');
	const { wallMs, peakBytes, nodes } = await probeRun(n8n, workflow);
	const last = nodes[workflow.nodes.at(-1)?.name ?? ''];
	return { wallMs, peakBytes, items: last?.items ?? 0 };
}

/**
 * Runs a workflow of an n8n that has probe.js, see `probed`.
 * @throws where the run fails
 */
export async function probeRun(n8n: Instance, { id }: Workflow): Promise<Probed> {
	const run = await n8n.execute<Probed>(id, { deadlineMs: DEADLINE_MS });
	const { error } = run;
	if (error) throw new Error(`${id} failed: ${error.message} ${error.description ?? ''}`);
	return run;
}

/** Settings of an n8n that give it probe.js. */
export const probed = () => ({
	NODE_OPTIONS: `--require "${path.join(__dirname, 'probe.js')}"`,
});

async function measureClient(client: string, task: Task, signal: AbortSignal): Promise<Timed> {
	const args = [client, JSON.stringify(task)];
	const { code, stdout, output } = await runProcess(process.execPath, args, { signal });
	if (code !== 0) throw new Error(`The bare client failed: ${output}`);
	return JSON.parse(stdout);
}

/** A contender that leaves work undone would be the fastest of all. */
function requireComplete(
	part: Part,
	{ id }: Contender,
	{ items, requests }: Figures,
	invoices: number,
	count: number,
) {
	const done = part === 'sending' ? invoices : id === 'pages' ? count : items;
	if (done !== count) throw new Error(`${part} ${id}: ${done} of ${count} (${requests} requests)`);
}

function lineOf(run: number, part: Part, id: string, figures: Figures): string {
	const { wallMs, peakBytes, requests, atOnce, items } = figures;
	const memory = Math.round(peakBytes / 1e6);
	return `run ${run}  ${part} ${id}: ${Math.round(wallMs)} ms, ${memory} MB, ${requests} requests, ${atOnce} at once, ${items} items`;
}
