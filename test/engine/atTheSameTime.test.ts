import type { IDataObject } from 'n8n-workflow';

import { runCashIn } from '../support/engine';
import { fromJson } from '../support/invoiceRuns';
import { invoice } from '../support/invoices';
import { plainOrder } from '../support/orderFixtures';
import { runOrders } from '../support/orderRuns';
import { useSimulator } from '../support/simulator';

/** What was sent twice is kept twice: otherwise Cash-In itself would hide that it was. */
const simulator = useSimulator({ duplicates: 'accept' });
// Slow enough that a second run would look before the first has sent.
beforeEach(() => simulator().control.configure({ latencyMs: 100 }));

const order = (number: number) => plainOrder({ number: String(number) });
const orders = async (numbers: number[], options: IDataObject = {}, settings = {}) =>
	await runOrders(simulator().url, numbers.map(order), { options }, settings);
const create = async (numbers: number[], options: IDataObject) =>
	await runCashIn(
		numbers.map((number) => invoice(number)),
		fromJson('create', options),
		{ baseUrl: simulator().url },
		{ onError: 'continueErrorOutput' },
	);
const statuses = (runs: Array<{ success: Array<{ json: IDataObject }> }>) =>
	runs.map(({ success }) => success.map(({ json }) => json.status));
const kept = () =>
	simulator()
		.control.invoices()
		.map(({ InvoiceNumber }) => Number(InvoiceNumber))
		.sort((one, other) => one - other);

describe('Executions at the same time', () => {
	it('of one order send one invoice, and all but the first say so', async () => {
		const runs = await Promise.all([orders([1042]), orders([1042]), orders([1042])]);
		expect(statuses(runs)).toEqual([['created'], ['alreadyInvoiced'], ['alreadyInvoiced']]);
		expect(kept()).toEqual([1042]);
	});

	it('that share some of their orders, in whatever sequence, all come to an end and send each once', async () => {
		const runs = await Promise.all([
			orders([1001, 1002, 1003]),
			orders([1003, 1002, 1004]),
			orders([1004, 1001]),
			orders([1005]),
		]);
		expect(runs.flatMap(({ failed }) => failed)).toEqual([]);
		expect(kept()).toEqual([1001, 1002, 1003, 1004, 1005]);
	});

	it('that have nothing in common do not wait for each other', async () => {
		simulator().control.configure({ holdUntilOpen: 2 });
		await Promise.all([orders([1001]), orders([1002])]);
		expect(kept()).toEqual([1001, 1002]);
	});

	it('go on where the first fails', async () => {
		simulator().control.addFault({ kind: 402, operationId: 'createInvoice' });
		const runs = await Promise.all([
			orders([1042], {}, { onError: 'stopWorkflow' }),
			orders([1042]),
		]);
		expect(runs[0]?.error?.message).toContain('402');
		expect(statuses(runs)).toEqual([[], ['created']]);
		expect(kept()).toEqual([1042]);
	});

	it('of Create send each invoice once with Duplicate Check', async () => {
		const checked = { duplicateCheck: 'beforeSending' };
		const runs = await Promise.all([create([1001, 1002], checked), create([1002, 1001], checked)]);
		expect(statuses(runs)).toEqual([
			['created', 'created'],
			['alreadyExists', 'alreadyExists'],
		]);
		expect(kept()).toEqual([1001, 1002]);
	});

	it('see what one sends that looks nothing up', async () => {
		const off = { duplicateCheck: 'off' };
		// Cash-In takes it only when the other has long looked.
		simulator().control.addFault({ kind: 429, operationId: 'createInvoice', retryAfter: 1 });
		const runs = [create([1042], off), create([1042], { duplicateCheck: 'beforeSending' })];
		expect(statuses(await Promise.all(runs))).toEqual([['created'], ['alreadyExists']]);
		expect(kept()).toEqual([1042]);
	});

	it('send what they are told where nothing is to be looked up', async () => {
		const off = { duplicateCheck: 'off' };
		await Promise.all([orders([1042], off), orders([1042], off)]);
		expect(kept()).toEqual([1042, 1042]);
	});
});
