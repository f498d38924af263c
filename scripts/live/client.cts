import https from 'node:https';
import axios, { isAxiosError } from 'axios';

import type { OperationRow } from '../contract/source.cts';
import { forbiddenPaths, whyNot } from './plan.cts';

/** What a server sent, as far as it is looked at. */
export interface Answer {
	kind: 'answer';
	status: number;
	mediaType: string;
	body: string;
	headerNames: string[];
	retryAfter?: string;
}

/** No answer, or none that could be read; the reason in words of ours. */
export interface NoAnswer {
	kind: 'none';
	why: string;
}

export interface ClientOptions {
	baseUrl: string;
	apiKey: string;
	/** Header that the key goes into. */
	keyHeader: string;
	/** All operations of the contract. */
	rows: readonly OperationRow[];
	partner: boolean;
	/** The most requests of a run. */
	most: number;
	sleep: (ms: number) => Promise<void>;
}

/** From the end of one request to the start of the next: a slow server is asked even less often. */
export const PAUSE_MS = 1_000;
const PATIENCE_MS = 30_000;
const LARGEST_ANSWER = 20 * 1024 * 1024;

/**
 * The one way to the API. It sends GET and nothing else, one at a time, and of the contract's operations only those
 * that may be asked: whatever address is tried for one, it must not be that of another which may not.
 */
export function createClient(options: ClientOptions) {
	const { baseUrl, apiKey, keyHeader, rows, partner, most, sleep } = options;
	const forbidden = forbiddenPaths(rows, partner);
	const base = new URL(baseUrl);
	const prefix = base.pathname.replace(/\/+$/, '');
	// A proxy of the environment would see the key, and get all that is asked: none is used.
	const http = axios.create({
		adapter: 'http',
		proxy: false,
		maxRedirects: 0,
		timeout: PATIENCE_MS,
		maxContentLength: LARGEST_ANSWER,
		responseType: 'text',
		transformResponse: [(data: unknown) => data],
		validateStatus: () => true,
		httpsAgent: new https.Agent({ rejectUnauthorized: true }),
	});
	let asked = 0;

	/** The address of a request. @throws where it is one that must not be asked */
	function addressOf(row: OperationRow, path: string, query: ReadonlyMap<string, string>): URL {
		const why = whyNot(rows, row, partner);
		if (why !== undefined) throw new Error(`${row.id} must not be asked: ${why}`);
		const url = new URL(`${base.origin}${prefix}${path}`);
		const after = url.pathname.slice(prefix.length);
		// `..` in an address, or an id that is empty, would lead elsewhere.
		if (url.origin !== base.origin || url.pathname !== `${prefix}${path}`) {
			throw new Error(`${row.id} must not be asked: its address is not below the base URL`);
		}
		if (forbidden.some((pattern) => pattern.test(after))) {
			throw new Error(`${row.id} must not be asked: another operation is at its address`);
		}
		for (const [name, value] of query) url.searchParams.set(name, value);
		return url;
	}

	return {
		/** How many requests were sent. */
		count: () => asked,
		async ask(
			row: OperationRow,
			path: string,
			query: ReadonlyMap<string, string>,
		): Promise<Answer | NoAnswer> {
			const url = addressOf(row, path, query);
			if (asked >= most) throw new Error(`More than the ${most} requests that were announced`);
			if (asked > 0) await sleep(PAUSE_MS);
			asked += 1;
			try {
				const { status, headers, data } = await http.request<string>({
					method: 'GET',
					url: url.href,
					headers: { Accept: 'application/json', [keyHeader]: apiKey },
					signal: AbortSignal.timeout(PATIENCE_MS),
				});
				const header = (name: string) => String((headers as Record<string, unknown>)[name] ?? '');
				return {
					kind: 'answer',
					status,
					mediaType: (header('content-type').split(';')[0] ?? '').trim().toLowerCase(),
					body: data,
					headerNames: Object.keys(headers).map((name) => name.toLowerCase()),
					retryAfter: header('retry-after') || undefined,
				};
			} catch (error) {
				return { kind: 'none', why: describe(error) };
			}
		},
	};
}

/** In words of ours: an error of the client holds the request with its key. */
function describe(error: unknown): string {
	if (!isAxiosError(error)) return 'the request failed';
	if (/maxContentLength/.test(error.message)) {
		return 'the answer is larger than 20 MB, and was not read';
	}
	const code = error.code ?? '';
	if (['ECONNABORTED', 'ETIMEDOUT', 'ERR_CANCELED'].includes(code)) {
		return `no answer within ${PATIENCE_MS / 1_000} seconds`;
	}
	if (['ENOTFOUND', 'EAI_AGAIN'].includes(code)) return 'there is no such host';
	if (code === 'ECONNREFUSED') return 'nothing listens at this address';
	return `the connection failed${/^[A-Z][A-Z_]{2,40}$/.test(code) ? ` (${code})` : ''}`;
}
