import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Contract, Operation } from '../contract';
import { answerThrough, type Wire } from '../faults/effects';
import type { FaultBook } from '../faults/fault';
import { type Answer, type Handler, type JsonObject, type Refusal, refuse } from '../world/handler';
import { keysOf } from '../world/keys';
import type { World } from '../world/world';
import { JsonBody } from './jsonBody';
import type { RequestLog } from './requestLog';
import { inVariant } from './variants';

interface ApiParts {
	contract: Contract;
	/** One for each operation of the contract, by its id. */
	handlers: ReadonlyMap<string, Handler>;
	world: World;
	faults: FaultBook;
	log: RequestLog;
	/** True: requests and answers are checked against the contract. */
	validate: boolean;
	/** Called for every answer of the simulator that breaks the contract. */
	onViolation(sentence: string): void;
}

interface Incoming {
	request: FastifyRequest;
	body: JsonBody;
	refusal: Refusal | undefined;
}

/** Serves every operation of the contract, and 404 for the rest of its base path. */
export function registerApi(app: FastifyInstance, parts: ApiParts): void {
	const { basePath, byId } = parts.contract;
	for (const { method, path, operation, alternative } of routesOf([...byId.values()])) {
		app.route({
			method,
			url: basePath + path.replace(/\{(\w+)\}/g, ':$1'),
			handler: async (request, reply) => {
				const here = !alternative || parts.world.settings.variants.includes('alternativePaths');
				return serve(parts, here ? operation : undefined, request, reply);
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

function keyOf(method: string, path: string): string {
	return `${method} ${path.replace(/\{\w+\}/g, '{}')}`;
}

/** Takes a request through log and faults. */
async function serve(
	parts: ApiParts,
	operation: Operation | undefined,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<FastifyReply> {
	const { world, log } = parts;
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
	const invoiceNumbers = body.invoiceNumbers();
	const faults = parts.faults.take({ operationId: operation?.id, method, invoiceNumbers });
	entry.fault = faults.map(({ kind }) => kind).join(', ') || undefined;

	await log.whenOpen(world.settings.holdUntilOpen);
	const wire = await answerThrough({
		faults,
		invoiceNumbers,
		latencyMs: world.settings.latencyMs,
		process: (refusal) => answer(parts, operation, { request, body, refusal }),
	});
	log.close(entry);
	if (operation !== undefined) world.agenda.answered(operation.id);
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

const UNKNOWN_KEY = refuse(401, 'The access token is missing or invalid.');

/** Answers a request, and holds the answer against the contract. */
function answer(parts: ApiParts, operation: Operation | undefined, incoming: Incoming): Answer {
	const { world, onViolation } = parts;
	const { request } = incoming;
	if (operation === undefined) {
		const isKnown = keysOf(world).find(request.headers['x-api-key']) !== undefined;
		const path = request.url.split('?')[0];
		return isKnown ? refuse(404, `There is no ${request.method} ${path}.`) : UNKNOWN_KEY;
	}
	try {
		const result = answerUnchecked(parts, operation, incoming);
		const checked = parts.validate && !result.unchecked;
		const wrong = checked ? operation.checkAnswer(result.status, result.body) : undefined;
		if (wrong === undefined) {
			return inVariant(world.settings.variants, operation, givenValues(request.query), result);
		}
		onViolation(`${operation.id} answered ${result.status} against the contract. ${wrong}`);
		return refuse(500, `The simulator's answer is not as the contract has it. ${wrong}`);
	} catch (error) {
		onViolation(`${operation.id} failed: ${(error as Error).stack}`);
		return refuse(500, `The simulator failed: ${(error as Error).message}`);
	}
}

/** Takes a request through key, right, contract check and handler. */
function answerUnchecked(parts: ApiParts, operation: Operation, incoming: Incoming): Answer {
	const { world, validate, handlers } = parts;
	const { request, body, refusal } = incoming;
	const key = request.headers['x-api-key'];
	const known = keysOf(world).find(key);
	if (known === undefined) return UNKNOWN_KEY;
	if (operation.partnerOnly && known.customerCode !== undefined) {
		return refuse(403, 'This endpoint needs a partner-level access token.');
	}
	const read = body.read();
	if ('problem' in read) return refuse(400, read.problem);
	const sent = { path: request.params as JsonObject, query: givenValues(request.query) };
	const call = {
		...inTheirPlaces(operation, sent, read.value),
		header: { ...request.headers },
		body: read.value,
		key: String(key),
		refusal,
	};
	const isJson = /^application\/json\b/i.test(request.headers['content-type'] ?? '');
	const wrong =
		// This check gives the values their types, so it is never left out.
		operation.checkParameters(call) ??
		(validate && call.body !== undefined && !isJson
			? 'The Content-Type must be application/json.'
			: undefined) ??
		(validate ? operation.checkBody(call.body) : undefined) ??
		(world.settings.strict ? operation.checkUnknown(call) : undefined);
	if (wrong !== undefined) return refuse(400, wrong);
	world.agenda.catchUp();
	const handler = handlers.get(operation.id);
	if (handler === undefined) throw new Error(`The simulator does not handle ${operation.id}.`);
	return handler(world, call);
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
	{ parameters }: Operation,
	given: { path: JsonObject; query: JsonObject },
	body: unknown,
): { path: JsonObject; query: JsonObject } {
	const path: JsonObject = {};
	const query = { ...given.query };
	for (const { name, in: place } of parameters) {
		if (place === 'path') {
			path[name] = given.path[name] ?? query[name] ?? inBody(body, name);
			delete query[name];
		} else {
			const value = query[name] ?? given.path[name];
			if (value !== undefined) query[name] = value;
		}
	}
	return { path, query };
}

/** Members are called as the parameters are, with a capital letter. */
function inBody(body: unknown, name: string): unknown {
	const member = name.charAt(0).toUpperCase() + name.slice(1);
	const value = (body as JsonObject | null | undefined)?.[member];
	return typeof value === 'number' ? String(value) : value;
}
