import {
	ALLOCATED_PAYMENT_AMOUNTS,
	ALLOCATED_PAYMENT_TRANSACTION,
	ONLINE_INVOICE_PAYMENT_CONTROL,
	SALES_INVOICE,
} from '../../../nodes/CashIn/api/generated/fields';
import { day } from '../../support/days';
import type { World } from '../../support/exampleWorkflows';
import { invoice } from '../../support/invoices';
import { simplifiedName } from '../../support/wire';

const ID = 'cashInAsk';

/** The sum of a payment, as Simplify gives it to the model. */
const PAID = simplifiedName(
	'listAllocatedPaymentTransactions',
	ALLOCATED_PAYMENT_TRANSACTION.amounts,
	ALLOCATED_PAYMENT_AMOUNTS.paymentAmount,
);

/** A language model looks invoices up. */
export function askAboutAnInvoice(world: () => World): void {
	/** As the chat of the editor does it. */
	async function ask(chatInput: string): Promise<string> {
		const { n8n } = world();
		await n8n.rest('POST', `/rest/workflows/${ID}/run`, {
			triggerToStartFrom: { name: 'When somebody asks' },
			chatSessionId: 'example',
		});
		const answer = await fetch(`${n8n.url}/webhook-test/${ID}/example`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ action: 'sendMessage', sessionId: 'example', chatInput }),
		});
		return ((await answer.json()) as { output: string }).output;
	}

	describe('Ask about an invoice', () => {
		beforeAll(async () => {
			const { bill, simulator } = world();
			await bill([
				invoice(900, { [SALES_INVOICE.totalAmount]: 125.5 }),
				invoice(901, { [SALES_INVOICE.totalAmount]: 125.5 }),
			]);
			simulator.control.pay({ InvoiceNumber: 900, Amount: 25.5 });
			simulator.control.pay({ InvoiceNumber: 900, Amount: 10.25, PaymentDate: day(-200) });
			simulator.control.pay({ InvoiceNumber: 901, Amount: 77.75 });
		});

		it('a language model answers whether an invoice has been paid, from what Cash-In says', async () => {
			const answer = await ask('Has invoice 900 been paid?');
			expect(answer).toMatch(/^Cash-In says: /);
			expect(answer).toContain(`"${ONLINE_INVOICE_PAYMENT_CONTROL.status}":"PartlyPaid"`);
			expect(answer).toContain(`"${ONLINE_INVOICE_PAYMENT_CONTROL.paidAmount}":35.75`);
			expect(answer).toContain(`"${ONLINE_INVOICE_PAYMENT_CONTROL.openAmount}":89.75`);
			const { model } = world().standIns;
			expect(model.offered()).toEqual(['Status_of_an_invoice', 'Payments_of_an_invoice']);
			expect(model.toldFirst()).toMatch(/Look every answer up with the tools, and never guess/);
		});

		it('and which payments came, of that invoice alone and however long ago', async () => {
			const answer = await ask('Which payments came for invoice 900?');
			expect(answer).toMatch(/^Cash-In says: /);
			const amounts = answer
				.split(`"${PAID}":`)
				.slice(1)
				.map((rest) => /^[\d.]+/.exec(rest)?.[0]);
			expect(amounts.sort()).toEqual(['10.25', '25.5']);
		});

		it('tells the provider of the model no name and no address', async () => {
			const told = JSON.stringify(world().standIns.model.asked);
			expect(told).toContain('PartlyPaid');
			expect(told).toContain(PAID);
			expect(told).not.toMatch(/Example Buyer|Esimerkkikatu|buyer@example\.com/);
		});
	});
}
