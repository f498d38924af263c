import type { IDataObject } from 'n8n-workflow';

import { runCashIn, testCredential, type RunResult } from '../support/engine';
import { fromJson } from '../support/invoiceRuns';
import { invoice } from '../support/invoices';
import { startRaw, type RawServer } from '../support/rawServer.cts';

/** A server that says the API key back: whoever may see an execution must not learn it. */

const KEY = 'example/Key+0123456789"abcdefghijklmnopqrstuvwxyz';
/** What nobody may see: the key in whatever writing, or a good part of it. */
const PARTS = [KEY.slice(0, 20), KEY.slice(10, 30), KEY.slice(-20)];
const percent = (text: string) =>
	[...text].map((one) => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`).join('');
const unicode = (text: string) =>
	[...text].map((one) => `\\u00${one.charCodeAt(0).toString(16)}`).join('');

const WRITINGS: Array<[string, string]> = [
	['as it was sent', KEY],
	['in capitals', KEY.toUpperCase()],
	['as JSON writes it', JSON.stringify(KEY).slice(1, -1).replace('/', '\\/')],
	['in escapes of JSON', unicode(KEY)],
	['for an address', encodeURIComponent(KEY)],
	['for an address, in small letters', encodeURIComponent(KEY).toLowerCase()],
	['for an address, every character', percent(KEY)],
	['for an address, twice', encodeURIComponent(encodeURIComponent(KEY))],
	['for a web page', KEY.replace(/"/g, '&quot;').replace(/\+/g, '&#43;').replace(/\//g, '&#x2F;')],
	['in base64', Buffer.from(KEY).toString('base64')],
	['in base64 behind a name', Buffer.from(`user:${KEY}`).toString('base64')],
	['in base64 for an address', Buffer.from(`x${KEY}`).toString('base64url')],
	['in hexadecimal', Buffer.from(KEY).toString('hex')],
	['with a zero-width space in it', `${KEY.slice(0, 9)}\u200b${KEY.slice(9)}`],
];

let server: RawServer;
let answer: { status: number; headers?: Record<string, string>; body: unknown };
beforeEach(async () => {
	server = await startRaw((_, response) => {
		const { status, headers = {}, body } = answer;
		const text = typeof body === 'string' ? body : JSON.stringify(body);
		response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
	});
});
afterEach(async () => await server.close());

const run = async (parameters: IDataObject, items: IDataObject[] = [{}], apiKey = KEY) =>
	await runCashIn(
		items,
		parameters,
		{ baseUrl: server.baseUrl, apiKey },
		{ onError: 'continueErrorOutput' },
	);
const list = { resource: 'invoice', operation: 'getAll' };
const create = async (numbers: number[]) =>
	await run(
		fromJson('create'),
		numbers.map((number) => invoice(number)),
	);
const update = async () =>
	await run({
		resource: 'customer',
		operation: 'update',
		customerCode: 'C-1',
		inputMode: 'json',
		bodyJson: { Name: 'Example Buyer Oy' },
	});

/** Everything n8n keeps of a run, as one text with all of its escapes undone. */
function keptOf({ run: { data }, error }: RunResult): string {
	const { description, stack } = error ?? {};
	return [JSON.stringify(data.resultData), JSON.stringify([error, description, stack])].join(' ');
}

function expectUnseen(result: RunResult, written: string): void {
	const kept = keptOf(result);
	const plain = kept.replace(/\\+/g, '').toLowerCase();
	for (const part of [...PARTS, written]) {
		expect(kept).not.toContain(part);
		expect(plain).not.toContain(part.replace(/\\+/g, '').toLowerCase());
	}
	expect(kept).toContain('[API key]');
}

describe.each(WRITINGS)('A key that is said back %s', (_, written) => {
	it('is not in the message of a refusal', async () => {
		answer = { status: 400, body: { Message: `Bad request: ${written} is wrong` } };
		const result = await run(list);
		expectUnseen(result, written);
		expect(result.failed[0]?.json.error).toContain('is wrong');
	});

	it('is not in the message of a redirect', async () => {
		const target = encodeURI(`https://example.com/?key=${written}&x=1`).replace(/%25/g, '%');
		answer = { status: 302, headers: { location: target }, body: '' };
		expectUnseen(await run(list), written);
	});

	it('is not beside the counts of an upload', async () => {
		answer = {
			status: 202,
			body: {
				UploadedInvoicesCount: 1,
				FailedInvoicesCount: 0,
				StatusDescription: `Taken for ${written}`,
				Request: { Headers: [{ [`X-${written}`]: `X-Api-Key: ${written}\r\nHost: example` }] },
				Kept: 'as it came',
			},
		};
		const result = await create([1042]);
		expectUnseen(result, written);
		expect(result.success[0]?.json).toMatchObject({ status: 'created', Kept: 'as it came' });
	});

	it('is not in why an upload was not taken', async () => {
		answer = {
			status: 202,
			body: {
				UploadedInvoicesCount: 1,
				FailedInvoicesCount: 1,
				FailedInvoices: [{ InvoiceNumber: 1043, Message: `not for ${written}` }],
			},
		};
		expectUnseen(await create([1042, 1043]), written);
	});

	it('is not in the words of a single write under 200', async () => {
		answer = {
			status: 200,
			body: { FailedCustomersCount: 1, StatusDescription: `${written} may not`, Errors: [written] },
		};
		expectUnseen(await update(), written);
		answer = { status: 200, body: { Code: 'C-1', Echo: [{ text: `by ${written}` }] } };
		const { success } = await update();
		expect(success).toHaveLength(1);
		expect(JSON.stringify(success[0]?.json)).not.toContain(JSON.stringify(written).slice(1, -1));
	});
});

it('A key that a long message cuts in half is not in it, wherever it is cut', async () => {
	for (let before = 540; before < 610; before += 3) {
		answer = { status: 400, body: { Message: `${'x'.repeat(before)} ${KEY} ${'y'.repeat(900)}` } };
		const { failed } = await run(list);
		for (let from = 0; from + 16 <= KEY.length; from += 1) {
			expect(failed[0]?.json.error).not.toContain(KEY.slice(from, from + 16));
		}
	}
});

it('A key that the server itself cuts is not shown, from whichever end', async () => {
	for (const part of [KEY.slice(0, -9), KEY.slice(9), KEY.slice(0, 24), KEY.slice(-24)]) {
		answer = { status: 403, body: { Message: `No right for ${part}...` } };
		expectUnseen(await run(list), part);
	}
});

it.each([
	['zero-width space', '\u200b'],
	['byte order mark', '\ufeff'],
	['no-break space', '\u00a0'],
	['soft hyphen', '\u00ad'],
	['line break', '\r\n'],
])('A key pasted with a %s around it works, and is not shown', async (_, invisible) => {
	answer = { status: 400, body: { Message: `Not with ${KEY}` } };
	const result = await run(list, [{}], `${invisible}${KEY}${invisible}`);
	expect(server.seen.map(({ key }) => key)).toEqual([KEY]);
	expectUnseen(result, KEY);
});

it.each([
	['a line break', 'example-key\r\nX-Other: 1'],
	['a letter no header carries', 'example-key-\u0416'],
])('A key with %s in it is sent nowhere, and not repeated', async (_, apiKey) => {
	const { failed } = await run(list, [{}], apiKey);
	expect(server.seen).toEqual([]);
	expect(failed[0]?.json.error).toContain("'API Key' holds");
	expect(failed[0]?.json.error).not.toContain('example-key');
	const { status, message } = await testCredential({ baseUrl: server.baseUrl, apiKey });
	expect(status).toBe('Error');
	expect(message).toContain("'API Key' holds");
	expect(server.seen).toEqual([]);
});

it('The credential test shows no key, however it is said back', async () => {
	for (const [, written] of WRITINGS) {
		answer = { status: 500, body: { Message: `${'x'.repeat(570)} ${written}` } };
		const { message } = await testCredential({ baseUrl: server.baseUrl, apiKey: KEY });
		for (const part of PARTS) expect(message).not.toContain(part);
		expect(message).toContain('[API key]');
		expect(message).toContain('try again in a few minutes');
	}
});

it('A list is given on as it came, whatever is in it', async () => {
	answer = { status: 200, body: { Data: [{ InvoiceNumber: 1, Note: KEY }], Meta: {} } };
	const { success } = await run({ ...list, simplify: false });
	expect(success.map(({ json }) => json)).toEqual([{ InvoiceNumber: 1, Note: KEY }]);
});
