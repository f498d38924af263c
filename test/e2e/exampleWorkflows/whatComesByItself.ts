import {
	ALLOCATED_PAYMENT_AMOUNTS,
	ALLOCATED_PAYMENT_DATES,
	ALLOCATED_PAYMENT_TRANSACTION,
	PAYMENT_TYPE_CODE,
	SALES_INVOICE,
} from '../../../nodes/CashIn/api/generated/fields';
import { day } from '../../support/days';
import type { World } from '../../support/exampleWorkflows';
import { invoice } from '../../support/invoices';

/** Workflows that begin with Cash-In's own events: deliveries, settlements, payments. */
export function whatComesByItself(world: () => World): void {
	/** What comes by itself at n8n's next poll is set going here, and looked at further below. */
	beforeAll(async () => {
		const { standIns, simulator, bill } = world();
		standIns.googleSheets.sheets.Settlements = [
			[
				'Key',
				'Settlement',
				'Paid out',
				'Invoice',
				'Paid by debtor',
				'Reference',
				'Total',
				'Capital',
				'Interest',
				'Costs',
				'Currency',
			],
		];
		await bill([
			invoice(700, { [SALES_INVOICE.reference]: '7001', [SALES_INVOICE.totalAmount]: 125.5 }),
			invoice(701, { [SALES_INVOICE.invoiceDate]: day(-3) }),
		]);
		simulator.control.failDeliveries({ invoiceNumbers: [701], reason: 'Mailbox full' });
		simulator.control.insertAllocations({
			allocations: [
				{
					[ALLOCATED_PAYMENT_TRANSACTION.allocationId]: '9001',
					[ALLOCATED_PAYMENT_TRANSACTION.invoiceNumber]: '700',
					[ALLOCATED_PAYMENT_TRANSACTION.paymentType]: {
						[PAYMENT_TYPE_CODE.code]: '8',
						[PAYMENT_TYPE_CODE.description]: 'Bank Transfer',
					},
					[ALLOCATED_PAYMENT_TRANSACTION.dates]: {
						[ALLOCATED_PAYMENT_DATES.paymentDate]: day(-2),
						[ALLOCATED_PAYMENT_DATES.accountingDate]: day(-2),
						[ALLOCATED_PAYMENT_DATES.settlementDate]: day(-1),
					},
					[ALLOCATED_PAYMENT_TRANSACTION.amounts]: {
						[ALLOCATED_PAYMENT_AMOUNTS.paymentAmount]: 60.25,
						[ALLOCATED_PAYMENT_AMOUNTS.capitalAmount]: 55,
						[ALLOCATED_PAYMENT_AMOUNTS.interestAmount]: 0.25,
						[ALLOCATED_PAYMENT_AMOUNTS.creditorCostsAmount]: 5,
					},
					[ALLOCATED_PAYMENT_TRANSACTION.currency]: 'EUR',
				},
			],
		});
	});

	describe('Delivery failed to e-mail', () => {
		it('tells the office once which invoice did not arrive, and why', async () => {
			const { mailsAbout, seen } = world();
			await seen(() => mailsAbout(/did not reach/)[0], 'no e-mail has come');
			expect(mailsAbout(/did not reach/)).toEqual([
				{
					to: ['office@example.com'],
					subject: 'Invoice 701 did not reach its buyer',
					text: expect.stringMatching(
						new RegExp(
							`^Invoice 701 of ${day(-3)} could not be delivered\\.\\s+Reason: Mailbox full\\s+What to do: correct the buyer's address`,
						),
					),
				},
			]);
		});
	});

	describe('Settlement to spreadsheet', () => {
		it('writes each payment of a settlement as a row', async () => {
			const { standIns, seen } = world();
			await seen(() => standIns.googleSheets.rows('Settlements')[0], 'the sheet is empty');
			expect(standIns.googleSheets.rows('Settlements')).toEqual([
				expect.objectContaining({
					Invoice: '700',
					'Paid out': day(-1),
					Reference: '7001',
					Total: 60.25,
					Capital: 55,
					Interest: 0.25,
					Costs: 5,
					Currency: 'EUR',
				}),
			]);
		});
	});

	describe('Payment to order paid', () => {
		it('tells Slack of a payment that pays no order, and changes none', async () => {
			const { standIns, seen } = world();
			const message = await seen(
				() => standIns.slack.find(({ text }) => text.includes('invoice 700')),
				'Slack was not told',
			);
			expect(message.text).toContain('60.25 EUR for invoice 700 (Bank Transfer)');
			expect(message.text).toContain('No order was changed');
		});
	});
}
