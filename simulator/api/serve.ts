import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Contract, Operation } from '../contract';
import { answerThrough, type Wire } from '../faults/effects';
import type { FaultBook } from '../faults/fault';
import type { Node } from '../checks';
import type { Answer, Handler, JsonObject, Refusal } from '../world/handler';
import { keysOf } from '../world/keys';
import type { World } from '../world/world';
import { JsonBody } from './jsonBody';
import { heldIn, pagingOf, readRequest } from './read';
import type { RequestLog } from './requestLog';
import { inVariant } from './variants';
import { successOf, type WireAnswer, type Writer } from './write';

interface ApiParts {
	contract: Contract;
	writer: Writer;
	/** By the operation's id; one that an adopted document added has none. */
	handlers: ReadonlyMap<string, Handler>;
	world: World;
	faults: FaultBook;
	log: RequestLog;
	/** True: requests and answers are checked against the contract. */
	validate: boolean;
	/** Called for every answer of the simulator that breaks the contract. */
	onViolation(sentence: string): void;
	/** Called when a request has taken effect. */
	onServed(): void;
}

interface Incoming {
	request: FastifyRequest;
	/** Values of the path, by the names it was written with. */
	path: JsonObject;
	body: JsonBody;
	refusal: Refusal | undefined;
}

/** Serves every operation of the contract, and 404 for the rest of its base path. */
export function registerApi(app: FastifyInstance, parts: ApiParts): void {
	const { basePath, byId } = parts.contract;
	for (const { method, path, operation, alternative } of routesOf([...byId.values()])) {
		const names = [...path.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
		let place = 0;
		app.route({
			method,
			// By their places: a contract's names may have characters that a route's may not.
			url: basePath + path.replace(/:/g, '::').replace(PLACEHOLDER, () => `:p${place++}`),
			handler: async (request, reply) => {
				const here = !alternative || parts.world.settings.variants.includes('alternativePaths');
				const values = request.params as JsonObject;
				const given = Object.fromEntries(names.map((name, at) => [name, values[`p${at}`]]));
				return serve(parts, here ? operation : undefined, request, reply, given);
			},
		});
	}
	app.setNotFoundHandler(async (request, reply) => {
		if (new URL(request.url, 'http://localhost').pathname.startsWith(`${basePath}/`)) {
			return serve(parts, undefined, request, reply);
		}
		return reply.code(404).send({ error: 'There is nothing at this address.' });
	});
}

/**
 * The addresses of all operations, and the others they may have where no other operation is at home: those are
 * served while the variant `alternativePaths` is on. Paths in the contract's spelling, without a query.
 */
function routesOf(operations: readonly Operation[]) {
	const routes = operations.map((operation) => ({
		method: operation.method,
		path: operation.path,
		operation,
		alternative: false,
	}));
	const taken = new Set(routes.map(({ method, path }) => keyOf(method, path)));
	for (const operation of operations) {
		for (const written of operation.alternatives) {
			const words = written.split(' ');
			const method = words.length > 1 ? (words[0] ?? '') : operation.method;
			const path = (words[words.length - 1] ?? '').split('?')[0] ?? '';
			const key = keyOf(method, path);
			if (taken.has(key)) continue;
			taken.add(key);
			routes.push({ method, path, operation, alternative: true });
		}
	}
	return routes;
}

const PLACEHOLDER = /\{([^}]*)\}/g;

function keyOf(method: string, path: string): string {
	return `${method} ${path.replace(PLACEHOLDER, '{}')}`;
}

/** Takes a request through log and faults. */
async function serve(
	parts: ApiParts,
	operation: Operation | undefined,
	request: FastifyRequest,
	reply: FastifyReply,
	path: JsonObject = {},
): Promise<FastifyReply> {
	const { world, log, writer } = parts;
	const { method } = request;
	const body = new JsonBody(request.body as Buffer | undefined);
	const entry = log.open({
		method,
		path: request.url.split('?')[0] ?? '',
		query: { ...(request.query as JsonObject) },
		headers: request.headers,
		rawBody: body.text,
		operationId: operation?.id,
	});
	const invoiceNumbers = invoiceNumbersIn(parts.contract, operation, body);
	const faults = parts.faults.take({ operationId: operation?.id, method, invoiceNumbers });
	entry.fault = faults.map(({ kind }) => kind).join(', ') || undefined;

	await log.whenOpen(world.settings.holdUntilOpen);
	const wire = await answerThrough({
		faults,
		invoiceNumbers,
		latencyMs: world.settings.latencyMs,
		process: (refusal) => answer(parts, operation, { request, path, body, refusal }),
		refuse: (status, message) => writer.refuse(operation, status, message),
	});
	log.close(entry);
	if (operation !== undefined) world.agenda.answered(operation.id);
	parts.onServed();
	entry.status = wire.end === 'send' ? wire.status : undefined;
	// A client that asks what day it is must hear of the same day as from the records.
	return put(reply.header('date', world.clock.now().toUTCString()), wire);
}

function put(reply: FastifyReply, wire: Wire): FastifyReply {
	if (wire.end === 'send') {
		return reply.code(wire.status).headers(wire.headers).send(wire.payload);
	}
	reply.hijack();
	if (wire.end === 'reset') reply.raw.socket?.resetAndDestroy();
	return reply;
}

/** The numbers of the invoices that a request takes in, as text. */
function invoiceNumbersIn(
	{ wire }: Contract,
	operation: Operation | undefined,
	body: JsonBody,
): string[] {
	const { body: layout } = operation ?? {};
	if (operation === undefined || layout === undefined) return [];
	if (layout.kind === 'object' && !layout.isUpload) return [];
	const read = body.read();
	const held = 'value' in read ? heldIn(operation, read.value) : undefined;
	const [name = ''] = wire.namesOf(layout.element, ['invoiceNumber']);
	return [held].flat().flatMap((item) => {
		const number = (item as JsonObject | null | undefined)?.[name];
		return number === undefined ? [] : [String(number)];
	});
}

const UNKNOWN_KEY = 'The access token is missing or invalid.';

/** Answers a request, and holds the answer against the contract. */
function answer(parts: ApiParts, operation: Operation | undefined, incoming: Incoming): WireAnswer {
	const { world, contract, writer, onViolation } = parts;
	const { request } = incoming;
	if (operation === undefined) {
		const isKnown = keysOf(world).find(request.headers['x-api-key']) !== undefined;
		const path = request.url.split('?')[0];
		return isKnown
			? writer.refuse(undefined, 404, `There is no ${request.method} ${path}.`)
			: writer.refuse(undefined, 401, UNKNOWN_KEY);
	}
	try {
		const result = answerUnchecked(parts, operation, incoming);
		const checked = parts.validate && !result.unchecked;
		const wrong = checked ? operation.checkAnswer(result.status, result.body) : undefined;
		if (wrong === undefined) {
			const query = givenValues(request.query);
			return inVariant(world.settings.variants, contract, operation, query, result);
		}
		onViolation(`${operation.id} answered ${result.status} against the contract. ${wrong}`);
		const sentence = `The simulator's answer is not as the contract has it. ${wrong}`;
		return writer.refuse(operation, 500, sentence);
	} catch (error) {
		onViolation(`${operation.id} failed: ${(error as Error).stack}`);
		return writer.refuse(operation, 500, `The simulator failed: ${(error as Error).message}`);
	}
}

/** Takes a request through key, right, contract check and handler. */
function answerUnchecked(parts: ApiParts, operation: Operation, incoming: Incoming): WireAnswer {
	const { world, contract, validate, handlers, writer } = parts;
	const { request, body, refusal } = incoming;
	const refuse = (status: number, message: string) => writer.refuse(operation, status, message);
	const key = request.headers['x-api-key'];
	const known = keysOf(world).find(key);
	if (known === undefined) return refuse(401, UNKNOWN_KEY);
	if (operation.partnerOnly && known.customerCode !== undefined) {
		return refuse(403, 'This endpoint needs a partner-level access token.');
	}
	const read = body.read();
	if ('problem' in read) return refuse(400, read.problem);
	const sent = { path: incoming.path, query: givenValues(request.query) };
	const call = {
		...inTheirPlaces(contract, operation, sent, read.value),
		header: { ...request.headers },
		body: read.value,
	};
	const mediaType = operation.body?.mediaType ?? 'application/json';
	const isJson = isOfType(request.headers['content-type'], mediaType);
	const wrong =
		// This check gives the values their types, so it is never left out.
		operation.checkParameters(call) ??
		(validate && call.body !== undefined && !isJson
			? `The Content-Type must be ${mediaType}.`
			: undefined) ??
		(validate ? operation.checkBody(call.body) : undefined) ??
		(world.settings.strict ? operation.checkUnknown(call) : undefined);
	if (wrong !== undefined) return refuse(400, wrong);
	world.agenda.catchUp();
	const handler = handlers.get(operation.id);
	if (handler === undefined) return exampleOf(operation, refuse);
	const said = readRequest(contract, operation, call, keptBy(contract, operation));
	const paging = pagingOf(operation, said.parameters, world.settings.maxPageSize);
	if (typeof paging === 'string') return refuse(400, paging);
	const result: Answer = handler(world, { ...said, key: String(key), refusal });
	return writer.write(operation, result, paging, {
		requestId: crypto.randomUUID(),
		timestamp: world.clock.timestamp(),
	});
}

function isOfType(header: string | undefined, mediaType: string): boolean {
	const [type = ''] = (header ?? '').split(';');
	return type.trim().toLowerCase() === mediaType.toLowerCase();
}

/** An operation that came with an adopted document has no behaviour here; its example stands for it. */
function exampleOf(
	operation: Operation,
	refuse: (status: number, message: string) => WireAnswer,
): WireAnswer {
	const [status, { schema, example }] = successOf(operation, 200);
	if (schema === undefined) return { status };
	if (example !== undefined) return { status, body: example };
	const sentence = `The simulator knows nothing of ${operation.id}, and the contract has no example of its answer.`;
	return refuse(501, sentence);
}

/** An update may change what its own schema does not name: it is read as what it is kept with. */
function keptBy({ byId }: Contract, { id }: Operation): Node | undefined {
	return id === 'updateInvoice' ? byId.get('createInvoice')?.body?.element : undefined;
}

/** An empty value in the query is one not given: the vendor's own sample request is full of them. */
function givenValues(query: unknown): JsonObject {
	return Object.fromEntries(Object.entries(query ?? {}).filter(([, value]) => value !== ''));
}

/**
 * Puts a request's values where the contract has them: at another address a number may come in the query
 * or the body instead of the path, or the other way round.
 */
function inTheirPlaces(
	contract: Contract,
	operation: Operation,
	given: { path: JsonObject; query: JsonObject },
	body: unknown,
): { path: JsonObject; query: JsonObject } {
	const path: JsonObject = {};
	const query = { ...given.query };
	for (const { name, in: place, field } of operation.parameters) {
		if (place === 'path') {
			path[name] = given.path[name] ?? query[name] ?? inBody(contract, operation, body, field);
			delete query[name];
		} else {
			const value = query[name] ?? given.path[name];
			if (value !== undefined) query[name] = value;
		}
	}
	return { path, query };
}

/** Under the name that the body has for the same field. */
function inBody({ wire }: Contract, { body: layout }: Operation, body: unknown, field: string) {
	const [name = field] = wire.namesOf(layout?.element ?? {}, [field]);
	const value = (body as JsonObject | null | undefined)?.[name];
	return typeof value === 'number' ? String(value) : value;
}
