import { exampleInvoice, startSimulator, type Running } from './simulatorClient';

let running: Running;

beforeEach(async () => {
	running = await startSimulator();
});

afterEach(async () => {
	await running.simulator.close();
});

describe('a request the contract does not allow', () => {
	it.each([
		['an object where an array of invoices belongs', exampleInvoice(1), /body must be array/],
		['no invoice at all', [], /must NOT have fewer than 1 items/],
		[
			'an invoice without a number, named by its place',
			[exampleInvoice(1), { InvoiceRows: [{}] }],
			/^Item 1, InvoiceNumber is required/,
		],
		[
			'a wrong member deep in a row, named with its path',
			[exampleInvoice(1), exampleInvoice(2, 1, { InvoiceRows: [{}, { Qty: 'two' }] })],
			/^Item 1, InvoiceRows\[1\]\.Qty must be number/,
		],
		[
			'a date that is not a date',
			[exampleInvoice(1, 1, { DueDate: '2026-02-30' })],
			/^Item 0, DueDate must match format "date"/,
		],
	])('is a 400 that takes nothing: %s', async (_name, body, message) => {
		const { status, data } = await running.api.post('/gensalesinvoices', body);

		expect(status).toBe(400);
		expect(data.Message).toMatch(message);
		expect(running.simulator.control.state().invoices).toBe(0);
		expect(running.simulator.control.violations()).toEqual([]);
	});

	it('is a 400 when the body is not JSON, has another type, or is missing', async () => {
		const { api } = running;
		const json = {
			headers: { 'Content-Type': 'application/json' },
			// Without this axios makes valid JSON of it.
			transformRequest: [(text: string) => text],
		};
		const form = { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } };

		const broken = await api.post('/gensalesinvoices', '[{"InvoiceNumber":1', json);
		const typed = await api.post('/gensalesinvoices', JSON.stringify([exampleInvoice(1)]), form);
		const missing = await api.post('/gensalesinvoices');

		expect(broken).toMatchObject({
			status: 400,
			data: { Message: expect.stringMatching(/not JSON/) },
		});
		expect(typed).toMatchObject({
			status: 400,
			data: { Message: expect.stringMatching(/Content-Type/) },
		});
		expect(missing).toMatchObject({ status: 400, data: { Message: 'The request has no body.' } });
	});

	it('is a 400 when a query value has the wrong type', async () => {
		const { status, data } = await running.api.get('/allocated-payment-transactions?page=two');

		expect(status).toBe(400);
		expect(data.Message).toMatch(/^page must be integer/);
	});

	it('is a 404 on a path the contract does not know, and a 401 there without a key', async () => {
		const { api } = running;
		const known = await api.get('/salesinvoice');
		const unknown = await api.get('/salesinvoice', { headers: { 'X-Api-Key': 'other' } });

		expect(known).toMatchObject({
			status: 404,
			data: { Message: expect.stringMatching(/GET \/v2\/salesinvoice/) },
		});
		expect(unknown.status).toBe(401);
	});
});

describe('the request log', () => {
	it('shows what went over the wire, byte for byte, and hides the key', async () => {
		const { simulator, api } = running;
		const body = `[ ${JSON.stringify(exampleInvoice(7))},\n{"InvoiceNumber":"ä€"} ]`;
		await api.post('/gensalesinvoices?dry=1', body, {
			headers: { 'Content-Type': 'application/json' },
		});

		expect(simulator.requests).toHaveLength(1);
		expect(simulator.requests[0]).toMatchObject({
			n: 1,
			method: 'POST',
			path: '/v2/gensalesinvoices',
			query: { dry: '1' },
			rawBody: body,
			status: 400,
			operationId: 'createInvoice',
		});
		expect(JSON.stringify(simulator.requests)).not.toContain('demo-key');
		expect(simulator.requests[0]?.headers['x-api-key']).toBe('<redacted>');
	});
});
