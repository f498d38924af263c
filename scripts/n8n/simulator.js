'use strict';

const path = require('node:path');

const { startGroup } = require('./processes');

/**
 * @typedef {object} Simulator
 * @property {string} url the address a credential gets
 * @property {string} control the address of its control interface
 * @property {(invoiceNumber: number | string, amount?: number) => Promise<any>} pay in currency units; without it, all that is open
 * @property {() => Promise<any[]>} invoices as the simulator keeps them, in order
 * @property {(path: string, body?: unknown) => Promise<any>} ask anything else of the control interface
 * @property {() => Promise<void>} stop
 * @property {Promise<unknown>} exited
 */

/**
 * Starts the simulator as a process of its own and waits until it listens.
 * @param {{ root: string, port: number, key: string, args?: string[], deadlineMs?: number, signal?: AbortSignal }} options
 *   port 0 takes a free one; `args` as on its command line
 * @returns {Promise<Simulator>}
 */
async function startSimulator({ root, port, key, args = [], deadlineMs = 60_000, signal }) {
	const cli = path.join(root, 'simulator', 'cli.ts');
	const command = ['--import', 'tsx', cli, '--port', String(port), '--key', key, ...args];
	const group = startGroup(process.execPath, command, { cwd: root, signal });
	const url = await listening(group, deadlineMs);
	const control = `${new URL(url).origin}/_sim`;

	async function ask(what, body) {
		const response = await fetch(`${control}/${what}`, {
			method: body === undefined ? 'GET' : 'POST',
			headers: body === undefined ? {} : { 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await response.text();
		if (!response.ok)
			throw new Error(`The simulator answered ${response.status} to ${what}: ${text}`);
		return text === '' ? undefined : JSON.parse(text);
	}

	return {
		url,
		control,
		ask,
		pay: (InvoiceNumber, Amount) => ask('pay', { InvoiceNumber, ...(Amount && { Amount }) }),
		invoices: () => ask('invoices'),
		stop: () => group.stop(5_000),
		exited: group.exited,
	};
}

/** @param {import('./processes').Group} group */
async function listening(group, deadlineMs) {
	let timer;
	const said = new Promise((resolve) => {
		group.onLine((line) => {
			const url = /listening on (http\S+)/.exec(line)?.[1];
			if (url) resolve(url);
		});
		group.exited.then(() => resolve(undefined));
		timer = setTimeout(resolve, deadlineMs);
	});
	const url = await said;
	clearTimeout(timer);
	if (url !== undefined) return url;
	await group.kill();
	throw new Error(`The simulator did not start: ${group.output().trim() || 'it said nothing'}`);
}

module.exports = { startSimulator };
