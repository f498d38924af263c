import { day } from '../../support/days';
import type { World } from '../../support/exampleWorkflows';
import { itemsOf } from '../../support/n8n';
import { orderNamed } from '../../support/orderFixtures';

const ID = 'cashInShopify';

/** An order of a Shopify shop becomes an invoice, once; the office hears of one that cannot. */
export function shopifyOrders(world: () => World): void {
	describe('Shopify order to invoice', () => {
		it('sends the invoice of an order, and tells the office by e-mail of one that cannot be invoiced', async () => {
			const { standIns, invoiced, mailsAbout, seen } = world();
			const shopifyOrder = (order_number: number, changes = {}) =>
				orderNamed('shopify', 'prices without tax, and shipping', {
					order_number,
					name: `#${order_number}`,
					created_at: `${day(-1)}T10:00:00+02:00`,
					...changes,
				});
			await standIns.shopify.place(shopifyOrder(2001));
			await seen(() => invoiced(2001), 'the order has no invoice');
			expect(invoiced(2001)).toMatchObject({
				TotalAmount: 43.8,
				submitted: { SalesName: 'Esa Esimerkki' },
			});

			await standIns.shopify.place(shopifyOrder(2002, { line_items: [], shipping_lines: [] }));
			const message = await seen(() => mailsAbout(/#?2002/)[0], 'no e-mail has come');
			expect(message.to).toEqual(['office@example.com']);
			expect(invoiced(2002)).toBeUndefined();
		});

		it('finds at night what no message told of', async () => {
			const { n8n, standIns, invoiced } = world();
			standIns.shopify.keep(
				orderNamed('shopify', 'prices without tax, and shipping', {
					order_number: 2003,
					name: '#2003',
					created_at: `${day(-1)}T10:00:00+02:00`,
				}),
			);
			const run = await n8n.runWorkflow(ID, { from: 'Every night' });
			expect(run.status).toBe('success');
			expect(itemsOf(run, 'Invoiced, or left alone').map(({ status }) => status)).toEqual([
				'alreadyInvoiced',
				'created',
			]);
			expect(invoiced(2003)).toBeDefined();
		});
	});
}
