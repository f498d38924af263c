import type { IDataObject } from 'n8n-workflow';

import { createTrigger, runCashIn, testCredential } from '../support/engine';
import { fromJson } from '../support/invoiceRuns';
import { invoice } from '../support/invoices';
import { drip, startRaw, unpackTo, type RawServer } from '../support/rawServer.cts';
import { until } from '../support/watch.cts';

/** Every wait of the node lasts a hundredth. */
jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../support/waits')>('../support/waits')
		.withWaits((ms) => ms / 100),
);

/** An answer that is meant to do harm, or comes from something that is broken. */
type Answer = Parameters<typeof startRaw>[0];
let server: RawServer | undefined;
const serve = async (answer: Answer): Promise<RawServer> => {
	server = await startRaw(answer);
	return server;
};
afterEach(async () => {
	await server?.close();
	server = undefined;
});

const withErrors = { onError: 'continueErrorOutput' as const };
const list = { resource: 'invoice', operation: 'getAll', returnAll: true };
const read = async ({ baseUrl }: RawServer, options: IDataObject = {}) =>
	await runCashIn([{}], { ...list, options }, { baseUrl }, withErrors);
const create = async ({ baseUrl }: RawServer, options: IDataObject = {}) =>
	await runCashIn([invoice(1042)], fromJson('create', options), { baseUrl }, withErrors);
const closed = async (raw: RawServer) =>
	await until(() => raw.open() === 0, 'a connection is still open');

describe('An answer that comes one byte at a time', () => {
	it('ends with the time that one request may take, for a read', async () => {
		const raw = await serve((_, response) => drip(response));
		const { failed } = await read(raw, { timeout: 1 });
		expect(failed[0]?.json.error).toContain('Cash-In did not answer in time (1 seconds)');
		await closed(raw);
	});

	it('ends with it for a write, whose number is free for the next run then', async () => {
		let dripping = true;
		const raw = await serve(({ method }, response) => {
			if (dripping) return drip(response);
			const counts = { UploadedInvoicesCount: 1, FailedInvoicesCount: 0 };
			response.end(JSON.stringify(method === 'POST' ? counts : { Data: [], Meta: {} }));
		});
		const first = create(raw, { timeout: 1 });
		await until(() => raw.seen.length > 0, 'nothing was sent');
		const second = create(raw, { timeout: 1 });
		const { failed } = await first;
		expect(failed[0]?.json.message).toMatchObject({ outcome: 'unknown' });
		dripping = false;
		await second;
		const { success } = await create(raw, { timeout: 1 });
		expect(success.map(({ json }) => json.status)).toEqual(['created']);
		await closed(raw);
	});

	it('ends with it for a refusal, which is told by as much as has come', async () => {
		const raw = await serve((_, response) => {
			response.writeHead(402, { 'content-type': 'application/json' });
			response.write('No more today');
		});
		const { failed } = await create(raw, { timeout: 1 });
		expect(failed[0]?.json.error).toContain('Cash-In answered 402: No more today');
		await closed(raw);
	});

	it('ends for the test of a credential', async () => {
		const raw = await serve((_, response) => drip(response));
		const { status, message } = await testCredential({ baseUrl: raw.baseUrl });
		expect(status).toBe('Error');
		expect(message).toContain('did not answer in time');
		await closed(raw);
	});
});

describe('An answer that is cancelled while it comes', () => {
	it('is broken off at once', async () => {
		const raw = await serve((_, response) => drip(response));
		const cancel = new AbortController();
		const running = runCashIn([{}], list, { baseUrl: raw.baseUrl }, {}, cancel.signal);
		await until(() => raw.seen.length > 0, 'nothing was asked');
		cancel.abort();
		await running;
		await closed(raw);
	});
});

describe('An answer that unpacks to a hundred megabytes', () => {
	const anyOf = async (raw: RawServer) => [
		(await read(raw)).failed[0]?.json.error,
		(await create(raw)).failed[0]?.json.message,
	];

	it('is not read to its end, asked for once, and of a write nobody says that it failed', async () => {
		const raw = await serve((_, response) => unpackTo(response, 100));
		const [error, message] = await anyOf(raw);
		expect(error).toContain("Cash-In's answer is longer than 80 MB");
		expect(message).toMatchObject({ outcome: 'unknown' });
		await closed(raw);
	});

	it('is not read to its end by the trigger', async () => {
		const raw = await serve((_, response) => unpackTo(response, 100));
		const trigger = createTrigger({ event: 'settlementPublished' }, { baseUrl: raw.baseUrl });
		await expect(trigger.poll()).rejects.toThrow("Cash-In's answer is longer than 80 MB");
		await closed(raw);
	});

	it('of a refusal is told by its beginning', async () => {
		const raw = await serve((_, response) => {
			response.statusCode = 500;
			response.end(`Out of order ${'.'.repeat(50 * 1024 ** 2)}`);
		});
		const { failed } = await create(raw);
		expect(failed[0]?.json.message).toMatchObject({ outcome: 'unknown' });
		await closed(raw);
	});
});

it('A list of a hundred thousand rows in one answer is read', async () => {
	const rows = Array.from({ length: 100_000 }, (_, index) => ({
		InvoiceNumber: index + 1,
		CustomerName: `Example Buyer ${index} Oy`,
		Note: 'x'.repeat(400),
	}));
	const body = JSON.stringify({ Data: rows, Meta: { TotalCount: rows.length } });
	const raw = await serve((_, response) => response.end(body));
	const { success } = await read(raw);
	expect(success).toHaveLength(100_000);
});

it('A byte order mark before an answer does no harm', async () => {
	const raw = await serve((_, response) => response.end('\ufeff[{"InvoiceNumber":1}]'));
	expect((await read(raw)).success).toHaveLength(1);
});

describe('Text that takes long to look through', () => {
	/** Generous: unhindered it is over in a blink, looked through in the slow way it takes a minute or more. */
	const inGoodTime = async <T>(running: Promise<T>): Promise<T> => {
		const begun = Date.now();
		const result = await running;
		expect(Date.now() - begun).toBeLessThan(10_000);
		return result;
	};

	it.each<[string, number, string]>([
		['a web page of unfinished titles', 200, '<html>'.padEnd(400_000, '<title')],
		['a refusal of unfinished titles', 400, '<html>'.padEnd(250_000, '<title')],
		['a page with a title far away', 404, `<html>${' '.repeat(200_000)}<title>x</title>`],
	])('does not hold up n8n: %s', async (_, status, text) => {
		const raw = await serve((__, response) => {
			response.statusCode = status;
			response.end(text);
		});
		const { failed } = await inGoodTime(create(raw));
		expect(failed[0]?.json.error).toContain('a web page');
	});

	it('does not hold up n8n: a failed invoice named a hundred thousand times', async () => {
		const failures = ['Invoice 1042 failed. '.repeat(40_000)];
		const counts = { UploadedInvoicesCount: 0, FailedInvoicesCount: 1 };
		const raw = await serve((_, response) =>
			response.end(JSON.stringify({ ...counts, FailedInvoices: failures })),
		);
		const { failed } = await inGoodTime(create(raw));
		expect(failed).toHaveLength(1);
		expect(String(failed[0]?.json.error).length).toBeLessThan(2_000);
	});
});

it('No character that acts on a terminal, or turns the direction of writing, gets into what is said', async () => {
	const text =
		'Invoice \u001b[31mred\u001b[0m \u001b]0;title\u0007 1042\u0000\u0008 \u202eTXET\u202c \u2066x\u2069 \u200ey\u200f\u061c\u0085\u2028 ends';
	for (const status of [200, 302, 400]) {
		const raw = await serve(({ method }, response) => {
			response.writeHead(status, status === 302 ? { location: '/x\u0085y' } : {});
			const failures = [{ InvoiceNumber: 1042, Message: text }];
			const counts = { UploadedInvoicesCount: 0, FailedInvoicesCount: 1 };
			const taken = method === 'POST' && status === 200;
			const words = taken ? { ...counts, FailedInvoices: failures } : { Message: text };
			response.end(JSON.stringify(words));
		});
		const { failed } = await create(raw);
		const { error, message } = failed[0]?.json ?? {};
		const said = [String(error), ...Object.values(message as IDataObject).map(String)].join(' ');
		expect(said).not.toMatch(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u);
		if (status !== 302) expect(said).toContain('ends');
		await raw.close();
		server = undefined;
	}
});
