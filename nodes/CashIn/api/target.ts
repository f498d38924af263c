import { displayName } from '../text/displayName';
import type { Connection } from './connection';
import { endpoints, type EndpointId } from './endpoints.generated';
import { InputProblem } from './problems';
import { holdsPersonalIdentityCode } from './redact';

export type QueryValue = string | number | boolean | undefined;

/** A request's address: the whole URL without its query, and the query. */
export interface Target {
	url: string;
	query: Record<string, string>;
}

/**
 * Where one call goes. Ids are encoded; values the user did not set are left out. A corrected path may
 * move a parameter between path and query: placeholders are filled from either, the rest becomes query.
 * @throws InputProblem when a path id is empty, which would silently ask for the whole list instead, and when a
 * value looks like a personal identity code: addresses are logged on their way.
 */
export function targetOf(
	connection: Connection,
	endpoint: EndpointId,
	path: Record<string, QueryValue> = {},
	query: Record<string, QueryValue> = {},
): Target {
	const template = connection.overrides[endpoint] ?? endpoints[endpoint].path;
	for (const name of endpoints[endpoint].pathParameters) assertId(name, path[name]);

	const values: Record<string, QueryValue> = { ...query, ...path };
	for (const [name, value] of Object.entries(values)) assertImpersonal(name, value);
	const used = new Set<string>();
	const filled = template.replace(/\{([^}]+)\}/g, (_, name: string) => {
		used.add(name);
		return encodeURIComponent(assertId(name, values[name]));
	});
	const left = Object.entries(values).filter(
		([name, value]) => !used.has(name) && value !== undefined && value !== '',
	);
	return {
		url: `${connection.baseUrl}${filled}`,
		query: Object.fromEntries(left.map(([name, value]) => [name, String(value)])),
	};
}

function assertId(name: string, value: QueryValue): string {
	const text = value === undefined ? '' : String(value).trim();
	if (text === '' || text === '.' || text === '..') {
		throw new InputProblem(
			`'${displayName(name)}' is empty. Fill it in, or check the expression that gives it.`,
		);
	}
	return text;
}

function assertImpersonal(name: string, value: QueryValue): void {
	if (value === undefined || !holdsPersonalIdentityCode(String(value))) return;
	throw new InputProblem(
		`'${displayName(name)}' looks like a personal identity code (henkilötunnus), which is not sent in an address. Use a customer code or an invoice number instead.`,
	);
}
