import type { IDataObject } from 'n8n-workflow';

import { endpoints } from '../../nodes/CashIn/api/generated/endpoints';
import { runCashIn } from '../support/engine';
import { fromJson } from '../support/invoiceRuns';
import { invoice } from '../support/invoices';
import { plainOrder } from '../support/orderFixtures';
import { useSimulator } from '../support/simulator';
import {
	exampleElement,
	exampleParameters,
	isBulk,
	switchedOn,
	writes,
	type Write,
} from '../support/writes';

/** What the node says is what Cash-In did, in Cash-In's own words. */
jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../support/waits')>('../support/waits')
		.withWaits((ms) => Math.min(ms, 5)),
);

const simulator = useSimulator({ duplicates: 'accept' });
const create = async (items: IDataObject[], options: IDataObject = {}, settings = {}) =>
	await runCashIn(items, fromJson('create', options), { baseUrl: simulator().url }, settings);
const series = (count: number) =>
	Array.from({ length: count }, (_, index) => invoice(1001 + index));
const answered = (body: unknown, status = 200) =>
	simulator().control.addFault({ kind: 'errorShape', status, body, count: 1 });
const kept = () =>
	simulator()
		.control.invoices()
		.map(({ InvoiceNumber }) => Number(InvoiceNumber));

const run = async (write: Write) => {
	const body = JSON.stringify(exampleElement(write) ?? {});
	return await runCashIn(
		[{}],
		{
			resource: write.resource,
			operation: write.operation,
			...switchedOn,
			...exampleParameters(write.endpoint),
			inputMode: 'json',
			bodyJson: body,
			invoiceJson: body,
		},
		{
			baseUrl: simulator().url,
			apiKey: endpoints[write.endpoint].partnerKey ? 'partner-key' : 'demo-key',
		},
		{ onError: 'continueErrorOutput' },
	);
};

describe.each(writes.filter(isBulk))('$resource: $operation', (write) => {
	it.each<[string, unknown, string]>([
		['a text', JSON.stringify('The service moved'), 'The service moved'],
		['a list that says no', [{ Success: false, Message: 'not this one' }], 'not this one'],
		[
			'an envelope that says no',
			{ Data: { success: false, message: 'no such right' } },
			'no such right',
		],
		['a status that says no', { Status: 'Rejected', Message: 'closed account' }, 'closed account'],
		['a counter of its own', { RejectedItems: 1, Message: 'one too many' }, 'one too many'],
		['another count than was sent', { AcceptedCount: 0, Message: 'none today' }, 'none today'],
	])('is in doubt after %s, and says it in the words of Cash-In', async (_, body, words) => {
		answered(body);
		const { success, failed } = await run(write);
		expect(success).toEqual([]);
		expect(failed[0]?.json.error).toMatch(/may or may not have been/);
		expect(failed[0]?.json.error).toContain(words);
		expect(failed[0]?.json.message).toMatchObject({ outcome: 'unknown' });
	});
});

describe.each(
	writes.filter((write) => !isBulk(write) && endpoints[write.endpoint].method !== 'GET'),
)('$resource: $operation', (write) => {
	it.each<[string, unknown]>([
		['Success: false', { Success: false, Message: 'not this one' }],
		['an envelope that says no', { Data: { success: false }, Message: 'not this one' }],
		['errors', { Errors: ['not this one'] }],
	])('is not called done after %s', async (_, body) => {
		answered(body);
		const { success, failed } = await run(write);
		expect(success).toEqual([]);
		expect(failed[0]?.json.error).toContain('not this one');
	});
});

describe('Retry On Fail together with Continue', () => {
	it.each(['continueErrorOutput', 'continueRegularOutput'] as const)(
		'is refused for each invoice (%s): none leaves as if it had been sent',
		async (onError) => {
			const { success, failed } = await create(
				series(2),
				{},
				{ onError, retryOnFail: true, maxTries: 2, waitBetweenTries: 0 },
			);
			const out = onError === 'continueErrorOutput' ? failed : success;
			expect(out.map(({ json }) => json.error)).toEqual([
				expect.stringContaining("'Retry On Fail' is switched on"),
				expect.stringContaining("'Retry On Fail' is switched on"),
			]);
			expect([...success, ...failed]).toHaveLength(2);
			expect(simulator().requests).toEqual([]);
		},
	);

	it('is refused for each order whose check is off', async () => {
		const { success, failed } = await runCashIn(
			[{ order: plainOrder() }],
			{
				resource: 'invoice',
				operation: 'createFromOrder',
				order: '={{ $json.order }}',
				options: { duplicateCheck: 'off' },
			},
			{ baseUrl: simulator().url },
			{ onError: 'continueErrorOutput', retryOnFail: true, maxTries: 2, waitBetweenTries: 0 },
		);
		expect(success).toEqual([]);
		expect(failed[0]?.json.error).toContain("'Retry On Fail' is switched on");
		expect(simulator().requests).toEqual([]);
	});
});

it.each<[string, unknown]>([
	['is no yes or no', 'perhaps'],
	['breaks', "={{ $('Nowhere').first().json.no }}"],
])('a Summary whose expression %s fails before anything is sent', async (_, summary) => {
	const { success, failed } = await create(
		series(2),
		{ summary: summary as string },
		{ onError: 'continueErrorOutput' },
	);
	expect(success).toEqual([]);
	expect(failed).toHaveLength(2);
	expect(simulator().requests).toEqual([]);
});

describe('What was sent is told, whatever comes after it', () => {
	const nested = `${'{"a":['.repeat(50_000)}1${']}'.repeat(50_000)}`;

	it('an answer nested without end', async () => {
		simulator().control.addFault({
			kind: 'errorShape',
			status: 200,
			body: nested,
			contentType: 'application/json',
			operationId: 'createInvoice',
			after: 1,
			count: 1,
		});
		const { success, failed, error } = await create(
			series(4),
			{ batchSize: 2 },
			{ onError: 'continueErrorOutput' },
		);
		expect(error).toBeUndefined();
		expect(success.map(({ json }) => json.InvoiceNumber)).toEqual([1001, 1002]);
		expect(failed.map(({ json }) => json.error)).toEqual([
			expect.stringMatching(/^Invoice 1003 may or may not have been created/),
			expect.stringMatching(/^Invoice 1004 may or may not have been created/),
		]);
	});

	it('a request that is too large for one text is made smaller', async () => {
		const whole = JSON.stringify.bind(JSON);
		const limit = jest.spyOn(JSON, 'stringify').mockImplementation((value: unknown) => {
			// As V8 does with more than half a gigabyte.
			if (Array.isArray(value) && value.length > 1 && Object(value[0]).InvoiceNumber >= 1003) {
				throw new RangeError('Invalid string length');
			}
			return whole(value);
		});
		const { success, error } = await create(
			series(6),
			{ batchSize: 2 },
			{ onError: 'continueErrorOutput' },
		);
		limit.mockRestore();
		expect(error).toBeUndefined();
		expect(success).toHaveLength(6);
		expect(kept()).toEqual([1001, 1002, 1003, 1004, 1005, 1006]);
	});

	it('names what was created, refused and not sent when the workflow stops', async () => {
		simulator().control.addFault({ kind: 'partialFailure', invoiceNumbers: [1002, 1003] });
		const { error } = await create(series(5), { batchSize: 3 });
		expect(error?.message).toContain('Cash-In did not accept invoice 1002');
		expect(error?.description).toContain('Created in the same request: 1001.');
		expect(error?.description).toContain('In Cash-In: 1001.');
		expect(error?.description).toContain('Refused: 1002 to 1003.');
		expect(error?.description).toContain('Not sent: 1004 to 1005.');
		expect(error?.description).not.toContain('other invoices of the request were created');
		expect(kept()).toEqual([1001]);
	});
});
