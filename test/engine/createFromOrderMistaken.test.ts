import { orderNamed } from '../support/orderFixtures';
import { previewOrders, refusalOf } from '../support/orderRuns';

const stripe = (changes: Record<string, unknown>) => orderNamed('stripe', 'tax on top', changes);
const event = (object: object) => ({ id: 'evt_example', object: 'event', data: { object } });

describe('An object of Stripe that is no invoice', () => {
	it.each<[string, object, string]>([
		[
			'a checkout session that is paid',
			{ id: 'cs_example', object: 'checkout.session', payment_status: 'paid', mode: 'payment' },
			'Order cs_example: a checkout session is paid at the checkout, so that there is nothing to invoice.',
		],
		[
			'a checkout session that is not paid yet',
			{ id: 'cs_example', object: 'checkout.session', payment_status: 'unpaid' },
			'a checkout session is paid at the checkout',
		],
		[
			'a charge',
			{ id: 'ch_example', object: 'charge', amount: 6275, paid: true },
			'Order ch_example: this is money that Stripe takes from the buyer, so that there is nothing to invoice.',
		],
		[
			'a payment',
			{ id: 'pi_example', object: 'payment_intent' },
			'this is money that Stripe takes from the buyer',
		],
		[
			'a subscription',
			{ id: 'sub_example', object: 'subscription', collection_method: 'charge_automatically' },
			"Order sub_example: a subscription has an invoice for each period. Start the workflow on 'invoice.finalized'",
		],
		[
			'a credit note',
			{ id: 'cn_example', object: 'credit_note', number: 'EX-1-CN-01', invoice: 'in_example' },
			"Get its invoice ('GET https://api.stripe.com/v1/invoices/in_example')",
		],
		[
			'a refund',
			{ id: 're_example', object: 'refund', charge: 'ch_example' },
			"this is money that Stripe gives back, without lines and VAT. Make a credit note of it in Stripe ('/v1/credit_notes' with 'refund')",
		],
		[
			'a quote',
			{ id: 'qt_example', object: 'quote', invoice: 'in_example' },
			"a quote becomes an invoice once it is accepted. Get it ('GET https://api.stripe.com/v1/invoices/in_example')",
		],
		[
			'a customer',
			{ id: 'cus_example', object: 'customer' },
			"of Stripe's objects only an invoice has the lines and taxes an invoice needs.",
		],
	])('such as %s is refused with the step that is right for it', async (_, object, words) => {
		for (const given of [object, event(object), { body: event(object) }]) {
			const said = await refusalOf(given);
			expect(said).toContain(words);
			// Where an event is recommended, so is to send invoices instead of charging a card beside them.
			if (said.includes('invoice.finalized')) expect(said).toContain('send_invoice');
		}
	});
});

describe('An invoice of Stripe with more lines than Stripe gives at once', () => {
	it.each<[string, object]>([
		['says that there are more', { has_more: true }],
		['counts more than it holds', { has_more: false, total_count: 11 }],
	])('which %s is refused with the exact request', async (_, list) => {
		const { lines, id } = stripe({});
		const words = await refusalOf(stripe({ lines: { ...(lines as object), ...list } }));
		expect(words).toContain('Order EX-0001: it holds the first of its lines only.');
		expect(words).toContain(
			`'GET https://api.stripe.com/v1/invoices/${String(id)}/lines?limit=100'`,
		);
	});

	it('is invoiced once it has the answer to that request, as a list or plainly', async () => {
		const { lines } = stripe({});
		const { data } = lines as { data: object[] };
		const invoices = await previewOrders([
			stripe({ lines: { object: 'list', data, has_more: false } }),
			stripe({ lines: data }),
		]);
		expect(invoices.map(({ total }) => total)).toEqual([62.75, 62.75]);
	});
});
