import type { IDataObject } from 'n8n-workflow';

import { SALES_INVOICE, SALES_INVOICE_RESPONSE } from '../../nodes/CashIn/api/generated/fields';
import { invoiceNodes, invoiceOf } from '../bench/invoices.cts';
import { itemsTo } from '../support/itemNodes';
import { fromJson } from '../support/invoiceRuns';
import { numberSent } from '../support/invoices';
import { ledgerOf, untruths, wordsOf, type Outputs } from '../support/ledger';
import { cashInNode, credential, useN8n, workflow } from '../support/n8n';
import { ONE_IN } from '../support/randomFaults';
import { useSimulator } from '../support/simulator';
import { until } from '../support/watch.cts';
import { entriesOf } from '../support/wire';

/** Invoices that go out again because n8n was killed, or because it tries again by itself. */

const n8n = useN8n();
/** What was sent twice is kept twice: otherwise Cash-In itself would hide that it was. */
const simulator = useSimulator({ duplicates: 'accept', latencyMs: 60 });

beforeAll(async () => await n8n().start());

const numbersTo = (count: number) =>
	Array.from({ length: count }, (_, index) =>
		String(invoiceOf(index)[SALES_INVOICE.invoiceNumber]),
	);
/** What Cash-In is to hold in the end: each invoice once, to the cent. */
const wholeLedger = (count: number) =>
	new Map(
		numbersTo(count).map((number, index) => [
			number,
			[invoiceOf(index)[SALES_INVOICE.totalAmount]],
		]),
	);
const ledger = () => ledgerOf(simulator().control.invoices());

/** A workflow in n8n that sends so many invoices to the simulator; gives back its id. */
async function sendingWorkflow(count: number, settings: object, options: IDataObject) {
	const { name, type, data } = credential(simulator().url);
	const saved = await n8n().addCredential({ name, type, data });
	const { id } = await n8n().addWorkflow(
		workflow(
			`sends${count}`,
			[
				...invoiceNodes(count),
				{
					...cashInNode('cashIn', fromJson('create', options)),
					credentials: { cashInApi: { id: saved.id, name } },
					...settings,
				},
			],
			itemsTo('Cash-In'),
		),
	);
	return String(id);
}

/** Both outputs of the node, whole. */
function outputsOf(run: Awaited<ReturnType<ReturnType<typeof n8n>['runWorkflow']>>): Outputs {
	const last = run.data.resultData.runData['Cash-In']?.at(-1);
	const [success, failed] = last?.data?.main ?? [];
	return { success: success ?? [], failed: failed ?? [] };
}

it('2,000 invoices, of which n8n had sent a third when it was killed: run again, each is in Cash-In once, as every output says', async () => {
	const count = 2_000;
	const most = 5;
	const id = await sendingWorkflow(
		count,
		{ onError: 'continueErrorOutput' },
		{ batchSize: 50, concurrentRequests: 2, duplicateCheck: 'beforeSending', timeout: 2 },
	);
	for (const [kind, after] of UPLOAD_FAULTS) {
		simulator().control.addFault({ kind, after, operationId: 'createInvoice', retryAfter: 1 });
	}
	for (const [kind, after] of LIST_FAULTS) {
		simulator().control.addFault({ kind, after, operationId: 'listSalesInvoices' });
	}

	await n8n().rest('POST', `/rest/workflows/${id}/run`, { triggerToStartFrom: { name: 'Start' } });
	await until(
		() => simulator().control.state().invoices > count / 3,
		'n8n has not sent a third of the invoices',
	);
	await n8n().kill();
	await simulator().settled();
	expect(simulator().control.invoices().length).toBeLessThan(count / 2);
	await n8n().start();
	const ended = await n8n().waitForExecutions(id);
	expect(ended.map(({ status }) => status)).toEqual(['crashed']);

	const seen = new Set<string>();
	let failed = count;
	for (let run = 0; run < most && failed > 0; run++) {
		const before = ledger();
		const outputs = outputsOf(await n8n().runWorkflow(id));
		const words = wordsOf(outputs);
		expect(untruths(numbersTo(count), words, before, ledger())).toEqual([]);
		for (const { status } of words) seen.add(status);
		failed = outputs.failed.length;
	}
	expect(failed).toBe(0);
	expect(ledger()).toEqual(wholeLedger(count));
	expect([...seen]).toEqual(
		expect.arrayContaining(['alreadyExists', 'created', 'notCreated', 'recovered']),
	);
	// Every fault has struck, and one in twenty of the uploads at least met one.
	expect(simulator().control.faults()).toEqual([]);
	const uploads = simulator().to('createInvoice');
	expect(UPLOAD_FAULTS.length).toBeGreaterThanOrEqual(uploads.length / ONE_IN);
});

/** Each with the requests that pass it by, over all runs. */
const UPLOAD_FAULTS = [
	['resetAfterProcessing', 4],
	['reset', 12],
	['timeoutAfterProcessing', 19],
	['resetAfterProcessing', 23],
	['402', 27],
	['429', 31],
] as const;
const LIST_FAULTS = [
	['500', 8],
	['reset', 16],
] as const;

it("n8n's Retry On Fail, over a refusal and an answer that nobody could look up, sends each invoice once", async () => {
	const count = 60;
	const retrying = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
	const options = { batchSize: 10, duplicateCheck: 'beforeSending' };
	const id = await sendingWorkflow(count, retrying, options);
	const { control, to } = simulator();
	// The first try stops at its third request, the second at its second: what meets one fault does not pass another.
	control.addFault({ kind: 402, after: 2, operationId: 'createInvoice' });
	control.addFault({ kind: 'resetAfterProcessing', after: 3, operationId: 'createInvoice' });
	const posts = () => to('createInvoice');

	const running = n8n().runWorkflow(id);
	await until(() => posts().length === 5, 'n8n has not sent the fifth request');
	// As many looks as the node takes.
	control.addFault({ kind: 403, count: 3, operationId: 'listSalesInvoices' });
	const run = await running;

	expect(run.data.resultData.error).toBeUndefined();
	const outputs = outputsOf(run);
	expect(outputs.failed).toEqual([]);
	const numbers = numbersTo(count);
	const earlier = { status: 'alreadyExists', why: 'It was created in an earlier try' };
	const listed = { status: 'alreadyExists', why: 'Cash-In has it already' };
	const said = [earlier, earlier, earlier, listed, { status: 'created', why: '' }];
	expect(outputs.success.map(({ json, pairedItem }) => ({ ...json, pairedItem }))).toEqual(
		numbers.map((number, item) => {
			const { status, why } = said[Math.min(Math.floor(item / 10), 4)] ?? {};
			return expect.objectContaining({
				status,
				[SALES_INVOICE.invoiceNumber]: numberSent(Number(number)),
				[SALES_INVOICE_RESPONSE.statusDescription]: expect.stringContaining(why ?? ''),
				pairedItem: { item },
			});
		}),
	);
	expect(ledger()).toEqual(wholeLedger(count));
	const tens = (request: number) =>
		numbers.slice(request * 10, request * 10 + 10).map((number) => numberSent(Number(number)));
	expect(
		posts().map(({ rawBody }) =>
			entriesOf('createInvoice', rawBody).map((sent) => sent[SALES_INVOICE.invoiceNumber]),
		),
	).toEqual([0, 1, 2, 2, 3, 4, 5].map(tens));
	expect(control.faults()).toEqual([]);
});
