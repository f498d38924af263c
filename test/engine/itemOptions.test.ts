import type { IDataObject } from 'n8n-workflow';

import { runCashIn } from '../support/engine';
import { fromJson } from '../support/invoiceRuns';
import { invoice } from '../support/invoices';
import { plainOrder } from '../support/orderFixtures';
import { runOrders } from '../support/orderRuns';
import { useSimulator } from '../support/simulator';

/** Options may hold expressions: items whose Options say the same share requests. */
const simulator = useSimulator({ duplicates: 'accept' });

const posts = (operationId = 'createInvoice') =>
	simulator()
		.to(operationId)
		.map(({ rawBody }) => {
			const list = JSON.parse(rawBody) as IDataObject[];
			return list.map(({ InvoiceNumber }) => Number(InvoiceNumber));
		});
const create = async (items: IDataObject[], options: IDataObject, settings = {}) =>
	await runCashIn(
		items,
		{ ...fromJson('create', options), invoiceJson: '={{ $json.invoice }}' },
		{ baseUrl: simulator().url },
		{ onError: 'continueErrorOutput', ...settings },
	);
const series = (count: number, members: (item: number) => IDataObject) =>
	Array.from({ length: count }, (_, item) => ({
		invoice: invoice(1001 + item),
		...members(item),
	}));
const statuses = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.status);

describe('Options by expression', () => {
	it('send items of one size of batch together, in the order of the first of each', async () => {
		const items = series(7, (item) => ({ size: item % 2 === 0 ? 2 : 3 }));
		const { success } = await create(items, { batchSize: '={{ $json.size }}' });
		expect(posts()).toEqual([
			[1001, 1003],
			[1005, 1007],
			[1002, 1004, 1006],
		]);
		expect(success.map(({ json }) => json.InvoiceNumber)).toEqual([
			1001, 1002, 1003, 1004, 1005, 1006, 1007,
		]);
	});

	it('that say the same in other words make one group', async () => {
		const items = series(4, (item) => ({ size: item % 2 === 0 ? '50' : 50 }));
		await create(items, { batchSize: '={{ $json.size }}' });
		expect(posts()).toEqual([[1001, 1002, 1003, 1004]]);
	});

	it.each([
		['requestInterval', 0, 1],
		['timeout', 60, 61],
		['concurrentRequests', 1, 2],
		['duplicateCheck', 'off', 'beforeSending'],
	])('of another %s make a group of their own', async (option, one, other) => {
		const items = series(4, (item) => ({ value: item % 2 === 0 ? one : other }));
		await create(items, { [option]: '={{ $json.value }}' });
		expect(posts()).toEqual([
			[1001, 1003],
			[1002, 1004],
		]);
	});

	it('ask Cash-In about those items whose Duplicate Check is on, and send the others unasked', async () => {
		await create(
			series(2, () => ({})),
			{},
		);
		const items = series(2, (item) => ({ check: item === 0 ? 'beforeSending' : 'off' }));
		const { success } = await create(items, { duplicateCheck: '={{ $json.check }}' });
		expect(statuses(success)).toEqual(['alreadyExists', 'created']);
		expect(posts()).toEqual([[1001, 1002], [1002]]);
	});

	it('refuse Retry On Fail as soon as one item is not checked', async () => {
		const items = series(2, (item) => ({ check: item === 0 ? 'beforeSending' : 'off' }));
		const { error } = await create(
			items,
			{ duplicateCheck: '={{ $json.check }}' },
			{ retryOnFail: true, maxTries: 2, waitBetweenTries: 0, onError: 'stopWorkflow' },
		);
		expect(error?.message).toContain("'Retry On Fail' is switched on");
		expect(simulator().requests).toEqual([]);
	});

	it.each([
		['batchSize', 0, "'Batch Size' must be a whole number from 1 to 1000 [item 1]"],
		['batchSize', null, "'Batch Size' must be a whole number from 1 to 1000 [item 1]"],
		['concurrentRequests', 9, "'Concurrent Requests' must be a whole number from 1 to 8 [item 1]"],
		[
			'requestInterval',
			-1,
			"'Interval Between Requests' must be a whole number from 0 to 60000 [item 1]",
		],
		['timeout', 'soon', "'Timeout (Seconds)' must be a whole number from 1 to 600 [item 1]"],
		['duplicateCheck', 'maybe', expect.stringContaining("'Duplicate Check'")],
	])('fail the item whose %s is %p, and no other', async (option, bad, message) => {
		const usual = { batchSize: 10, concurrentRequests: 1, requestInterval: 0, timeout: 60 };
		const good = { ...usual, duplicateCheck: 'off' }[option];
		const items = series(3, (item) => ({ value: item === 1 ? bad : good }));
		const { success, failed } = await create(items, { [option]: '={{ $json.value }}' });
		expect(failed.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
			[message, { item: 1 }],
		]);
		expect(success.map(({ json }) => json.InvoiceNumber)).toEqual([1001, 1003]);
		expect(posts()).toEqual([[1001, 1003]]);
	});

	it('keep payments in order, whatever their Options say', async () => {
		await create(
			series(5, () => ({})),
			{},
		);
		const items = [1, 2, 2, 1, 1].map((size, item) => ({ size, number: 1001 + item }));
		const { failed } = await runCashIn(
			items,
			{
				resource: 'payment',
				operation: 'submit',
				inputMode: 'json',
				bodyJson: '={{ { InvoiceNumber: $json.number, PaymentDate: "2026-03-10", Amount: 1 } }}',
				options: { batchSize: '={{ $json.size }}' },
			},
			{ baseUrl: simulator().url },
			{ onError: 'continueErrorOutput' },
		);
		expect(failed).toEqual([]);
		expect(posts('submitInvoicePayment')).toEqual([[1001], [1002, 1003], [1004], [1005]]);
	});

	it('look up orders by what each says', async () => {
		const order = (number: number) => plainOrder({ number: String(number) });
		await runOrders(simulator().url, [order(1042), order(1043)]);
		const items = [1042, 1043].map((number) => ({
			order: order(number),
			check: number === 1042 ? 'beforeSending' : 'off',
		}));
		const { success } = await runOrders(simulator().url, items, {
			order: '={{ $json.order }}',
			options: { duplicateCheck: '={{ $json.check }}' },
		});
		expect(statuses(success)).toEqual(['alreadyInvoiced', 'created']);
	});
});
