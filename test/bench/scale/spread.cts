import type { Cluster } from '../../../scripts/n8n/cluster.cts';
import { cashIn, JSON_INVOICE } from '../workflows.cts';
import { invoiceNodes } from '../invoices.cts';
import { medianOf } from '../statistics.cts';
import { addCashIn, addWebhook, allEnded, bytesKept, invoicesHeld, post } from './clusterRuns.cts';
import type { Round, Setting } from './setting.cts';
import { CHUNK, manyInvoices } from './source.cts';
import { spent, usages, watchMemory } from './usage.cts';

/** The medians of the runs that sent so many invoices through n8n's queue. */
export interface Spread {
	count: number;
	workers: number;
	/** How many executions: one for all, or one for each thousand. */
	executions: number;
	/** From the first call of the webhook until Cash-In has all. */
	ms: number;
	least: number;
	most: number;
	/** Until n8n has saved what became of it. */
	savedMs: number;
	/** Of all n8n processes, in milliseconds. */
	n8nCpuMs: number;
	/** Of the one worker that had the most. */
	workerPeakBytes: number;
}

type Run = Omit<Spread, 'count' | 'workers' | 'executions' | 'least' | 'most'>;

/**
 * Sends so many in one execution, and in one for each thousand by 1, 2 … workers: in turn.
 * Gives the medians after each round, with what n8n keeps of an execution of a thousand.
 */
export async function* measureSpread(
	cluster: Cluster,
	{ simulator, sizes, runs, log }: Setting,
): AsyncGenerator<Round<{ spreads: Spread[]; bytesKept: number }>> {
	const { workers } = cluster;
	const credential = await addCashIn(cluster, simulator.url);
	const send = { ...cashIn(JSON_INVOICE), credentials: credential };
	const chunk = await addWebhook(cluster, 'scale-chunk', [
		...invoiceNodes(CHUNK, { first: '$json.body.first' }).slice(1),
		send,
	]);
	const counts = sizes.filter((count) => count > CHUNK);
	const whole = new Map<number, string>();
	for (const count of counts) {
		const nodes = [...manyInvoices(count).slice(1), send];
		whole.set(count, (await addWebhook(cluster, `scale-whole-${count}`, nodes)).url);
	}
	// Every worker has loaded the node before anything is measured.
	await Promise.all(
		workers.flatMap(() => [1, 2, 3].map((n) => post(chunk.url, { first: -n * CHUNK }))),
	);
	await allEnded(cluster);

	const cases = counts.flatMap((count) => [
		{ count, workers: 1, executions: 1, runs: [] as Run[] },
		...workers.map((_, index) => ({
			count,
			workers: index + 1,
			executions: count / CHUNK,
			runs: [] as Run[],
		})),
	]);
	for (let run = 1; run <= runs; run += 1) {
		for (const one of cases) {
			await useWorkers(cluster, one.workers);
			await simulator.ask('reset', {});
			const before = usages();
			const memory = watchMemory();
			const start = Date.now();
			if (one.executions === 1) await post(whole.get(one.count) ?? '', {});
			else {
				const firsts = Array.from({ length: one.executions }, (_, index) => index * CHUNK);
				await Promise.all(firsts.map((first) => post(chunk.url, { first })));
			}
			const held = await invoicesHeld(simulator, one.count);
			const saved = await allEnded(cluster);
			const peaks = memory.end();
			const cpu = spent(before, usages());
			const ofWorkers = workers.map((name) => peaks[name] ?? 0);
			const figures = {
				ms: held - start,
				savedMs: saved - start,
				n8nCpuMs: ['main', ...workers].reduce((sum, name) => sum + (cpu[name] ?? 0), 0),
				workerPeakBytes: Math.max(...ofWorkers),
			};
			one.runs.push(figures);
			log(
				`run ${run}  ${one.count} in ${one.executions} executions, ${one.workers} workers: ${figures.ms} ms, saved after ${figures.savedMs} ms, processors ${JSON.stringify(cpu)}, worker ${Math.round(figures.workerPeakBytes / 1e6)} MB`,
			);
		}
		const spreads = cases.map(({ runs: all, ...one }) => ({ ...one, ...summaryOf(all) }));
		const figures = { spreads, bytesKept: await bytesKept(cluster, chunk.id) };
		yield { runs: run, n8n: cluster.version, figures };
	}
	await useWorkers(cluster, workers.length);
}

function summaryOf(runs: Run[]) {
	const median = (figure: keyof Run) => medianOf(runs.map((run) => run[figure]));
	const times = runs.map(({ ms }) => ms);
	return {
		ms: median('ms'),
		least: Math.min(...times),
		most: Math.max(...times),
		savedMs: median('savedMs'),
		n8nCpuMs: median('n8nCpuMs'),
		workerPeakBytes: median('workerPeakBytes'),
	};
}

/** Lets so many workers run, and stops the others. */
export async function useWorkers({ workers, start, stop, running }: Cluster, count: number) {
	for (const [index, name] of workers.entries()) {
		if (index < count) await start(name);
		else if (running(name)) await stop(name);
	}
}
