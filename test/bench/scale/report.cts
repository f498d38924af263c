import fs from 'node:fs';
import path from 'node:path';

import { plotBars, type Bar } from '../plot.cts';
import { number, table } from '../report.cts';
import type { Circumstances, Figures } from './figures.cts';
import {
	mostInvoices,
	orderConstants,
	orderLimits,
	pollConstants,
	queueConstants,
	runBytes,
	runConstants,
	sendMs,
	type OrderConstants,
	type PollConstants,
	type QueueConstants,
	type RunConstants,
} from './model.cts';
import type { Cost } from './oneRun.cts';

/** Figures are judged against the run of this size, or of the one in the middle. */
const REFERENCE = 10_000;
const FLAT = 0.2;
/** What the worked examples take for granted; nobody has measured it at Cash-In. */
const ASSUMED = { answerMs: 300, concurrency: 10, cores: 4, heapBytes: 2e9 };

/**
 * Writes `scaling.svg`, and the measured parts of `scaling.md` between their marks; what a person wrote around them stays.
 * @returns the goals with their figures, to be printed
 */
export function writePage(figures: Partial<Figures>, folder: string): string {
	const file = path.join(folder, 'scaling.md');
	fs.mkdirSync(folder, { recursive: true });
	const page = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : emptyPage();
	fs.writeFileSync(file, pageWith(page, figures));
	fs.writeFileSync(path.join(folder, 'scaling.svg'), plotOf(figures));
	return goalsOf(figures).join('\n');
}

/** A page with its measured parts as the figures have them. Parts that were never measured stay as they are. */
export function pageWith(page: string, figures: Partial<Figures>): string {
	return page.replace(
		/(<!-- measured:(\w+) -->\n)[^]*?(\n<!-- \/measured -->)/g,
		(whole, start: string, name: string, end: string) => {
			const block = BLOCKS[name];
			if (block === undefined) throw new Error(`scaling.md: nothing measures "${name}".`);
			const text = block(figures);
			return text === undefined ? whole : `${start}\n${text}\n${end}`;
		},
	);
}

const emptyPage = () =>
	`# Scaling\n\n${Object.keys(BLOCKS)
		.map((name) => `<!-- measured:${name} -->\n\n<!-- /measured -->\n`)
		.join('\n')}`;

type Block = (figures: Partial<Figures>) => string | undefined;

const BLOCKS: Record<string, Block> = {
	oneRun: ({ oneRun }) => oneRun && `${oneRunTable(oneRun.costs)}\n\n${note(oneRun.on)}`,
	goals: (figures) =>
		figures.oneRun &&
		goalsOf(figures)
			.map((goal) => `- ${goal}`)
			.join('\n'),
	reading: ({ oneRun }) => oneRun && readingTable(oneRun.costs),
	spread: ({ spread }) => spread && `${spreadTable(spread)}\n\n${note(spread.on)}`,
	orders: ({ orders }) => orders && `${ordersTable(orders)}\n\n${note(orders.on)}`,
	waits: ({ orders }) => (orders && orders.waits.length > 0 ? waitsTable(orders) : undefined),
	polls: ({ polls }) => polls && `${pollsTable(polls)}\n\n${note(polls.on)}`,
	constants: constantsTable,
	against: ({ oneRun }) => oneRun && againstTable(oneRun),
	bulkExample: ({ oneRun, spread }) =>
		oneRun && spread && bulkExample(runConstants(oneRun), queueConstants(spread)),
	orderExample: ({ orders }) => orders && orderExample(orderConstants(orders)),
	pollExample: ({ polls }) => polls && pollExample(pollConstants(polls)),
};

const note = ({
	n8n,
	runs,
	latencyMs,
	cores,
	processor,
	node,
	loadBefore,
	loadAfter,
}: Circumstances) =>
	`Medians of ${runs} run${runs === 1 ? '' : 's'} in n8n ${n8n}, all cases in turn; a simulator of Cash-In that answers ${latencyMs} ms late. Simulator, client, databases and n8n shared ${cores} × ${processor} (Node ${node} for simulator and client), on which ${loadBefore} processes wanted to run at the beginning and ${loadAfter} at the end.`;

const find = (costs: Cost[], wanted: string, count: number) =>
	costs.find((cost) => cost.way === wanted && cost.count === count);

const sizesOf = (costs: Cost[]) => [...new Set(costs.map(({ count }) => count))];

function referenceOf(costs: Cost[]): number {
	const sizes = sizesOf(costs);
	return sizes.includes(REFERENCE) ? REFERENCE : (sizes[sizes.length >> 1] ?? NaN);
}

const WAYS: Array<[way: string, title: string]> = [
	['json', 'one request at a time'],
	['concurrent', '8 requests at a time'],
];

function oneRunTable(costs: Cost[]): string {
	const heads = [
		'Invoices',
		'Requests',
		'Time (from–to)',
		'An invoice',
		'Of it, processor',
		"n8n's memory for the items",
		'With Cash-In',
		'More for an invoice',
	];
	const rows = WAYS.flatMap(([way, title]) =>
		sizesOf(costs).flatMap((count) => {
			const [cost, empty] = [find(costs, way, count), find(costs, 'empty', count)];
			if (!cost || !empty) return [];
			return [
				[
					`${number(count)}, ${title}`,
					number(count / 100),
					range(cost, seconds),
					`${(cost.ms / count).toFixed(3)} ms`,
					`${(cost.cpuMs / count).toFixed(3)} ms`,
					megabytes(empty.peakBytes),
					megabytes(cost.peakBytes),
					`${number(Math.round((cost.peakBytes - empty.peakBytes) / count))} bytes`,
				],
			];
		}),
	);
	return table(heads, rows);
}

function readingTable(costs: Cost[]): string {
	const rows = costs
		.filter(({ way }) => way === 'reading')
		.map((cost) => [
			number(cost.count),
			range(cost, seconds),
			`${(cost.ms / cost.count).toFixed(3)} ms`,
			`${(cost.cpuMs / cost.count).toFixed(3)} ms`,
			megabytes(cost.peakBytes),
		]);
	return table(
		['Payments', 'Time (from–to)', 'A payment', 'Of it, processor', 'Memory of n8n'],
		rows,
	);
}

/** The goals with what became of them, as sentences. */
function goalsOf({ oneRun }: Partial<Figures>): string[] {
	if (oneRun === undefined) return [];
	const { costs } = oneRun;
	const reference = referenceOf(costs);
	const ratios = ([figure, what]: ['ms' | 'cpuMs', string], way: string, title: string) => {
		const base = find(costs, way, reference);
		return sizesOf(costs).flatMap((count) => {
			const cost = find(costs, way, count);
			if (!cost || !base || count === reference) return [];
			const ratio = cost[figure] / count / (base[figure] / base.count);
			const met = Math.abs(ratio - 1) <= FLAT;
			return [
				`${title}, ${number(count)}, ${what}: ${ratio.toFixed(2)} × that of ${number(reference)}. Goal: within ${FLAT * 100} % of it; ${verdict(met)}.`,
			];
		});
	};
	const FIGURES: Array<['ms' | 'cpuMs', string]> = [
		['cpuMs', 'processor time of each'],
		['ms', 'time of each'],
	];
	return [
		...FIGURES.flatMap((figure) => ratios(figure, 'json', 'Sending')),
		...FIGURES.flatMap((figure) => ratios(figure, 'reading', 'Reading')),
		...memoryGoal(costs, reference),
	];
}

function memoryGoal(costs: Cost[], reference: number): string[] {
	const added = (count: number) =>
		((find(costs, 'json', count)?.peakBytes ?? NaN) -
			(find(costs, 'empty', count)?.peakBytes ?? NaN)) /
		count;
	return sizesOf(costs)
		.filter((count) => count > reference)
		.map((count) => {
			const met = added(count) <= Math.max(added(reference), 0) * (1 + FLAT);
			return `Sending, ${number(count)}, memory above n8n's own items: ${number(Math.round(added(count)))} bytes an invoice, beside ${number(Math.round(added(reference)))} of ${number(reference)}. Goal: no more than ${1 + FLAT} ×; ${verdict(met)}.`;
		});
}

const verdict = (met: boolean) => (met ? 'met' : '**missed**');

function spreadTable({ spreads }: Figures['spread']): string {
	const heads = [
		'Invoices',
		'Workers',
		'Executions',
		'Time (from–to)',
		'To one run',
		'Saved after',
		"n8n's processor for an invoice",
		'Memory of a worker',
	];
	const rows = spreads.map((one) => {
		const whole = spreads.find(({ count, executions }) => count === one.count && executions === 1);
		return [
			number(one.count),
			number(one.workers),
			number(one.executions),
			range(one, seconds),
			`${(one.ms / (whole?.ms ?? NaN)).toFixed(2)} ×`,
			seconds(one.savedMs),
			`${(one.n8nCpuMs / one.count).toFixed(3)} ms`,
			megabytes(one.workerPeakBytes),
		];
	});
	return table(heads, rows);
}

const KEPT = { all: 'kept', none: 'not kept' };

function ordersTable({ orders }: Figures['orders']): string {
	const heads = [
		'Workers',
		'Executions',
		'Orders a minute (from–to)',
		'To one worker',
		'Posts refused (503)',
		'Requests each',
		'Processor each: main',
		'workers',
		'Postgres',
		'Redis',
	];
	const rows = orders.map((one) => {
		const [base] = orders.filter(({ kept }) => kept === one.kept);
		return [
			number(one.workers),
			KEPT[one.kept],
			range({ ...one, ms: one.perMinute }, (value) => number(Math.round(value))),
			`${(one.perMinute / (base?.perMinute ?? NaN)).toFixed(2)} ×`,
			number(one.refused),
			one.requests.toFixed(1),
			...(['main', 'workers', 'postgres', 'redis'] as const).map((name) => ms(one.cpuMs[name])),
		];
	});
	return table(heads, rows);
}

function waitsTable({ waits }: Figures['orders']): string {
	const rows = waits.map(({ workers, perMinute, count, medianMs, p95Ms }) => [
		number(workers),
		number(Math.round(perMinute)),
		number(count),
		ms(medianMs),
		ms(p95Ms),
	]);
	return table(['Workers', 'Orders a minute', 'Orders', 'Median', '95 % within'], rows);
}

const HOSTS = { single: 'by itself (SQLite)', cluster: 'main and workers (Postgres)' };

function pollsTable({ polls }: Figures['polls']): string {
	const heads = [
		'n8n',
		'Triggers',
		'First to last request (from–to)',
		'Last workflow ended after',
		'Requests',
		'At once',
		'Processor of n8n',
		'Memory',
		'Events lost',
		'Repeated',
	];
	const rows = polls.map((one) => [
		HOSTS[one.n8n],
		number(one.triggers),
		range({ ...one, ms: one.roundMs }, seconds),
		seconds(one.endedMs),
		number(one.requests),
		number(one.atOnce),
		seconds(one.n8nCpuMs),
		megabytes(one.peakBytes),
		number(one.lost),
		number(one.repeated),
	]);
	return table(heads, rows);
}

function constantsTable({ oneRun, spread, orders, polls }: Partial<Figures>): string | undefined {
	const bytes = (value: number) => `${number(Math.round(value))} bytes`;
	const rows: string[][] = [];
	if (oneRun !== undefined) {
		const { invoiceMs, baseBytes, itemBytes, addedBytes } = runConstants(oneRun);
		rows.push(
			['c', 'the node, for an invoice', `${invoiceMs.toFixed(3)} ms of processor`],
			['M', 'n8n with hardly any items', megabytes(baseBytes)],
			['m', "n8n's own memory for an invoice as an item", bytes(itemBytes)],
			['a', 'what Cash-In adds, which is its output', bytes(addedBytes)],
		);
	}
	if (spread !== undefined) {
		const { queuedMs, invoiceBytesKept } = queueConstants(spread);
		const title = 'all n8n processes, for an invoice in executions of 1,000';
		rows.push(
			['q', title, `${queuedMs.toFixed(3)} ms of processor`],
			['d₂', 'kept in the database of an invoice in a bulk run', bytes(invoiceBytesKept)],
		);
	}
	if (orders !== undefined) {
		const { orderMs, orderRequests, orderBytesKept } = orderConstants(orders);
		rows.push(
			['o₁', 'main, for an order', `${ms(orderMs.main)} of processor`],
			['o₂', 'a worker, for an order', `${ms(orderMs.workers)} of processor`],
			['o₃', 'Postgres, for an order', `${ms(orderMs.postgres)} of processor`],
			['o₄', 'Redis, for an order', `${ms(orderMs.redis)} of processor`],
			['r', 'requests to Cash-In for an order', orderRequests.toFixed(1)],
			['d₁', 'kept in the database of an order', bytes(orderBytesKept)],
		);
	}
	if (polls !== undefined) {
		const title = 'a trigger that polls and starts its workflow';
		rows.push(['p', title, `${ms(pollConstants(polls).pollMs)} of processor`]);
	}
	return rows.length === 0 ? undefined : table(['', 'Of', 'Measured'], rows);
}

/** What the model says of the runs it was not made of. */
function againstTable(oneRun: Figures['oneRun']): string {
	const constants = runConstants(oneRun);
	const rows = WAYS.flatMap(([way, title], index) =>
		sizesOf(oneRun.costs).flatMap((invoices) => {
			const cost = find(oneRun.costs, way, invoices);
			if (cost === undefined) return [];
			const concurrent = index === 0 ? 1 : 8;
			const told = sendMs(constants, {
				invoices,
				batch: 100,
				concurrent,
				answerMs: oneRun.on.latencyMs,
			});
			return [
				[
					`${number(invoices)}, ${title}`,
					seconds(told),
					seconds(cost.ms),
					`${(cost.ms / told).toFixed(2)} ×`,
				],
			];
		}),
	);
	return table(['Invoices', 'By the model', 'Measured', 'To the model'], rows);
}

function bulkExample(constants: RunConstants, { invoiceBytesKept }: QueueConstants): string {
	const { answerMs, heapBytes } = ASSUMED;
	const rows = [5_000, 20_000, 100_000, 500_000].map((invoices) => {
		const send = { invoices, batch: 100, answerMs };
		return [
			number(invoices),
			duration(sendMs(constants, { ...send, concurrent: 1 })),
			duration(sendMs(constants, { ...send, concurrent: 8 })),
			duration(invoices * constants.invoiceMs),
			`${(runBytes(constants, invoices) / 1e9).toFixed(1)} GB`,
			`${number(Math.round((invoices * invoiceBytesKept) / 1e6))} MB`,
		];
	});
	const most = Math.floor(mostInvoices(constants, heapBytes) / 1_000) * 1_000;
	return `${table(['Invoices in one run', '1 request at a time', '8 at a time', 'Of it, computing', 'Memory', 'Kept in the database'], rows)}

With ${heapBytes / 1e9} GB for n8n, one run of invoices like these ends at about ${number(most)}.`;
}

function orderExample(constants: OrderConstants): string {
	const { answerMs, concurrency, cores } = ASSUMED;
	const cases = [
		{ workers: 1, concurrency, cores, answerMs },
		{ workers: 2, concurrency, cores, answerMs },
		{ workers: 4, concurrency, cores: 8, answerMs },
		{ workers: 2, concurrency: 1, cores, answerMs },
		{ workers: 2, concurrency, cores, answerMs, allowed: 600 },
	];
	const rows = cases.map((one) => {
		const [first, second] = orderLimits(constants, one);
		const allowed = 'allowed' in one ? number(one.allowed ?? 0) : 'any number';
		const written = (limit = first) =>
			`${limit?.what} (${number(Math.floor(limit?.perMinute ?? 0))})`;
		return [
			`${one.workers} × ${one.concurrency}`,
			number(one.cores),
			allowed,
			number(Math.floor(first?.perMinute ?? NaN)),
			written(first),
			written(second),
		];
	});
	const perDay = (2_000 * constants.orderBytesKept) / 1e6;
	return `${table(['Workers × concurrency', 'Processors', 'Requests a minute that Cash-In allows', 'Orders a minute', 'Limited by', 'Then by'], rows)}

2,000 orders a day, a fifth of them in one hour, are 7 a minute. n8n keeps ${perDay.toFixed(0)} MB of executions a day for them, ${((perDay * 14) / 1000).toFixed(1)} GB in the 14 days after which it deletes them unless told otherwise.`;
}

function pollExample({ pollMs, pollRequests }: PollConstants): string {
	const rows = [10, 100, 500].map((triggers) => [
		number(triggers),
		number(Math.round(triggers * pollRequests)),
		duration(triggers * pollMs),
		`${((triggers * pollMs) / 600).toFixed(0)} %`,
		`${((triggers * pollMs) / 36_000).toFixed(1)} %`,
	]);
	return table(
		[
			'Triggers',
			'Requests a round',
			'Computing a round',
			'Of a processor, polled every minute',
			'Every hour',
		],
		rows,
	);
}

function plotOf({ oneRun, spread, orders }: Partial<Figures>): string {
	const costs = oneRun?.costs ?? [];
	const spreads = spread?.spreads ?? [];
	const processor = sizesOf(costs).flatMap((count): Bar[] => {
		const cost = find(costs, 'json', count);
		if (cost === undefined) return [];
		const value = cost.cpuMs / count;
		return [
			{ name: `${number(count)} invoices`, value, text: `${value.toFixed(3)} ms`, kind: 'ours' },
		];
	});
	const memory = sizesOf(costs).flatMap((count): Bar[] => {
		const empty = find(costs, 'empty', count)?.peakBytes ?? 0;
		const json = find(costs, 'json', count)?.peakBytes ?? 0;
		return [
			{
				name: `${number(count)}, n8n's items alone`,
				value: empty,
				text: megabytes(empty),
				kind: 'other',
			},
			{
				name: `${number(count)}, sent by Cash-In`,
				value: json,
				text: megabytes(json),
				kind: 'ours',
			},
		];
	});
	const most = Math.max(...spreads.map(({ count }) => count));
	const rates = spreads
		.filter(({ count }) => count === most)
		.map(({ workers, executions, count, ms: time }): Bar => {
			const value = (count / time) * 1000;
			const name =
				executions === 1
					? '1 worker, one run'
					: `${workers} worker${workers === 1 ? '' : 's'}, ${executions} runs`;
			return { name, value, text: number(Math.round(value)), kind: 'ours' };
		});
	const perMinute = (orders?.orders ?? []).map(
		({ workers, kept, perMinute: value }): Bar => ({
			name: `${workers} worker${workers === 1 ? '' : 's'}, executions ${KEPT[kept]}`,
			value,
			text: number(Math.round(value)),
			kind: 'ours',
		}),
	);
	return plotBars(
		[
			{ title: 'Processor time of the node for an invoice', bars: processor },
			{ title: 'Memory of n8n at its highest', bars: memory },
			{ title: `${number(most)} invoices through the queue: invoices a second`, bars: rates },
			{ title: 'Orders a minute through webhook, queue and workers', bars: perMinute },
		].filter(({ bars }) => bars.length > 0),
		'Processor time and memory of one run, and throughput of workers',
	);
}

const ms = (value: number) => `${value < 10 ? value.toFixed(1) : number(Math.round(value))} ms`;
const seconds = (value: number) => `${(value / 1000).toFixed(value < 10_000 ? 2 : 1)} s`;
const duration = (value: number) =>
	value < 120_000 ? seconds(value) : `${(value / 60_000).toFixed(1)} min`;
const megabytes = (value: number) => `${number(Math.round(value / 1e6))} MB`;

const range = (
	{ ms: median, least, most }: { ms: number; least: number; most: number },
	written: (value: number) => string,
) => (least === most ? written(median) : `${written(median)} (${written(least)}–${written(most)})`);
