import {
	NodeApiError,
	type ICredentialDataDecryptedObject,
	type IExecuteFunctions,
	type IHttpRequestMethods,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
	type IPollFunctions,
} from 'n8n-workflow';

import { apiMessage, isHtml } from './apiMessage';
import type { Fault } from './errors';
import { redact } from './redact';
import { readRetryAfter } from './retry';

export type RequestContext = IExecuteFunctions | IPollFunctions | ILoadOptionsFunctions;

export interface Exchange {
	method: IHttpRequestMethods;
	url: string;
	query: Record<string, string>;
	/** JSON text, or nothing. */
	body?: string;
	timeoutMs: number;
	apiKey: string;
	/** Awaited when an answer has come that is no refusal, before anything is done with it. */
	onArrival?: () => Promise<void>;
	/** As n8n gave them: it would fetch and decrypt them anew for every request. */
	credentials: ICredentialDataDecryptedObject;
}

/**
 * What came back: the JSON answer (undefined when empty), or the fault. `serverTime` is the server's own clock,
 * milliseconds since 1970, where its answer says it.
 */
export type Reply = { answer: unknown; serverTime?: number } | { fault: Fault };

/**
 * One HTTP exchange. Never follows a redirect, which would carry the API key to another address, and reads
 * the answer as text, so that a web page or a cut-off answer is recognised for what it is.
 */
export async function exchange(context: RequestContext, what: Exchange): Promise<Reply> {
	let response: FullResponse;
	const credentialsDecrypted = { id: '', name: '', type: 'cashInApi', data: what.credentials };
	try {
		const options: IHttpRequestOptions = {
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
			encoding: 'text',
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: true,
			returnFullResponse: true,
		};
		response = await context.helpers.httpRequestWithAuthentication.call(
			context,
			'cashInApi',
			options,
			{ credentialsDecrypted },
		);
	} catch (error) {
		if (!(error instanceof Error))
			throw new NodeApiError(context.getNode(), { message: String(error) });
		return { fault: networkFault(error, what) };
	}
	if (response.statusCode < 300) await what.onArrival?.();
	return readReply(response, what.apiKey);
}

interface FullResponse {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

function readReply(response: FullResponse, apiKey: string): Reply {
	const { statusCode: status, headers } = response;
	const text =
		typeof response.body === 'string' ? response.body : JSON.stringify(response.body ?? '');
	const parsed = parse(text);
	if (status >= 300 && status < 400) {
		const location = typeof headers.location === 'string' ? headers.location : 'nowhere';
		return { fault: { kind: 'redirect', status, detail: redact(location, apiKey) } };
	}
	if (status >= 400) {
		const detail = redact(apiMessage(parsed.ok ? parsed.value : text), apiKey);
		const retryAfterMs = readRetryAfter(headers['retry-after'], Date.now());
		return { fault: { kind: 'status', status, detail, retryAfterMs } };
	}
	if (parsed.ok) return { answer: parsed.value, serverTime: readTime(headers.date) };
	return isHtml(text) || !looksCutOff(text)
		? { fault: { kind: 'notAnApi', status, detail: redact(apiMessage(text), apiKey) } }
		: { fault: { kind: 'cutOff', status, detail: 'it ends in the middle' } };
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

/** It began as JSON. */
function looksCutOff(text: string): boolean {
	return /^\s*[[{"]/.test(text);
}

function networkFault(error: Error, what: Exchange): Fault {
	const words = messagesOf(error).join(' ');
	if (/\b(aborted|canceled|cancelled)\b/i.test(words) && !/ECONNABORTED|timeout/i.test(words)) {
		return { kind: 'cancelled', detail: 'cancelled' };
	}
	if (/timeout of|ECONNABORTED|ETIMEDOUT|ESOCKETTIMEDOUT/i.test(words)) {
		return { kind: 'timeout', detail: `${what.timeoutMs / 1000} seconds` };
	}
	const code = /socket hang up/i.test(words)
		? 'ECONNRESET'
		: /\b(E[A-Z_]{4,}|[A-Z_]*CERT[A-Z_]*|[A-Z_]*SSL[A-Z_]*)\b/.exec(words)?.[0];
	return { kind: 'network', code, detail: NETWORK_WORDS[code ?? ''] ?? 'the connection failed' };
}

/** In words, because n8n replaces a message that holds a code with a text of its own, which invites to send again. */
const NETWORK_WORDS: Record<string, string> = {
	ECONNREFUSED: 'the connection was refused',
	ECONNRESET: 'the connection was cut',
	EPIPE: 'the connection was cut',
	ENOTFOUND: 'there is no server of that name',
	EAI_AGAIN: 'the name of the server could not be looked up',
	EHOSTUNREACH: 'there is no way to the server',
	ENETUNREACH: 'there is no way to the network',
	CERT_HAS_EXPIRED: 'the certificate of the server has expired',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate of the server is self-signed',
};

/** n8n wraps what the network said in errors of its own; the code may be on any of them. */
function messagesOf(error: unknown, depth = 0): string[] {
	if (!(error instanceof Error) || depth > 4) return [];
	const code = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
	const messages = 'messages' in error && Array.isArray(error.messages) ? error.messages : [];
	return [...code, error.message, ...messages.map(String), ...messagesOf(error.cause, depth + 1)];
}
