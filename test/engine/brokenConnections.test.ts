import type { IDataObject } from 'n8n-workflow';

import { createTrigger, runCashIn } from '../support/engine';
import { fromJson } from '../support/invoiceRuns';
import { invoice } from '../support/invoices';
import {
	failConnections,
	selfSigned,
	startLine,
	startRaw,
	trusting,
	type RawServer,
} from '../support/rawServer.cts';

/** Every wait of the node lasts a hundredth. */
jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../support/waits')>('../support/waits')
		.withWaits((ms) => ms / 100),
);

/**
 * An invoice whose request broke is sent again only where it surely never arrived: a Cash-In that took it and lists it.
 */
const ROW = { InvoiceNumber: 1042, InvoiceDate: '2026-03-02', TotalAmount: 125.5 };
const LIST = JSON.stringify({ Data: [ROW], Meta: { TotalCount: 1 } });
const COUNTS = JSON.stringify({ UploadedInvoicesCount: 1, FailedInvoicesCount: 0 });

type Answer = Parameters<typeof startRaw>[0];
const open: Array<{ close(): Promise<void> }> = [];
async function serve(onPost: Answer, options?: Parameters<typeof startRaw>[1]): Promise<RawServer> {
	const server = await startRaw((request, response, number) => {
		if (request.method === 'POST') return onPost(request, response, number);
		response.end(LIST);
	}, options);
	open.push(server);
	return server;
}
afterEach(async () => {
	for (const one of open.splice(0)) await one.close();
});

const create = async (baseUrl: string) =>
	await runCashIn(
		[invoice(1042)],
		fromJson('create', { timeout: 2 }),
		{ baseUrl },
		{ onError: 'continueErrorOutput' },
	);
const posts = ({ seen }: RawServer) => seen.filter(({ method }) => method === 'POST');
const outcomeOf = ({ success, failed }: Awaited<ReturnType<typeof create>>) =>
	success[0]?.json.status ?? (failed[0]?.json.message as IDataObject | undefined)?.outcome;

describe('A request that has left is looked up, and not sent again', () => {
	it('when the encryption breaks afterwards', async () => {
		const pair = selfSigned();
		const lines: Array<Awaited<ReturnType<typeof startLine>>> = [];
		const breakThem = () => lines.forEach((line) => line.say('this is no TLS'));
		const server = await serve(breakThem, { tls: pair });
		const line = await startLine(server.baseUrl);
		lines.push(line);
		open.push(line);
		const result = await trusting(pair.cert, async () => await create(line.baseUrl));
		expect(outcomeOf(result)).toBe('recovered');
		expect(posts(server)).toHaveLength(1);
	});

	it.each(['EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'EPIPE', 'ECONNRESET', 'EPROTO'])(
		'when the connection fails afterwards with %s',
		async (code) => {
			const server: RawServer = await serve(() => failConnections(server.baseUrl, code));
			expect(outcomeOf(await create(server.baseUrl))).toBe('recovered');
			expect(posts(server)).toHaveLength(1);
		},
	);

	it.each([301, 302, 303])(
		'when it is answered with a redirect to look elsewhere: %d',
		async (status) => {
			const server = await serve((_, response) =>
				response.writeHead(status, { location: '/v2/done' }).end(),
			);
			expect(outcomeOf(await create(server.baseUrl))).toBe('recovered');
			expect(posts(server)).toHaveLength(1);
		},
	);

	it('when the answer ends in the middle', async () => {
		const server = await serve(({ socket }, response) => {
			response.writeHead(202, { 'content-length': String(COUNTS.length) });
			response.write(COUNTS.slice(0, 20), () => socket.destroy());
		});
		expect(outcomeOf(await create(server.baseUrl))).toBe('recovered');
		expect(posts(server)).toHaveLength(1);
	});
});

describe('A request that never left is told as not sent', () => {
	it('where nobody listens', async () => {
		expect(outcomeOf(await create('http://127.0.0.1:1/v2'))).toBe('notCreated');
	});

	it('where there is no server of that name', async () => {
		expect(outcomeOf(await create('https://cash-in.invalid/v2'))).toBe('notCreated');
	});

	it('where the certificate is not to be trusted', async () => {
		const server = await serve((_, response) => response.end(COUNTS), { tls: selfSigned() });
		const result = await create(server.baseUrl);
		expect(outcomeOf(result)).toBe('notCreated');
		expect(result.failed[0]?.json.error).toContain('certificate');
		expect(server.seen).toEqual([]);
	});

	it('where the certificate is of another server', async () => {
		const pair = selfSigned();
		const server = await serve((_, response) => response.end(COUNTS), { tls: pair });
		const other = server.baseUrl.replace('localhost', '127.0.0.1');
		expect(outcomeOf(await trusting(pair.cert, async () => await create(other)))).toBe(
			'notCreated',
		);
		expect(server.seen).toEqual([]);
	});

	it.each([307, 308])('where the server asks for it at another address: %d', async (status) => {
		const server = await serve((_, response) =>
			response.writeHead(status, { location: '/v2/moved' }).end(),
		);
		expect(outcomeOf(await create(server.baseUrl))).toBe('notCreated');
	});
});

describe('An answer that ends in the middle is no cancel', () => {
	/** Cut off the first times, whole then. */
	const cutOff = async (times: number) => {
		const server = await startRaw(({ socket }, response, number) => {
			if (number > times) {
				response.end(LIST);
				return;
			}
			response.writeHead(200, { 'content-length': String(LIST.length) });
			response.write(LIST.slice(0, 20), () => socket.destroy());
		});
		open.push(server);
		return server;
	};
	const list = { resource: 'invoice', operation: 'getAll', simplify: false };

	it('a list is read again', async () => {
		const server = await cutOff(2);
		const { success, error } = await runCashIn([{}], list, { baseUrl: server.baseUrl });
		expect(error).toBeUndefined();
		expect(success.map(({ json }) => json)).toEqual([ROW]);
	});

	it('says so when it goes on', async () => {
		const server = await cutOff(9);
		const { error } = await runCashIn([{}], list, { baseUrl: server.baseUrl });
		expect(error?.message).toContain("Cash-In's answer could not be read: it ends in the middle");
	});

	it('lets a trigger be activated', async () => {
		const server = await cutOff(9);
		const trigger = createTrigger({}, { baseUrl: server.baseUrl });
		await expect(trigger.poll('trigger', 'activate')).resolves.toBeNull();
	});
});
