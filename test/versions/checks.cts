import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';

import {
	ONLINE_CUSTOMER,
	SALES_INVOICE,
	SALES_INVOICE_ROW,
} from '../../nodes/CashIn/api/generated/fields';
import { itemsOf } from '../../scripts/n8n/executions.cts';
import { versionOf } from '../../scripts/n8n/versions.cts';
import { itemNodes, itemsTo } from '../support/itemNodes';
import { credential, KEY, workflow, type WorkflowNode } from '../support/n8n';
import { ORDERS } from '../support/orderFixtures';
import { send } from '../support/wire';
import { connected, type Check, type World } from './check.cts';
import { exampleChecks } from './examples.cts';
import { triggerThroughRestart } from './restart.cts';

const noOp = (name: string): WorkflowNode => ({
	name,
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	parameters: {},
});

const start: WorkflowNode = {
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	parameters: {},
};

const WITH_SHIPPING = 'one line and shipping';

/** What is checked in every version of n8n, in this order: a new check is an entry here. */
export const CHECKS: Check[] = [
	{
		id: 'core',
		name: 'its n8n-core is the one that the list of versions names',
		async holds({ runtime }) {
			const manifest = path.join(runtime.dir, 'node_modules', 'n8n-core', 'package.json');
			const { version } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
			const { core = version } = versionOf(runtime.version);
			assert.equal(version, core);
		},
	},
	{
		id: 'credential',
		name: 'the Test of the credential tells a right key, a wrong key and a wrong address apart',
		async holds({ n8n, simulator }) {
			const test = async (baseUrl: string, apiKey?: string) => {
				const { type, data } = credential(baseUrl, apiKey);
				return await n8n.testCredential({ type, data });
			};
			assert.deepEqual(await test(simulator.url), {
				status: 'OK',
				message: 'Cash-In accepts this API key.',
			});
			const wrongKey = await test(simulator.url, 'wrong-key');
			assert.equal(wrongKey.status, 'Error');
			assert.match(wrongKey.message, /does not accept this API key \(401\)/);
			const wrongAddress = await test('http://127.0.0.1:1/v2');
			assert.equal(wrongAddress.status, 'Error');
			assert.match(wrongAddress.message, /cannot be reached/);
			assert.ok(!n8n.log().includes('wrong-key'), 'the key stands in the log');
		},
	},
	{
		id: 'create',
		name: 'a refused invoice leaves by the error branch with its input and advice, its neighbours by the success branch',
		async holds(world) {
			const { n8n, simulator } = world;
			await simulator.ask('faults', { kind: 'badInvoice', invoiceNumbers: [1002] });
			const orders = '[1001, 1002, 1003].map((number) => ({ number }))';
			const create = await connected(world, 'cashIn', {
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
			const run = await runOf(
				world,
				[
					...itemNodes(orders),
					{ ...create, onError: 'continueErrorOutput' },
					noOp('Created'),
					noOp('Failed'),
				],
				{ ...itemsTo('Cash-In'), 'Cash-In': [['Created'], ['Failed']] },
			);

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
			assert.ok(!n8n.log().includes('demo-key'), 'the key stands in the log');
		},
	},
	{
		id: 'createFromOrder',
		name: 'an order of WooCommerce becomes the invoice a bookkeeper would write, to the cent, and once',
		async holds(world) {
			const fixture = ORDERS.wooCommerce.find(({ name }) => name === WITH_SHIPPING);
			assert.ok(fixture);
			const order: WorkflowNode = {
				name: 'Order',
				type: 'n8n-nodes-base.set',
				typeVersion: 3.4,
				parameters: { mode: 'raw', jsonOutput: JSON.stringify(fixture.order), options: {} },
			};
			const parameters = {
				resource: 'invoice',
				operation: 'createFromOrder',
				source: 'auto',
				order: '={{ $json }}',
				invoiceFor: 'order',
				numberFrom: 'orderNumber',
				invoiceDate: '2026-03-09',
				paymentTerms: 14,
				paidOrders: 'skip',
			};
			const invoicing = await connected(world, 'cashIn', parameters);
			const again = { ...invoicing, name: 'Again', parameters: { ...parameters, order: ORDER } };
			const run = await runOf(world, [start, order, invoicing, again], {
				Start: [['Order']],
				Order: [['Cash-In']],
				'Cash-In': [['Again']],
			});

			assert.deepEqual(statuses(run, 'Cash-In'), ['created']);
			assert.deepEqual(statuses(run, 'Again'), ['alreadyInvoiced']);
			const sent = (await world.simulator.invoices()).map(({ submitted }) => submitted);
			assert.deepEqual(
				sent.map((invoice) => invoice[SALES_INVOICE.totalAmount]),
				[fixture.total],
			);
			const rows = (sent[0]?.[SALES_INVOICE.rows] ?? []) as IDataObject[];
			const { description, quantity, vatPercent, netAmount, vatAmount } = SALES_INVOICE_ROW;
			assert.deepEqual(
				rows.map((row) =>
					[description, quantity, vatPercent, netAmount, vatAmount].map((member) => row[member]),
				),
				fixture.rows,
			);
		},
	},
	{
		id: 'returnAll',
		name: 'Return All gives every invoice of a list of three pages once',
		async holds(world) {
			await world.simulator.ask('seed', { invoices: SEEDED });
			const list = await connected(world, 'cashIn', {
				resource: 'invoice',
				operation: 'getAll',
				returnAll: true,
			});
			const run = await runOf(world, [start, list], { Start: [['Cash-In']] });

			const numbers = itemsOf(run, 'Cash-In').map((item) =>
				String(item[SALES_INVOICE.invoiceNumber]),
			);
			assert.equal(numbers.length, SEEDED);
			assert.deepEqual(new Set(numbers), new Set(await seededNumbers(world)));
			const pages = (await world.simulator.requests()).filter(
				({ operationId }) => operationId === 'listSalesInvoices',
			);
			assert.ok(pages.length >= 3, `${pages.length} pages were asked for`);
		},
	},
	{
		id: 'picker',
		name: 'a list to choose from opens, goes on where it is scrolled, and finds what is typed',
		async holds(world) {
			await world.simulator.ask('seed', { invoices: SEEDED });
			const { credentials } = await connected(world, 'cashIn', {});
			const search = async (more: { filter?: string; paginationToken?: string }) =>
				await world.n8n.rest<INodeListSearchResult>(
					'POST',
					'/rest/dynamic-node-parameters/resource-locator-results',
					{
						nodeTypeAndVersion: { name: 'n8n-nodes-cash-in.cashIn', version: 1 },
						path: 'parameters.invoiceNumber',
						methodName: 'searchInvoices',
						currentNodeParameters: { resource: 'invoice', operation: 'getStatus' },
						credentials,
						...more,
					},
				);
			const opened = await search({});
			assert.equal(opened.results.length, 100);
			const scrolled = await search({ paginationToken: String(opened.paginationToken) });
			const shown = [...opened.results, ...scrolled.results].map(({ value }) => String(value));
			const numbers = await seededNumbers(world);
			assert.equal(new Set(shown).size, 200);
			assert.ok(shown.every((value) => numbers.includes(value)));

			const wanted = numbers.at(-1) ?? '';
			const found = await search({ filter: wanted });
			assert.deepEqual(
				found.results.map(({ value }) => value),
				[wanted],
			);
			assert.match(found.results[0]?.name ?? '', new RegExp(`^${wanted} · `));
		},
	},
	{
		id: 'personalCode',
		name: 'a personal identity code reaches the next node; who looks at the execution sees it, or a mark where this n8n hides what a node calls sensitive',
		async holds(world) {
			const { identifier } = ONLINE_CUSTOMER;
			await send({ url: world.simulator.url, key: KEY }, 'createCustomers', [
				{
					[ONLINE_CUSTOMER.customerCode]: 'C-1',
					[ONLINE_CUSTOMER.name]: 'Esa Esimerkki',
					[identifier]: CODE,
				},
			]);
			const list = await connected(world, 'cashIn', {
				resource: 'customer',
				operation: 'getAll',
				returnAll: true,
				simplify: false,
			});
			const next: WorkflowNode = {
				name: 'Next',
				type: 'n8n-nodes-base.set',
				typeVersion: 3.4,
				parameters: {
					mode: 'raw',
					jsonOutput: `={{ { taken: $json['${identifier}'] } }}`,
					options: {},
				},
			};
			const run = await runOf(world, [start, list, next], {
				Start: [['Cash-In']],
				'Cash-In': [['Next']],
			});

			assert.deepEqual(itemsOf(run, 'Next'), [{ taken: CODE }]);
			const { hidesSensitiveFields } = versionOf(world.runtime.version);
			const [shown] = itemsOf(run, 'Cash-In').map((item) => item[identifier]);
			if (hidesSensitiveFields) {
				assert.deepEqual(shown, {
					__redacted: true,
					reason: 'node_defined_field',
					canReveal: false,
				});
			} else {
				assert.equal(shown, CODE);
			}
		},
	},
	...exampleChecks,
	// Last, since it restarts n8n.
	triggerThroughRestart,
];

const SEEDED = 250;
/** The usual example of one. */
const CODE = '131052-308T';
const ORDER = "={{ $('Order').item.json }}";

interface Failed {
	number: number;
	error: string;
	message: { outcome: string; advice: string };
}

async function seededNumbers({ simulator }: World): Promise<string[]> {
	return (await simulator.invoices()).map(({ InvoiceNumber }) => String(InvoiceNumber));
}

const statuses = (run: Parameters<typeof itemsOf>[0], node: string) =>
	itemsOf(run, node).map(({ status }) => status);

/** Runs a workflow once, as "Execute workflow" does. @throws where it fails */
async function runOf(
	{ n8n }: World,
	nodes: WorkflowNode[],
	connections: Parameters<typeof workflow>[2],
) {
	const { id: _, ...made } = workflow('checked', nodes, connections);
	const { id } = await n8n.addWorkflow(made);
	const run = await n8n.runWorkflow(id);
	assert.equal(run.data.resultData.error?.message, undefined);
	assert.equal(run.status, 'success');
	return run;
}
