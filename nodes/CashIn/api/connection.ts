import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

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
 * The key may go over https, or to this very computer (a simulator, a tunnel).
 * @throws ConnectionProblem with the reason for any other address.
 */
export function assertKeyMayTravel(url: string): void {
	const parsed = parseUrl(url);
	if (parsed.protocol === 'https:') return;
	if (parsed.protocol === 'http:' && isLoopback(parsed.hostname)) return;
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
