import type { IDataObject } from 'n8n-workflow';

import type { Cluster } from '../../../scripts/n8n/cluster.cts';
import orders from '../../fixtures/orders/wooCommerce.json';
import { medianOf } from '../statistics.cts';
import { cashIn } from '../workflows.cts';
import { addCashIn, addWebhook, allEnded, bytesKept, invoicesHeld, post } from './clusterRuns.cts';
import type { Round, Setting } from './setting.cts';
import { useWorkers } from './spread.cts';
import { spent, usages } from './usage.cts';

/** What n8n keeps of an execution that went well. */
export type Kept = 'all' | 'none';

/** The medians of the runs that sent one order after another through webhook, queue and workers. */
export interface Orders {
	workers: number;
	kept: Kept;
	/** Orders a minute, from the first that was posted to the last that Cash-In had. */
	perMinute: number;
	/** The slowest and the fastest run. */
	least: number;
	most: number;
	/** Orders a minute that the webhook took. */
	postedPerMinute: number;
	/** Posts that n8n answered with 503, so that they had to come again. */
	refused: number;
	/** Requests to Cash-In for each order. */
	requests: number;
	/** Processor time for each order, in milliseconds. */
	cpuMs: { main: number; workers: number; postgres: number; redis: number; simulator: number };
}

/** From the post of an order until Cash-In had its invoice, at half the rate that is the most. */
export interface Waits {
	workers: number;
	perMinute: number;
	count: number;
	medianMs: number;
	p95Ms: number;
}

/** Orders of one run. */
const BURST = 300;
/** Posts under way at a time. */
const POSTS = 16;
/** How long orders come in at half the rate, in seconds. */
const STEADY_SECONDS = 40;

type Run = Omit<Orders, 'workers' | 'kept' | 'least' | 'most'>;

/** How fast orders become invoices, and in the end how long one of them takes. Gives the medians after each round. */
export async function* measureOrders(
	cluster: Cluster,
	{ simulator, runs, log }: Setting,
): AsyncGenerator<Round<{ orders: Orders[]; waits: Waits[]; bytesKept: number }>> {
	const credential = await addCashIn(cluster, simulator.url);
	const nodes = [{ ...cashIn(FROM_ORDER), credentials: credential }];
	const saving = await addWebhook(cluster, 'scale-order', nodes);
	const hooks: Record<Kept, string> = {
		all: saving.url,
		none: (
			await addWebhook(cluster, 'scale-order-unsaved', nodes, { saveDataSuccessExecution: 'none' })
		).url,
	};
	let last = 0;
	const nextOrders = (count: number) => Array.from({ length: count }, () => orderOf((last += 1)));
	await burst(hooks.all, nextOrders(40));
	await allEnded(cluster);

	const counts = cluster.workers.map((_, index) => index + 1);
	const cases = counts.flatMap((workers) =>
		(['all', 'none'] as const).map((kept) => ({ workers, kept, runs: [] as Run[] })),
	);
	for (let run = 1; run <= runs; run += 1) {
		for (const one of cases) {
			await useWorkers(cluster, one.workers);
			await simulator.ask('reset', {});
			const before = usages();
			const start = Date.now();
			const refused = await burst(hooks[one.kept], nextOrders(BURST));
			const posted = Date.now();
			await invoicesHeld(simulator, BURST);
			await allEnded(cluster);
			const cpu = spent(before, usages());
			const accepted = (await simulator.ask<Accepted[]>('invoices')).map(instantOf);
			const { requests } = await simulator.ask<{ requests: number }>('state');
			const each = (...names: string[]) =>
				names.reduce((sum, name) => sum + (cpu[name] ?? 0), 0) / BURST;
			const figures = {
				perMinute: (BURST / (Math.max(...accepted) - start)) * 60_000,
				postedPerMinute: (BURST / (posted - start)) * 60_000,
				refused,
				requests: requests / BURST,
				cpuMs: {
					main: each('main'),
					workers: each(...cluster.workers),
					postgres: each('postgres'),
					redis: each('redis'),
					simulator: each('simulator'),
				},
			};
			one.runs.push(figures);
			log(
				`run ${run}  orders, ${one.workers} workers, ${one.kept} kept: ${Math.round(figures.perMinute)} a minute (posted ${Math.round(figures.postedPerMinute)}), ${figures.requests} requests each, ${figures.refused} refused, processors ${JSON.stringify(figures.cpuMs)}`,
			);
		}
		yield { runs: run, n8n: cluster.version, figures: await known([]) };
	}

	const waits: Waits[] = [];
	const { orders: most } = await known([]);
	for (const { workers, perMinute } of most.filter(({ kept }) => kept === 'all')) {
		await useWorkers(cluster, workers);
		await simulator.ask('reset', {});
		const rate = perMinute / 2;
		const count = Math.round((rate / 60) * STEADY_SECONDS);
		const steady = nextOrders(count);
		const postedAt = await paced(hooks.all, steady, 60_000 / rate);
		await invoicesHeld(simulator, count);
		await allEnded(cluster);
		const kept = await simulator.ask<Accepted[]>('invoices');
		const times = kept
			.map((invoice) => instantOf(invoice) - (postedAt.get(String(invoice.InvoiceNumber)) ?? NaN))
			.sort((a, b) => a - b);
		const p95Ms = times[Math.ceil(times.length * 0.95) - 1] ?? NaN;
		waits.push({ workers, perMinute: rate, count, medianMs: medianOf(times), p95Ms });
		log(
			`orders at ${Math.round(rate)} a minute, ${workers} workers: ${JSON.stringify(waits.at(-1))}`,
		);
	}
	await useWorkers(cluster, cluster.workers.length);
	yield { runs, n8n: cluster.version, figures: await known(waits) };

	async function known(measured: Waits[]) {
		return {
			orders: cases.map(({ runs: all, workers, kept }) => summaryOf(all, workers, kept)),
			waits: measured,
			bytesKept: await bytesKept(cluster, saving.id),
		};
	}
}

/** In the form of WooCommerce. */
interface Order {
	id: number;
	number: string;
}

interface Accepted {
	InvoiceNumber: number | string;
	acceptedAt: string;
}

const instantOf = ({ acceptedAt }: Accepted) => new Date(acceptedAt).getTime();

/** As the example workflows have it: each order once, its number looked up before it is sent. */
const FROM_ORDER: IDataObject = {
	resource: 'invoice',
	operation: 'createFromOrder',
	source: 'wooCommerce',
	order: '={{ $json.body }}',
	invoiceFor: 'order',
	numberFrom: 'orderNumber',
	invoiceDate: '',
	paymentTerms: 14,
	paidOrders: 'skip',
	deliveryType: 'E',
	referenceMode: 'national',
	previewOnly: false,
	shopFields: {},
	additionalFields: {},
	options: { duplicateCheck: 'beforeSending' },
};

/** An order like the first of the fixtures; Finnish reference numbers take three digits at least. */
function orderOf(index: number): Order {
	const id = 200_000 + index;
	return { ...orders[0]?.order, id, number: String(id) };
}

/** Posts all of them, as fast as the webhook takes them. @returns how many posts were refused on the way */
async function burst(url: string, all: object[]): Promise<number> {
	let refused = 0;
	const waiting = [...all];
	const work = async () => {
		for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
			refused += await post(url, next);
		}
	};
	await Promise.all(Array.from({ length: POSTS }, work));
	return refused;
}

/** Posts one after the other at a steady rate. @returns when each was posted, by its number */
async function paced(url: string, all: Order[], everyMs: number): Promise<Map<string, number>> {
	const start = Date.now();
	const postedAt = new Map<string, number>();
	const posts = all.map(async (order, index) => {
		await new Promise((resolve) => setTimeout(resolve, index * everyMs));
		postedAt.set(order.number, Date.now());
		await post(url, order);
	});
	await Promise.all(posts);
	if (Date.now() - start > all.length * everyMs * 1.5) {
		throw new Error('The orders could not be posted at the rate wanted.');
	}
	return postedAt;
}

function summaryOf(all: Run[], workers: number, kept: Kept): Orders {
	const rates = all.map(({ perMinute }) => perMinute);
	const cpu = (name: keyof Orders['cpuMs']) => medianOf(all.map(({ cpuMs }) => cpuMs[name]));
	return {
		workers,
		kept,
		perMinute: medianOf(rates),
		least: Math.min(...rates),
		most: Math.max(...rates),
		postedPerMinute: medianOf(all.map(({ postedPerMinute }) => postedPerMinute)),
		refused: medianOf(all.map(({ refused }) => refused)),
		requests: medianOf(all.map(({ requests }) => requests)),
		cpuMs: {
			main: cpu('main'),
			workers: cpu('workers'),
			postgres: cpu('postgres'),
			redis: cpu('redis'),
			simulator: cpu('simulator'),
		},
	};
}
