import { SALES_INVOICE } from '../../../nodes/CashIn/api/generated/fields';
import { day } from '../../support/days';
import type { World } from '../../support/exampleWorkflows';
import { itemsOf } from '../../support/n8n';
import { orderNamed } from '../../support/orderFixtures';

const ID = 'cashInShopify';

/** An order of 43.80 EUR that waits for its invoice. */
const order = (order_number: number, changes = {}) =>
	orderNamed('shopify', 'prices without tax, and shipping', {
		order_number,
		name: `#${order_number}`,
		created_at: `${day(-1)}T10:00:00+02:00`,
		...changes,
	});

/** An order of a Shopify shop becomes an invoice, once; the office hears of one that cannot. */
export function shopifyOrders(world: () => World): void {
	describe('Shopify order to invoice', () => {
		it('sends the invoice of an order, and tells the office by e-mail of one that cannot be invoiced', async () => {
			const { standIns, invoiced, mailsAbout, seen } = world();
			await standIns.shopify.place(order(2001));
			await seen(() => invoiced(2001), 'the order has no invoice');
			const { submitted, ...kept } = invoiced(2001) ?? {};
			expect(kept).toMatchObject({ TotalAmount: 43.8 });
			const sent = Object(submitted);
			expect(sent).toMatchObject({
				[SALES_INVOICE.buyerName]: 'Esa Esimerkki',
				[SALES_INVOICE.orderIdentifier]: '#2001',
			});
			const { invoiceDate, dueDate } = SALES_INVOICE;
			expect((Date.parse(sent[dueDate]) - Date.parse(sent[invoiceDate])) / 86_400_000).toBe(14);

			await standIns.shopify.place(order(2002, { line_items: [], shipping_lines: [] }));
			await standIns.shopify.place(order(2003, { total_price: '99.00' }));
			const message = await seen(() => mailsAbout(/#?2002/)[0], 'no e-mail has come');
			expect(message).toMatchObject({
				to: ['office@example.com'],
				subject: expect.stringMatching(/^No invoice: Order #2002/),
				text: expect.stringMatching(
					/^Order #2002[^]*The order stays as it is in Shopify\. When it is put right, it is invoiced the next night\.\s*$/,
				),
			});
			const other = await seen(() => mailsAbout(/2003/)[0], 'no e-mail has come');
			expect(other.text).toContain('its lines come to 43.80 EUR and its total is 99.00 EUR');
			expect([invoiced(2002), invoiced(2003)]).toEqual([undefined, undefined]);
			expect(mailsAbout(/2001/)).toEqual([]);
		});

		it('finds at night what no message told of, and leaves alone what is paid, cancelled, a test or long past', async () => {
			const { n8n, standIns, invoiced, mailsAbout } = world();
			standIns.shopify.keep(order(2004));
			standIns.shopify.keep(order(2005, { closed_at: `${day(-1)}T12:00:00+02:00` }));
			standIns.shopify.keep(order(2006, { financial_status: 'paid', total_outstanding: '0.00' }));
			standIns.shopify.keep(order(2007, { cancelled_at: `${day(-1)}T12:00:00+02:00` }));
			standIns.shopify.keep(order(2008, { test: true }));
			standIns.shopify.keep(order(2009, { created_at: `${day(-10)}T10:00:00+02:00` }));
			const run = await n8n.runWorkflow(ID, { from: 'Every night' });
			expect(run.status).toBe('success');
			const outcomes = itemsOf(run, 'Invoiced, or left alone').map(({ status, orderNumber }) => [
				orderNumber,
				status,
			]);
			expect(outcomes).toEqual([
				['#2001', 'alreadyInvoiced'],
				['#2004', 'created'],
				['#2005', 'created'],
				['#2006', 'skipped'],
				['#2007', 'skipped'],
				['#2008', 'skipped'],
			]);
			expect([2004, 2005].map((number) => invoiced(number)?.TotalAmount)).toEqual([43.8, 43.8]);
			expect([2006, 2007, 2008, 2009].map(invoiced)).toEqual(Array(4).fill(undefined));
			// By the message and by the run of the night.
			expect(mailsAbout(/2002/)).toHaveLength(2);
			expect(mailsAbout(/200[4-9]/)).toEqual([]);
		});
	});
}
