import fastify from 'fastify';
import type { IDataObject } from 'n8n-workflow';

/** A place on this computer that workflows post to, so that a test sees what came out of them. Close it after the test. */
export async function createCollector() {
	const received: IDataObject[] = [];
	const waiting: Array<(item: IDataObject) => void> = [];
	let taken = 0;
	const server = fastify({ forceCloseConnections: true });
	server.post<{ Body: IDataObject }>('/', async ({ body }) => {
		received.push(body);
		const next = waiting.shift();
		if (next) {
			taken += 1;
			next(body);
		}
		return {};
	});
	return {
		url: await server.listen({ port: 0, host: '127.0.0.1' }),
		/** Everything that came, in order. */
		received,
		/** The next item not asked for yet; waits for it. */
		next: async (): Promise<IDataObject> => {
			const ready = received[taken];
			if (ready !== undefined) {
				taken += 1;
				return ready;
			}
			return await new Promise((resolve) => waiting.push(resolve));
		},
		close: async () => await server.close(),
	};
}
