import { ALLOCATED_PAYMENT_TRANSACTION } from '../../nodes/CashIn/api/generated/fields';
import { eventually } from '../../scripts/n8n/eventually.cts';
import type { Run } from '../../scripts/n8n/executions.cts';
import { createCollector } from '../support/collector';
import { itemNodes, itemsTo } from '../support/itemNodes';
import { credential, cashInNode, itemsOf, KEY, useN8n, workflow } from '../support/n8n';
import { invoice } from '../support/invoices';
import { useSimulator } from '../support/simulator';
import { send } from '../support/wire';

const n8n = useN8n();
const simulator = useSimulator();

let collector: Awaited<ReturnType<typeof createCollector>>;
beforeEach(async () => {
	collector = await createCollector();
});
afterEach(async () => await collector.close());

/** n8n calls a workflow active before its trigger has polled; the simulator knows when it has. */
async function pollsAnswered(count: number) {
	const answered = () =>
		simulator()
			.to('listAllocatedPaymentTransactions')
			.filter(({ status }) => status === 200).length;
	await eventually(
		async () => (answered() >= count ? true : undefined),
		90_000,
		async () => `n8n has polled ${answered()} times instead of ${count}. It wrote:\n${n8n().log()}`,
	);
}

const { allocationId, invoiceNumber } = ALLOCATED_PAYMENT_TRANSACTION;

/** @returns what Cash-In knows the payment by */
function pay(number: string) {
	const { control } = simulator();
	control.pay({ InvoiceNumber: number, Amount: 10 });
	return control.allocations().at(-1)?.[allocationId];
}

it('a paid invoice starts the workflow once, also after n8n was killed in between', async () => {
	const id = 'paidInvoice';
	await send({ url: simulator().url, key: KEY }, 'createInvoice', [invoice(1042), invoice(1043)]);
	pay('1042');
	await n8n().importCredentials([credential(simulator().url)]);
	await n8n().importWorkflows([
		workflow(
			id,
			[
				cashInNode('cashInTrigger', {
					event: 'paymentAllocated',
					pollTimes: { item: [{ mode: 'everyMinute' }] },
				}),
				{
					name: 'Tell',
					type: 'n8n-nodes-base.httpRequest',
					typeVersion: 4.2,
					parameters: {
						method: 'POST',
						url: collector.url,
						sendBody: true,
						specifyBody: 'json',
						jsonBody: '={{ JSON.stringify($json) }}',
						options: {},
					},
				},
			],
			{ 'Cash-In': [['Tell']] },
		),
	]);
	await n8n().publish(id);
	await n8n().start();
	await n8n().setupOwner();
	await pollsAnswered(1);

	const first = pay('1042');
	expect(await collector.next()).toMatchObject({
		event: 'paymentAllocated',
		dedupeKey: `paymentAllocated:${first}`,
		[invoiceNumber]: '1042',
	});
	await n8n().waitForExecutions(id);

	await n8n().kill();
	const before = simulator().to('listAllocatedPaymentTransactions').length;
	await n8n().start();
	await pollsAnswered(before + 1);
	const second = pay('1043');
	expect(await collector.next()).toMatchObject({
		[allocationId]: second,
		[invoiceNumber]: '1043',
	});

	const executions = await n8n().waitForExecutions(id, { count: 2 });
	expect(executions.map(({ status }) => status)).toEqual(['success', 'success']);
	expect(collector.received.map((item) => item[allocationId])).toEqual([first, second]);
});

describe("n8n's Remove Duplicates, as the documentation of the trigger speaks of it", () => {
	/** One key that comes in every run, and two that are new in each. */
	const keys = "['same', $execution.id + '-1', $execution.id + '-2']";
	const removing = (historySize: number) =>
		workflow(
			'removing',
			[
				...itemNodes(keys, 'dedupeKey'),
				{
					name: 'Remove Duplicates',
					type: 'n8n-nodes-base.removeDuplicates',
					typeVersion: 2,
					parameters: {
						operation: 'removeItemsSeenInPreviousExecutions',
						logic: 'removeItemsWithAlreadySeenKeyValues',
						dedupeValue: '={{ $json.dedupeKey }}',
						options: { historySize },
					},
				},
			],
			itemsTo('Remove Duplicates'),
		);
	const left = (run: Run) => itemsOf(run, 'Remove Duplicates').length;

	it('stops the workflow once the history and the items are more than History Size, and goes on when that is raised', async () => {
		await n8n().start();
		await n8n().setupOwner();
		const { id } = await n8n().addWorkflow(removing(6));
		const first = await n8n().runWorkflow(id);
		const second = await n8n().runWorkflow(id);
		expect([left(first), left(second)]).toEqual([3, 2]);

		const full = await n8n().runWorkflow(id);
		expect(full.status).toBe('error');
		expect(full.data.resultData.error?.message).toContain('exceeds the maximum history size');
		expect(left(full)).toBe(0);

		await n8n().rest('PATCH', `/rest/workflows/${id}`, { nodes: removing(100).nodes });
		const retry = `/rest/executions/${full.id}/retry`;
		const retried = await n8n().rest<Run>('POST', retry, { loadWorkflow: true });
		const again = await n8n().execution(retried.id);
		expect(again.status).toBe('success');
		expect(left(again)).toBe(2);
	});
});
