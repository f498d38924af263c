import { nearestName } from '../text/nearestName';
import { climbs } from './climbs';
import { endpoints, type EndpointId } from './endpoints.generated';
import { ConnectionProblem } from './problems';

/**
 * Reads 'Endpoint Overrides': a JSON object of operation and corrected path. A placeholder may name any
 * path or query parameter of the operation; path parameters without a placeholder go into the query.
 * @throws ConnectionProblem for anything but known operations with plain paths.
 */
export function readOverrides(value: unknown): Partial<Record<EndpointId, string>> {
	const overrides: Partial<Record<EndpointId, string>> = {};
	for (const [operation, path] of Object.entries(parseOverrides(value))) {
		if (!isEndpointId(operation)) {
			throw new ConnectionProblem(
				`'Endpoint Overrides' names "${operation}", which is no operation. ${suggestOperation(operation)}`,
			);
		}
		overrides[operation] = checkPath(operation, path);
	}
	return overrides;
}

function parseOverrides(value: unknown): Record<string, unknown> {
	if (value === undefined || value === null) return {};
	if (typeof value === 'string' && value.trim() === '') return {};
	const parsed = typeof value === 'string' ? parseJson(value) : value;
	if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
		throw new ConnectionProblem(
			`'Endpoint Overrides' must be a JSON object of operation and path, e.g. {"validateToken": "/token/validate"}.`,
		);
	}
	return { ...parsed };
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function checkPath(operation: EndpointId, path: unknown): string {
	if (typeof path !== 'string' || !/^\/[^\s?#]+$/.test(path) || path.startsWith('//')) {
		throw new ConnectionProblem(
			`'Endpoint Overrides': the path of "${operation}" must begin with one slash and hold no spaces and no query, e.g. "${endpoints[operation].path}".`,
		);
	}
	if (climbs(path)) {
		throw new ConnectionProblem(
			`'Endpoint Overrides': the path of "${operation}" leads out of 'Base URL'. Enter the whole address of the API there, and here what follows it.`,
		);
	}
	const missing = endpoints[operation].pathParameters.filter(
		(name: string) => !path.includes(`{${name}}`),
	);
	const unknown = [...path.matchAll(/\{([^}]*)\}/g)]
		.map((match) => match[1] ?? '')
		.filter((name) => !nameList(operation).includes(name));
	if (unknown.length > 0) {
		throw new ConnectionProblem(
			`'Endpoint Overrides': the path of "${operation}" uses {${unknown[0]}}, which this operation does not know. It knows ${
				nameList(operation)
					.map((name) => `{${name}}`)
					.join(', ') || 'no placeholders'
			}.`,
		);
	}
	if (missing.length > 0 && path.includes('{')) {
		throw new ConnectionProblem(
			`'Endpoint Overrides': the path of "${operation}" lacks {${missing[0]}}.`,
		);
	}
	return path;
}

function nameList(operation: EndpointId): readonly string[] {
	const { pathParameters, queryParameters } = endpoints[operation];
	return [...pathParameters, ...queryParameters];
}

export function isEndpointId(name: string): name is EndpointId {
	return Object.prototype.hasOwnProperty.call(endpoints, name);
}

function suggestOperation(typed: string): string {
	const close = nearestName(typed, Object.keys(endpoints));
	return close !== undefined
		? `Did you mean "${close}"?`
		: 'The operations are listed in docs/operations.md.';
}
