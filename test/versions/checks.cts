import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

import {
	ALLOCATED_PAYMENT_TRANSACTION,
	SALES_INVOICE,
} from '../../nodes/CashIn/api/generated/fields';
import { eventually } from '../../scripts/n8n/eventually.cts';
import { itemsOf } from '../../scripts/n8n/executions.cts';
import type { Instance } from '../../scripts/n8n/instance.cts';
import type { Runtime } from '../../scripts/n8n/runtime.cts';
import type { Simulator } from '../../scripts/n8n/simulator.cts';
import { versionOf } from '../../scripts/n8n/versions.cts';
import { itemNodes, itemsTo } from '../support/itemNodes';
import { cashInNode, credential, KEY, workflow, type WorkflowNode } from '../support/n8n';
import { invoice } from '../support/invoices';
import { send } from '../support/wire';

export interface World {
	/** Fresh and stopped, with the package installed. */
	n8n: Instance;
	/** Fresh. */
	simulator: Simulator;
	/** The installation of n8n. */
	runtime: Runtime;
}

export interface Check {
	/** A sentence about what a user gets. */
	name: string;
	/** @throws where it does not */
	holds(world: World): Promise<void>;
}

/** What is checked in every version of n8n: a new check is an entry here. */
export const CHECKS: Check[] = [
	{
		name: 'its n8n-core is the one that the list of versions names',
		async holds({ runtime }) {
			const manifest = path.join(runtime.dir, 'node_modules', 'n8n-core', 'package.json');
			const { version } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
			assert.equal(version, versionOf(runtime.version).core);
		},
	},
	{
		name: 'a refused invoice leaves by the error branch with its input and advice, its neighbours by the success branch',
		async holds({ n8n, simulator }) {
			await simulator.ask('faults', { kind: 'badInvoice', invoiceNumbers: [1002] });
			const orders = '[1001, 1002, 1003].map((number) => ({ number }))';
			const create = cashInNode('cashIn', {
				resource: 'invoice',
				operation: 'create',
				inputMode: 'fields',
				invoiceNumber: '={{ $json.number }}',
				invoiceDate: '2026-03-02',
				dueDate: '2026-03-16',
				currency: 'EUR',
				buyerName: 'Example Buyer Oy',
				buyerEmail: 'buyer@example.com',
				rows: {
					row: [{ description: 'Example work', quantity: 1, unitPrice: 100, vatPercent: 25.5 }],
				},
			});
			await n8n.importCredentials([credential(simulator.url)]);
			await n8n.importWorkflows([
				workflow(
					'errorBranch',
					[
						...itemNodes(orders),
						{ ...create, onError: 'continueErrorOutput' },
						...['Created', 'Failed'].map((name) => ({
							name,
							type: 'n8n-nodes-base.noOp',
							typeVersion: 1,
							parameters: {},
						})),
					],
					{ ...itemsTo('Cash-In'), 'Cash-In': [['Created'], ['Failed']] },
				),
			]);

			const run = await n8n.execute('errorBranch');

			assert.equal(run.data.resultData.error, undefined);
			const created = itemsOf(run, 'Created').map((item) => item[SALES_INVOICE.invoiceNumber]);
			assert.deepEqual(created, [1001, 1003]);
			const failed = itemsOf<Failed>(run, 'Failed');
			assert.deepEqual(
				failed.map(({ number }) => number),
				[1002],
			);
			assert.match(failed[0]?.error ?? '', /^Invoice 1002 was not created/);
			assert.equal(failed[0]?.message.outcome, 'notCreated');
			assert.ok(failed[0]?.message.advice);
			const kept = await simulator.invoices();
			assert.deepEqual(
				kept.map(({ InvoiceNumber }) => Number(InvoiceNumber)),
				[1001, 1003],
			);
		},
	},
	{
		name: 'a payment starts a workflow once, and what was there before does not',
		async holds({ n8n, simulator }) {
			await send({ url: simulator.url, key: KEY }, 'createInvoice', [invoice(1042)]);
			await simulator.pay(1042, 10);
			await n8n.importCredentials([credential(simulator.url)]);
			const trigger = cashInNode('cashInTrigger', {
				event: 'paymentAllocated',
				pollTimes: { item: [{ mode: 'everyMinute' }] },
			});
			const end: WorkflowNode = {
				name: 'End',
				type: 'n8n-nodes-base.noOp',
				typeVersion: 1,
				parameters: {},
			};
			await n8n.start();
			await n8n.login();
			const paid = await n8n.rest<{ id: string }>('POST', '/rest/workflows', {
				...workflow('paid', [trigger, end], { 'Cash-In': [['End']] }),
				active: false,
			});
			await n8n.activate(paid.id);
			await polls(simulator, 1);

			const { allocationId } = ALLOCATED_PAYMENT_TRANSACTION;
			const payment = await simulator.pay(1042, 20);
			await n8n.waitForExecutions(paid.id);
			// Whatever comes twice comes with one of these.
			await polls(simulator, (await answeredPolls(simulator)) + 1);

			const executions = await n8n.waitForExecutions(paid.id);
			assert.deepEqual(
				executions.flatMap((one) => itemsOf(one, 'End')).map((item) => item[allocationId]),
				[payment[allocationId]],
			);
			assert.deepEqual(
				executions.map(({ status }) => status),
				['success'],
			);
		},
	},
];

interface Failed {
	number: number;
	error: string;
	message: { outcome: string; advice: string };
}

async function answeredPolls(simulator: Simulator): Promise<number> {
	const requests = await simulator.requests();
	return requests.filter(
		({ operationId, status }) =>
			operationId === 'listAllocatedPaymentTransactions' && status === 200,
	).length;
}

/** n8n polls at full minutes. */
async function polls(simulator: Simulator, count: number) {
	await eventually(
		async () => (await answeredPolls(simulator)) >= count || undefined,
		150_000,
		`the trigger has not polled ${count} time(s)`,
	);
}
