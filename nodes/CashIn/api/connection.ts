import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { INVISIBLE } from '../text/foldText';
import { climbs } from './climbs';
import type { EndpointId } from './endpoints.generated';
import { readOverrides } from './overrides';
import { ConnectionProblem } from './problems';

/** Where requests go: the base URL without a trailing slash, and the paths the user has corrected. */
export interface Connection {
	baseUrl: string;
	overrides: Partial<Record<EndpointId, string>>;
}

/** Cash-In's own address (Cash-In docs, pages "Create an invoice" and "Authentication & security"). */
export const PRODUCTION_URL = 'https://api.cash-in.com/v2';

/**
 * The API key as it is sent: blanks and invisible characters that were pasted along are no part of it.
 * @throws ConnectionProblem when it is empty, or holds what no header can carry
 */
export function readApiKey({ apiKey }: ICredentialDataDecryptedObject): string {
	const key = typeof apiKey === 'string' ? apiKey.replace(INVISIBLE, '').trim() : '';
	if (key === '') throw new ConnectionProblem("'API Key' is empty.");
	if (!/^[ -~]+$/.test(key)) {
		throw new ConnectionProblem(
			"'API Key' holds a line break or a character that no key has. Paste the key once more, without anything around it.",
		);
	}
	return key;
}

/**
 * Reads the Cash-In credential.
 * @throws ConnectionProblem when the base URL is no URL, when the key would travel unencrypted,
 * or when Endpoint Overrides names an operation or path that cannot be right.
 */
export function readConnection(credentials: ICredentialDataDecryptedObject): Connection {
	const baseUrl = readBaseUrl(credentials);
	assertKeyMayTravel(baseUrl);
	return { baseUrl, overrides: readOverrides(credentials.endpointOverrides) };
}

/**
 * The key goes to the address of its own credential, and below it. Whoever may use a credential elsewhere in n8n, as in
 * an HTTP Request, could send it anywhere otherwise.
 * @param url as it is asked, whole
 * @throws ConnectionProblem for any other address
 */
export function assertOwnAddress(url: string, credentials: ICredentialDataDecryptedObject): void {
	const { baseUrl } = readConnection(credentials);
	const base = new URL(baseUrl);
	const path = base.pathname.replace(/\/+$/, '');
	const asked = URL.canParse(url) ? new URL(url) : undefined;
	const within =
		asked !== undefined &&
		asked.origin === base.origin &&
		asked.username === '' &&
		asked.password === '' &&
		`${asked.pathname}/`.startsWith(`${path}/`) &&
		!climbs(asked.pathname.slice(path.length));
	if (within) return;
	const there = asked === undefined || asked.origin === base.origin ? 'this address' : asked.host;
	throw new ConnectionProblem(
		`The API key is not sent to ${there}: its credential is for ${baseUrl} and what lies below. Use an address that begins with it.`,
	);
}

/**
 * The option of a request that keeps it away from a proxy of n8n's environment, which would be handed what is meant for
 * this computer, unencrypted. The proxy it names, to which any other gives way, is the server itself.
 */
export function direct(url: URL): Pick<IHttpRequestOptions, 'proxy'> {
	if (!isPlainLoopback(url)) return {};
	const port = url.port === '' ? 80 : Number(url.port);
	return { proxy: { protocol: 'http', host: url.hostname, port } };
}

/**
 * Set on a request of this node where n8n's environment surely names no proxy. A symbol, which no workflow can set, and
 * one of the whole process, since n8n loads node and credential apart.
 */
export const UNPROXIED = Symbol.for('n8n-nodes-cash-in.unproxied');

/** Whether an address is on this very computer, and is asked without encryption. */
export function isPlainLoopback(url: URL): boolean {
	return url.protocol === 'http:' && isLoopback(url.hostname);
}

/**
 * The key may go over https, or to this very computer (a simulator, a tunnel).
 * @throws ConnectionProblem with the reason for any other address.
 */
function assertKeyMayTravel(url: string): void {
	const parsed = parseUrl(url);
	if (parsed.protocol === 'https:') return;
	if (isPlainLoopback(parsed)) return;
	throw new ConnectionProblem(
		parsed.protocol === 'http:'
			? `The API key is not sent to ${parsed.host} over plain http, where anyone on the way could read it. Use an https address in 'Base URL'; http is accepted for localhost only.`
			: `The API key is sent over https only, and 'Base URL' begins with "${parsed.protocol}//". Use an https address.`,
	);
}

function isLoopback(hostname: string): boolean {
	return (
		hostname === 'localhost' ||
		hostname === '[::1]' ||
		/^127(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/.test(hostname)
	);
}

function readBaseUrl(credentials: ICredentialDataDecryptedObject): string {
	if (credentials.environment !== 'custom') return PRODUCTION_URL;
	const typed = String(credentials.baseUrl ?? '').trim();
	if (typed === '') {
		throw new ConnectionProblem(
			"'Base URL' is empty. With 'Environment' set to Custom, enter the address Cash-In gave you, e.g. https://sandbox.example.com/v2.",
		);
	}
	const url = parseUrl(typed);
	if (url.search !== '' || url.hash !== '') {
		throw new ConnectionProblem(
			"'Base URL' ends in a query or a fragment. Enter the address only, e.g. https://sandbox.example.com/v2.",
		);
	}
	if (url.username !== '' || url.password !== '') {
		throw new ConnectionProblem(
			"'Base URL' holds a user name or password. Enter the address only; the API key has its own field.",
		);
	}
	return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function parseUrl(text: string): URL {
	if (!URL.canParse(text)) {
		throw new ConnectionProblem(
			"'Base URL' is not a web address. Enter it whole, e.g. https://sandbox.example.com/v2.",
		);
	}
	return new URL(text);
}
