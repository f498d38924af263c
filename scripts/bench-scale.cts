import { setMaxListeners } from 'node:events';
import path from 'node:path';
import { parseArgs } from 'node:util';

import {
	circumstances,
	PARTS,
	readFigures,
	writeFigures,
	type Figures,
	type Part,
} from '../test/bench/scale/figures.cts';
import { measureOneRun } from '../test/bench/scale/oneRun.cts';
import { measureOrders } from '../test/bench/scale/orders.cts';
import {
	measurePollsOfCluster,
	measurePollsOfOne,
	type Polls,
} from '../test/bench/scale/polls.cts';
import { writePage } from '../test/bench/scale/report.cts';
import { KEY, type Setting } from '../test/bench/scale/setting.cts';
import { measureSpread } from '../test/bench/scale/spread.cts';
import { installAdvice, missingPackages, startCluster, type Cluster } from './n8n/cluster.cts';
import { interruption } from './n8n/interruption.cts';
import { packNode } from './n8n/pack.cts';
import { startSimulator } from './n8n/simulator.cts';

const ROOT = path.join(__dirname, '..');
const DOCS = path.join(ROOT, 'docs');
const USAGE = `Usage: npm run bench:scale -- [--runs 3] [--sizes 1000,10000,100000] [--latency-ms 20] [--only PART] [--workers 2] [--out docs] [--page]

What a run costs from a thousand invoices to a hundred thousand, and what n8n's queue mode adds. Writes scaling.json,
scaling.svg and the measured parts of scaling.md.
  --only PART  measures one part and keeps the others as they were: ${PARTS.join(', ')}
  --workers N  the most workers
  --page       measures nothing, and writes the page of what was measured before`;

/** `npm run bench:scale`. */
export async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			runs: { type: 'string', default: '3' },
			sizes: { type: 'string', default: '1000,10000,100000' },
			'latency-ms': { type: 'string', default: '20' },
			only: { type: 'string' },
			workers: { type: 'string', default: '2' },
			out: { type: 'string', default: DOCS },
			page: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return console.log(USAGE);
	const parts = values.page ? [] : partsOf(values.only);
	const file = path.join(values.out, 'scaling.json');
	const figures = readFigures(file);
	const options = {
		runs: wholeNumber('runs', values.runs),
		sizes: values.sizes
			.split(',')
			.map((size) => wholeNumber('sizes', size))
			.sort((a, b) => a - b),
		latencyMs: wholeNumber('latency-ms', values['latency-ms']),
		workers: wholeNumber('workers', values.workers),
	};
	if (parts.length > 0) {
		for await (const measured of measure(parts, options)) {
			// What is measured is kept, whatever comes after it.
			Object.assign(figures, measured);
			writeFigures(file, figures);
		}
	}
	console.log(`\n${writePage(figures, values.out)}`);
}

async function* measure(
	parts: readonly Part[],
	{ workers, ...options }: Pick<Setting, 'runs' | 'sizes' | 'latencyMs'> & { workers: number },
): AsyncGenerator<Partial<Figures>> {
	const signal = interruption();
	// Every process of a cluster listens to it.
	setMaxListeners(0, signal);
	const needsCluster = parts.some((part) => part !== 'oneRun');
	const missing = needsCluster ? await missingPackages() : [];
	if (missing.length > 0) throw new Error(installAdvice(missing));
	const log = console.log;
	const tarball = await packNode({ log, signal });
	const args = ['--latency-ms', String(options.latencyMs), '--no-validate'];
	const simulator = await startSimulator({ root: ROOT, port: 0, key: KEY, args, signal });
	const setting: Setting = { ...options, tarball, simulator, log, signal };
	const noting = () => circumstances(options.latencyMs);
	let cluster: Cluster | undefined;
	try {
		if (parts.includes('oneRun')) {
			const on = noting();
			for await (const round of measureOneRun(setting)) {
				yield { oneRun: { on: on(round), ...round.figures } };
			}
		}
		// Where the cluster runs too, its idle processes would be measured along.
		const pollsBegan = noting();
		const alone = parts.includes('polls') ? await measurePollsOfOne(setting) : undefined;
		const polled = (n8n: string, polls: Polls[]) => ({
			polls: { on: pollsBegan({ n8n, runs: options.runs }), polls },
		});
		if (alone !== undefined) yield polled(alone.version, [alone.polls]);
		if (!needsCluster) return;
		cluster = await startCluster({ tarball, replicas: { worker: workers }, log, signal });
		if (parts.includes('spread')) {
			const on = noting();
			for await (const round of measureSpread(cluster, setting)) {
				yield { spread: { on: on(round), ...round.figures } };
			}
		}
		if (parts.includes('orders')) {
			const on = noting();
			for await (const round of measureOrders(cluster, setting)) {
				yield { orders: { on: on(round), ...round.figures } };
			}
		}
		if (alone !== undefined) {
			const together = await measurePollsOfCluster(cluster, setting);
			yield polled(cluster.version, [alone.polls, together]);
		}
	} finally {
		await Promise.allSettled([cluster?.dispose(), simulator.stop()]);
	}
}

function partsOf(only: string | undefined): readonly Part[] {
	if (only === undefined) return PARTS;
	const part = PARTS.find((one) => one === only);
	if (part === undefined) throw new Error(USAGE);
	return [part];
}

function wholeNumber(name: string, text: string): number {
	const number = Number(text);
	if (Number.isInteger(number) && number > 0) return number;
	throw new Error(`--${name} takes whole numbers from 1, not "${text}".`);
}
