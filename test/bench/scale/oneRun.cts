import { createInstance, type Instance } from '../../../scripts/n8n/instance.cts';
import type { Simulator } from '../../../scripts/n8n/simulator.cts';
import type { Workflow, WorkflowNode } from '../../support/n8n';
import { AT_ONCE } from '../contenders.cts';
import { invoiceNodes } from '../invoices.cts';
import { probed, probeRun } from '../run.cts';
import { medianOf } from '../statistics.cts';
import { cashIn, chain, credentials, JSON_INVOICE, manualTrigger, noOp } from '../workflows.cts';
import { KEY, type Round, type Setting } from './setting.cts';
import { manyInvoices } from './source.cts';

/** How a run is done; `empty` has a node that does nothing. */
export type Way = 'empty' | 'json' | 'concurrent' | 'reading';

/** The medians of the runs. Times are those of the node, memory is that of the whole process at its highest. */
export interface Cost {
	count: number;
	way: Way;
	ms: number;
	/** The fastest and the slowest run. */
	least: number;
	most: number;
	cpuMs: number;
	peakBytes: number;
	requests: number;
	/** Of the whole workflow; in the empty one that is n8n's own work for its items. */
	workflowMs: number;
}

type Run = Omit<Cost, 'count' | 'way' | 'least' | 'most'>;

/**
 * Invoices that go out first, so that the node is loaded and its code compiled, as it is in an n8n that runs for days.
 * They are others than those measured.
 */
const WARM_UP = 1_000;
const WARM_UP_FROM = 1_000_000;

const WAYS: Way[] = ['empty', 'json', 'concurrent', 'reading'];

/** Sends and reads so many in one run of one n8n, each way and size in turn. Gives the medians after each round. */
export async function* measureOneRun({
	tarball,
	simulator,
	sizes,
	runs,
	log,
	signal,
}: Setting): AsyncGenerator<Round<{ costs: Cost[] }>> {
	const n8n = await createInstance({ tarball, env: probed(), log, signal });
	try {
		const cases = sizes.flatMap((count) => WAYS.map((way) => ({ count, way, runs: [] as Run[] })));
		await n8n.importCredentials(credentials(simulator.url, KEY));
		await n8n.importWorkflows(cases.map(({ count, way }) => workflowOf(way, count)));
		for (let run = 1; run <= runs; run += 1) {
			for (const one of cases) {
				const figures = await measure(n8n, simulator, one.way, one.count);
				one.runs.push(figures);
				const { ms, cpuMs, peakBytes, workflowMs } = figures;
				log(
					`run ${run}  ${one.count} ${one.way}: ${ms} ms, ${Math.round(cpuMs)} ms of processors, ${Math.round(peakBytes / 1e6)} MB, workflow ${workflowMs} ms`,
				);
			}
			const costs = cases.map(({ count, way, runs: all }) => costOf(count, way, all));
			yield { runs: run, n8n: n8n.version, figures: { costs } };
		}
	} finally {
		await n8n.dispose();
	}
}

function costOf(count: number, way: Way, runs: Run[]): Cost {
	const median = (figure: keyof Run) => medianOf(runs.map((run) => run[figure]));
	const times = runs.map(({ ms }) => ms);
	return {
		count,
		way,
		ms: median('ms'),
		least: Math.min(...times),
		most: Math.max(...times),
		cpuMs: median('cpuMs'),
		peakBytes: median('peakBytes'),
		requests: median('requests'),
		workflowMs: median('workflowMs'),
	};
}

async function measure(n8n: Instance, { ask }: Simulator, way: Way, count: number): Promise<Run> {
	await ask('reset', {});
	if (way === 'reading') await ask('seed', { payments: count, seed: 7 });
	const before = await ask<State>('state');
	const { wallMs, peakBytes, nodes } = await probeRun(n8n, workflowOf(way, count));
	const after = await ask<State>('state');
	const measured = nodes.Measured;
	if (measured?.items !== count) {
		throw new Error(`${count} ${way}: the node gave ${measured?.items} items`);
	}
	const sent = way === 'empty' ? 0 : count;
	const taken = after.invoices - before.invoices - WARM_UP;
	if (way !== 'reading' && taken !== sent) throw new Error(`${count} ${way}: ${taken} were taken`);
	return {
		ms: measured.ms,
		cpuMs: measured.cpuMs,
		peakBytes,
		requests: after.requests,
		workflowMs: wallMs,
	};
}

interface State {
	invoices: number;
	requests: number;
}

function workflowOf(way: Way, count: number): Workflow {
	if (way === 'reading') return chain(idOf(way, count), readingNodes());
	const measured = {
		empty: noOp(),
		json: cashIn(JSON_INVOICE),
		concurrent: cashIn({ ...JSON_INVOICE, options: { concurrentRequests: AT_ONCE } }),
	}[way];
	const [start, ...warmUp] = invoiceNodes(WARM_UP, { first: WARM_UP_FROM });
	const nodes = [
		start,
		...warmUp.map((node) => ({ ...node, name: `${node.name} before` })),
		{ ...cashIn(JSON_INVOICE), name: 'Before' },
		...manyInvoices(count).slice(1),
		measured,
	];
	return chain(
		idOf(way, count),
		nodes.filter((node): node is WorkflowNode => node !== undefined),
	);
}

function readingNodes(): WorkflowNode[] {
	const read = { resource: 'payment', operation: 'getAllocated' };
	return [
		manualTrigger(),
		{ ...cashIn({ ...read, returnAll: false, limit: WARM_UP }), name: 'Before' },
		{ ...cashIn({ ...read, returnAll: true }), executeOnce: true },
	];
}

const idOf = (way: Way, count: number) => `scale-${way}-${count}`;
