import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { apiMessage, isHtml } from '../api/apiMessage';
import { buildUrl, overriddenPath } from '../api/buildUrl';
import { readConnection, type Connection } from '../api/connection';
import { endpoints, type Answer, type EndpointId } from '../api/generated/endpoints';
import { MOST_OF_A_LIST, messageOf, readText, timeLimit } from '../api/http';
import { pagingOf } from '../api/pages';
import { parsePage, valueAt } from '../api/parsePage';
import { direct } from '../api/proxy';
import { createRedactor } from '../api/redact';

const ENDPOINTS = Object.keys(endpoints) as EndpointId[];

/**
 * The lists of which one row is requested: documented ones that come in pages and need to be told nothing. The path of
 * the token validation is not documented. A key without the right to the first may still read the second.
 */
const PROBES = ENDPOINTS.filter(
	(id) => endpoints[id].evidence === 'documented' && pagingOf(id) !== undefined && asksForAll(id),
).slice(0, 2);

/** True for a read of every creditor that changes nothing, and wants no filter. */
function asksForAll(id: EndpointId): boolean {
	const { method, retry, partnerKey, marksAsRead, eitherOf, parameters } = endpoints[id];
	const isOpen = method === 'GET' && retry === 'read' && !partnerKey && marksAsRead === undefined;
	const isTold = parameters.some(({ required, needed }) => required === true || needed === true);
	return isOpen && eitherOf === undefined && !isTold;
}

/** For each request, from the connection to the last byte. */
const TIMEOUT_MS = 15_000;

/** The "Test" of the Cash-In credential. */
export async function cashInApiTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
): Promise<INodeCredentialTestResult> {
	const connection = readConnection(credential.data ?? {});
	if ('problem' in connection) return failed(connection.problem);
	const { overrides } = connection;
	const warnings: string[] = [];
	for (const id of ENDPOINTS) {
		const path = overriddenPath(id, overrides);
		if ('problem' in path) return failed(path.problem);
		if (path.warning !== undefined) warnings.push(path.warning);
	}

	let verdict: INodeCredentialTestResult | undefined;
	for (const endpoint of PROBES) {
		const { status, result } = await probe(this, connection, endpoint);
		if (result.status === 'OK') {
			return { ...result, message: [result.message, ...warnings].join(' ') };
		}
		verdict ??= result;
		if (status !== 403) break;
	}
	return verdict ?? failed('There is no list to test the key with.');
}

async function probe(
	{ helpers }: ICredentialTestFunctions,
	connection: Connection,
	endpoint: EndpointId,
): Promise<{ status?: number; result: INodeCredentialTestResult }> {
	const { host } = new URL(connection.baseUrl);
	const { page, pageSize } = pagingOf(endpoint) ?? {};
	const target = buildUrl(connection, endpoint, { [`${page}`]: 1, [`${pageSize}`]: 1 });
	if ('problem' in target) return { result: failed(target.problem) };
	const limit = timeLimit(TIMEOUT_MS);
	try {
		const late = new Promise<never>((_, reject) => {
			limit.signal.addEventListener('abort', () => reject(new Error('timeout')));
		});
		// Credential tests get the older request helper only; a refused status must not throw, nor a redirect be followed.
		const sent = helpers.request({
			method: 'GET',
			uri: target.url,
			qs: target.query,
			headers: { Accept: 'application/json', 'X-Api-Key': connection.apiKey },
			json: false,
			simple: false,
			resolveWithFullResponse: true,
			followRedirect: false,
			timeout: TIMEOUT_MS,
			useStream: true,
			...direct(new URL(target.url)),
		}) as Promise<unknown>;
		const response = await Promise.race([readResponse(sent, limit.signal), late]);
		const { redact } = createRedactor(connection.apiKey);
		const result = judge(response, host, endpoints[endpoint].answer, redact);
		return { status: response.status, result };
	} catch (error) {
		return { result: failed(unreachable(wordsOf(error), host)) };
	} finally {
		limit.end();
	}
}

interface Response {
	status: number;
	/** The raw body. */
	text: string;
	location?: string;
}

async function readResponse(sent: Promise<unknown>, signal: AbortSignal): Promise<Response> {
	const { statusCode, body, headers } = Object(await sent) as {
		statusCode?: unknown;
		body?: unknown;
		headers?: { location?: unknown };
	};
	return {
		status: typeof statusCode === 'number' ? statusCode : 0,
		// A server that ignores the size of a page gives its whole list.
		text: (await readText(body, MOST_OF_A_LIST, signal)).text,
		location: typeof headers?.location === 'string' ? headers.location : undefined,
	};
}

/**
 * What an answer to a documented read says of the credential, in a sentence that tells what to do.
 * @param host the address that was asked, for the message
 */
function judge(
	{ status, text, location = 'unknown address' }: Response,
	host: string,
	answer: Answer,
	redact: (text: string) => string,
): INodeCredentialTestResult {
	const message = redact(messageOf(text));
	const quote = message === '' ? '' : `: "${message}"`;
	const isOk = status >= 200 && status < 300;
	if (status === 204 || (isOk && isList(text, answer))) {
		return { status: 'OK', message: 'Cash-In accepts this API key.' };
	}
	if (status >= 300 && status < 400) {
		return failed(
			`${host} points elsewhere (${redact(location)}), and the key is not sent on. Enter the final address in 'Base URL'.`,
		);
	}
	if (isOk || (isHtml(text) && status !== 401 && status !== 403)) {
		const what = isHtml(text) ? redact(apiMessage(text)) : 'something with another shape';
		return failed(
			`${host} answered with ${what}, not as the Cash-In API does. Check 'Base URL': it includes the version, e.g. https://api.cash-in.com/v2.`,
		);
	}
	switch (status) {
		case 401:
			return failed(
				"Cash-In does not accept this API key (401). Check that it was copied whole, and that 'Environment' is the one it was issued for: a sandbox key does not work in production, nor the other way round.",
			);
		case 403:
			return failed(
				`Cash-In knows this API key, but it is not allowed here (403)${quote}. Either the key lacks the right to read, or the public IP address of this n8n is not registered with Cash-In: ask Cash-In which. n8n Cloud has no fixed address to register.`,
			);
		case 404:
		case 405:
			return failed(
				`${host} answered, but has no Cash-In API at this address (${status}). Check 'Base URL': it includes the version, e.g. https://api.cash-in.com/v2.`,
			);
		case 429:
			return failed('Cash-In received too many requests (429). Wait a minute and test again.');
	}
	return failed(
		status >= 500
			? `Cash-In has trouble of its own at the moment (${status})${quote}. The key could not be tested; try again in a few minutes.`
			: `Cash-In answered ${status}${quote}. The key could not be tested.`,
	);
}

/** As described, a bare list, or an object with one list. */
function isList(text: string, answer: Answer): boolean {
	try {
		const body: unknown = JSON.parse(text);
		return parsePage(body, answer).shape === 'list' || valueAt(body, answer.rows ?? []) === null;
	} catch {
		return false;
	}
}

/** What a failed connection says; `words` is what the network layer reported. */
function unreachable(words: string, host: string): string {
	if (/ENOTFOUND|EAI_AGAIN/i.test(words)) {
		return `There is no server called ${host}. Check 'Base URL' for a typing mistake.`;
	}
	if (/CERT|SSL|TLS/i.test(words)) {
		return `The certificate of ${host} is not valid, so the key is not sent there. Check 'Base URL'.`;
	}
	const what = /timeout|ETIMEDOUT|ECONNABORTED/i.test(words)
		? 'did not answer in time'
		: 'cannot be reached';
	return `${host} ${what}. Check 'Base URL', and that this n8n can reach the internet.`;
}

function wordsOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const code = 'code' in error ? String(error.code) : '';
	return `${code} ${error.message} ${wordsOf(error.cause ?? '')}`;
}

function failed(message: string): INodeCredentialTestResult {
	return { status: 'Error', message };
}
