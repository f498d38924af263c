import type { IDataObject } from 'n8n-workflow';

import { orderNamed } from '../support/orderFixtures';
import { jsons, previewOrders, refusalOf, runOrders } from '../support/orderRuns';

const NOWHERE = 'http://127.0.0.1:9';
/** 62.75 with 12.75 VAT. */
const stripe = (changes: Record<string, unknown>) => orderNamed('stripe', 'tax on top', changes);
const creditNoted = (changes: Record<string, unknown>) =>
	orderNamed('stripe', 'a credit note', changes);

describe('The invoice of a Stripe invoice asks for what is due', () => {
	it.each<[string, object, number, number]>([
		[
			'less what the customer had in credit',
			{ starting_balance: -2000, ending_balance: 0, amount_due: 4275, amount_remaining: 4275 },
			42.75,
			-20,
		],
		[
			'and what the customer owed from before',
			{ starting_balance: 300, ending_balance: 0, amount_due: 6575, amount_remaining: 6575 },
			65.75,
			3,
		],
		[
			'by amount_due alone, where the balance is not told',
			{ amount_due: 6000, amount_remaining: 6000 },
			60,
			-2.75,
		],
	])('%s', async (_, changes, total, balance) => {
		const [invoice] = await previewOrders([stripe(changes as IDataObject)]);
		expect(invoice).toMatchObject({ total, rounding: 0 });
		expect(invoice?.rows).toEqual([
			['Example plan', 1, 25.5, 50, 12.75],
			['Customer balance', Math.sign(balance), 0, balance, 0],
		]);
		expect(invoice?.warnings).toContainEqual(
			expect.stringContaining("Stripe asks for another sum than the invoice's total"),
		);
	});

	it('and is skipped when the credit covers it all', async () => {
		const changes = { starting_balance: -9000, ending_balance: -2725, amount_due: 0 };
		const { success } = await runOrders(NOWHERE, [stripe({ ...changes, amount_remaining: 0 })]);
		expect(jsons(success)).toEqual([
			{
				status: 'skipped',
				orderNumber: 'EX-0001',
				reason: 'Order EX-0001 comes to 0.00: there is nothing to invoice.',
			},
		]);
	});

	it('and is refused when there is a balance and nobody says what is due', async () => {
		const changes = { starting_balance: -2000, amount_due: undefined };
		expect(await refusalOf(stripe(changes))).toContain(
			"Order EX-0001: the customer has a balance ('starting_balance') and the invoice does not tell 'amount_due'.",
		);
	});

	it('less its credit notes, which Stripe has taken off already', async () => {
		const [invoice] = await previewOrders([
			creditNoted({
				amount_due: 9412,
				amount_remaining: 9412,
				pre_payment_credit_notes_amount: 3138,
				post_payment_credit_notes_amount: 0,
			}),
		]);
		expect(invoice).toMatchObject({
			total: 94.12,
			rows: [['Example plan', 3, 25.5, 75, 19.12]],
			warnings: [],
		});
	});
});

describe('What Stripe charges by itself', () => {
	const automatic = stripe({ collection_method: 'charge_automatically' });

	it('is skipped, since the buyer would pay twice', async () => {
		const { success } = await runOrders(NOWHERE, [automatic]);
		expect(jsons(success)).toEqual([
			{
				status: 'skipped',
				orderNumber: 'EX-0001',
				reason:
					"Order EX-0001 is charged by Stripe itself ('collection_method' is charge_automatically), so that an invoice would ask for the same money again.",
			},
		]);
	});

	it('is refused or invoiced as other paid orders are, when that is chosen', async () => {
		expect(await refusalOf(automatic, { paidOrders: 'stop' })).toContain(
			"charge_automatically), so that an invoice would ask for the same money again, and 'Orders Already Paid' is Stop.",
		);
		const [invoice] = await previewOrders([automatic], { paidOrders: 'invoice' });
		expect(invoice?.total).toBe(62.75);
	});
});

describe('Credit notes of Stripe that are not all there', () => {
	const held = creditNoted({});
	const notes = (held.credit_notes as { data: IDataObject[] }).data;

	it.each<[string, Record<string, unknown>]>([
		['cut short in the list', { credit_notes: { data: notes, has_more: true } }],
		['more than those listed by their sum', { post_payment_credit_notes_amount: 5000 }],
		['not there at all', { credit_notes: { data: [] } }],
		[
			'with the first of their lines only',
			{
				credit_notes: {
					data: notes.map((note) => ({
						...note,
						lines: { ...(note.lines as object), has_more: true },
					})),
				},
			},
		],
	])('%s are refused, for the invoice and for a credit', async (_, changes) => {
		for (const invoiceFor of ['order', 'refund']) {
			const words = await refusalOf(creditNoted(changes), { invoiceFor });
			expect(words).toMatch(/^Order EX-0010: .*credit note/);
			expect(words).toContain("'credit_notes'");
		}
	});

	it('of another invoice are refused', async () => {
		const data = notes.map((note) => ({ ...note, invoice: 'in_other' }));
		expect(await refusalOf(creditNoted({ credit_notes: { data } }))).toContain(
			'credit note EX-0010-CN-01 belongs to another invoice (in_other)',
		);
	});
});
