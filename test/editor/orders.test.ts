import { SALES_INVOICE } from '../../nodes/CashIn/api/generated/fields';
import { shows, useEditor } from '../support/editor';
import { orderNamed } from '../support/orderFixtures';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();
const { openNode } = useEditor();

const refunded = orderNamed('wooCommerce', 'a refund of pieces and shipping, with its lines');
const fromOrder = (order: object, changes = {}) => ({
	resource: 'invoice',
	operation: 'createFromOrder',
	source: 'auto',
	order: JSON.stringify(order),
	invoiceDate: '2026-03-09',
	...changes,
});
const totals = () =>
	simulator()
		.sentTo('createInvoice')
		.map((invoice) => invoice[SALES_INVOICE.totalAmount]);

it('an order becomes an invoice, and again it is not sent twice', async () => {
	const order = { ...refunded, status: 'processing', refunds: [] };
	const first = await openNode(fromOrder(order), simulator());
	await first.panel.execute();
	await shows(first.panel.output, 'created');
	const again = await openNode(fromOrder(order), simulator());
	await again.panel.execute();
	await shows(again.panel.output, /already/i);
	expect(totals()).toEqual([56.48]);
});

it('its refund becomes a credit invoice that names the invoice it credits', async () => {
	const order = { ...refunded, status: 'processing', refunds: [] };
	const first = await openNode(fromOrder(order), simulator());
	await first.panel.execute();
	await shows(first.panel.output, 'created');

	const { panel } = await openNode(fromOrder(refunded, { invoiceFor: 'refund' }), simulator());
	await panel.execute();
	await shows(panel.output, '-31.38');
	await shows(panel.output, '1053');
	expect(totals()).toEqual([56.48, -31.38]);
});

it('an order that is paid already is skipped, and the panel says why', async () => {
	const { panel } = await openNode(
		fromOrder(orderNamed('wooCommerce', 'an order that was paid by card')),
		simulator(),
	);
	await panel.execute();
	await shows(panel.output, 'Order 1069 is paid on 2026-03-02 with Example Card.');
	expect(totals()).toEqual([]);
});
