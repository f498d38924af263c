import { DEBTOR, RECEIVABLE, SALES_INVOICE } from '../../../nodes/CashIn/api/generated/fields';
import { eventually } from '../../../scripts/n8n/eventually.cts';
import { day } from '../../support/days';
import type { World } from '../../support/exampleWorkflows';
import { invoice } from '../../support/invoices';
import { entriesOf } from '../../support/wire';

const ID = 'cashInCollection';

/** What is overdue goes to collection when a person has said so. */
export function overdueToCollection(world: () => World): void {
	describe('Overdue to collection', () => {
		it('hands over what a person ticked and what is still unpaid then, with the address of the buyer, and nothing else', async () => {
			const { n8n, simulator, bill, mailsAbout, seen } = world();
			const due = (number: number, days: number, customer?: string) =>
				invoice(number, {
					[SALES_INVOICE.invoiceDate]: day(days - 14),
					[SALES_INVOICE.dueDate]: day(days),
					[SALES_INVOICE.totalAmount]: 125.5,
					[SALES_INVOICE.salesCustomerCode]: customer,
				});
			await bill([
				due(801, -30, 'C-801'),
				due(802, -30),
				due(803, -30),
				due(804, -3),
				due(805, -30),
			]);
			const running = n8n.runWorkflow(ID);
			const message = await seen(() => mailsAbout(/overdue/)[0], 'nobody was asked');
			const form = /href="([^"]+)"/.exec(message.text)?.[1]?.replace(/&amp;/g, '&') ?? '';
			// The e-mail is on its way a moment before n8n has put the execution to wait.
			const page = await eventually(
				async () => {
					const shown = await (await fetch(form)).text();
					return shown.includes(' | due ') ? shown : undefined;
				},
				30_000,
				'the form has not listed the invoices',
			);
			const lines = [...page.matchAll(/value='([^']+ \| due [^']+)'/g)].map(
				([, line]) => line ?? '',
			);
			const lineOf = (number: number) => lines.find((line) => line.startsWith(`${number} `));
			expect(lineOf(801)).toBe(`801 | Example Buyer Oy | 125.50 EUR | due ${day(-30)}`);
			expect(lineOf(804)).toBeUndefined();
			expect(simulator.control.requests().map(({ operationId }) => operationId)).not.toContain(
				'createCollectionCases',
			);

			simulator.control.pay({ InvoiceNumber: 802 });
			const body = new FormData();
			body.append('field-0', JSON.stringify([lineOf(801), lineOf(802), lineOf(805)]));
			expect((await fetch(form, { method: 'POST', body })).status).toBe(200);
			const run = await running;

			expect(run.data.resultData.error).toBeUndefined();
			const handedOver = simulator.control
				.requests()
				.filter(({ operationId }) => operationId === 'createCollectionCases')
				.map(({ rawBody }) => entriesOf('createCollectionCases', rawBody));
			expect(handedOver).toEqual([
				[
					expect.objectContaining({
						[RECEIVABLE.invoiceNumber]: '801',
						[RECEIVABLE.capitalAmount]: 125.5,
						[RECEIVABLE.debtor]: {
							[DEBTOR.customerCode]: 'C-801',
							[DEBTOR.name]: 'Example Buyer Oy',
							[DEBTOR.streetAddress]: 'Esimerkkikatu 1',
							[DEBTOR.postalCode]: '00100',
							[DEBTOR.city]: 'HELSINKI',
							[DEBTOR.country]: 'FI',
						},
					}),
					// Without a customer code nothing more is known of the buyer.
					expect.objectContaining({
						[RECEIVABLE.invoiceNumber]: '805',
						[RECEIVABLE.debtor]: { [DEBTOR.name]: 'Example Buyer Oy' },
					}),
				],
			]);
		});
	});
}
