import type { IDataObject } from 'n8n-workflow';

import type { World } from '../../support/exampleWorkflows';
import { orderNamed } from '../../support/orderFixtures';

const invoice = (number: string, changes = {}) =>
	orderNamed('stripe', 'tax on top', { id: `in_${number.replace('-', '')}`, number, ...changes });

/** The same line so many times over, with the sums it comes to. */
function ofLines(number: string, count: number) {
	const plain = invoice(number);
	const { data } = plain.lines as { data: IDataObject[] };
	const lines = Array.from({ length: count }, (_, index) => ({ ...data[0], id: `il_${index}` }));
	const times = (name: string) => Number(plain[name]) * count;
	return {
		...plain,
		lines: { object: 'list', data: lines, has_more: false },
		subtotal: times('subtotal'),
		tax: times('tax'),
		total_tax_amounts: undefined,
		total: times('total'),
		amount_due: times('total'),
		amount_remaining: times('total'),
	};
}

/** An invoice that Stripe is not to charge by itself goes out with Cash-In, with all its lines. */
export function stripeInvoices(world: () => World): void {
	describe('Stripe invoice to invoice', () => {
		it('sends an invoice of twelve lines, of which the event holds ten', async () => {
			const { standIns, invoiced, seen } = world();
			await standIns.stripe.finalize(ofLines('0F2A9C1B-0001', 12));
			const number = '113393040267000100';
			await seen(() => invoiced(number), 'the invoice has not been sent');
			expect(invoiced(number)).toMatchObject({ TotalAmount: 753 });
		});

		it('leaves alone what Stripe charges, and tells the office of what cannot be sent', async () => {
			const { standIns, invoiced, mailsAbout, seen } = world();
			const collection_method = 'charge_automatically';
			await standIns.stripe.finalize(invoice('EX-0101', { collection_method }));
			await standIns.stripe.finalize(ofLines('EX-0102', 101));
			const message = await seen(() => mailsAbout(/EX-0102/)[0], 'no e-mail has come');
			expect(message.text).toContain('/v1/invoices/in_EX0102/lines?limit=100');
			expect([invoiced('1573010100'), invoiced('1573010200')]).toEqual([undefined, undefined]);
			expect(mailsAbout(/EX-0101/)).toEqual([]);
		});
	});
}
