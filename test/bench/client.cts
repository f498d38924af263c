/*
 * The floor: the same requests as our node's, from nothing but Node's own HTTP client over kept-alive connections.
 * Run as a process of its own, as JavaScript: node client.js '{"task":"send","url":…,"key":…,"count":…,"batch":100}'
 */
import http from 'node:http';

import type { Api } from './api.cts';
import { invoiceOf } from './invoices.cts';

const agent = new http.Agent({ keepAlive: true });

export interface Task {
	task: 'send' | 'read';
	/** The address that paths come after. */
	url: string;
	key: string;
	/** What is asked: it is told, since the table of all endpoints would be part of what is measured. */
	api: Api;
	count: number;
	/** Invoices in a request, or rows in a page. */
	batch: number;
	/** Pages under way. */
	inFlight?: number;
}

type Ask = (query: string, body?: unknown) => Promise<unknown>;

async function main({ task, url, key, api, count, batch, inFlight = 1 }: Task) {
	const ask: Ask = async (query, body) =>
		await request(api.method, `${url}${api.path}${query}`, key, body);
	const started = performance.now();
	const items =
		task === 'send' ? await send(ask, api, count, batch) : await read(ask, api, batch, inFlight);
	const wallMs = performance.now() - started;
	const peakBytes = process.resourceUsage().maxRSS * 1024;
	agent.destroy();
	console.log(JSON.stringify({ wallMs, peakBytes, items }));
}

/** Array requests, one after the other. */
async function send(
	ask: Ask,
	{ items, taken: count }: Api,
	all: number,
	batch: number,
): Promise<number> {
	let taken = 0;
	for (let start = 0; start < all; start += batch) {
		const length = Math.min(batch, all - start);
		const invoices = Array.from({ length }, (_, index) => invoiceOf(start + index));
		const answer = await ask('', items === undefined ? invoices : { [items]: invoices });
		taken += valueAt(answer, count) as number;
	}
	return taken;
}

/** All pages, `inFlight` at a time once the first has told how many there are; every row is kept. */
async function read(
	ask: Ask,
	{ page: number, pageSize, rows, total }: Api,
	size: number,
	inFlight: number,
): Promise<number> {
	const page = async (at: number) => await ask(`?${number}=${at}&${pageSize}=${size}`);
	const first = await page(1);
	const pages = [valueAt(first, rows)];
	const last = Math.ceil((valueAt(first, total) as number) / size);
	let next = 2;
	const work = async () => {
		while (next <= last) {
			const at = next++;
			pages[at - 1] = valueAt(await page(at), rows);
		}
	};
	await Promise.all(Array.from({ length: inFlight }, work));
	return pages.flat().length;
}

const valueAt = (answer: unknown, names: readonly string[]) =>
	names.reduce<unknown>((holder, name) => Object(holder)[name] as unknown, answer);

async function request(method: string, url: string, key: string, body: unknown): Promise<unknown> {
	const text = body === undefined ? undefined : JSON.stringify(body);
	return await new Promise((resolve, reject) => {
		const headers = { 'X-Api-Key': key, ...(text && { 'Content-Type': 'application/json' }) };
		const sent = http.request(url, { method, agent, headers }, (response) => {
			let answer = '';
			response.setEncoding('utf8');
			response.on('data', (part: string) => (answer += part));
			response.on('error', reject);
			response.on('end', () => {
				if (response.statusCode === undefined || response.statusCode >= 300)
					reject(new Error(`${response.statusCode}: ${answer}`));
				else resolve(JSON.parse(answer));
			});
		});
		sent.on('error', reject);
		sent.end(text);
	});
}

main(JSON.parse(process.argv[2] ?? '')).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
