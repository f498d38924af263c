import fastify, { type FastifyInstance } from 'fastify';

export interface AskedRequest {
	method: string;
	path: string;
	query: Record<string, unknown>;
	body: unknown;
}

/** A server that takes whatever it is asked and answers what the test says. */
export interface StandIn {
	baseUrl: string;
	asked: AskedRequest[];
	answer: (request: AskedRequest) => { status?: number; body?: unknown };
}

/** A fresh one for every test of a file. */
export function useStandIn(): StandIn {
	let server: FastifyInstance;
	const standIn: StandIn = { baseUrl: '', asked: [], answer: () => ({ body: {} }) };
	beforeEach(async () => {
		Object.assign(standIn, { asked: [], answer: () => ({ body: {} }) });
		server = fastify({ forceCloseConnections: true });
		server.all('/*', async ({ method, url, query, body }, reply) => {
			const request = {
				method,
				path: url.split('?')[0] ?? '',
				query: query as AskedRequest['query'],
				body,
			};
			standIn.asked.push(request);
			const { status = 200, body: answer } = standIn.answer(request);
			return await reply.code(status).type('application/json').send(JSON.stringify(answer));
		});
		standIn.baseUrl = await server.listen({ port: 0, host: '127.0.0.1' });
	});
	afterEach(async () => await server.close());
	return standIn;
}
