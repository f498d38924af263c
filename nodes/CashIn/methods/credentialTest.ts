import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { readConnection, type Connection } from '../api/connection';
import type { EndpointId } from '../api/endpoints.generated';
import { redact } from '../api/redact';
import { targetOf } from '../api/target';
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
	const apiKey = typeof data.apiKey === 'string' ? data.apiKey.trim() : '';
	if (apiKey === '') {
		return { status: 'Error', message: "'API Key' is empty. Paste the key Cash-In gave you." };
	}
	let connection: Connection;
	try {
		connection = readConnection(data);
	} catch (error) {
		return { status: 'Error', message: error instanceof Error ? error.message : String(error) };
	}
	const verdict = await ask(this, connection, apiKey, PROBES);
	return { ...verdict, message: redact(verdict.message, apiKey) };
}

/** Both documented; the first is the newest and has the clearest shape. */
const PROBES: EndpointId[] = ['listAllocatedPaymentTransactions', 'listSalesInvoices'];

const TIMEOUT_MS = 15_000;

async function ask(
	context: ICredentialTestFunctions,
	connection: Connection,
	apiKey: string,
	[endpoint, ...others]: EndpointId[],
): Promise<INodeCredentialTestResult> {
	const host = new URL(connection.baseUrl).host;
	if (endpoint === undefined) return unreachableVerdict('', host);
	const { url, query } = targetOf(connection, endpoint, {}, { page: 1, pageSize: 1 });
	let probe: Probe;
	try {
		probe = await fetchProbe(context, url, query, apiKey);
	} catch (error) {
		return unreachableVerdict(wordsOf(error), host);
	}
	const verdict = credentialVerdict(probe, host);
	if (probe.status !== 403 || others.length === 0) return verdict;
	const second = await ask(context, connection, apiKey, others);
	return second.status === 'OK' ? second : verdict;
}

/** Credential tests get the older request helper only; a refused status must not throw, nor a redirect be followed. */
async function fetchProbe(
	{ helpers }: ICredentialTestFunctions,
	url: string,
	query: Record<string, string>,
	apiKey: string,
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
	});
	return readProbe(response);
}

function readProbe(response: unknown): Probe {
	const { statusCode, body, headers } = Object(response) as {
		statusCode?: unknown;
		body?: unknown;
		headers?: { location?: unknown };
	};
	return {
		status: typeof statusCode === 'number' ? statusCode : 0,
		text: typeof body === 'string' ? body : JSON.stringify(body ?? ''),
		location: typeof headers?.location === 'string' ? headers.location : undefined,
	};
}

function wordsOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const code = 'code' in error ? String(error.code) : '';
	return `${code} ${error.message} ${wordsOf(error.cause ?? '')}`;
}
