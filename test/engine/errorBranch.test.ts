import type { IDataObject, INode } from 'n8n-workflow';

import { createTrigger, runCashIn } from '../support/engine';
import { fromJson, hintsOf } from '../support/invoiceRuns';
import { invoice } from '../support/invoices';
import { plainOrder } from '../support/orderFixtures';
import { runOrders } from '../support/orderRuns';
import { useSimulator, type RunningSimulator } from '../support/simulator';
import { until } from '../support/watch.cts';

/** These run in the engine of the oldest n8n that is supported and in that of the newest. */
const simulator = useSimulator({ now: '2026-05-20T09:00:00Z' });
const other = useSimulator({ keys: ['key-of-the-other'] });

const run = async (
	items: IDataObject[],
	parameters: IDataObject,
	settings: Partial<INode> = {},
	cancelled?: AbortSignal,
) =>
	await runCashIn(
		items,
		parameters,
		{ baseUrl: simulator().url },
		{ onError: 'continueErrorOutput', ...settings },
		cancelled,
	);
const numbersOf = (items: Array<{ json: IDataObject }>) =>
	items.map(({ json }) => Number(json.InvoiceNumber));
const keptBy = ({ control }: RunningSimulator) =>
	control.invoices().map(({ InvoiceNumber }) => Number(InvoiceNumber));
const kept = () => keptBy(simulator());

/** Three invoices, of which Cash-In refuses the second. */
const THREE = [1001, 1002, 1003].map((number) =>
	invoice(number, { OrderIdentifier: `O-${number}` }),
);
const refuseTheSecond = () =>
	simulator().control.addFault({ kind: 'badInvoice', invoiceNumbers: [1002] });
const REFUSED = {
	error: expect.stringContaining('Invoice 1002 was not created'),
	message: {
		advice: expect.any(String),
		httpCode: '400',
		invoiceNumber: '1002',
		outcome: 'notCreated',
	},
};

describe('A refused invoice beside good ones', () => {
	it('leaves by the error branch with its own input, the advice and the details, the others by the success branch', async () => {
		refuseTheSecond();
		const { success, failed } = await run(THREE, fromJson('create'));
		expect(numbersOf(success)).toEqual([1001, 1003]);
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(failed).toEqual([
			expect.objectContaining({ json: { ...THREE[1], ...REFUSED }, pairedItem: { item: 1 } }),
		]);
		expect(kept()).toEqual([1001, 1003]);
	});

	it('stays in its place with advice and details where the workflow goes on by one branch', async () => {
		refuseTheSecond();
		const { success, failed } = await run(THREE, fromJson('create'), {
			onError: 'continueRegularOutput',
		});
		expect(failed).toEqual([]);
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2].map((item) => ({ item })),
		);
		expect(success[1]?.json).toEqual(REFUSED);
	});

	it('stops a workflow that is to stop with an error that names the invoice and its item', async () => {
		refuseTheSecond();
		const { error, success, failed } = await run(THREE, fromJson('create'), {
			onError: 'stopWorkflow',
		});
		expect([success, failed]).toEqual([[], []]);
		expect(error?.message).toMatch(/^Invoice 1002 was not created\. Cash-In answered 400: /);
		expect(error?.description).toBeTruthy();
	});

	it('takes the summary along by the error branch when it is the last item', async () => {
		refuseTheSecond();
		const { success, failed } = await run(THREE.slice(0, 2), fromJson('create', { summary: true }));
		expect(numbersOf(success)).toEqual([1001]);
		expect(failed).toHaveLength(1);
		expect(failed[0]?.json).toMatchObject({
			error: REFUSED.error,
			message: { ...REFUSED.message, summary: { sent: 1, failed: 1 } },
		});
	});
});

it('An item with a mistake in a parameter leaves by the error branch, and its neighbours are sent', async () => {
	const { success, failed } = await run(
		[{ it: THREE[0] }, { it: '{ "InvoiceNumber": ' }, { it: THREE[2] }] as IDataObject[],
		{ ...fromJson('create'), invoiceJson: '={{ $json.it }}' },
	);
	expect(numbersOf(success)).toEqual([1001, 1003]);
	expect(failed.map(({ json, pairedItem }) => [pairedItem, json.error])).toEqual([
		[{ item: 1 }, expect.stringContaining("'Invoice (JSON)' is not valid JSON")],
	]);
	expect(kept()).toEqual([1001, 1003]);
});

it('An order that Cash-In refuses leaves by the error branch, and its neighbours are invoiced', async () => {
	refuseTheSecond();
	const orders = [1001, 1002, 1003].map((number) => plainOrder({ number: String(number) }));
	const { success, failed } = await runOrders(simulator().url, orders);
	expect(success.map(({ json }) => json.status)).toEqual(['created', 'created']);
	expect(failed).toHaveLength(1);
	expect(failed[0]?.json).toMatchObject({ number: '1002', ...REFUSED });
	expect(kept()).toEqual([1001, 1003]);
});

it('What is not found leaves by the error branch with its number and advice', async () => {
	await run([invoice(1001)], fromJson('create'));
	const { success, failed } = await run([{ number: '1001' }, { number: '9999' }], {
		resource: 'invoice',
		operation: 'getStatus',
		invoiceNumber: '={{ $json.number }}',
	});
	expect(success.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
	expect(failed.map(({ json }) => json)).toEqual([
		{
			number: '9999',
			error: expect.stringContaining('404'),
			message: { advice: expect.any(String), httpCode: '404' },
		},
	]);
});

describe('Retry On Fail', () => {
	const RETRY = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };

	it('is refused where invoices would go out twice, and nothing is sent', async () => {
		const { error } = await run(THREE, fromJson('create'), { ...RETRY, onError: 'stopWorkflow' });
		expect(error?.message).toContain("'Retry On Fail' is switched on");
		expect(simulator().requests).toEqual([]);
	});

	it('sends each invoice once where Duplicate Check is on', async () => {
		simulator().control.addFault({ kind: 'badInvoice', invoiceNumbers: [1002], count: 1 });
		const options = { duplicateCheck: 'beforeSending', batchSize: 1 };
		const { error, success } = await run(THREE, fromJson('create', options), {
			...RETRY,
			onError: 'stopWorkflow',
		});
		expect(error).toBeUndefined();
		expect(success.map(({ json }) => json.status)).toEqual(['alreadyExists', 'created', 'created']);
		expect(kept()).toEqual([1001, 1002, 1003]);
	});
});

describe('A cancelled execution', () => {
	it('ends while it waits for Cash-In, sends nothing more and says what was sent', async () => {
		simulator().control.addFault({ kind: 429, retryAfter: 110, operationId: 'createInvoice' });
		const cancelled = new AbortController();
		const running = run(THREE, fromJson('create'), {}, cancelled.signal);
		await until(() => simulator().to('createInvoice').length > 0, 'nothing was sent');
		cancelled.abort();
		const result = await running;
		expect(simulator().to('createInvoice')).toHaveLength(1);
		expect(result.success).toEqual([]);
		expect(hintsOf(result)[0]?.message).toContain('The execution was cancelled.');
	}, 60_000);
});

it('Each item goes to the account its credential names for it', async () => {
	const { success, failed } = await runCashIn(
		[
			{ url: simulator().url, key: 'demo-key', invoice: invoice(1001) },
			{ url: other().url, key: 'key-of-the-other', invoice: invoice(2001) },
			{ url: other().url, key: 'a-wrong-key', invoice: invoice(2002) },
		],
		{ ...fromJson('create'), invoiceJson: '={{ $json.invoice }}' },
		{ apiKey: '={{ $json.key }}', baseUrl: '={{ $json.url }}' },
		{ onError: 'continueErrorOutput' },
	);
	expect(numbersOf(success)).toEqual([1001, 2001]);
	expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 2 }]);
	expect(kept()).toEqual([1001]);
	expect(keptBy(other())).toEqual([2001]);
});

it('The trigger remembers what is there at its first poll, and gives out a payment once', async () => {
	await run([invoice(1001)], fromJson('create'));
	const pay = () => simulator().control.pay({ InvoiceNumber: '1001', Amount: 1 });
	pay();
	jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-05-20T09:00:00Z'));
	const { poll } = createTrigger({}, { baseUrl: simulator().url });
	expect(await poll('trigger', 'activate')).toBeNull();
	const { AllocationId } = pay();
	expect(await poll()).toMatchObject([{ event: 'paymentAllocated', AllocationId }]);
	expect(await poll()).toBeNull();
	jest.restoreAllMocks();
});
