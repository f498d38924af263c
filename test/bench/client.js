'use strict';

/*
 * The floor: the same requests as our node's, from nothing but Node's own HTTP client over kept-alive connections.
 * Run as a process of its own: node client.js '{"task":"send","url":…,"key":…,"count":…,"batch":100}'
 */
const http = require('node:http');

const { invoiceOf } = require('./invoices');

const agent = new http.Agent({ keepAlive: true });

async function main({ task, url, key, count, batch, inFlight }) {
	const ask = (method, query, body) => request(method, `${url}${query}`, key, body);
	const started = performance.now();
	const items = task === 'send' ? await send(ask, count, batch) : await read(ask, batch, inFlight);
	const wallMs = performance.now() - started;
	const peakBytes = process.resourceUsage().maxRSS * 1024;
	agent.destroy();
	console.log(JSON.stringify({ wallMs, peakBytes, items }));
}

/** Array requests, one after the other. */
async function send(ask, count, batch) {
	let taken = 0;
	for (let start = 0; start < count; start += batch) {
		const length = Math.min(batch, count - start);
		const body = Array.from({ length }, (_, index) => invoiceOf(start + index));
		taken += (await ask('POST', '', body)).UploadedInvoicesCount;
	}
	return taken;
}

/** All pages, `inFlight` at a time once the first has told how many there are; every row is kept. */
async function read(ask, pageSize, inFlight) {
	const page = (number) => ask('GET', `?page=${number}&pageSize=${pageSize}`);
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

function request(method, url, key, body) {
	const text = body === undefined ? undefined : JSON.stringify(body);
	return new Promise((resolve, reject) => {
		const headers = { 'X-Api-Key': key, ...(text && { 'Content-Type': 'application/json' }) };
		const sent = http.request(url, { method, agent, headers }, (response) => {
			let answer = '';
			response.setEncoding('utf8');
			response.on('data', (part) => (answer += part));
			response.on('error', reject);
			response.on('end', () => {
				if (response.statusCode >= 300) reject(new Error(`${response.statusCode}: ${answer}`));
				else resolve(JSON.parse(answer));
			});
		});
		sent.on('error', reject);
		sent.end(text);
	});
}

main(JSON.parse(process.argv[2])).catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
