import path from 'node:path';

import {
	ALLOCATED_PAYMENT_AMOUNTS,
	ALLOCATED_PAYMENT_TRANSACTION,
	SALES_INVOICE,
} from '../../nodes/CashIn/api/generated/fields';
import { freePort } from '../bootstrap/ports';
import { eventually } from './eventually.cts';
import { readExample } from './examples.cts';
import { itemsOf, type Run } from './executions.cts';
import { createInstance, type Instance } from './instance.cts';
import { packNode } from './pack.cts';
import { ensureRuntime } from './runtime.cts';
import { startSimulator, type SeenRequest, type Simulator } from './simulator.cts';

const ROOT = path.join(__dirname, '..', '..');
const KEY = 'demo-key';
const ORDERS = 'demoOrders';
const PAID = 'demoPaid';

interface Options {
	once: boolean;
	port: number;
	simulatorPort: number;
	signal: AbortSignal;
	log: (line: string) => void;
}

/**
 * The demo: five orders become invoices, one is paid, a trigger fires. Ends by itself when `once`, else when the signal
 * is given. Whatever it started is ended first, in every case.
 * @returns whether the story was told to its end
 * @throws an error whose message is the reason, in a sentence
 */
export async function runDemo({
	once,
	port,
	simulatorPort,
	signal,
	log,
}: Options): Promise<boolean> {
	let told = false;
	let n8n: Instance | undefined;
	let simulator: Simulator | undefined;
	try {
		const [runtime, packed] = [ensureRuntime({ log, signal }), packNode({ log, signal })];
		// Even when one fails: what still runs would outlive the demo.
		await Promise.allSettled([runtime, packed]);
		await runtime;
		const tarball = await packed;
		log('Starting the simulator and n8n …');
		simulator = await startSimulator({ root: ROOT, port: simulatorPort, key: KEY, signal });
		n8n = await createInstance({ tarball, port, env: await editorEnv(), signal });
		await tellStory(n8n, simulator, log);
		told = true;
		log('');
		if (once) return told;
		log(`n8n's editor:   ${n8n.url}   (${n8n.owner.email} / ${n8n.owner.password})`);
		log(`The simulator:  ${simulator.url}   (key ${KEY})`);
		log(
			`Its page:       ${new URL('/', simulator.url).href}   (invoices and payments, with buttons)`,
		);
		log('Pay another one there, or so, and the trigger fires at the next full minute:');
		log(
			`  curl ${simulator.control}/pay -H 'content-type: application/json' -d '{"InvoiceNumber":1002}'`,
		);
		log('Ctrl-C ends everything.');
		const first = await Promise.race([
			n8n.exited().then(() => 'n8n'),
			simulator.exited.then(() => 'The simulator'),
		]);
		throw new Error(`${first} has ended by itself.`);
	} catch (error) {
		if (!signal.aborted) throw error;
		log('\nEnding …');
		return told;
	} finally {
		await Promise.allSettled([n8n?.dispose(), simulator?.stop()]);
	}
}

async function tellStory(n8n: Instance, simulator: Simulator, log: Options['log']) {
	await n8n.importCredentials([
		{
			id: 'demoCashIn',
			name: 'Cash-In simulator',
			type: 'cashInApi',
			data: { apiKey: KEY, environment: 'custom', baseUrl: simulator.url, endpointOverrides: '{}' },
		},
	]);
	await n8n.importWorkflows(
		['orders-to-invoices', 'paid-invoice'].map((name) => readExample(`demo/${name}`)),
	);
	await n8n.publish(PAID);
	await n8n.start();
	await n8n.waitUntilActive(PAID);
	await eventually(
		async () => (await simulator.requests()).some(isAnsweredPoll) || undefined,
		60_000,
		'the trigger has not polled',
	);
	log('n8n is up, and the workflow "Paid invoice" waits for payments.\n');

	const run = succeeded(await n8n.runWorkflow(ORDERS), 'Orders to invoices');
	const orders = itemsOf<{ number: number }>(run, 'One item per order');
	const created = itemsOf(run, 'Create invoices');
	const kept = await simulator.invoices();
	log(`"Orders to invoices" made ${created.length} invoices of ${orders.length} orders:`);
	for (const invoice of kept) {
		log(
			`  ${invoice.InvoiceNumber}  ${money(invoice.TotalAmount).padStart(11)}  ${invoice.submitted[SALES_INVOICE.buyerName]}`,
		);
	}
	if (created.length !== orders.length || kept.length !== orders.length) {
		throw new Error(
			`Of ${orders.length} orders ${created.length} came back as invoices, and Cash-In has ${kept.length}.`,
		);
	}

	const { number } = first(orders, 'order');
	await simulator.pay(number);
	log(`\nInvoice ${number} is paid at the simulator. n8n looks once a minute; waiting …`);
	const execution = first(await n8n.waitForExecutions(PAID), 'run');
	succeeded(execution, 'Paid invoice');
	const payments = itemsOf(execution, 'When an invoice is paid');
	const [payment] = payments;
	const amounts = Object(payment?.[ALLOCATED_PAYMENT_TRANSACTION.amounts]);
	const [sentence] = itemsOf(execution, 'Say what was paid');
	if (
		payments.length !== 1 ||
		String(payment?.[ALLOCATED_PAYMENT_TRANSACTION.invoiceNumber]) !== String(number)
	) {
		throw new Error(
			`The trigger should give the payment of invoice ${number}, and gave ${JSON.stringify(payments)}.`,
		);
	}
	log(
		`The trigger fired: invoice ${number}, ${money(amounts[ALLOCATED_PAYMENT_AMOUNTS.paymentAmount])}.`,
	);
	log(`The workflow says: ${sentence?.message}`);
}

/** n8n calls a workflow active before its trigger has polled; a payment made in between would not be news. */
function isAnsweredPoll({ operationId, status }: SeenRequest): boolean {
	return operationId === 'listAllocatedPaymentTransactions' && status === 200;
}

function first<T>([one]: T[], what: string): T {
	if (one === undefined) throw new Error(`There is no ${what}.`);
	return one;
}

function succeeded(run: Run, name: string): Run {
	if (run.status === 'success') return run;
	const { error } = run.data.resultData;
	throw new Error(
		`The workflow "${name}" ended as "${run.status}"${error ? `: ${[error.message, error.description].filter(Boolean).join(' – ')}` : ''}.`,
	);
}

/** @param amount in euros */
function money(amount: number): string {
	return `${amount.toFixed(2)} EUR`;
}

/** Whoever plays with the editor may add a Code node: this n8n gets a task runner, on a free port. */
async function editorEnv(): Promise<Record<string, string>> {
	return { N8N_RUNNERS_MODE: 'internal', N8N_RUNNERS_BROKER_PORT: String(await freePort()) };
}
