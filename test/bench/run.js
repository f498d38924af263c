'use strict';

const path = require('node:path');

require('tsx/cjs');
const { pathOf } = require('../../scripts/contract/source');
const { createInstance } = require('../../scripts/n8n/instance');
const { packNode } = require('../../scripts/n8n/pack');
const { run: runProcess } = require('../../scripts/n8n/processes');
const { startSimulator } = require('../../scripts/n8n/simulator');
const { SENDING, READING } = require('./contenders');
const { credentials, readingWorkflows, sendingWorkflows } = require('./workflows');

const ROOT = path.join(__dirname, '..', '..');
const KEY = 'demo-key';
/** For one run, on a machine that is slow or busy. */
const DEADLINE_MS = 900_000;

/**
 * @typedef {object} Figures one run of one contender
 * @property {number} wallMs of the workflow, n8n's own start not counted
 * @property {number} peakBytes the highest memory of the process
 * @property {number} requests that reached the simulator
 * @property {number} atOnce the most of them open at the same time
 * @property {number} items that came out
 */

/**
 * Runs every contender, in turn so that a slow moment of the machine meets all, as often as asked.
 * @param {{ items: number, payments: number, runs: number, latencyMs: number, only?: string, log: (line: string) => void, signal: AbortSignal }} options
 * @returns {Promise<{ sending: Record<string, Figures[]>, reading: Record<string, Figures[]>, n8n: string, serverMs: object }>}
 */
async function runBenchmark({ items, payments, runs, latencyMs, only, log, signal }) {
	const tarball = await packNode({ log, signal });
	const args = ['--latency-ms', String(latencyMs), '--no-validate'];
	const simulator = await startSimulator({ root: ROOT, port: 0, key: KEY, args, signal });
	let n8n;
	try {
		const probe = path.join(__dirname, 'probe.js');
		n8n = await createInstance({
			tarball,
			env: { NODE_OPTIONS: `--require "${probe}"` },
			log,
			signal,
		});
		const at = addressesAt(simulator.url);
		const sending = sendingWorkflows({ url: at.send, count: items, latencyMs });
		const reading = readingWorkflows({ url: at.read });
		await n8n.importCredentials(credentials(simulator.url, KEY));
		await n8n.importWorkflows([...Object.values(sending), ...Object.values(reading)]);

		const parts = [
			{ name: 'sending', url: at.send, workflows: sending, contenders: SENDING, count: items },
			{ name: 'reading', url: at.read, workflows: reading, contenders: READING, count: payments },
		].filter(({ name }) => only === undefined || only === name);
		const results = { sending: {}, reading: {}, n8n: n8n.version };
		for (let run = 1; run <= runs; run += 1) {
			for (const { name, url, workflows, contenders, count } of parts) {
				for (const one of [{ id: 'empty', n8n: 'empty' }, ...contenders]) {
					await simulator.ask('reset', {});
					if (name === 'reading') await simulator.ask('seed', { payments: count, seed: 7 });
					await simulator.ask('requests/clear', {});
					const figures = one.n8n
						? await measureN8n(n8n, workflows[one.n8n])
						: await measureClient({ ...one.client, url, key: KEY, count }, signal);
					const { requests, atOnce, ...kept } = await simulator.ask('state');
					Object.assign(figures, { requests, atOnce });
					if (one.id !== 'empty') requireComplete(name, one, figures, kept, count);
					(results[name][one.id] ??= []).push(figures);
					log(lineOf(run, name, one.id, figures));
				}
			}
		}
		return results;
	} finally {
		await Promise.allSettled([n8n?.dispose(), simulator.stop()]);
	}
}

/** HTTP Request and the bare client have to be told where to send; the contract knows. */
function addressesAt(url) {
	return {
		send: url + pathOf('createInvoice'),
		read: url + pathOf('listAllocatedPaymentTransactions'),
	};
}

async function measureN8n(n8n, workflow) {
	const { wallMs, peakBytes, error, nodes } = await n8n.execute(workflow.id, {
		deadlineMs: DEADLINE_MS,
	});
	if (error) throw new Error(`${workflow.id} failed: ${error.message} ${error.description ?? ''}`);
	const last = nodes[workflow.nodes[workflow.nodes.length - 1].name];
	return { wallMs, peakBytes, items: last.items };
}

async function measureClient(task, signal) {
	const client = path.join(__dirname, 'client.js');
	const { code, stdout, output } = await runProcess(
		process.execPath,
		[client, JSON.stringify(task)],
		{ signal },
	);
	if (code !== 0) throw new Error(`The bare client failed: ${output}`);
	return JSON.parse(stdout);
}

/** A contender that leaves work undone would be the fastest of all. */
function requireComplete(part, { id }, { items, requests }, kept, count) {
	const done = part === 'sending' ? kept.invoices : id === 'pages' ? count : items;
	if (done !== count) throw new Error(`${part} ${id}: ${done} of ${count} (${requests} requests)`);
}

function lineOf(run, part, id, { wallMs, peakBytes, requests, atOnce, items }) {
	const memory = Math.round(peakBytes / 1e6);
	return `run ${run}  ${part} ${id}: ${Math.round(wallMs)} ms, ${memory} MB, ${requests} requests, ${atOnce} at once, ${items} items`;
}

module.exports = { runBenchmark };
