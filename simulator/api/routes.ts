import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Contract, Operation } from '../contract';
import type { Wire } from '../faults/effects';
import { answerThrough } from '../faults/effects';
import type { FaultBook } from '../faults/faultBook';
import type { Answer, Refusal } from '../operations/handler';
import { refuse } from '../operations/handler';
import type { World } from '../state/world';
import { alternativeRoutes } from './alternativePaths';
import { answerOperation } from './answerOperation';
import { JsonBody } from './jsonBody';
import type { RequestLog } from './requestLog';

export interface ApiParts {
	contract: Contract;
	world: World;
	faults: FaultBook;
	log: RequestLog;
	/** Whether requests and answers are held against the contract. */
	validate: boolean;
	/** Told of every answer of ours that is not as the contract has it. */
	onViolation(sentence: string): void;
	/** Told of each operation that was answered, whatever the answer. */
	onAnswer(operationId: string): void;
}

/** Serves every operation of the contract, and 404 for the rest of its base path. */
export function registerApi(app: FastifyInstance, parts: ApiParts): void {
	const { basePath, operations } = parts.contract;
	for (const operation of operations) {
		app.route({
			method: operation.method,
			url: basePath + operation.path.replace(/\{(\w+)\}/g, ':$1'),
			handler: async (request, reply) => serve(parts, operation, request, reply),
		});
	}
	for (const { method, path, operation } of alternativeRoutes(operations)) {
		app.route({
			method,
			url: basePath + path.replace(/\{(\w+)\}/g, ':$1'),
			handler: async (request, reply) => {
				const here = parts.world.settings.variants.includes('alternativePaths');
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

async function serve(
	parts: ApiParts,
	operation: Operation | undefined,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<FastifyReply> {
	const body = new JsonBody(request.body as Buffer | undefined);
	const { method } = request;
	const entry = parts.log.open({
		method,
		path: request.url.split('?')[0] ?? '',
		query: { ...(request.query as { [name: string]: unknown }) },
		headers: request.headers,
		rawBody: body.text,
		operationId: operation?.id,
	});
	const invoiceNumbers = body.invoiceNumbers();
	const faults = parts.faults.take({ operationId: operation?.id, method, invoiceNumbers });
	entry.fault = faults.map(({ kind }) => kind).join(', ') || undefined;

	const process = (refusal: Refusal | undefined): Answer => {
		const key = request.headers['x-api-key'];
		if (operation === undefined) {
			return parts.world.keys.isKnown(key)
				? refuse(404, `There is no ${method} ${entry.path}.`)
				: refuse(401, 'The access token is missing or invalid.');
		}
		try {
			return answerOperation(parts, operation, { request, body, key, refusal });
		} catch (error) {
			parts.onViolation(`${operation.id} failed: ${(error as Error).stack}`);
			return refuse(500, `The simulator failed: ${(error as Error).message}`);
		}
	};
	await parts.log.whenOpen(parts.world.settings.holdUntilOpen);
	const wire = await answerThrough({
		faults,
		invoiceNumbers,
		latencyMs: parts.world.settings.latencyMs,
		process,
	});
	parts.log.close(entry);
	if (operation !== undefined) parts.onAnswer(operation.id);
	entry.status = wire.end === 'send' ? wire.status : undefined;
	// A client that asks what day it is must hear of the same day as from the records.
	return put(reply.header('date', parts.world.clock.now().toUTCString()), wire);
}

function put(reply: FastifyReply, wire: Wire): FastifyReply {
	if (wire.end === 'send') {
		return reply.code(wire.status).headers(wire.headers).send(wire.payload);
	}
	reply.hijack();
	if (wire.end === 'reset') reply.raw.socket?.resetAndDestroy();
	return reply;
}
