/*
 * The floor: the same requests as our node's, from nothing but Node's own HTTP client over kept-alive connections.
 * Run as a process of its own, as JavaScript: node client.js '{"task":"send","url":…,"key":…,"count":…,"batch":100}'
 */
import http from 'node:http';

import { invoiceOf } from './invoices.cts';

const agent = new http.Agent({ keepAlive: true });

export interface Task {
	task: 'send' | 'read';
	url: string;
	key: string;
	count: number;
	/** Invoices in a request, or rows in a page. */
	batch: number;
	/** Pages under way. */
	inFlight?: number;
}

interface Taken {
	UploadedInvoicesCount: number;
}
interface Page {
	Data: unknown[];
	Meta: { TotalCount: number };
}
type Ask = <Answer>(method: string, query: string, body?: unknown) => Promise<Answer>;

async function main({ task, url, key, count, batch, inFlight = 1 }: Task) {
	const ask: Ask = async (method, query, body) =>
		await request(method, `${url}${query}`, key, body);
	const started = performance.now();
	const items = task === 'send' ? await send(ask, count, batch) : await read(ask, batch, inFlight);
	const wallMs = performance.now() - started;
	const peakBytes = process.resourceUsage().maxRSS * 1024;
	agent.destroy();
	console.log(JSON.stringify({ wallMs, peakBytes, items }));
}

/** Array requests, one after the other. */
async function send(ask: Ask, count: number, batch: number): Promise<number> {
	let taken = 0;
	for (let start = 0; start < count; start += batch) {
		const length = Math.min(batch, count - start);
		const body = Array.from({ length }, (_, index) => invoiceOf(start + index));
		taken += (await ask<Taken>('POST', '', body)).UploadedInvoicesCount;
	}
	return taken;
}

/** All pages, `inFlight` at a time once the first has told how many there are; every row is kept. */
async function read(ask: Ask, pageSize: number, inFlight: number): Promise<number> {
	const page = async (number: number) =>
		await ask<Page>('GET', `?page=${number}&pageSize=${pageSize}`);
	const first = await page(1);
	const pages = [first.Data];
	const last = Math.ceil(first.Meta.TotalCount / pageSize);
	let next = 2;
	const work = async () => {
		while (next <= last) {
			const number = next++;
			pages[number - 1] = (await page(number)).Data;
		}
	};
	await Promise.all(Array.from({ length: inFlight }, work));
	return pages.flat().length;
}

async function request<Answer>(
	method: string,
	url: string,
	key: string,
	body: unknown,
): Promise<Answer> {
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
