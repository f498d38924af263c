import type { AxiosError } from 'axios';

import { FAULT_KINDS } from '../../simulator/faults/fault';
import type { Running } from './simulatorClient';
import { exampleInvoice, startSimulator } from './simulatorClient';

let running: Running;

beforeEach(async () => {
	running = await startSimulator();
});

afterEach(async () => {
	expect(running.simulator.control.violations()).toEqual([]);
	await running.simulator.close();
});

/** Long enough for a slow machine to answer, where it answers at all. */
const PATIENCE_MS = 1_000;

async function order(fault: object): Promise<void> {
	const { status, data } = await running.sim.post('/faults', fault);
	expect({ status, error: data.error }).toEqual({ status: 200, error: undefined });
}

/** Sends invoice 1 (and more) and says what the client saw: a status, or the code of the failure. */
async function send(...numbers: number[]) {
	const invoices = [1, ...numbers].map((number) => exampleInvoice(number));
	try {
		const { status, data, headers } = await running.api.post('/gensalesinvoices', invoices, {
			timeout: PATIENCE_MS,
			transformResponse: (text: string) => text,
		});
		return { status, text: data as string, headers };
	} catch (error) {
		return { failure: (error as AxiosError).code };
	}
}

function taken(): string[] {
	return running.simulator.control.invoices().map((invoice) => invoice.InvoiceNumber);
}

describe('faults before anything is processed', () => {
	it.each([401, 402, 403, 404, 429, 500, 503])(
		'%i comes with a message and takes nothing',
		async (kind) => {
			await order({ kind });
			const { status, text } = await send();

			expect(status).toBe(kind);
			expect(JSON.parse(text ?? '')).toEqual({ Message: expect.any(String), Code: kind });
			expect(taken()).toEqual([]);
		},
	);

	it.each([
		[429, 2, '2'],
		[429, 'Wed, 21 Oct 2026 07:28:00 GMT', 'Wed, 21 Oct 2026 07:28:00 GMT'],
		[429, undefined, undefined],
		[503, 0, '0'],
	])('%i says Retry-After as ordered: %s', async (kind, retryAfter, header) => {
		await order({ kind, retryAfter });
		const { headers } = await send();

		expect(headers?.['retry-after']).toBe(header);
	});

	it('timeout never answers', async () => {
		await order({ kind: 'timeout' });

		expect(await send()).toEqual({ failure: 'ECONNABORTED' });
		expect(taken()).toEqual([]);
		expect(running.simulator.requests).toMatchObject([{ fault: 'timeout', status: undefined }]);
	});

	it('reset cuts the connection', async () => {
		await order({ kind: 'reset' });

		expect(await send()).toEqual({ failure: 'ECONNRESET' });
		expect(taken()).toEqual([]);
	});

	it.each([
		['html', 200],
		['html502', 502],
	])('%s is a page for people', async (kind, expected) => {
		await order({ kind });
		const { status, text, headers } = await send();

		expect(status).toBe(expected);
		expect(headers?.['content-type']).toMatch(/^text\/html/);
		expect(text).toMatch(/^<!DOCTYPE html>/);
		expect(taken()).toEqual([]);
	});

	it('errorShape answers with the status and body ordered, as JSON or as text', async () => {
		const body = { title: 'Bad', errors: { Currency: ['unknown'] } };
		await order({ kind: 'errorShape', status: 422, body });
		await order({ kind: 'errorShape', status: 400, body: 'Plain words' });

		expect(await send()).toMatchObject({ status: 422, text: JSON.stringify(body) });
		const plain = await send();
		expect(plain).toMatchObject({ status: 400, text: 'Plain words' });
		expect(plain.headers?.['content-type']).toMatch(/^text\/plain/);
		expect(taken()).toEqual([]);
	});
});

describe('faults after processing: the invoice is there, and the client does not know it', () => {
	it.each([
		['timeoutAfterProcessing', { failure: 'ECONNABORTED' }],
		['resetAfterProcessing', { failure: 'ECONNRESET' }],
		['500AfterProcessing', { status: 500 }],
		['emptyBody', { status: 202, text: '' }],
		['noContent', { status: 204, text: '' }],
	])('%s', async (kind, seen) => {
		await order({ kind });

		expect(await send()).toMatchObject(seen);
		expect(taken()).toEqual(['1']);
	});

	it('truncatedJson cuts the true answer in half', async () => {
		await order({ kind: 'truncatedJson' });
		const { status, text } = await send();

		expect(status).toBe(202);
		expect(text).toMatch(/^\{"StatusDescription":"Successfull upload/);
		expect(() => JSON.parse(text ?? '')).toThrow(SyntaxError);
		expect(taken()).toEqual(['1']);
	});
});

describe('badInvoice', () => {
	it('refuses every batch it is in, whole and unnamed, until it is cleared', async () => {
		await order({ kind: 'badInvoice', invoiceNumbers: [3, '4'] });
		const statuses = [];
		for (const others of [[2, 3], [4], [5]]) statuses.push((await send(...others)).status);
		const refused = await send(3);
		await running.sim.delete('/faults');
		const cleared = await send(3);

		expect(statuses).toEqual([400, 400, 202]);
		expect(refused.text).toBe('{"Message":"The request contains invalid invoices.","Code":400}');
		expect(cleared.status).toBe(202);
		expect(taken()).toEqual(['1', '5', '3']);
	});

	it('names those of the batch when told to', async () => {
		await order({ kind: 'badInvoice', invoiceNumbers: [3, 4, 5], names: true });

		expect((await send(5, 3)).text).toContain('invalid invoices: 3, 5.');
	});
});

describe('partialFailure', () => {
	it.each([
		['numbers', [3]],
		['strings', ['3']],
		['objects', [{ InvoiceNumber: 3, StatusDescription: 'Invoice 3 was not accepted.' }]],
		['objectsWithError', [{ InvoiceNumber: 3, ErrorMessage: 'Invoice 3 was not accepted.' }]],
		[
			'nested',
			[
				{
					Invoice: { InvoiceNumber: 3 },
					Errors: [{ Message: 'Invoice 3 was not accepted.' }],
				},
			],
		],
		['countOnly', null],
	])('takes the neighbours and says so in the shape %s', async (shape, failed) => {
		await order({ kind: 'partialFailure', invoiceNumbers: ['3'], shape });
		const { status, text } = await send(2, 3);

		expect(status).toBe(202);
		expect(JSON.parse(text ?? '')).toMatchObject({
			UploadedInvoicesCount: 2,
			FailedInvoicesCount: 1,
			FailedInvoices: failed,
		});
		expect(taken()).toEqual(['1', '2']);
	});

	it('goes together with a fault that hides its answer', async () => {
		await order({ kind: 'partialFailure', invoiceNumbers: ['3'] });
		await order({ kind: 'resetAfterProcessing' });

		expect(await send(3)).toEqual({ failure: 'ECONNRESET' });
		expect(taken()).toEqual(['1']);
	});
});

describe('latency', () => {
	it('answers truly, after the client has lost patience', async () => {
		await order({ kind: 'latency', ms: 3 * PATIENCE_MS });

		expect(await send()).toEqual({ failure: 'ECONNABORTED' });
		const { status } = await running.api.get('/validate');
		expect(status).toBe(200);
		expect(running.simulator.requests[0]?.fault).toBe('latency');
	});
});

describe('which requests a fault meets', () => {
	const statusesOf = async (...paths: string[]) => {
		const statuses = [];
		for (const path of paths) statuses.push((await running.api.get(path)).status);
		return statuses;
	};

	it('the next one by default, the next so many when counted', async () => {
		await order({ kind: 503 });
		expect(await statusesOf('/validate', '/validate')).toEqual([503, 200]);

		await order({ kind: '500', count: 2 });
		expect(await statusesOf('/validate', '/validate', '/validate')).toEqual([500, 500, 200]);
	});

	it('only those of its operation or method, after as many as it lets pass', async () => {
		await order({ kind: 404, operationId: 'listSalesInvoices', after: 1 });
		await order({ kind: 402, method: 'post' });

		expect(await statusesOf('/validate', '/salesinvoices', '/salesinvoices')).toEqual([
			200, 200, 404,
		]);
		expect((await send()).status).toBe(402);
	});

	it('one after the other in the order they were added', async () => {
		await order({ kind: 429 });
		await order({ kind: 503 });

		expect(await statusesOf('/validate', '/validate', '/validate')).toEqual([429, 503, 200]);
	});

	it('shows what waits and how often it struck, and clears one alone', async () => {
		await order({ kind: 500, count: 2 });
		await order({ kind: 503 });
		await statusesOf('/validate');
		const waiting = await running.sim.get('/faults');
		await running.sim.delete('/faults?id=1');

		expect(waiting.data).toMatchObject([
			{ id: 1, kind: 500, remaining: 1, hits: 1 },
			{ id: 2, kind: 503, remaining: 1, hits: 0 },
		]);
		expect(await statusesOf('/validate', '/validate')).toEqual([503, 200]);
	});

	it.each([
		[{ kind: 'earthquake' }, `kind: is one of ${FAULT_KINDS.join(', ')}`],
		[{ kind: 'latency' }, 'ms: is needed for latency'],
		[{ kind: 'badInvoice' }, 'invoiceNumbers: is needed for badInvoice'],
		[{ kind: 500, operationId: 'nap' }, 'operationId: the contract has no operation nap.'],
		[{ kind: 500, times: 3 }, "Unrecognized key(s) in object: 'times'"],
	])('is never guessed: %j is refused', async (fault, error) => {
		const { status, data } = await running.sim.post('/faults', fault);

		expect(status).toBe(400);
		expect(data).toEqual({ error });
		expect(running.simulator.control.faults()).toEqual([]);
	});
});

it('closes in spite of a request it never answers', async () => {
	await order({ kind: 'timeout' });
	const pending = running.api.get('/validate').catch((error: AxiosError) => error.code);
	while (running.simulator.requests.length === 0) await running.sim.get('/state');
	await running.simulator.close();

	expect(await pending).toBe('ECONNRESET');
});
