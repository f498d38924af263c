import type { Cluster } from '../../../scripts/n8n/cluster.cts';
import { eventually } from '../../../scripts/n8n/eventually.cts';
import { itemsOf } from '../../../scripts/n8n/executions.cts';
import { createInstance, type Instance } from '../../../scripts/n8n/instance.cts';
import type { SeenRequest } from '../../../scripts/n8n/simulator.cts';
import { cashInNode, workflow } from '../../support/n8n';
import { allocation } from '../pollServer.cts';
import { medianOf } from '../statistics.cts';
import { credentials, noOp } from '../workflows.cts';
import { KEY, type Setting } from './setting.cts';
import { spent, usages, watchMemory } from './usage.cts';

/** The medians of the rounds in which all triggers polled at the same minute. */
export interface Polls {
	/** Where n8n runs: by itself, or as the cluster of compose.yaml. */
	n8n: 'single' | 'cluster';
	triggers: number;
	/** From the first request of the round to the last. */
	roundMs: number;
	least: number;
	most: number;
	/** From the full minute until the last workflow had run. */
	endedMs: number;
	requests: number;
	/** The most that were open at Cash-In at the same time. */
	atOnce: number;
	/** Of all n8n processes, in milliseconds. */
	n8nCpuMs: number;
	/** The highest of the process that polls. */
	peakBytes: number;
	/** Events that a workflow was given too few of, or twice, in all rounds. */
	lost: number;
	repeated: number;
}

const TRIGGERS = 100;
/** Payments that come in between two rounds. */
const EVENTS = 5;
/** Payments of the past that Cash-In lists. */
const PAST = 1_000;

type Host = Pick<
	Instance,
	'addWorkflow' | 'activate' | 'deactivate' | 'addCredential' | 'executions' | 'execution'
>;

/** A hundred workflows in an n8n of its own, each with a trigger that polls at the full minute. */
export async function measurePollsOfOne(
	setting: Setting,
): Promise<{ polls: Polls; version: string }> {
	const { tarball, log, signal } = setting;
	const n8n = await createInstance({ tarball, log, signal });
	try {
		await n8n.start();
		await n8n.setupOwner();
		const polls = await measureRounds(n8n, 'single', 'n8n', setting);
		return { polls, version: n8n.version };
	} finally {
		await n8n.dispose();
	}
}

/** The same in the cluster. */
export const measurePollsOfCluster = async (cluster: Cluster, setting: Setting): Promise<Polls> =>
	await measureRounds(cluster, 'cluster', 'main', setting);

async function measureRounds(
	host: Host,
	n8n: Polls['n8n'],
	polling: string,
	{ simulator, runs, log }: Setting,
): Promise<Polls> {
	await simulator.ask('reset', {});
	const now = Date.now();
	let known = 0;
	const pay = async (count: number, time: number) => {
		const allocations = Array.from({ length: count }, () => allocation((known += 1), time));
		await simulator.ask('insert-allocations', { allocations, unchecked: true });
	};
	await pay(PAST, now);
	const ids = await addTriggers(host, simulator.url);
	log(`${n8n}: ${ids.length} triggers are published.`);
	const seen = new Map(ids.map((id) => [id, new Set<string>()]));
	const keys = new Map(ids.map((id) => [id, [] as unknown[]]));
	const rounds: Array<Omit<Polls, 'n8n' | 'triggers' | 'least' | 'most' | 'lost' | 'repeated'>> =
		[];
	const all = (count: number) => [...keys.values()].every((found) => new Set(found).size >= count);

	for (let run = 1; run <= runs; run += 1) {
		const minute = await nextMinute();
		await pay(EVENTS, now);
		await simulator.ask('requests/clear', {});
		const before = usages();
		const memory = watchMemory();
		await sleepUntil(minute + 3_000);
		let endedAt = 0;
		await eventually(
			async () => {
				endedAt = Math.max(endedAt, await collect(host, seen, keys));
				return all(run * EVENTS) || undefined;
			},
			170_000,
			async () =>
				`not every trigger has given its ${run * EVENTS} events: ${[...keys.values()].map((found) => found.length).join(' ')}`,
		);
		const peaks = memory.end();
		const cpu = spent(before, usages());
		const requests = await simulator.ask<SeenRequest[]>('requests');
		// Those of the round after, where this one took longer than a minute, are not told apart.
		const instants = requests.map(({ at }) => new Date(at).getTime());
		const { atOnce } = await simulator.ask<{ atOnce: number }>('state');
		const round = {
			roundMs: Math.max(...instants) - Math.min(...instants),
			endedMs: endedAt - minute,
			requests: requests.length,
			atOnce,
			n8nCpuMs: Object.entries(cpu)
				.filter(([name]) => /^(n8n|main|worker)/.test(name))
				.reduce((sum, [, ms]) => sum + ms, 0),
			peakBytes: peaks[polling] ?? 0,
		};
		rounds.push(round);
		log(`round ${run}  ${n8n}: ${JSON.stringify(round)}`);
	}
	// One more round, in which nothing is new: what comes twice would come now.
	await sleepUntil((await nextMinute()) + 20_000);
	await collect(host, seen, keys);
	for (const id of ids) await host.deactivate(id);
	const wanted = runs * EVENTS;
	const given = [...keys.values()].map((found) => ({
		different: new Set(found).size,
		all: found.length,
	}));
	const median = (figure: keyof (typeof rounds)[number]) =>
		medianOf(rounds.map((round) => round[figure]));
	const times = rounds.map(({ roundMs }) => roundMs);
	return {
		n8n,
		triggers: ids.length,
		roundMs: median('roundMs'),
		least: Math.min(...times),
		most: Math.max(...times),
		endedMs: median('endedMs'),
		requests: median('requests'),
		atOnce: median('atOnce'),
		n8nCpuMs: median('n8nCpuMs'),
		peakBytes: median('peakBytes'),
		lost: given.reduce((sum, { different }) => sum + wanted - different, 0),
		repeated: given.reduce((sum, one) => sum + one.all - one.different, 0),
	};
}

/** Publishing is a trigger's first poll. @returns their ids */
async function addTriggers(host: Host, url: string): Promise<string[]> {
	const [cashIn] = credentials(url, KEY);
	if (cashIn === undefined) throw new Error('There is no credential for Cash-In.');
	const { name, type, data } = cashIn;
	const saved = await host.addCredential({ name, type, data });
	const ids: string[] = [];
	for (let index = 1; index <= TRIGGERS; index += 1) {
		const trigger = cashInNode('cashInTrigger', {
			event: 'paymentAllocated',
			pollTimes: { item: [{ mode: 'custom', cronExpression: '0 * * * * *' }] },
		});
		const { id } = await host.addWorkflow(
			workflow(
				`scale-poll-${index}`,
				[{ ...trigger, credentials: { cashInApi: { id: saved.id, name } } }, noOp()],
				{ [trigger.name]: [['Measured']] },
			),
		);
		await host.activate(id);
		ids.push(id);
	}
	return ids;
}

/** Reads what the workflows were given since the last look. @returns when the last of them ended */
async function collect(
	host: Host,
	seen: Map<string, Set<string>>,
	keys: Map<string, unknown[]>,
): Promise<number> {
	let last = 0;
	for (const [id, known] of seen) {
		for (const one of await host.executions(id)) {
			if (known.has(one.id) || one.status !== 'success') continue;
			known.add(one.id);
			last = Math.max(last, new Date(one.stoppedAt ?? NaN).getTime());
			const run = await host.execution(one.id);
			keys.get(id)?.push(...itemsOf(run, 'Measured').map(({ dedupeKey }) => dedupeKey));
		}
	}
	return last;
}

/** Waits until the middle of a minute. @returns when the next begins */
async function nextMinute(): Promise<number> {
	const next = Math.ceil(Date.now() / 60_000) * 60_000;
	const begin = next - Date.now() < 10_000 ? next + 60_000 : next;
	await sleepUntil(begin - 10_000);
	return begin;
}

const sleepUntil = async (instant: number) =>
	await new Promise((resolve) => setTimeout(resolve, Math.max(0, instant - Date.now())));
