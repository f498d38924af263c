import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { orderNamed, plainOrder } from '../support/orderFixtures';
import { previewOrders, refusalOf } from '../support/orderRuns';

const stripe = (number: string) => orderNamed('stripe', 'tax on top', { number });
/** An invoice with one credit note. */
const credited = (number: string, note: string) => {
	const order = orderNamed('stripe', 'a credit note', { number });
	const [first] = (order.credit_notes as { data: IDataObject[] }).data;
	return { ...order, credit_notes: { data: [{ ...first, number: note }] } };
};

/** Prefixes as Stripe makes and takes them, and counts of invoices of one customer. */
const stripeNumber = fc
	.record({
		prefix: fc.oneof(
			{ weight: 3, arbitrary: fc.stringMatching(/^[0-9A-Z]{8}$/) },
			{ weight: 1, arbitrary: fc.stringMatching(/^[0-9A-Z]{3,7}$/) },
			// Alike in their digits, or in their length and letters.
			{
				weight: 1,
				arbitrary: fc.constantFrom('A0000000', '0000000A', '00000000', '000', '0A', 'A'),
			},
		),
		count: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 9_999 })),
	})
	.map(({ prefix, count }) => `${prefix}-${String(count).padStart(4, '0')}`);

describe('An invoice number out of the letters and digits of a Stripe number', () => {
	it('is the same for ever', async () => {
		const numbers = ['0F2A9C1B-0001', 'EX-0013', 'XQKDUSLM-0042', '7'];
		const invoices = await previewOrders(numbers.map(stripe));
		expect(invoices.map(({ number }) => String(number))).toEqual([
			'113393040267000100',
			'1573001300',
			'2724449492390004200',
			'7',
		]);
	});

	it('of a credit note names its invoice, and is another number', async () => {
		const [credit] = await previewOrders([credited('0F2A9C1B-0001', '0F2A9C1B-0001-CN-01')], {
			invoiceFor: 'refund',
		});
		expect(credit).toMatchObject({
			number: '113393040267000101',
			credits: '113393040267000100',
			total: -31.38,
		});
	});

	it('is of no other number, and always leads to a reference', async () => {
		const seed = 20_261_128;
		const numbers = [...new Set(fc.sample(stripeNumber, { seed, numRuns: 400 }))];
		const invoices = await previewOrders(numbers.map(stripe));
		const notes = await previewOrders(
			numbers.slice(0, 100).map((number) => credited(number, `${number}-CN-02`)),
			{ invoiceFor: 'refund' },
		);
		const made = [...invoices, ...notes].map(({ number }) => String(number));
		if (new Set(made).size !== made.length) throw new Error(`two alike with seed ${seed}`);
		for (const number of made) expect(number).toMatch(/^[1-9][0-9]{2,18}$/);
		for (const { invoice } of invoices) expect(invoice.Reference).toMatch(/^[1-9][0-9]{3,19}$/);
	});

	it('is the sequence alone, where the account counts all its invoices in one', async () => {
		const [invoice] = await previewOrders([stripe('EX-0013')], { numberFrom: 'sequence' });
		expect(invoice?.number).toBe('0013');
		const [credit] = await previewOrders([credited('EX-0013', 'EX-0013-CN-01')], {
			numberFrom: 'sequence',
			invoiceFor: 'refund',
		});
		expect(credit).toMatchObject({ number: 1573001301, credits: '0013' });
	});

	it.each([
		['EX-12345', 'counts beyond 9999'],
		['EXAMPLEPREFIX-0001', 'is none that Stripe makes'],
		['ex-0001', 'is none that Stripe makes'],
		['in_1example', 'is none that Stripe makes'],
		['12345678901', 'has more than nine digits'],
	])('is not made of %s', async (number, why) => {
		const words = await refusalOf(stripe(number));
		expect(words).toContain(`Order ${number}: "${number}" ${why}`);
		expect(words).toContain("'Invoice Number From'");
	});
});

describe('The sequence in the number of another shop', () => {
	it('is the digits at its end', async () => {
		const [invoice] = await previewOrders([plainOrder({ number: 'A1-2026-0042' })], {
			numberFrom: 'sequence',
		});
		expect(invoice?.number).toBe('0042');
		expect(await refusalOf(plainOrder({ number: '42-A' }), { numberFrom: 'sequence' })).toContain(
			'Order 42-A: "42-A" has no digits at its end',
		);
	});
});
