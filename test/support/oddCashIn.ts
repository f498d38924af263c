import fastify, { type FastifyInstance } from 'fastify';
import type { IDataObject } from 'n8n-workflow';

import { pathOf } from './contract.cts';

interface Reply {
	status?: number;
	body?: unknown;
}

/** A Cash-In whose uploads and list of invoices answer as no documentation says they do. */
export interface OddCashIn {
	baseUrl: string;
	/** What the buyers would get. */
	kept: IDataObject[];
	/** The uploads, and the queries of the list, in the order they came. */
	posts: IDataObject[][];
	asked: IDataObject[];
	post(invoices: IDataObject[]): Reply | Promise<Reply>;
	list(query: IDataObject): Reply;
}

/** A fresh one for every test of a file: it takes what comes and lists what it kept, until the test says otherwise. */
export function useOddCashIn(list: (kept: IDataObject[], query: IDataObject) => Reply): OddCashIn {
	let server: FastifyInstance;
	const cashIn: OddCashIn = {
		baseUrl: '',
		kept: [],
		posts: [],
		asked: [],
		post: () => ({}),
		list: () => ({}),
	};
	beforeEach(async () => {
		const post = (invoices: IDataObject[]) => taking(cashIn.kept, invoices);
		const listing = (query: IDataObject) => list(cashIn.kept, query);
		Object.assign(cashIn, { kept: [], posts: [], asked: [], post, list: listing });
		server = fastify({ forceCloseConnections: true });
		server.post<{ Body: IDataObject[] }>(pathOf('createInvoice'), async ({ body }, reply) => {
			cashIn.posts.push(body);
			const { status = 200, body: answer } = await cashIn.post(body);
			return await reply.code(status).send(answer);
		});
		server.get<{ Querystring: IDataObject }>(
			pathOf('listSalesInvoices'),
			async ({ query }, reply) => {
				cashIn.asked.push(query);
				const { status = 200, body } = cashIn.list(query);
				return await reply.code(status).send(body);
			},
		);
		cashIn.baseUrl = await server.listen({ port: 0, host: '127.0.0.1' });
	});
	afterEach(async () => await server.close());
	return cashIn;
}

/** Keeps invoices and says so as documented. */
export function taking(kept: IDataObject[], invoices: IDataObject[]): Reply {
	kept.push(...invoices);
	return {
		status: 202,
		body: { UploadedInvoicesCount: invoices.length, FailedInvoicesCount: 0 },
	};
}

/** The page of a list that a query asks for, as documented. */
export function pageAsked(
	rows: IDataObject[],
	{ page = 1, pageSize = 100 }: IDataObject,
): { Data: IDataObject[]; Meta: IDataObject } {
	const start = (Number(page) - 1) * Number(pageSize);
	return { Data: rows.slice(start, start + Number(pageSize)), Meta: { TotalCount: rows.length } };
}

/** The rows that the filters of a query leave, as we understand them. */
export function matching(
	rows: IDataObject[],
	{ invoiceNumber, fromInvDate = '', toInvDate = '9' }: IDataObject,
): IDataObject[] {
	return rows.filter(
		({ InvoiceNumber, InvoiceDate }) =>
			(invoiceNumber === undefined || String(InvoiceNumber) === invoiceNumber) &&
			String(InvoiceDate) >= String(fromInvDate) &&
			String(InvoiceDate) <= String(toInvDate),
	);
}
