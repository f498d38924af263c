'use strict';

const { generatedNotice, operationsOf, resolve, typesOf } = require('./source');

/** The endpoint table: one row of data for each operation. */
function endpointsFile(contract) {
	const operations = operationsOf(contract);
	const rows = Object.fromEntries(operations.map((row) => [row.id, endpoint(row)]));
	const windows = Object.fromEntries(
		operations
			.filter(({ operation }) => operation['x-default-window'])
			.map((row) => [row.id, defaultWindow(row)]),
	);

	function endpoint({ title, method, path, evidence, parameters, operation }) {
		return {
			title,
			method,
			path,
			evidence,
			pathParameters: namesIn(parameters, 'path'),
			queryParameters: namesIn(parameters, 'query'),
			body: bodyKind(contract, operation),
			partnerKey: operation['x-partner-key'] === true,
			retry: repeatable(method, operation),
			secretResponse: operation['x-secret-response'] === true,
		};
	}

	return {
		file: 'nodes/CashIn/api/endpoints.generated.ts',
		content: `// ${generatedNotice}

export const endpoints = ${JSON.stringify(rows)} as const satisfies Record<string, Endpoint>;

export type EndpointId = keyof typeof endpoints;

/** Lists that give the days of a window when they are asked without dates. */
export const defaultWindows: Readonly<Partial<Record<EndpointId, DefaultWindow>>> = ${JSON.stringify(windows)};

/** What a list gives without dates, and the query parameters that change it. */
export interface DefaultWindow {
	/** Days up to today. */
	readonly days: number;
	readonly from: readonly string[];
	readonly to: readonly string[];
	/** documented: read in Cash-In's docs; inferred: our reading. */
	readonly evidence: 'documented' | 'inferred';
}

/** One operation of the API; \`path\` comes after the base URL and holds its parameters in braces. */
export interface Endpoint {
	/** The operation's title in Cash-In's docs. */
	readonly title: string;
	readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	readonly path: string;
	/** documented: method and path were read; partial: the method was; inferred: only the title was. */
	readonly evidence: 'documented' | 'partial' | 'inferred';
	readonly pathParameters: readonly string[];
	readonly queryParameters: readonly string[];
	readonly body: 'none' | 'object' | 'array';
	/** Whether it needs the key of a software partner. */
	readonly partnerKey: boolean;
	/** read: may be repeated; ifRefused: only when the answer says that nothing was taken; never: not at all. */
	readonly retry: 'read' | 'ifRefused' | 'never';
	/** Whether the answer holds a secret, which no log and no error may show. */
	readonly secretResponse: boolean;
}
`,
	};
}

function defaultWindow({ id, parameters, operation }) {
	const { days, from, to, 'x-evidence': evidence } = operation['x-default-window'];
	const known = namesIn(parameters, 'query');
	const unknown = [...from, ...to].filter((name) => !known.includes(name));
	if (unknown.length > 0) throw new Error(`${id} has no parameter ${unknown.join(', ')}`);
	return { days, from, to, evidence };
}

function repeatable(method, operation) {
	if (operation['x-retry'] === 'never') return 'never';
	return method === 'GET' ? 'read' : 'ifRefused';
}

const namesIn = (parameters, place) =>
	parameters.filter((parameter) => parameter.in === place).map((parameter) => parameter.name);

function bodyKind(contract, operation) {
	const schema = operation.requestBody?.content['application/json'].schema;
	if (!schema) return 'none';
	return typesOf(resolve(contract, schema)).includes('array') ? 'array' : 'object';
}

module.exports = { endpointsFile };
