import fastify from 'fastify';

import { createCollector } from '../support/collector';
import { runCashIn, type Credential } from '../support/engine';
import { fromJson } from '../support/invoiceRuns';
import { invoice } from '../support/invoices';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();

const list = { resource: 'payment', operation: 'getAllocated', returnAll: true };
const create = fromJson('create');
const read = async (credential: Credential = {}, parameters = list) =>
	await runCashIn([{}], parameters, { baseUrl: simulator().url, ...credential });
const answer = (status: number, body: unknown) =>
	simulator().control.addFault({ kind: 'errorShape', status, body, count: 9 });

describe("Cash-In's own message reaches the user wherever the body hides it", () => {
	it.each<[string, unknown, string]>([
		['Message', { Message: 'invoice 1042 is already paid' }, 'invoice 1042 is already paid'],
		['StatusDescription', { StatusDescription: 'not now' }, 'not now'],
		['a nested error', { error: { message: 'nested words' } }, 'nested words'],
		['a list of errors', { errors: ['first', 'second'] }, 'first; second'],
		[
			'errors by field',
			{ title: 'Invalid', errors: { DueDate: ['is too early'] } },
			'Invalid: DueDate: is too early',
		],
		[
			'errors with their fields',
			{ Errors: [{ Field: 'Currency', Message: 'unknown' }] },
			'Currency: unknown',
		],
		['plain text', 'just words', 'just words'],
		[
			'a web page',
			'<html><head><title>Bad Gateway</title></head></html>',
			'a web page titled "Bad Gateway"',
		],
	])('%s', async (_, body, words) => {
		answer(402, body);
		const { error } = await read();
		expect(error?.message).toBe(
			`Retrieve allocated payment transactions: Cash-In answered 402: ${words}`,
		);
		expect(error?.httpCode).toBe('402');
		expect(error?.description).toContain('A business rule of Cash-In does not allow this');
	});
});

it.each<[401 | 403 | 404, string]>([
	[401, "Check 'API Key' in the credential"],
	[403, 'the public IP address of this n8n is not registered'],
	[404, 'Where you named a number or an ID, check it'],
])('a %d comes with advice', async (status, advice) => {
	answer(status, { Message: 'no' });
	const { error } = await read();
	expect(error?.httpCode).toBe(String(status));
	expect(error?.description).toContain(advice);
});

it('an answer that is a web page is not taken for an empty list', async () => {
	simulator().control.addFault({ kind: 'html' });
	const { error } = await read();
	expect(error?.message).toContain('Something other than the Cash-In API answered');
	expect(error?.description).toContain("Check 'Base URL'");
});

it('a read that is cut off is tried again', async () => {
	simulator().control.insertAllocations({ allocations: [], unchecked: false });
	simulator().control.addFault({ kind: 'truncatedJson' });
	const { error, success } = await read();
	expect([error, success]).toEqual([undefined, []]);
	expect(simulator().requests).toHaveLength(2);
});

it.each([500, 503, 'reset'] as const)('a read that fails with %s is tried again', async (kind) => {
	simulator().control.addFault({ kind, ...(kind === 503 ? { retryAfter: 0 } : {}) });
	const { error } = await read();
	expect(error).toBeUndefined();
	expect(simulator().requests).toHaveLength(2);
});

it('a write that Cash-In is too busy for is not repeated blindly', async () => {
	simulator().control.addFault({ kind: 503, retryAfter: 0, operationId: 'createInvoice' });
	simulator().control.addFault({ kind: 404, operationId: 'listSalesInvoices', count: 9 });
	const { error } = await runCashIn([invoice(1)], create, { baseUrl: simulator().url });
	expect(error?.message).toContain(
		'Invoice 1 may or may not have been created: Cash-In answered 503',
	);
	expect(simulator().to('createInvoice')).toHaveLength(1);
});

it('a path that was corrected in the credential is the one that is asked', async () => {
	const { error } = await read({
		endpointOverrides: '{"listAllocatedPaymentTransactions": "/elsewhere"}',
	});
	expect(error?.httpCode).toBe('404');
	expect(simulator().requests.map(({ path }) => path)).toEqual(['/v2/elsewhere']);
});

it.each<[string, string, string]>([
	['an operation that does not exist', '{"createInvoce": "/x"}', 'Did you mean "createInvoice"?'],
	['text that is no JSON', '{"createInvoice"', 'must be a JSON object of operation and path'],
	['a list', '["/x"]', 'must be a JSON object of operation and path'],
])(
	"'Endpoint Overrides' with %s is refused before anything is sent",
	async (_, endpointOverrides, words) => {
		const { error } = await read({ endpointOverrides });
		expect(error?.message).toContain(words);
		expect(simulator().requests).toEqual([]);
	},
);

describe('the API key', () => {
	it.each<[string, string]>([
		['http://api.example.com/v2', 'not sent to api.example.com over plain http'],
		['http://127.0.0.1.example.com/v2', 'over plain http'],
		['http://localhost.example.com/v2', 'over plain http'],
		['http://192.168.1.5/v2', 'over plain http'],
		['ftp://127.0.0.1/v2', 'sent over https only'],
		['https://user:word@api.example.com/v2', 'holds a user name or password'],
		['api.example.com', 'is not a web address'],
		['', "'Base URL' is empty"],
	])('does not go to "%s"', async (baseUrl, words) => {
		const { error } = await read({ baseUrl });
		expect(error?.message).toContain(words);
	});

	it('is taken out of what Cash-In says, and stands nowhere in the error', async () => {
		answer(400, { Message: 'the key demo-key is odd, so is 010190-999X' });
		const { error, run } = await read();
		expect(error?.message).toBe(
			'Retrieve allocated payment transactions: Cash-In answered 400: the key [API key] is odd, so is [personal identity code]',
		);
		expect(JSON.stringify(run.data.resultData)).not.toMatch(/demo-key|010190-999X/);
	});

	it('does not stand in the error when the connection fails either', async () => {
		const { error, run } = await read({
			baseUrl: 'http://127.0.0.1:1/v2',
			apiKey: 'very-secret-key',
		});
		expect(error?.message).toBe(
			'Retrieve allocated payment transactions: Cash-In could not be reached (the connection was refused)',
		);
		expect(JSON.stringify(run.data.resultData)).not.toContain('very-secret-key');
	});

	it('does not follow a redirect to another address', async () => {
		const other = await createCollector();
		const server = fastify({ forceCloseConnections: true });
		server.get('/*', async (_request, reply) => await reply.redirect(other.url, 307));
		server.post('/*', async (_request, reply) => await reply.redirect(other.url, 307));
		const baseUrl = await server.listen({ port: 0, host: '127.0.0.1' });
		const reading = await read({ baseUrl });
		const writing = await runCashIn([invoice(1)], create, { baseUrl });
		await Promise.all([other.close(), server.close()]);
		expect(reading.error?.message).toContain('points elsewhere');
		expect(writing.error?.message).toContain('points elsewhere');
		expect(other.received).toEqual([]);
	});
});
