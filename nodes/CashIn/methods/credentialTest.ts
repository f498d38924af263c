import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { direct, readApiKey, readConnection, type Connection } from '../api/connection';
import type { EndpointId } from '../api/endpoints.generated';
import { readText } from '../api/readText';
import { createRedactor, type Redactor } from '../api/redact';
import { targetOf } from '../api/target';
import { timeLimit } from '../api/timeLimit';
import { credentialVerdict, unreachableVerdict, type Probe } from './credentialVerdict';

/**
 * The "Test" of the Cash-In credential. The path of the token validation is not documented, so it asks for
 * one row of a documented list. A key without the right to that one may still list invoices: asked second.
 */
export async function cashInApiTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
): Promise<INodeCredentialTestResult> {
	const data = credential.data ?? {};
	let apiKey: string;
	let connection: Connection;
	try {
		apiKey = readApiKey(data);
		connection = readConnection(data);
	} catch (error) {
		return { status: 'Error', message: error instanceof Error ? error.message : String(error) };
	}
	return await ask(this, connection, apiKey, PROBES, createRedactor(apiKey));
}

/** Both documented; the first is the newest and has the clearest shape. */
const PROBES: EndpointId[] = ['listAllocatedPaymentTransactions', 'listSalesInvoices'];

/** For each question, from the connection to the last byte. */
const TIMEOUT_MS = 15_000;

/** The most that is read of an answer, in bytes: a server that ignores the size of a page gives its whole list. */
const MOST_READ = 80 * 1024 ** 2;

async function ask(
	context: ICredentialTestFunctions,
	connection: Connection,
	apiKey: string,
	[endpoint, ...others]: EndpointId[],
	redactor: Redactor,
): Promise<INodeCredentialTestResult> {
	const host = new URL(connection.baseUrl).host;
	if (endpoint === undefined) return unreachableVerdict('', host);
	const { url, query } = targetOf(connection, endpoint, {}, { page: 1, pageSize: 1 });
	let probe: Probe;
	const limit = timeLimit(TIMEOUT_MS, undefined);
	try {
		const late = new Promise<never>((_, reject) => {
			limit.signal.addEventListener('abort', () => reject(new Error('timeout')));
		});
		probe = await Promise.race([fetchProbe(context, url, query, apiKey, limit.signal), late]);
	} catch (error) {
		return unreachableVerdict(wordsOf(error), host);
	} finally {
		limit.end();
	}
	const verdict = credentialVerdict(probe, host, redactor);
	if (probe.status !== 403 || others.length === 0) return verdict;
	const second = await ask(context, connection, apiKey, others, redactor);
	return second.status === 'OK' ? second : verdict;
}

/** Credential tests get the older request helper only; a refused status must not throw, nor a redirect be followed. */
async function fetchProbe(
	{ helpers }: ICredentialTestFunctions,
	url: string,
	query: Record<string, string>,
	apiKey: string,
	signal: AbortSignal,
): Promise<Probe> {
	const response: unknown = await helpers.request({
		method: 'GET',
		uri: url,
		qs: query,
		headers: { Accept: 'application/json', 'X-Api-Key': apiKey },
		json: false,
		simple: false,
		resolveWithFullResponse: true,
		followRedirect: false,
		timeout: TIMEOUT_MS,
		useStream: true,
		...direct(new URL(url)),
	});
	return await readProbe(response, signal);
}

async function readProbe(response: unknown, signal: AbortSignal): Promise<Probe> {
	const { statusCode, body, headers } = Object(response) as {
		statusCode?: unknown;
		body?: unknown;
		headers?: { location?: unknown };
	};
	return {
		status: typeof statusCode === 'number' ? statusCode : 0,
		text: (await readText(body, MOST_READ, signal)).text,
		location: typeof headers?.location === 'string' ? headers.location : undefined,
	};
}

function wordsOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const code = 'code' in error ? String(error.code) : '';
	return `${code} ${error.message} ${wordsOf(error.cause ?? '')}`;
}
