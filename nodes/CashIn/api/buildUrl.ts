import { displayName } from '../text/displayName';
import { climbs, CORRECT_CREDENTIAL, type Connection, type Problem } from './connection';
import { endpoints, type EndpointId } from './generated/endpoints';
import { holdsPersonalIdentityCode } from './redact';

export type ParameterValue = string | number | boolean | null | undefined;

/** A request's address: the whole URL without its query, and the query. */
export interface Target {
	url: string;
	query: Record<string, string>;
}

/**
 * Builds the address of one call. Ids are encoded; values the user did not set are left out. A corrected path may move
 * a parameter between path and query: placeholders are filled from the values, the rest becomes the query.
 * @param values by field name
 * @returns what is wrong, in a sentence: a path id that is empty, which would silently ask for the whole list, or a
 * value that looks like a personal identity code, since addresses are logged on their way
 */
export function buildUrl(
	{ baseUrl, overrides }: Pick<Connection, 'baseUrl' | 'overrides'>,
	endpoint: EndpointId,
	values: Readonly<Record<string, ParameterValue>> = {},
): Target | Problem {
	const { path, parameters } = endpoints[endpoint];
	const template = Object.hasOwn(overrides, endpoint) ? overrides[endpoint] : path;
	const wrong = overrideProblem(endpoint, template);
	if (wrong !== undefined) return { problem: wrong, advice: CORRECT_CREDENTIAL };

	const wireName = new Map(parameters.map(({ field, name }) => [field, name]));
	const open = new Map(
		Object.entries(values).map(([field, value]) => [wireName.get(field) ?? field, textOf(value)]),
	);
	const placeholders = placeholdersOf(String(template));
	const isNeeded = (name: string) => placeholders.includes(name) || isInPath(endpoint, name);
	const empty = parameters.find(({ name }) => isNeeded(name) && !isId(open.get(name) ?? ''));
	if (empty !== undefined) {
		const label = displayName(empty.field);
		return {
			problem: `'${label}' is empty. Fill it in, or check the expression that gives it.`,
		};
	}
	const personal = Object.keys(values).find((field) =>
		holdsPersonalIdentityCode(textOf(values[field])),
	);
	if (personal !== undefined) {
		return {
			problem: `'${displayName(personal)}' looks like a personal identity code (henkilötunnus), which is not sent in an address. Use a customer code or an invoice number instead.`,
		};
	}
	const filled = String(template).replace(PLACEHOLDER, (_, name: string) =>
		encodeURIComponent((open.get(name) ?? '').trim()),
	);
	const query = [...open].filter(([name, value]) => value !== '' && !placeholders.includes(name));
	return { url: `${baseUrl}${filled}`, query: Object.fromEntries(query) };
}

const PLACEHOLDER = /\{([^}]*)\}/g;

function placeholdersOf(path: string): string[] {
	return [...path.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
}

function isInPath(endpoint: EndpointId, name: string): boolean {
	return endpoints[endpoint].parameters.some((one) => one.in === 'path' && one.name === name);
}

function textOf(value: ParameterValue): string {
	return value === undefined || value === null ? '' : String(value);
}

function isId(text: string): boolean {
	return !['', '.', '..'].includes(text.trim());
}

/**
 * What is wrong with a path entered under 'Endpoint Overrides', in a sentence. A placeholder may name any parameter of
 * the operation; a path without any moves them all into the query.
 */
export function overrideProblem(endpoint: EndpointId, path: unknown): string | undefined {
	const subject = `'Endpoint Overrides': the path of "${endpoint}"`;
	if (typeof path !== 'string' || !/^\/[^\s?#]+$/.test(path) || path.startsWith('//')) {
		return `${subject} must begin with one slash and hold no spaces and no query, e.g. "${endpoints[endpoint].path}".`;
	}
	if (climbs(path)) {
		return `${subject} leads out of 'Base URL'. Enter the whole address of the API there, and here what follows it.`;
	}
	const names = endpoints[endpoint].parameters.map(({ name }) => name);
	const placeholders = placeholdersOf(path);
	const unknown = placeholders.find((name) => !names.includes(name));
	if (unknown !== undefined) {
		const known = names.map((name) => `{${name}}`).join(', ') || 'no placeholders';
		return `${subject} uses {${unknown}}, which this operation does not know. It knows ${known}.`;
	}
	const missing = names.find((name) => isInPath(endpoint, name) && !placeholders.includes(name));
	return missing !== undefined && path.includes('{') ? `${subject} lacks {${missing}}.` : undefined;
}
