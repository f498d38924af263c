import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import type { AddressInfo } from 'node:net';

import { Business, Refused, type Asked, type Row } from './business.cts';
import { readOperations, type Operation } from './document.cts';

/**
 * A server of the foreign document on this machine, strict as a gateway: what the document does not name is refused.
 * It shares nothing with the contract, its generators or the simulator, so that a mistake of theirs is not its own.
 */

export interface Logged {
	/** `GET /payouts/{settlementId}`; the bare path where the document has no such operation. */
	operation: string;
	method: string;
	path: string;
	query: Record<string, unknown>;
	body: unknown;
	mediaType: string | undefined;
	key: string | undefined;
	status: number;
}

export interface ForeignServer {
	/** With the version of the API, as a credential has it. */
	baseUrl: string;
	readonly business: Business;
	log: Logged[];
	/** The requests of one operation, in order. */
	to(operation: string): Logged[];
	/** The answer to the next request of an operation is never given, although the request is done. */
	loseAnswer(operation: string): void;
	/** The next request of an operation is answered with this. */
	answerOnce(operation: string, status: number, body: unknown): void;
	/** Answers that the document does not allow: mistakes of this server. */
	violations: string[];
	reset(): void;
	close(): Promise<void>;
}

const BASE = '/v3';
const MOST_BYTES = 20_000_000;

export async function startForeignServer(): Promise<ForeignServer> {
	let business = new Business();
	const log: Logged[] = [];
	const violations: string[] = [];
	const lost = new Set<string>();
	const prepared = new Map<string, { status: number; body: unknown }>();
	const app = Fastify({ bodyLimit: MOST_BYTES, forceCloseConnections: true });
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_, text, done) => done(null, text));

	const answer = (
		request: FastifyRequest,
		reply: FastifyReply,
		operation: string,
		{ status, body }: { status: number; body: unknown },
	) => {
		const [at = '', search = ''] = request.url.split('?');
		log.push({
			operation,
			method: request.method,
			path: at.slice(BASE.length),
			query: Object.fromEntries(new URLSearchParams(search)),
			body: jsonOf(request.body),
			mediaType: request.headers['content-type']?.split(';')[0],
			key: headerOf(request, 'x-api-key'),
			status,
		});
		if (lost.delete(operation)) {
			reply.hijack();
			request.raw.socket.resetAndDestroy();
			return reply;
		}
		void reply.header('date', new Date(business.now).toUTCString());
		return reply.code(status).type('application/json').send(JSON.stringify(body));
	};

	const handle = (operation: Operation) => (request: FastifyRequest, reply: FastifyReply) => {
		const ready = prepared.get(operation.name);
		prepared.delete(operation.name);
		const result = ready ?? serve(operation, request);
		return answer(request, reply, operation.name, result);
	};

	const serve = (operation: Operation, request: FastifyRequest) => {
		if (headerOf(request, 'x-api-key') !== business.key) {
			return problem(401, 'The key is not known');
		}
		const asked = read(operation, request);
		if ('problems' in asked) return problem(400, 'The request is wrong', asked.problems);
		try {
			const body = business.handle(operation.name, asked);
			const wrong = operation.answerProblems(body);
			violations.push(...wrong.map((text) => `${operation.name}: ${text}`));
			return { status: operation.status, body };
		} catch (error) {
			if (error instanceof Refused) return problem(error.status, error.message);
			throw error;
		}
	};

	const operations = readOperations();
	for (const operation of operations) {
		app.route({
			method: operation.method,
			url: urlOf(operation.path),
			handler: handle(operation),
		});
	}
	for (const path of new Set(operations.map((one) => one.path))) {
		const known = operations.filter((one) => one.path === path).map(({ method }) => method);
		app.route({
			method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((one) => !known.includes(one)),
			url: urlOf(path),
			handler: (request, reply) =>
				answer(request, reply, `${request.method} ${path}`, problem(405, 'No such method here')),
		});
	}
	app.setNotFoundHandler((request, reply) =>
		answer(request, reply, request.url, problem(404, 'There is no such path')),
	);
	app.setErrorHandler((error: Error, request, reply) => {
		violations.push(`${request.method} ${request.url}: ${error.message}`);
		return answer(request, reply, request.url, problem(500, 'A fault'));
	});

	await app.listen({ host: '127.0.0.1', port: 0 });
	const { port } = app.server.address() as AddressInfo;
	return {
		baseUrl: `http://127.0.0.1:${port}${BASE}`,
		get business() {
			return business;
		},
		log,
		violations,
		to: (operation) => log.filter((one) => one.operation === operation),
		loseAnswer: (operation) => void lost.add(operation),
		answerOnce: (operation, status, body) => void prepared.set(operation, { status, body }),
		reset: () => {
			business = new Business();
			for (const list of [log, violations]) list.length = 0;
			lost.clear();
			prepared.clear();
		},
		close: async () => await app.close(),
	};
}

/** As Fastify writes a path. */
const urlOf = (path: string) => BASE + path.replace(/\{(\w+)\}/g, ':$1');

function read(operation: Operation, request: FastifyRequest): Asked | { problems: string[] } {
	const query = { ...(request.query as Row) };
	const path = request.params as Record<string, string>;
	const problems = operation.queryProblems(query);
	const empty = Object.keys(path).filter((name) => path[name]?.trim() === '');
	problems.push(...empty.map((name) => `${name} is empty`));
	const body = jsonOf(request.body);
	const mediaType = request.headers['content-type']?.split(';')[0];
	if (operation.mediaType === undefined) {
		if (body !== undefined) problems.push('A body is not taken');
	} else if (mediaType !== operation.mediaType) {
		problems.push(`The body must be ${operation.mediaType}`);
	} else {
		problems.push(...operation.bodyProblems(body));
	}
	return problems.length > 0 ? { problems } : { path, query, body };
}

/** A text that is no JSON stays a text, which no schema of the document allows. */
function jsonOf(body: unknown): unknown {
	if (typeof body !== 'string' || body === '') return undefined;
	try {
		return JSON.parse(body);
	} catch {
		return body;
	}
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
	const value = request.headers[name];
	return value === undefined ? undefined : String(value);
}

function problem(status: number, title: string, violations: string[] = []) {
	const body = {
		Title: title,
		Detail: violations.join('; ') || title,
		ErrorCode: `E${status}`,
		Violations: violations,
	};
	return { status, body };
}
