import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { INVISIBLE } from '../text/foldText';
import { nearestName } from '../text/nearestName';
import { endpoints, type EndpointId } from './generated/endpoints';
import { isPlainLoopback } from './proxy';

/** The Cash-In credential, read. */
export interface Connection {
	/** As it is sent. */
	apiKey: string;
	/** Without a trailing slash. */
	baseUrl: string;
	/** Paths the user has corrected, by operation, as typed: `buildUrl` checks one when it is used. */
	overrides: Partial<Record<EndpointId, unknown>>;
}

/** What is wrong, in sentences for the person who filled it in. */
export interface Problem {
	problem: string;
	/** What to do about it, beside what the sentences say. */
	advice?: string;
}

export const CORRECT_CREDENTIAL = 'Open the Cash-In credential and correct it.';

/** Cash-In's own address (Cash-In docs, pages "Create an invoice" and "Authentication & security"). */
const PRODUCTION_URL = 'https://api.cash-in.com/v2';

/** Reads the credential, or tells the first thing that is wrong with it. */
export function readConnection(credentials: ICredentialDataDecryptedObject): Connection | Problem {
	// Blanks and invisible characters that were pasted along are no part of the key.
	const apiKey = textOf(credentials.apiKey).replace(INVISIBLE, '').trim();
	const address =
		credentials.environment === 'custom' ? textOf(credentials.baseUrl).trim() : PRODUCTION_URL;
	const overrides = parseOverrides(credentials.endpointOverrides);
	const problem = keyProblem(apiKey) ?? addressProblem(address) ?? overridesProblem(overrides);
	if (problem !== undefined) return { problem, advice: CORRECT_CREDENTIAL };
	const { origin, pathname } = new URL(address);
	return {
		apiKey,
		baseUrl: `${origin}${pathname}`.replace(/\/+$/, ''),
		overrides: { ...overrides },
	};
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

function keyProblem(key: string): string | undefined {
	if (key === '') return "'API Key' is empty.";
	// A header can carry nothing else.
	return /^[ -~]+$/.test(key)
		? undefined
		: "'API Key' holds a line break or a character that no key has. Paste the key once more, without anything around it.";
}

/** The key may go over https, or to this very computer (a simulator, a tunnel). */
function addressProblem(address: string): string | undefined {
	if (address === '') {
		return "'Base URL' is empty. With 'Environment' set to Sandbox or Other Address, enter the address Cash-In gave you, e.g. https://sandbox.example.com/v2.";
	}
	if (!URL.canParse(address)) {
		return "'Base URL' is not a web address. Enter it whole, e.g. https://sandbox.example.com/v2.";
	}
	const url = new URL(address);
	if (url.search !== '' || url.hash !== '') {
		return "'Base URL' ends in a query or a fragment. Enter the address only, e.g. https://sandbox.example.com/v2.";
	}
	if (url.username !== '' || url.password !== '') {
		return "'Base URL' holds a user name or password. Enter the address only; the API key has its own field.";
	}
	if (url.protocol === 'https:' || isPlainLoopback(url)) return undefined;
	return url.protocol === 'http:'
		? `The API key is not sent to ${url.host} over plain http, where anyone on the way could read it. Use an https address in 'Base URL'; http is accepted for localhost only.`
		: `The API key is sent over https only, and 'Base URL' begins with "${url.protocol}//". Use an https address.`;
}

/** 'Endpoint Overrides': a JSON object of operation and corrected path. Nothing for anything else. */
function parseOverrides(value: unknown): object | undefined {
	const given = typeof value === 'string' ? value.trim() : (value ?? '');
	if (given === '') return {};
	const parsed = typeof given === 'string' ? parseJson(given) : given;
	return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
		? parsed
		: undefined;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function overridesProblem(overrides: object | undefined): string | undefined {
	if (overrides === undefined) {
		return `'Endpoint Overrides' must be a JSON object of operation and path, e.g. {"validateToken": "/token/validate"}.`;
	}
	const unknown = Object.keys(overrides).find((name) => !Object.hasOwn(endpoints, name));
	if (unknown === undefined) return undefined;
	const close = nearestName(unknown, Object.keys(endpoints));
	const advice =
		close === undefined
			? 'The operations are listed in docs/operations.md.'
			: `Did you mean "${close}"?`;
	return `'Endpoint Overrides' names "${unknown}", which is no operation. ${advice}`;
}

/**
 * Why the key must not go to an address. It goes to the address of its own credential, and below it: whoever may use a
 * credential elsewhere in n8n, as in an HTTP Request, could send it anywhere otherwise.
 * @param url as it is asked, whole
 */
export function foreignAddress(url: string, baseUrl: string): string | undefined {
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
	if (within) return undefined;
	const there = asked === undefined || asked.origin === base.origin ? 'this address' : asked.host;
	return `The API key is not sent to ${there}: its credential is for ${baseUrl} and what lies below. Use an address that begins with it.`;
}

/**
 * Whether a path leads above where it begins, for a server that decodes it first: `/..`, `/..%2Fother`, `/..;/other`.
 */
export function climbs(path: string): boolean {
	const decoded = path.replace(/%(25)*2e/gi, '.').replace(/%(25)*(2f|5c)/gi, '/');
	let depth = 0;
	for (const segment of decoded.split(/[/\\]/)) {
		const name = segment.replace(/;.*/, '');
		if (name === '..') depth -= 1;
		else if (name !== '' && name !== '.') depth += 1;
		if (depth < 0) return true;
	}
	return false;
}
