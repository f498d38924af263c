import assert from 'node:assert/strict';

import { ALLOCATED_PAYMENT_TRANSACTION } from '../../nodes/CashIn/api/generated/fields';
import { eventually } from '../../scripts/n8n/eventually.cts';
import { itemsOf } from '../../scripts/n8n/executions.cts';
import type { Simulator } from '../../scripts/n8n/simulator.cts';
import { invoice } from '../support/invoices';
import { KEY, workflow, type WorkflowNode } from '../support/n8n';
import { send } from '../support/wire';
import { connected, type Check } from './check.cts';

const end: WorkflowNode = {
	name: 'End',
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	parameters: {},
};

export const triggerThroughRestart: Check = {
	id: 'trigger',
	name: 'payments before a restart of n8n, during it and after it start a workflow, each once, and what was there before does not',
	async holds(world) {
		const { n8n, simulator } = world;
		await send({ url: simulator.url, key: KEY }, 'createInvoice', [invoice(1042)]);
		const pay = async (amount: number) => {
			const payment = await simulator.pay(1042, amount);
			return payment[ALLOCATED_PAYMENT_TRANSACTION.allocationId];
		};
		await pay(10);
		const trigger = await connected(world, 'cashInTrigger', {
			event: 'paymentAllocated',
			pollTimes: { item: [{ mode: 'everyMinute' }] },
		});
		const { id: _, ...made } = workflow('paid', [trigger, end], { 'Cash-In': [['End']] });
		const { id } = await n8n.addWorkflow(made);
		await n8n.activate(id);
		await polls(simulator, 1);

		const before = await pay(20);
		await n8n.waitForExecutions(id);
		await n8n.stop();
		const during = await pay(30);
		await n8n.start();
		await n8n.waitForExecutions(id, { count: 2 });
		const after = await pay(40);
		// Whatever comes twice of the first two comes with this one.
		const executions = await n8n.waitForExecutions(id, { count: 3 });

		assert.deepEqual(
			executions
				.flatMap((one) => itemsOf(one, 'End'))
				.map((item) => item[ALLOCATED_PAYMENT_TRANSACTION.allocationId]),
			[before, during, after],
		);
		assert.deepEqual(
			executions.map(({ status }) => status),
			['success', 'success', 'success'],
		);
		await n8n.deactivate(id);
	},
};

/** n8n polls at full minutes. */
async function polls(simulator: Simulator, count: number) {
	await eventually(
		async () => {
			const answered = (await simulator.requests()).filter(
				({ operationId, status }) =>
					operationId === 'listAllocatedPaymentTransactions' && status === 200,
			);
			return answered.length >= count || undefined;
		},
		150_000,
		`the trigger has not polled ${count} time(s)`,
	);
}
