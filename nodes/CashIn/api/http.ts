import type { IHttpRequestMethods, IHttpRequestOptions } from 'n8n-workflow';

import type { Account } from './account';
import { apiMessage, isHtml } from './apiMessage';
import { asError, type Fault } from './errors';
import { networkFault, ranOutOfTime } from './networkFault';
import { UNPROXIED } from './proxy';
import type { Run } from './run';

export interface HttpRequest {
	/** Whose credential goes along. */
	account: Account;
	method: IHttpRequestMethods;
	url: string;
	query: Record<string, string>;
	/** JSON text, or nothing. */
	body?: string;
	/** Of the body. */
	mediaType?: string;
	/** For the whole of it, from the connection to the last byte. */
	timeoutMs: number;
	/** Awaited when an answer has come that is no refusal, before anything is done with it. */
	onArrival?: () => Promise<void>;
}

/**
 * The JSON answer (undefined when empty), or the fault. `serverTime` is the server's own clock, milliseconds since
 * 1970, where its answer says it.
 */
export type Reply = { answer: unknown; serverTime?: number } | { fault: Fault };

/**
 * The most that is read of an answer, unpacked, in bytes: a hundred thousand rows of the longest lists, or what is said
 * of ten thousand things that were sent. A refusal is there for people.
 */
export const MOST_OF_A_LIST = 80 * 1024 ** 2;
const MOST_OF_A_WRITE = 10 * 1024 ** 2;
const MOST_OF_A_REFUSAL = 256 * 1024;

/**
 * One HTTP exchange. Never follows a redirect, which would carry the API key to another address, and reads
 * the answer as text, so that a web page or a cut-off answer is recognised for what it is. It is broken off, with its
 * connection, when its time is up or the answer is longer than any is.
 */
export async function sendHttp(run: Run, what: HttpRequest): Promise<Reply> {
	const { signal: cancel } = run;
	const limit = timeLimit(what.timeoutMs, cancel);
	const late: Fault = { kind: 'timeout', detail: `${seconds(what.timeoutMs)} seconds` };
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
		const longest = status < 300 ? most : MOST_OF_A_REFUSAL;
		const { text, stopped } = await readText(body, longest, limit.signal);
		if (stopped !== undefined) limit.breakOff();
		if (status >= 300) return { fault: rejection(response, text, what.account) };
		if (stopped === 'tooLong') {
			return { fault: { kind: 'tooLong', status, detail: `${most / 1024 ** 2} MB` } };
		}
		if (stopped === 'cutOff') return { fault: endedEarly() ?? cutOff(status) };
		await what.onArrival?.();
		return readAnswer(response, text, what.account);
	} finally {
		limit.end();
	}
}

/** With one decimal at most. */
const seconds = (milliseconds: number) => Math.round(milliseconds / 100) / 10;

interface FullResponse {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

async function send(
	{ context }: Run,
	{ account, method, url, query, body, mediaType = 'application/json', timeoutMs }: HttpRequest,
	signal: AbortSignal,
): Promise<FullResponse | Error> {
	const options: IHttpRequestOptions = {
		method,
		url,
		qs: query,
		headers: {
			Accept: 'application/json',
			...(body === undefined ? {} : { 'Content-Type': mediaType }),
		},
		// As bytes, since what is text is parsed once more on its way.
		body: body === undefined ? undefined : Buffer.from(body),
		timeout: timeoutMs,
		abortSignal: signal,
		encoding: 'stream',
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
		...((await account.unproxied) ? { [UNPROXIED]: true } : {}),
	};
	const credentialsDecrypted = { id: '', name: '', type: 'cashInApi', data: account.credentials };
	// n8n puts the signal of the execution in place of any other.
	const own = Object.create(context, {
		getExecutionCancelSignal: { value: () => signal },
	}) as typeof context;
	try {
		return await context.helpers.httpRequestWithAuthentication.call(own, 'cashInApi', options, {
			credentialsDecrypted,
		});
	} catch (error) {
		return asError(error);
	}
}

function rejection(
	{ statusCode: status, headers }: FullResponse,
	text: string,
	{ redact }: Account,
): Fault {
	if (status < 400) {
		const location = typeof headers.location === 'string' ? headers.location : 'nowhere';
		return { kind: 'redirect', status, detail: redact(location) };
	}
	const detail = redact(messageOf(text));
	const retryAfterMs = readRetryAfter(headers['retry-after'], Date.now());
	return { kind: 'status', status, detail, retryAfterMs };
}

/** What a body says, whether it is JSON or not. */
export function messageOf(text: string): string {
	const parsed = parse(text);
	return apiMessage(parsed === undefined ? text : parsed.value);
}

function readAnswer(
	{ statusCode: status, headers }: FullResponse,
	text: string,
	{ redact }: Account,
): Reply {
	const parsed = parse(text);
	if (parsed !== undefined) return { answer: parsed.value, serverTime: readTime(headers.date) };
	const beganAsJson = /^\s*[[{"]/.test(text);
	return isHtml(text) || !beganAsJson
		? { fault: { kind: 'notAnApi', status, detail: redact(apiMessage(text)) } }
		: { fault: cutOff(status) };
}

function cutOff(status: number): Fault {
	return { kind: 'cutOff', status, detail: 'it ends in the middle' };
}

function readTime(header: unknown): number | undefined {
	const time = typeof header === 'string' ? Date.parse(header) : NaN;
	return Number.isNaN(time) ? undefined : time;
}

/**
 * Reads a Retry-After header, seconds or an HTTP date, as milliseconds from `now`.
 * Nothing when it is missing or says neither.
 */
export function readRetryAfter(header: unknown, now: number): number | undefined {
	if (typeof header !== 'string' && typeof header !== 'number') return undefined;
	const text = String(header).trim();
	if (/^\d+$/.test(text)) return Number(text) * 1_000;
	const date = Date.parse(text);
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** JSON, or nothing at all; undefined for anything else. */
function parse(text: string): { value: unknown } | undefined {
	if (text.trim() === '') return { value: undefined };
	try {
		return { value: JSON.parse(text) };
	} catch {
		return undefined;
	}
}

/** A signal that aborts when something has taken too long, or is not wanted any more. */
interface TimeLimit {
	signal: AbortSignal;
	/** Whether the time was up, as against a cancel. */
	readonly passed: boolean;
	/** Aborts as well: breaks off what is still under way. */
	breakOff(): void;
	/** Stops watching. */
	end(): void;
}

/**
 * @param milliseconds from now
 * @param cancel what else ends it
 */
export function timeLimit(milliseconds: number, cancel?: AbortSignal): TimeLimit {
	const controller = new AbortController();
	const time = AbortSignal.timeout(milliseconds);
	const breakOff = () => controller.abort();
	const signals = cancel === undefined ? [time] : [time, cancel];
	for (const signal of signals) signal.addEventListener('abort', breakOff);
	if (cancel?.aborted === true) breakOff();
	return {
		signal: controller.signal,
		get passed() {
			return time.aborted;
		},
		breakOff,
		end: () => {
			for (const signal of signals) signal.removeEventListener('abort', breakOff);
		},
	};
}

/**
 * Reads a body to its end, until it is longer than `most` bytes, or until the signal aborts. It is counted unpacked: a
 * hundred kilobytes may unpack to a hundred megabytes.
 * @param body a stream of bytes, or what n8n has read already
 * @returns its text, and what stopped the reading before the end, if anything did
 */
export async function readText(
	body: unknown,
	most: number,
	signal: AbortSignal,
): Promise<{ text: string; stopped?: 'tooLong' | 'cutOff' }> {
	if (!isStream(body)) {
		return { text: withoutMark(typeof body === 'string' ? body : JSON.stringify(body ?? '')) };
	}
	const parts: Uint8Array[] = [];
	let length = 0;
	let stopped: 'tooLong' | 'cutOff' | undefined;
	const close = () => body.destroy();
	signal.addEventListener('abort', close);
	try {
		for await (const part of body) {
			parts.push(part);
			length += part.length;
			if (length <= most) continue;
			stopped = 'tooLong';
			break;
		}
	} catch {
		stopped = 'cutOff';
	} finally {
		signal.removeEventListener('abort', close);
	}
	return { text: withoutMark(Buffer.concat(parts).toString('utf8')), stopped };
}

interface Stream extends AsyncIterable<Uint8Array> {
	destroy(): unknown;
}

function isStream(body: unknown): body is Stream {
	return (
		typeof body === 'object' && body !== null && Symbol.asyncIterator in body && 'destroy' in body
	);
}

/** Some servers begin with a byte order mark, which is no JSON. */
function withoutMark(text: string): string {
	return text.startsWith('\ufeff') ? text.slice(1) : text;
}
