/**
 * What one tick of the trigger costs: after a thousand, a hundred thousand and a million payments of the past, and
 * over a hundred thousand invoices watched. In n8n's own poll context, against the simulator in a process of its own.
 * Run by `npm run bench:poll`.
 */
import '../support/environment.cts';

import path from 'node:path';

import { unpackKeys } from '../../nodes/CashIn/triggers/keys';
import { startGroup } from '../../scripts/bootstrap/processes';
import { createTrigger } from '../support/engine';
import { allocation } from './pollServer.cts';

const TICKS = 15;
const WARM_UP = 3;
const NEW = 50;

interface Server {
	url: string;
	control: string;
}

interface Measured<T> {
	result: T;
	ms: number;
	/** Milliseconds of our own computing. */
	cpu: number;
}

interface Tick {
	ms: number;
	cpu: number;
	requests: number;
}

type Payments = Awaited<ReturnType<typeof payments>>;

/**
 * The three stand beside each other and take their ticks in turn, so that whatever else this machine does meets
 * all of them alike.
 */
export async function main(): Promise<void> {
	const rows = await withAll([1_000, 100_000, 1_000_000], [], async (triggers) => {
		const ticks = triggers.map((): Tick[] => []);
		for (let tick = 0; tick < TICKS + WARM_UP; tick += 1) {
			for (const [index, trigger] of triggers.entries()) ticks[index]?.push(await trigger.tick());
		}
		return triggers.map((trigger, index) => trigger.sum(ticks[index]?.slice(WARM_UP) ?? []));
	});
	console.log(`One tick with ${NEW} new payments, the best (and the median) of ${TICKS}:`);
	for (const row of rows) {
		console.log(
			`${row.past.toLocaleString('en').padStart(11)} before: ${row.requests} requests, ` +
				`${row.ms.toFixed(0)} ms (${row.median.toFixed(0)} ms), of them ${row.cpu.toFixed(0)} ms our own computing; ` +
				`${row.bytes.toLocaleString('en')} bytes of memory for ${row.known.toLocaleString('en')} payments, ` +
				`${(row.bytes / row.known).toFixed(1)} each (as a plain list of texts ${(row.plain / row.known).toFixed(1)})`,
		);
	}
	for (const name of ['requests', 'ms', 'median', 'cpu', 'bytes'] as const) {
		const values = rows.map((row) => row[name]);
		const spread = (Math.max(...values) / Math.min(...values) - 1) * 100;
		console.log(`${name}: the dearest is ${spread.toFixed(0)} % above the cheapest`);
	}
	await watched(100_000);
}

async function withAll<T>(
	[past, ...others]: number[],
	triggers: Payments[],
	work: (triggers: Payments[]) => Promise<T>,
): Promise<T> {
	if (past === undefined) return await work(triggers);
	return await withServer(['payments', past], async (server) =>
		withAll(others, [...triggers, await payments(past, server)], work),
	);
}

async function payments(past: number, { url, control }: Server) {
	const trigger = createTrigger({ event: 'paymentAllocated' }, { baseUrl: url });
	await trigger.poll('trigger', 'activate');
	let next = past;
	return {
		async tick(): Promise<Tick> {
			const fresh = Array.from({ length: NEW }, () => allocation(next++, Date.now()));
			await ask(control, 'insert-allocations', { allocations: fresh, unchecked: true });
			await fetch(`${control}/requests`, { method: 'DELETE' });
			const { result, ms, cpu } = await measured(() => trigger.poll());
			if (result?.length !== NEW) throw new Error(`${result?.length} items came`);
			return { ms, cpu, requests: await requestsTo(control) };
		},
		sum(ticks: Tick[]) {
			const sorted = (name: keyof Tick) => ticks.map((tick) => tick[name]).sort((a, b) => a - b);
			const least = (name: keyof Tick) => sorted(name)[0] ?? NaN;
			const median = (name: keyof Tick) => sorted(name)[Math.floor(ticks.length / 2)] ?? NaN;
			const { memory } = trigger;
			const keys = Object.values(memory.seen ?? {}).flatMap((packed) => unpackKeys(packed) ?? []);
			return {
				past,
				requests: median('requests'),
				ms: least('ms'),
				median: median('ms'),
				cpu: least('cpu'),
				bytes: JSON.stringify(memory).length,
				known: keys.length,
				plain: JSON.stringify(keys).length,
			};
		},
	};
}

async function watched(count: number) {
	await withServer(['invoices', count], async ({ url, control }) => {
		const trigger = createTrigger({ event: 'invoiceStatusChanged' }, { baseUrl: url });
		const first = await measured(() => trigger.poll('trigger', 'activate'));
		await ask(control, 'pay', { InvoiceNumber: 80_000_001 + Math.floor(count / 2) });
		await fetch(`${control}/requests`, { method: 'DELETE' });
		const { result, ms, cpu } = await measured(() => trigger.poll());
		if (result?.length !== 1) throw new Error(`${result?.length} changes came instead of one`);
		const requests = await requestsTo(control);
		const bytes = JSON.stringify(trigger.memory).length;
		const names = Array.from({ length: count }, (_, index) => [80_000_001 + index, 'Open']);
		const plain = JSON.stringify(Object.fromEntries(names)).length;
		console.log(
			`One tick over ${count.toLocaleString('en')} watched invoices: ${requests} requests, ${(ms / 1_000).toFixed(1)} s ` +
				`(${(cpu / 1_000).toFixed(1)} s of them our own computing; the first look ${(first.ms / 1_000).toFixed(1)} s), ` +
				`${bytes.toLocaleString('en')} bytes of memory (as a plain object ${plain.toLocaleString('en')})`,
		);
	});
}

async function measured<T>(work: () => Promise<T>): Promise<Measured<T>> {
	const cpu = process.cpuUsage();
	const start = process.hrtime.bigint();
	const result = await work();
	const ms = Number(process.hrtime.bigint() - start) / 1e6;
	const { user, system } = process.cpuUsage(cpu);
	return { result, ms, cpu: (user + system) / 1_000 };
}

async function requestsTo(control: string): Promise<number> {
	const response = await fetch(`${control}/requests`);
	const requests = (await response.json()) as unknown[];
	return requests.length;
}

async function ask(control: string, what: string, body: object) {
	const response = await fetch(`${control}/${what}`, {
		method: 'POST',
		body: JSON.stringify(body),
	});
	if (!response.ok)
		throw new Error(`The simulator answered ${response.status}: ${await response.text()}`);
}

async function withServer<T>(
	args: [kind: string, count: number],
	work: (server: Server) => Promise<T>,
): Promise<T> {
	const script = path.join(__dirname, 'pollServer.cts');
	const group = startGroup(process.execPath, ['--import', 'tsx', script, ...args.map(String)]);
	try {
		const url = await new Promise<string>((resolve, reject) => {
			group.onLine((line) => {
				const found = /listening on (http\S+)/.exec(line)?.[1];
				if (found) resolve(found);
			});
			group.exited.then(() => reject(new Error(group.output())), reject);
		});
		return await work({ url, control: `${new URL(url).origin}/_sim` });
	} finally {
		await group.stop(2_000);
	}
}
