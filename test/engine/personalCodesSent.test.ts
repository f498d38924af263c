import type { IDataObject } from 'n8n-workflow';

import { runCashIn, type RunResult } from '../support/engine';
import { fromJson, hintsOf } from '../support/invoiceRuns';
import { invoice } from '../support/invoices';
import { startRaw, type RawServer } from '../support/rawServer.cts';
import { until } from '../support/watch.cts';

/** The example code of the authority that gives them, in ways that people and programs write it. */
const WRITINGS = [
	'131052-308T',
	'131052-308t',
	'131052A308T',
	'hetu_131052-308T',
	'hetu131052-308T',
	'ID131052+308T',
	'Asiakas:131052-308T.',
	...['\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212', '\uff0d'].map(
		(dash) => `131052${dash}308T`,
	),
	'\uff11\uff13\uff11\uff10\uff15\uff12-\uff13\uff10\uff18\uff34',
	'131052\u00ad308T',
	'131052\u00ad-308T',
	'1310\u200b52-30\ufeff8T',
	'131052%2D308T',
	'131052%E2%80%91308T',
];
/** What looks a little like one, and is none. */
const OTHERS = [
	'1042',
	'2026-0042',
	'INV-202601-1001',
	'INV010126-1001',
	'A131052-3081',
	'20260112T101500+0200',
	'2026-01-12T10:15:00+02:00',
	'FI2112345600000785',
	'RF18539007547034',
	'13 1052 3081',
	'1310523081',
	'9131052-308T',
	'b5d1a7c0-1310-4521-8308-0123456789ab',
	'customer-131052-30812',
];

let server: RawServer;
let answer: (method: string) => unknown;
beforeEach(async () => {
	answer = () => ({ Data: [], Meta: {} });
	server = await startRaw(({ method }, response) => {
		response.statusCode = method === 'GET' ? 200 : 400;
		response.end(JSON.stringify(answer(String(method))));
	});
});
afterEach(async () => await server.close());

const run = async (parameters: IDataObject, items: IDataObject[] = [{}]) =>
	await runCashIn(
		items,
		parameters,
		{ baseUrl: server.baseUrl },
		{
			onError: 'continueErrorOutput',
		},
	);
const summary = (customerCode: string) => ({
	resource: 'debtor',
	operation: 'getSummary',
	customerCode,
});
/** What n8n keeps of a node's failure, beside the item itself. */
const said = ({ failed, error }: RunResult) =>
	JSON.stringify([failed.map(({ json }) => json.error), error?.message, error?.stack]);
const digits = (text: string) => text.normalize('NFKC').replace(/[^0-9A-Za-z]/g, '');

it.each(WRITINGS)('%s is not put into an address', async (code) => {
	const result = await run(summary(code));
	expect(server.seen).toEqual([]);
	expect(result.failed[0]?.json.error).toContain('looks like a personal identity code');
	expect(said(result)).not.toContain(code);
});

it.each(OTHERS)('%s is put into an address as it is', async (number) => {
	const { failed } = await run(summary(number));
	expect(failed).toEqual([]);
	expect(decodeURIComponent(server.seen[0]?.path ?? '')).toContain(number);
});

it.each(WRITINGS)('%s is not repeated from an answer', async (code) => {
	answer = () => ({ Message: `There is no customer ${code} here` });
	const result = await run(fromJson('create'), [invoice(1042)]);
	expect(result.failed[0]?.json.error).toContain('[personal identity code]');
	expect(digits(said(result))).not.toMatch(/131052.?308T/i);
});

it.each(OTHERS)('%s is repeated from an answer as it is', async (number) => {
	answer = () => ({ Message: `There is no ${number} here` });
	const result = await run(fromJson('create'), [invoice(1042)]);
	// What may well be a code is not shown, though it need not be one.
	const shown = number.replace(/^(INV|A)\d{6}-\d{4}$/, '$1[personal identity code]');
	expect(result.failed[0]?.json.error).toContain(`There is no ${shown} here`);
});

it('One that is a customer code is in no message, hint or stack of a run, cancelled or not', async () => {
	const code = 'hetu_131052-308T';
	const create = {
		resource: 'customer',
		operation: 'create',
		inputMode: 'json',
		bodyJson: '={{ $json }}',
		options: { batchSize: 1 },
	};
	const customers = [code, code, 'C-2'].map((CustomerCode) => ({
		CustomerCode,
		Name: 'Example Buyer Oy',
	}));
	answer = () => ({ Message: 'No' });
	const failing = await run(create, customers);
	expect(failing.failed).toHaveLength(3);
	expect(said(failing)).not.toContain('131052');
	const stopping = await runCashIn(customers, create, { baseUrl: server.baseUrl });
	expect(said(stopping)).not.toContain('131052');

	const cancel = new AbortController();
	const silent = await startRaw(() => {});
	const two = customers.slice(1);
	const running = runCashIn(two, create, { baseUrl: silent.baseUrl }, {}, cancel.signal);
	await until(() => silent.seen.length > 0, 'nothing was sent');
	cancel.abort();
	const cancelled = await running;
	await silent.close();
	expect(JSON.stringify(hintsOf(cancelled))).not.toContain('131052');
	expect(said(cancelled)).not.toContain('131052');
});
