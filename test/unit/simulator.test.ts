/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the test reads the contract for itself */
/* eslint-disable @n8n/community-nodes/no-restricted-globals -- and finds it from here */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

import { loadContract } from '../../simulator/contract';
import type { Running } from './simulatorClient';
import { exampleInvoice, startSimulator } from './simulatorClient';

interface Parameter {
	name: string;
	in: string;
	example?: string | number | boolean;
}

interface DocumentOperation {
	operationId: string;
	parameters?: Parameter[];
	requestBody?: { content: { 'application/json': { example?: unknown } } };
	'x-partner-key'?: boolean;
}

const document = parse(
	readFileSync(resolve(__dirname, '../../contract/cash-in.openapi.yaml'), 'utf8'),
) as { paths: { [path: string]: { [method: string]: DocumentOperation } } };

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
	Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);

let running: Running;

beforeEach(async () => {
	running = await startSimulator();
});

afterEach(async () => {
	await running.simulator.close();
});

/** The request that stands as the example in the contract. */
function exampleRequest(operation: (typeof operations)[number], key: string) {
	const parameters = operation.parameters ?? [];
	const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
		encodeURIComponent(String(parameters.find((each) => each.name === name)?.example)),
	);
	const query = parameters.filter((each) => each.in === 'query');
	return {
		method: operation.method,
		url: path,
		params: Object.fromEntries(query.map((each) => [each.name, each.example])),
		data: operation.requestBody?.content['application/json'].example,
		headers: { 'X-Api-Key': key },
	};
}

describe('every operation of the contract', () => {
	it('answers its own example request as the contract allows', async () => {
		const { simulator, api, sim } = running;

		const outcomes = [];
		for (const operation of operations) {
			await sim.post('/reset');
			await sim.post('/settings', { duplicates: 'accept' });
			await sim.post('/seed-examples');
			const { status, data } = await api.request(exampleRequest(operation, 'partner-key'));
			const body: unknown = status === 204 ? undefined : data;
			const wrong = loadContract().byId.get(operation.operationId)?.checkAnswer(status, body);
			const failed = Object.entries((body ?? {}) as object).find(
				([member, value]) => /^Failed.*Count$/.test(member) && value !== 0,
			);
			const ok = status >= 200 && status < 300 && failed === undefined;
			outcomes.push({ id: operation.operationId, ok, wrong });
		}

		expect(outcomes).toHaveLength(operations.length);
		expect(outcomes.filter(({ ok, wrong }) => !ok || wrong !== undefined)).toEqual([]);
		expect(simulator.control.violations()).toEqual([]);
	});

	it('is refused with 401 without a key and with an unknown one', async () => {
		const { simulator, api } = running;
		const refused = new Set<string>();
		for (const operation of operations) {
			const request = exampleRequest(operation, 'unknown-key');
			const unknown = await api.request(request);
			const none = await api.request({ ...request, headers: { 'X-Api-Key': undefined } });
			if (unknown.status === 401 && none.status === 401) refused.add(operation.operationId);
		}

		expect(refused.size).toBe(operations.length);
		expect(simulator.control.violations()).toEqual([]);
		expect(simulator.control.state()).toMatchObject({ invoices: 0, allocations: 0 });
	});

	it('is open to a creditor key, but for the six that need the partner key', async () => {
		const statuses = new Map<string, number>();
		for (const operation of operations) {
			const { status } = await running.api.request(exampleRequest(operation, 'demo-key'));
			statuses.set(operation.operationId, status);
		}

		const forbidden = [...statuses].filter(([, status]) => status === 403).map(([id]) => id);
		expect(forbidden.sort()).toEqual([
			'createCreditor',
			'getCreditorCredentials',
			'listDeliveryInformationBySeller',
			'listExternalAgreementIdentifiers',
			'sendSms',
			'updateCreditor',
		]);
		expect(running.simulator.control.violations()).toEqual([]);
	});
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
