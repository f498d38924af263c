import type { IDataObject } from 'n8n-workflow';

import {
	ALLOCATED_PAYMENT_TRANSACTION,
	SALES_INVOICE,
} from '../../../nodes/CashIn/api/generated/fields';
import type { WorkflowFile } from '../../../scripts/n8n/examples.cts';
import { day } from '../../support/days';
import type { World } from '../../support/exampleWorkflows';
import { numberSent } from '../../support/invoices';
import { itemsOf } from '../../support/n8n';
import { plainOrder } from '../../support/orderFixtures';

const ID = 'cashInWooCommerce';

/** An order of 43.80 EUR that waits for its invoice. */
const order = (id: number, changes = {}) =>
	plainOrder({
		id,
		number: String(id),
		date_created: `${day(-1)}T10:00:00`,
		...changes,
	});

/** An order of a WooCommerce shop becomes an invoice, once; what is wrong with one stands on the order. */
export function wooCommerceOrders(world: () => World): void {
	const notesOf = (id: number) =>
		world()
			.standIns.wooCommerce.notes.filter((note) => note.order === id)
			.map(({ note }) => note);

	describe('WooCommerce order to invoice', () => {
		it('sends the invoice of an order, writes its number on the order, and marks the order paid when the money came', async () => {
			const { standIns, simulator, invoiced, seen } = world();
			await standIns.wooCommerce.place(order(1042));

			await seen(() => notesOf(1042)[0], 'the order has no note');
			expect(notesOf(1042)).toEqual(['Invoice 1042 was sent with Cash-In: 43.80 EUR.']);
			expect(invoiced(1042)).toMatchObject({ TotalAmount: 43.8, Status: 'Open' });

			simulator.control.pay({ InvoiceNumber: 1042 });
			const payment = simulator.control.allocations().at(-1);
			await seen(
				() => standIns.slack.find(({ text }) => text.includes('Order 1042')),
				'Slack was not told',
			);
			expect(standIns.slack.find(({ text }) => text.includes('Order 1042'))).toEqual({
				channel: '#invoices',
				text: ':moneybag: 43.80 EUR for invoice 1042. Order 1042 is paid and can be shipped.',
			});
			expect(standIns.wooCommerce.orders.get('1042')).toMatchObject({
				status: 'processing',
				transaction_id: `Cash-In ${payment?.[ALLOCATED_PAYMENT_TRANSACTION.allocationId]}`,
			});
		});

		it('sends an order that is told of twice, and found again at night, once', async () => {
			const { n8n, standIns, simulator } = world();
			const sent = () =>
				simulator.control
					.invoices()
					.filter(({ InvoiceNumber }) => String(InvoiceNumber) === '1042');
			await standIns.wooCommerce.announce(order(1042));
			standIns.wooCommerce.keep(order(1043));
			const run = await n8n.runWorkflow(ID, { from: 'Every night' });

			expect(run.status).toBe('success');
			expect(itemsOf(run, 'Create invoice').map(({ status }) => status)).toContain('created');
			expect(notesOf(1043)).toEqual(['Invoice 1043 was sent with Cash-In: 43.80 EUR.']);
			expect(sent()).toHaveLength(1);
			expect(notesOf(1042)).toHaveLength(1);
		});

		it('sends an order once that is told of three times at once', async () => {
			const { n8n, standIns, simulator } = world();
			const count = async () => (await n8n.executions(ID)).length;
			const before = await count();
			// What is sent twice is kept twice, and every execution looks before another could have sent.
			simulator.control.configure({ duplicates: 'accept', latencyMs: 1_000 });
			standIns.wooCommerce.keep(order(1045));
			const message = async () => await standIns.wooCommerce.announce(order(1045));
			await Promise.all([message(), message(), message()]);
			const runs = await n8n
				.waitForExecutions(ID, { count: before + 3 })
				.finally(() => simulator.control.configure({ duplicates: 'reject', latencyMs: 0 }));

			const statuses = runs
				.slice(before)
				.flatMap((run) => itemsOf(run, 'Create invoice').map(({ status }) => status));
			expect(statuses.sort()).toEqual(['alreadyInvoiced', 'alreadyInvoiced', 'created']);
			const sent = simulator.control
				.invoices()
				.filter(({ InvoiceNumber }) => String(InvoiceNumber) === '1045');
			expect(sent).toHaveLength(1);
			expect(notesOf(1045)).toEqual(['Invoice 1045 was sent with Cash-In: 43.80 EUR.']);
		});

		it('is tried out with Preview Only: no invoice, and no note', async () => {
			const { n8n, standIns, invoiced } = world();
			const { nodes } = await n8n.rest<Pick<WorkflowFile, 'nodes'>>('GET', `/rest/workflows/${ID}`);
			const previewing = nodes.map((node) =>
				node.name === 'Create invoice'
					? { ...node, parameters: { ...node.parameters, previewOnly: true } }
					: node,
			);
			await n8n.rest('PATCH', `/rest/workflows/${ID}`, { nodes: previewing });
			standIns.wooCommerce.keep(order(1046));
			const run = await n8n
				.runWorkflow(ID, { from: 'Every night' })
				.finally(async () => await n8n.rest('PATCH', `/rest/workflows/${ID}`, { nodes }));

			const shown = itemsOf<{ invoice?: IDataObject }>(run, 'Create invoice').map(
				({ invoice }) => invoice?.[SALES_INVOICE.invoiceNumber],
			);
			expect(shown).toContain(numberSent(1046));
			expect(run.status).toBe('success');
			expect(invoiced(1046)).toBeUndefined();
			expect(notesOf(1046)).toEqual([]);
		});

		it('writes on the order why it has no invoice', async () => {
			const { standIns, invoiced, seen } = world();
			await standIns.wooCommerce.place(order(1044, { total: '50.00' }));
			await seen(() => notesOf(1044)[0], 'the order has no note');
			expect(notesOf(1044)).toEqual([
				expect.stringMatching(
					/^No invoice was made of this order\. Order 1044.*43\.80 EUR.*50\.00 EUR/,
				),
			]);
			expect(invoiced(1044)).toBeUndefined();
		});
	});
}
