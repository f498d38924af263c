/**
 * How often an order is billed twice that reaches two workers of n8n's queue mode at the same moment: by the plain
 * workflow, whose webhook invoices, and by the example whose webhook only stores. Run by `npm run bench:twice`, which
 * writes the table of docs/use-cases/orders-once.md.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { forEachLimit } from '../../nodes/CashIn/upload/concurrency';
import { startCluster, type Cluster } from '../../scripts/n8n/cluster.cts';
import { interruption } from '../../scripts/n8n/interruption.cts';
import { packNode } from '../../scripts/n8n/pack.cts';
import { startSimulator, type Simulator } from '../../scripts/n8n/simulator.cts';
import { cashInNode, credential, KEY, workflow } from '../support/n8n';
import { plainOrder } from '../support/orderFixtures';
import { postTwice, publishOrdersOnce } from '../support/ordersOnce.cts';

const ROOT = path.join(__dirname, '..', '..');
const PAGE = path.join(ROOT, 'docs', 'use-cases', 'orders-once.md');
const [START, END] = ['<!-- twice:start -->', '<!-- twice:end -->'];
const USAGE =
	'Usage: npm run bench:twice -- [--orders 100] [--latencies 0,50,250,1000] [--at-once 4] [--package FOLDER] [--write]';
const HOOK = 'plain-order';

/** What became of the orders of one pattern. */
interface Outcome {
	once: number;
	twice: number;
	none: number;
	/** Of those billed twice, how many the node itself warned of. */
	warned: number;
	/** To Cash-In, for each order. */
	requests: number;
	seconds: number;
}

interface Row {
	latencyMs: number;
	plain: Outcome;
	stored: Outcome;
}

export async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			orders: { type: 'string', default: '100' },
			latencies: { type: 'string', default: '0,50,250,1000' },
			'at-once': { type: 'string', default: '4' },
			// Another copy of this repository, whose node is measured: as it was before a change.
			package: { type: 'string', default: ROOT },
			write: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return console.log(USAGE);
	const [orders, atOnce] = [Number(values.orders), Number(values['at-once'])];
	const signal = interruption();
	const tarball = await packNode({ repository: values.package, log: console.log, signal });
	const simulator = await startSimulator({ root: ROOT, port: 0, key: KEY, signal });
	let cluster: Cluster | undefined;
	try {
		cluster = await startCluster({ tarball, log: console.log, signal });
		const { name, type, data } = credential(simulator.url);
		const { id: credentialId } = await cluster.addCredential({ name, type, data });
		const plain = await publishPlain(cluster, credentialId);
		const stored = await publishOrdersOnce(cluster, {
			credentialId,
			seconds: { invoicing: 2, again: 30, lease: 600 },
		});
		const rows: Row[] = [];
		let first = 10_001;
		for (const latencyMs of values.latencies.split(',').map(Number)) {
			const row = { latencyMs };
			const measure = async (url: string, end: () => Promise<void>) => {
				const numbers = Array.from({ length: orders }, () => String(first++));
				return await bill(simulator, { latencyMs, numbers, atOnce, url, end });
			};
			rows.push({
				...row,
				plain: await measure(plain, async () => {}),
				stored: await measure(stored.url, async () => await stored.settled(600_000)),
			});
			console.log(JSON.stringify(rows.at(-1)));
		}
		const table = tableOf(rows, orders, atOnce);
		console.log(`\n${table}`);
		if (values.write) writeTable(table);
	} finally {
		await cluster?.dispose();
		await simulator.stop();
	}
}

/** A webhook that invoices at once. @returns its address */
async function publishPlain(cluster: Cluster, credentialId: string): Promise<string> {
	const webhook = {
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		parameters: { httpMethod: 'POST', path: HOOK, responseMode: 'lastNode', options: {} },
		webhookId: HOOK,
	};
	const create = {
		...cashInNode('cashIn', {
			resource: 'invoice',
			operation: 'createFromOrder',
			source: 'auto',
			order: '={{ $json.body }}',
			paymentTerms: 14,
			options: {},
		}),
		credentials: { cashInApi: { id: credentialId, name: 'Cash-In' } },
	};
	const { id } = await cluster.addWorkflow(
		workflow('plain', [webhook, create], { Webhook: [['Cash-In']] }),
	);
	await cluster.activate(id);
	await cluster.waitUntilActive(id);
	return `${cluster.url}/webhook/${HOOK}`;
}

interface Billing {
	latencyMs: number;
	numbers: string[];
	atOnce: number;
	url: string;
	/** Waits until all that was posted has been worked on. */
	end(): Promise<void>;
}

/** Posts each order twice at the same moment, and counts what Cash-In has then. */
async function bill(
	simulator: Simulator,
	{ latencyMs, numbers, atOnce, url, end }: Billing,
): Promise<Outcome> {
	await simulator.ask('reset', {});
	// What was sent twice is kept twice: otherwise Cash-In itself would hide that it was.
	await simulator.ask('settings', { duplicates: 'accept', latencyMs });
	const started = Date.now();
	const warned = new Set<string>();
	await forEachLimit(
		numbers,
		atOnce,
		() => true,
		async (number) => {
			const order = plainOrder({ id: Number(number), number });
			const answers = await postTwice(url, order);
			if (answers.some((answer) => answer.includes('twice'))) warned.add(number);
		},
	);
	await end();
	const seconds = (Date.now() - started) / 1000;
	const kept = new Map<string, number>();
	for (const { InvoiceNumber } of await simulator.invoices()) {
		const number = String(InvoiceNumber);
		kept.set(number, (kept.get(number) ?? 0) + 1);
	}
	const times = numbers.map((number) => kept.get(number) ?? 0);
	return {
		once: times.filter((count) => count === 1).length,
		twice: times.filter((count) => count > 1).length,
		none: times.filter((count) => count === 0).length,
		warned: numbers.filter((number) => (kept.get(number) ?? 0) > 1 && warned.has(number)).length,
		requests: (await simulator.requests()).length / numbers.length,
		seconds,
	};
}

function tableOf(rows: readonly Row[], orders: number, atOnce: number): string {
	const head = [
		'Cash-In answers after',
		'plain: billed twice',
		'plain: requests an order',
		'stored: billed twice',
		'stored: requests an order',
	];
	const lines = rows.map(({ latencyMs, plain, stored }) => [
		`${latencyMs} ms`,
		`${plain.twice} of ${orders}`,
		plain.requests.toFixed(1),
		`${stored.twice} of ${orders}`,
		stored.requests.toFixed(1),
	]);
	const text = [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`);
	const lost = rows.reduce((sum, { plain, stored }) => sum + plain.none + stored.none, 0);
	return `${text.join('\n')}\n\n${orders} orders, each posted twice at the same moment, ${atOnce} orders at a time, to n8n 2.41.1 with two workers. Orders that were not billed at all: ${lost}.`;
}

function writeTable(table: string): void {
	const text = fs.readFileSync(PAGE, 'utf8');
	const [before, rest = ''] = text.split(START);
	const after = rest.split(END)[1];
	if (after === undefined) throw new Error(`${PAGE} lacks the marks of the table.`);
	fs.writeFileSync(PAGE, `${before}${START}\n\n${table}\n\n${END}${after}`);
}
