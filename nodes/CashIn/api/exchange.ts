import {
	type ICredentialDataDecryptedObject,
	type IHttpRequestMethods,
	type IHttpRequestOptions,
} from 'n8n-workflow';

import { apiMessage, isHtml } from './apiMessage';
import { marked } from './environmentProxy';
import type { Fault } from './errors';
import { networkFault, ranOutOfTime } from './networkFault';
import { readText } from './readText';
import type { Redactor } from './redact';
import { readRetryAfter } from './retry';
import type { Run } from './run';
import { timeLimit } from './timeLimit';

export interface Exchange {
	method: IHttpRequestMethods;
	url: string;
	query: Record<string, string>;
	/** JSON text, or nothing. */
	body?: string;
	/** For the whole of it, from the connection to the last byte. */
	timeoutMs: number;
	/** Of the account that is asked. */
	redactor: Redactor;
	/** Awaited when an answer has come that is no refusal, before anything is done with it. */
	onArrival?: () => Promise<void>;
	/** As n8n gave them: it would fetch and decrypt them anew for every request. */
	credentials: ICredentialDataDecryptedObject;
	/** Whether no proxy is in the way, so that none has to be gone around. */
	unproxied: boolean;
}

/**
 * What came back: the JSON answer (undefined when empty), or the fault. `serverTime` is the server's own clock,
 * milliseconds since 1970, where its answer says it.
 */
export type Reply = { answer: unknown; serverTime?: number } | { fault: Fault };

/**
 * The most that is read of an answer, unpacked, in bytes: a hundred thousand rows of the longest lists, or what is said
 * of ten thousand things that were sent. A refusal is there for people.
 */
const MOST_OF_A_LIST = 80 * 1024 ** 2;
const MOST_OF_A_WRITE = 10 * 1024 ** 2;
const MOST_OF_A_REFUSAL = 256 * 1024;

/**
 * One HTTP exchange. Never follows a redirect, which would carry the API key to another address, and reads
 * the answer as text, so that a web page or a cut-off answer is recognised for what it is. It is broken off, with its
 * connection, when its time is up or the answer is longer than any is.
 */
export async function exchange(run: Run, what: Exchange): Promise<Reply> {
	const cancel = run.signal;
	const limit = timeLimit(what.timeoutMs, cancel);
	const late: Fault = { kind: 'timeout', detail: `${what.timeoutMs / 1000} seconds` };
	const endedEarly = (): Fault | undefined => {
		if (cancel?.aborted === true) return { kind: 'cancelled', detail: 'cancelled' };
		return limit.passed ? late : undefined;
	};
	try {
		const response = await send(run, what, limit.signal);
		if (response instanceof Error) {
			const fault = endedEarly() ?? (ranOutOfTime(response) ? late : networkFault(response));
			return { fault };
		}
		const { statusCode: status, body } = response;
		const most = what.method === 'GET' ? MOST_OF_A_LIST : MOST_OF_A_WRITE;
		const { text, stopped } = await readText(
			body,
			status < 300 ? most : MOST_OF_A_REFUSAL,
			limit.signal,
		);
		if (stopped !== undefined) limit.breakOff();
		if (status >= 300) return { fault: refusalOf(response, text, what.redactor) };
		if (stopped === 'tooLong') {
			return { fault: { kind: 'tooLong', status, detail: `${most / 1024 ** 2} MB` } };
		}
		if (stopped === 'cutOff') return { fault: endedEarly() ?? cutOff(status) };
		await what.onArrival?.();
		return readAnswer(response, text, what.redactor);
	} finally {
		limit.end();
	}
}

interface FullResponse {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

async function send(
	{ context }: Run,
	what: Exchange,
	signal: AbortSignal,
): Promise<FullResponse | Error> {
	const credentialsDecrypted = { id: '', name: '', type: 'cashInApi', data: what.credentials };
	const plain: IHttpRequestOptions = {
		method: what.method,
		url: what.url,
		qs: what.query,
		headers: {
			Accept: 'application/json',
			...(what.body === undefined ? {} : { 'Content-Type': 'application/json' }),
		},
		// As bytes, since what is text is parsed once more on its way.
		body: what.body === undefined ? undefined : Buffer.from(what.body),
		timeout: what.timeoutMs,
		abortSignal: signal,
		encoding: 'stream',
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
	};
	const options = marked(plain, what.unproxied);
	// n8n puts the signal of the execution in place of any other.
	const own = Object.create(context, {
		getExecutionCancelSignal: { value: () => signal },
	}) as typeof context;
	try {
		return await context.helpers.httpRequestWithAuthentication.call(own, 'cashInApi', options, {
			credentialsDecrypted,
		});
	} catch (error) {
		return error instanceof Error ? error : new Error(String(error));
	}
}

function refusalOf(
	{ statusCode: status, headers }: FullResponse,
	text: string,
	redactor: Redactor,
): Fault {
	const { redact } = redactor;
	if (status < 400) {
		const location = typeof headers.location === 'string' ? headers.location : 'nowhere';
		return { kind: 'redirect', status, detail: redact(location) };
	}
	const parsed = parse(text);
	const detail = redact(apiMessage(parsed.ok ? parsed.value : text));
	const retryAfterMs = readRetryAfter(headers['retry-after'], Date.now());
	return { kind: 'status', status, detail, retryAfterMs };
}

function readAnswer(
	{ statusCode: status, headers }: FullResponse,
	text: string,
	redactor: Redactor,
): Reply {
	const parsed = parse(text);
	if (parsed.ok) return { answer: parsed.value, serverTime: readTime(headers.date) };
	return isHtml(text) || !beganAsJson(text)
		? { fault: { kind: 'notAnApi', status, detail: redactor.redact(apiMessage(text)) } }
		: { fault: cutOff(status) };
}

function cutOff(status: number): Fault {
	return { kind: 'cutOff', status, detail: 'it ends in the middle' };
}

function readTime(header: unknown): number | undefined {
	const time = typeof header === 'string' ? Date.parse(header) : NaN;
	return Number.isNaN(time) ? undefined : time;
}

function parse(text: string): { ok: true; value: unknown } | { ok: false } {
	if (text.trim() === '') return { ok: true, value: undefined };
	try {
		return { ok: true, value: JSON.parse(text) };
	} catch {
		return { ok: false };
	}
}

function beganAsJson(text: string): boolean {
	return /^\s*[[{"]/.test(text);
}
