import fastify from 'fastify';
import { sleep } from 'n8n-workflow';

/**
 * What is given for a page; a promise holds the answer back. A request that names no page is for page 1; the query
 * shows what it named.
 */
export type PageAnswer = (
	page: number,
	pageSize: number,
	query?: Readonly<Record<string, string>>,
) => Reply | Promise<Reply>;

export interface Reply {
	status?: number;
	headers?: Record<string, string>;
	body?: unknown;
}

export interface PagedServer {
	baseUrl: string;
	/** The pages that were asked for, in the order the requests came. */
	asked: number[];
	/** The most requests that were ever open at once. */
	mostAtOnce(): number;
	/** Requests open at this moment, the one being answered included. */
	atOnce(): number;
	close(): Promise<void>;
}

/** As long as on a near line, so that requests sent together are open together. */
const LATENCY_MS = 3;

/** Any list of Cash-In, answered page by page as a test wants it. */
export async function createPagedServer(answer: PageAnswer): Promise<PagedServer> {
	const server = fastify({ forceCloseConnections: true });
	const asked: number[] = [];
	let open = 0;
	let most = 0;
	server.get<{ Querystring: Record<string, string> }>('/*', async (request, reply) => {
		const page = Number(request.query.page ?? 1);
		asked.push(page);
		open += 1;
		most = Math.max(most, open);
		const {
			status = 200,
			headers = {},
			body,
		} = await answer(page, Number(request.query.pageSize ?? 100), request.query);
		await sleep(LATENCY_MS);
		open -= 1;
		return await reply.code(status).headers(headers).send(body);
	});
	const baseUrl = await server.listen({ port: 0, host: '127.0.0.1' });
	return {
		baseUrl,
		asked,
		mostAtOnce: () => most,
		atOnce: () => open,
		close: async () => await server.close(),
	};
}

/** Rows `1 … total` in pages, as the documentation shows a list. */
export function listOf(total: number, told = total): PageAnswer {
	return (page, pageSize) => ({ body: pageOf(rowsOf(total), page, pageSize, told) });
}

export function rowsOf(total: number): Array<{ AllocationId: string }> {
	return Array.from({ length: total }, (_, index) => ({ AllocationId: String(index + 1) }));
}

export function pageOf(rows: object[], page: number, pageSize: number, TotalCount = rows.length) {
	const Data = rows.slice((page - 1) * pageSize, page * pageSize);
	return { Data, Meta: { Count: Data.length, Page: page, PageSize: pageSize, TotalCount } };
}
