import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import { readOptions } from '../../scripts/live/options.cts';
import { reportJson, reportText } from '../../scripts/live/report.cts';
import { checkLive } from '../../scripts/live/run.cts';
import { createShown } from '../../scripts/live/shown.cts';
import type { Contract } from '../../scripts/contract/source.cts';
import { readContract } from './contract.cts';
import { listening } from './listening.cts';

/** A day that no answer has in it. */
const TODAY = new Date('2031-01-02T03:04:05Z');

/**
 * One run of the live check, in which waiting takes no time.
 * @param events gets a line for everything that is waited
 */
export async function liveCheck(
	address: string,
	{
		contract = readContract(),
		apiKey = 'demo-key',
		args = [] as string[],
		events = [] as string[],
	} = {},
) {
	const options = readOptions(
		['--sandbox', address, ...args],
		{ CASH_IN_API_KEY: apiKey },
		contract,
	);
	const said: string[] = [];
	const { withoutKey } = createShown(contract, apiKey);
	const findings = await checkLive(contract, options, {
		sleep: async (ms) => void events.push(`wait ${ms}`),
		now: () => TODAY,
		say: (line) => said.push(withoutKey(line)),
	});
	const report = withoutKey(reportText(findings));
	const json = withoutKey(reportJson(findings));
	return {
		findings,
		report,
		/** Everything that anybody gets to see. */
		shown: [report, json, ...said].join('\n'),
		of: (id: string) => {
			const found = findings.operations.find((one) => one.id === id);
			if (found === undefined) throw new Error(`${id} was not asked`);
			return found;
		},
	};
}

/** A contract of its own, to be changed. */
export const contractCopy = (): Contract => structuredClone(readContract());

interface Reply {
	status?: number;
	headers?: Record<string, string>;
	/** JSON, unless it is a text. */
	body?: unknown;
}

/**
 * A server of somebody else on this machine: what it answers is a table of `/path` to reply, 404 for the rest.
 * It notes when a request comes and when it has been answered.
 */
export async function foreignServer(
	replies: Readonly<Record<string, Reply | ((request: IncomingMessage) => Reply)>>,
	events: string[] = [],
) {
	const log: Array<{ method: string; path: string; query: URLSearchParams; key: string }> = [];
	const answer = (request: IncomingMessage, response: ServerResponse) => {
		const url = new URL(request.url ?? '/', 'http://127.0.0.1');
		const path = url.pathname.replace(/^\/v9/, '');
		events.push(`ask ${path}`);
		log.push({
			method: request.method ?? '',
			path,
			query: url.searchParams,
			key: String(request.headers['x-api-key']),
		});
		response.on('finish', () => events.push('answered'));
		const found = replies[decodeURIComponent(path)] ?? { status: 404, body: { why: 'none' } };
		const {
			status = 200,
			headers = {},
			body,
		} = typeof found === 'function' ? found(request) : found;
		const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
		response.writeHead(status, { 'content-type': 'application/json', ...headers });
		response.end(text);
	};
	const server = createServer(answer);
	const port = await listening(server);
	return {
		address: `http://127.0.0.1:${port}/v9`,
		log,
		paths: () => log.map(({ path }) => path),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
