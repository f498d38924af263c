import { displayName } from '../text/displayName';
import { climbs, CORRECT_CREDENTIAL, type Connection, type Problem } from './connection';
import { endpoints, type Endpoint, type EndpointId } from './generated/endpoints';
import { holdsPersonalIdentityCode } from './redact';
import { endpointOf, type Requested } from './requested';

export type ParameterValue = string | number | boolean | null | undefined;

/** A request's address: the whole URL without its query, and the query. */
export interface Target {
	url: string;
	query: Record<string, string>;
	/** What the user should put right, although it works. */
	warning?: string;
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
	requested: Requested,
	values: Readonly<Record<string, ParameterValue>> = {},
): Target | Problem {
	const { path, parameters } = endpointOf(requested);
	const override = typeof requested === 'string' ? overriddenPath(requested, overrides) : { path };
	if ('problem' in override) return { problem: override.problem, advice: CORRECT_CREDENTIAL };
	const { path: template, warning } = override;

	const wireName = new Map(parameters.map(({ field, name }) => [field, name]));
	const inAddress = Object.entries(values).filter(([field]) => !isInBody(requested, field));
	const open = new Map(
		inAddress.map(([field, value]) => [wireName.get(field) ?? field, textOf(value)]),
	);
	const placeholders = placeholdersOf(template);
	const empty = parameters.find(
		({ name, in: place }) =>
			(place === 'path' || placeholders.includes(name)) && !isId(open.get(name) ?? ''),
	);
	if (empty !== undefined) {
		const label = displayName(empty.field);
		return {
			problem: `'${label}' is empty. Fill it in, or check the expression that gives it.`,
		};
	}
	const [personal] = inAddress.find(([, value]) => holdsPersonalIdentityCode(textOf(value))) ?? [];
	if (personal !== undefined) {
		return {
			problem: `'${displayName(personal)}' looks like a personal identity code (henkilötunnus), which is not sent in an address. Use a customer code or an invoice number instead.`,
		};
	}
	const filled = template.replace(PLACEHOLDER, (_, name: string) =>
		encodeURIComponent((open.get(name) ?? '').trim()),
	);
	const query = [...open].filter(([name, value]) => value !== '' && !placeholders.includes(name));
	return { url: `${baseUrl}${filled}`, query: Object.fromEntries(query), warning };
}

/** The path of an operation: the contract's, or the one that the credential gives instead. */
export function overriddenPath(
	endpoint: EndpointId,
	overrides: Connection['overrides'],
): { path: string; warning?: string } | Problem {
	const { path, parameters } = endpoints[endpoint];
	if (!Object.hasOwn(overrides, endpoint)) return { path };
	const given = overrides[endpoint];
	const problem = overrideProblem(endpoint, given);
	if (problem !== undefined) return { problem };
	const text = String(given);
	const renamed = placeholdersOf(text).flatMap((old) => {
		const name = currentName(parameters, old);
		return name === old ? [] : [`{${old}} is called {${name}} now`];
	});
	const current = text.replace(
		PLACEHOLDER,
		(_, name: string) => `{${currentName(parameters, name)}}`,
	);
	if (renamed.length === 0) return { path: current };
	return {
		path: current,
		warning: `'Endpoint Overrides': in the path of "${endpoint}" ${renamed.join(' and ')}. It still works; correct it in the Cash-In credential.`,
	};
}

/** The API's name of a parameter by any name it had; the name itself where it is one that is in use, or unknown. */
function currentName(parameters: Endpoint['parameters'], name: string): string {
	if (parameters.some((one) => one.name === name)) return name;
	return parameters.find(({ formerNames = [] }) => formerNames.includes(name))?.name ?? name;
}

const PLACEHOLDER = /\{([^}]*)\}/g;

function placeholdersOf(path: string): string[] {
	return [...path.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
}

/** True for a parameter that is a member of the body by the contract, as the criteria of a search are. */
export function isInBody(endpoint: Requested, field: string): boolean {
	return endpointOf(endpoint).parameters.some((one) => one.in === 'body' && one.field === field);
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
	const { parameters } = endpoints[endpoint];
	const names = parameters.map(({ name }) => name);
	const placeholders = placeholdersOf(path).map((name) => currentName(parameters, name));
	const unknown = placeholders.find((name) => !names.includes(name));
	if (unknown !== undefined) {
		const known = names.map((name) => `{${name}}`).join(', ') || 'no placeholders';
		return `${subject} uses {${unknown}}, which this operation does not know. It knows ${known}.`;
	}
	const missing = parameters.find(
		({ name, in: place }) => place === 'path' && !placeholders.includes(name),
	);
	if (missing === undefined || !path.includes('{')) return undefined;
	return `${subject} lacks {${missing.name}}.`;
}
