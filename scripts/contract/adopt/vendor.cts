import { upgrade } from '@scalar/openapi-upgrader';

import { METHODS, type Schema } from '../source.cts';
import { compact, isObject, listOf, objectOf, Refusal, textOf, type Json } from './json.cts';
import { createSchemas, follow } from './vendorSchemas.cts';
import { cleanPath, serversOf } from './vendorServers.cts';
import { camel, pascal } from './words.cts';

/** One parameter, references resolved, those of the path merged in. */
export interface VendorParameter {
	name: string;
	in: 'path' | 'query' | 'header' | 'cookie';
	required: boolean;
	deprecated?: boolean;
	description?: string;
	schema: Schema;
	example?: unknown;
}

export interface VendorMessage {
	description?: string;
	/** The JSON of it; undefined where it has none. */
	schema?: Schema;
	example?: unknown;
	/** The media type, where it is not `application/json`. */
	mediaType?: string;
}

export interface VendorOperation {
	/** `POST /invoices`; the path comes after the base URL. */
	key: string;
	method: string;
	path: string;
	title?: string;
	operationId?: string;
	description?: string;
	tags: string[];
	deprecated: boolean;
	parameters: VendorParameter[];
	body?: VendorMessage & { required: boolean };
	/** By status; `default` is a status too. */
	answers: Record<string, VendorMessage>;
	/** Why the node cannot serve it as it is described. */
	obstacle?: string;
	/** It answers with a file, by its media type. */
	file?: string;
}

/** A vendor's document in the forms that our contract has: every object a schema with a name, nothing shared but schemas. */
export interface VendorApi {
	title?: string;
	version?: string;
	description?: string;
	/** The production first. */
	servers: Array<{ url: string; description?: string }>;
	/** The one that is no sandbox; undefined where the document names none. */
	production?: string;
	operations: VendorOperation[];
	schemas: Record<string, Schema>;
	/** Names of schemas that the document itself has. */
	ownNames: ReadonlySet<string>;
	webhooks: Record<string, Json>;
	/** Where the key goes: `header X-Api-Key`. */
	keys: string[];
	notes: string[];
}

const PARAMETER_PLACES = ['path', 'query', 'header', 'cookie'];
/** Headers that every request has, or that carry the key. */
const USUAL_HEADERS = /^(accept|content-type|authorization|x-api-key|user-agent|host)$/i;

/**
 * @param raw OpenAPI 3 or Swagger 2, as it was read
 * @param baseUrl the address that our paths come after
 * @throws Refusal for a document that contradicts itself
 */
export function readApi(raw: Json, baseUrl: string): VendorApi {
	const document = upgraded(raw);
	const notes: string[] = [];
	const schemas = createSchemas(document);
	const { servers, production, prefix, strip } = serversOf(document, raw, baseUrl);
	const operations: VendorOperation[] = [];
	const routes = Object.entries(objectOf(document.paths)).sort(([one], [other]) =>
		one < other ? -1 : 1,
	);
	for (const [route, value] of routes) {
		const item = objectOf(follow(document, value));
		for (const method of METHODS) {
			if (!isObject(item[method])) continue;
			const path = cleanPath(cleanPath(`${prefix}/${route}`).slice(strip));
			operations.push(readOperation(document, schemas, path, method, item, notes));
		}
	}
	if (operations.length === 0) throw new Refusal('The document has no operations.');
	assertOnce(operations);
	const info = objectOf(document.info);
	const webhooks = Object.fromEntries(
		Object.entries(objectOf(raw.webhooks ?? raw['x-webhooks'])).map(([name, item]) => [
			name,
			readWebhook(document, schemas, name, objectOf(item)),
		]),
	);
	return {
		title: textOf(info.title),
		version: textOf(info.version),
		description: textOf(info.description),
		servers,
		production,
		operations,
		schemas: schemas.all,
		ownNames: schemas.ownNames,
		webhooks,
		keys: keysOf(document),
		notes,
	};
}

/** OpenAPI 3.1, whatever it was; nothing of the given document is changed. */
function upgraded(raw: Json): Json {
	const copy = structuredClone(raw);
	if (/^2/.test(String(copy.swagger))) {
		copy.swagger = '2.0';
		keepExamples(copy);
	}
	const external = externalReference(copy);
	if (external !== undefined) {
		throw new Refusal(
			`The document refers to ${external}, which is another file. Put all into one file first ("npx redocly bundle").`,
		);
	}
	return upgrade(copy, '3.1') as unknown as Json;
}

/** Swagger 2 has no examples of parameters; editors write them all the same. */
function keepExamples(document: Json): void {
	const items = Object.values(objectOf(document.paths)).map(objectOf);
	const operations = items.flatMap((item) => [item, ...Object.values(item).map(objectOf)]);
	const holders = [...operations.map(({ parameters }) => parameters), document.parameters];
	for (const parameter of holders.flatMap((holder) => Object.values(Object(holder) as Json))) {
		if (!isObject(parameter) || parameter.in === 'body') continue;
		const example = parameter['x-example'] ?? parameter.example;
		if (example !== undefined) parameter.example = example;
	}
}

function externalReference(node: unknown): string | undefined {
	if (Array.isArray(node)) return firstOf(node);
	if (!isObject(node)) return undefined;
	const { $ref } = node;
	if (typeof $ref === 'string' && !$ref.startsWith('#')) return $ref;
	return firstOf(Object.values(node));
}

function firstOf(nodes: unknown[]): string | undefined {
	for (const node of nodes) {
		const found = externalReference(node);
		if (found !== undefined) return found;
	}
	return undefined;
}

function readOperation(
	document: Json,
	schemas: ReturnType<typeof createSchemas>,
	path: string,
	method: string,
	item: Json,
	notes: string[],
): VendorOperation {
	const own = objectOf(item[method]);
	const key = `${method.toUpperCase()} ${path}`;
	const title = textOf(own.summary);
	const name = pascal(title ?? `${method} ${path}`);
	const parameters = mergedParameters(document, own, item).map((parameter) =>
		readParameter(schemas, parameter, `${name}${pascal(String(parameter.name))}`, document),
	);
	const { parameters: used, obstacle } = usable(parameters, key, notes);
	const body = readBody(document, schemas, own.requestBody, `${name}Request`);
	const foreign = [...listOf(own.servers), ...listOf(item.servers)].map((server) =>
		textOf(objectOf(server).url),
	)[0];
	return {
		...compact({
			title,
			operationId: textOf(own.operationId),
			description: textOf(own.description)?.replace(/\r\n?/g, '\n'),
		}),
		key,
		method: method.toUpperCase(),
		path,
		tags: listOf(own.tags).map(String),
		deprecated: own.deprecated === true,
		parameters: used,
		answers: readAnswers(document, schemas, objectOf(own.responses), `${name}Answer`, key, notes),
		...compact({
			file: fileOf(document, objectOf(own.responses)),
			body: body?.message,
			obstacle:
				obstacle ??
				body?.obstacle ??
				(foreign === undefined ? undefined : `it is served at another address, ${foreign}`),
		}),
	};
}

/** Those of the operation and of its path; of two of one name and place the operation's. */
function mergedParameters(document: Json, operation: Json, item: Json): Json[] {
	const own = listOf(operation.parameters).map((node) => objectOf(follow(document, node)));
	const shared = listOf(item.parameters).map((node) => objectOf(follow(document, node)));
	const inherited = shared.filter(
		(parameter) =>
			!own.some(({ name, in: place }) => name === parameter.name && place === parameter.in),
	);
	return [...inherited, ...own].filter(({ name, in: place }, at, all) => {
		const first = all.findIndex((other) => other.name === name && other.in === place);
		return PARAMETER_PLACES.includes(String(place)) && first === at;
	});
}

function readParameter(
	schemas: ReturnType<typeof createSchemas>,
	parameter: Json,
	name: string,
	document: Json,
): VendorParameter {
	const content = objectOf(Object.values(objectOf(parameter.content))[0]);
	const schema = schemas.read(parameter.schema ?? content.schema ?? { type: 'string' }, name);
	const { description, examples, ...rest } = schema;
	return compact({
		name: String(parameter.name),
		in: parameter.in as VendorParameter['in'],
		required: parameter.required === true || parameter.in === 'path',
		deprecated: parameter.deprecated === true ? true : undefined,
		description: (textOf(parameter.description) ?? textOf(description))?.replace(/\r\n?/g, '\n'),
		schema: rest as Schema,
		example: exampleOf(document, parameter) ?? examples?.[0],
	});
}

/** Parameters the node can send; the usual headers are sent anyway. */
function usable(parameters: VendorParameter[], key: string, notes: string[]) {
	const sent = parameters.filter(({ in: place }) => place === 'path' || place === 'query');
	const others = parameters.filter(
		({ in: place, name }) =>
			place === 'cookie' || (place === 'header' && !USUAL_HEADERS.test(name)),
	);
	const needed = others.filter(({ required }) => required);
	for (const { in: place, name } of others) {
		notes.push(`${key}: the ${place} ${name} is not sent by the node.`);
	}
	const names = needed.map(({ in: place, name }) => `the ${place} ${name}`).join(' and ');
	return {
		parameters: sent,
		obstacle: names === '' ? undefined : `it needs ${names}, which the node does not send`,
	};
}

function readBody(
	document: Json,
	schemas: ReturnType<typeof createSchemas>,
	node: unknown,
	name: string,
): { message?: VendorOperation['body']; obstacle?: string } | undefined {
	if (node === undefined) return undefined;
	const body = objectOf(follow(document, node));
	const content = objectOf(body.content);
	if (Object.keys(content).length === 0) return undefined;
	const media = jsonMedia(content);
	if (media === undefined) {
		return {
			obstacle: `its body is ${Object.keys(content).join(' or ')}, and the node sends JSON`,
		};
	}
	return {
		message: {
			...readMedia(document, schemas, media, name),
			...compact({ description: textOf(body.description) }),
			required: body.required === true,
		},
	};
}

function jsonMedia(content: Json): { type: string; media: Json } | undefined {
	const types = Object.keys(content);
	const rank = (type: string) =>
		/^application\/json\b/i.test(type)
			? 0
			: /^(application|text)\/([\w.-]+\+)?json\b/i.test(type)
				? 1
				: type === '*/*'
					? 2
					: 3;
	const [type] = types
		.filter((name) => rank(name) < 3)
		.sort((one, other) => rank(one) - rank(other));
	return type === undefined ? undefined : { type, media: objectOf(content[type]) };
}

function readMedia(
	document: Json,
	schemas: ReturnType<typeof createSchemas>,
	{ type, media }: { type: string; media: Json },
	name: string,
): VendorMessage {
	const plain = /^application\/json\b|^\*\/\*$/i.test(type);
	return compact({
		schema: media.schema === undefined ? undefined : schemas.read(media.schema, name),
		example: exampleOf(document, media),
		mediaType: plain ? undefined : type,
	});
}

function exampleOf(document: Json, holder: Json): unknown {
	if (holder.example !== undefined) return holder.example;
	const [first] = Array.isArray(holder.examples)
		? holder.examples.map((value) => ({ value }))
		: Object.values(objectOf(holder.examples)).map((entry) => objectOf(follow(document, entry)));
	return first?.value;
}

/** By status; `x-200:Created` is a 200 of another name, and counts where there is no plain one. */
function readAnswers(
	document: Json,
	schemas: ReturnType<typeof createSchemas>,
	responses: Json,
	name: string,
	key: string,
	notes: string[],
): Record<string, VendorMessage> {
	const answers: Record<string, VendorMessage> = {};
	const plainFirst = Object.keys(responses).sort(
		(one, other) => Number(/^x-/i.test(one)) - Number(/^x-/i.test(other)) || (one < other ? -1 : 1),
	);
	for (const told of plainFirst) {
		const status = statusOf(told);
		if (status === undefined) continue;
		const response = objectOf(follow(document, responses[told]));
		const media = jsonMedia(objectOf(response.content));
		// What goes wrong is told in one way by most APIs: one shape has one name, whatever the operation.
		const place = /^(2|default)/.test(status) ? name : 'ErrorAnswer';
		const answer: VendorMessage = {
			...compact({ description: textOf(response.description) }),
			...(media === undefined ? {} : readMedia(document, schemas, media, place)),
		};
		const before = answers[status];
		if (before?.schema !== undefined && answer.schema !== undefined) {
			notes.push(`${key}: of several answers ${status} the first is taken, not ${told}.`);
		} else if (before === undefined || answer.schema !== undefined) answers[status] = answer;
	}
	return answers;
}

/** The media type of a success that is no JSON and no text: a PDF, a spreadsheet. */
function fileOf(document: Json, responses: Json): string | undefined {
	const types = Object.keys(responses)
		.filter((told) => statusOf(told)?.startsWith('2'))
		.flatMap((told) => Object.keys(objectOf(objectOf(follow(document, responses[told])).content)));
	const isFile = (type: string) => /^(application|image|audio|video)\//i.test(type);
	return types.length > 0 && types.every((type) => isFile(type) && !/json/i.test(type))
		? types[0]
		: undefined;
}

function statusOf(told: string): string | undefined {
	if (/^default$/i.test(told)) return 'default';
	const [, status = ''] = /^(?:x-)?([1-5](?:\d\d|xx))(?:\s*[:\s-].*)?$/i.exec(told.trim()) ?? [];
	return status === '' ? undefined : status.replace(/xx$/i, '00');
}

function readWebhook(
	document: Json,
	schemas: ReturnType<typeof createSchemas>,
	name: string,
	item: Json,
): Json {
	const upgradedItem = objectOf(objectOf(document.webhooks)[name] ?? item);
	return Object.fromEntries(
		METHODS.filter((method) => isObject(upgradedItem[method])).map((method) => {
			const own = objectOf(upgradedItem[method]);
			const body = readBody(document, schemas, own.requestBody, `${pascal(name)}Event`);
			const schema = body?.message?.schema;
			return [
				method,
				compact({
					operationId: camel(`${name} event`),
					summary: textOf(own.summary) ?? name,
					description: textOf(own.description),
					requestBody:
						schema === undefined ? undefined : { content: { 'application/json': { schema } } },
					responses: { '200': { description: 'Received' } },
				}),
			];
		}),
	);
}

function keysOf(document: Json): string[] {
	const schemes = objectOf(objectOf(document.components).securitySchemes);
	return Object.values(schemes).map((node) => {
		const scheme = objectOf(follow(document, node));
		return scheme.type === 'apiKey'
			? `${String(scheme.in)} ${String(scheme.name)}`
			: `${String(scheme.type)} ${String(scheme.scheme ?? '')}`.trim();
	});
}

/** Two operations at one method and path; names of placeholders make no difference. */
function assertOnce(operations: readonly VendorOperation[]): void {
	const seen = new Map<string, string>();
	for (const { key } of operations) {
		const plain = key.replace(/\{[^}]*\}/g, '{}');
		const before = seen.get(plain);
		if (before !== undefined) {
			throw new Refusal(`${before} and ${key} are the same request, which the document has twice.`);
		}
		seen.set(plain, key);
	}
}
