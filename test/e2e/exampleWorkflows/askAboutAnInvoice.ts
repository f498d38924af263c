import type { World } from '../../support/exampleWorkflows';
import { invoice } from '../../support/invoices';

const ID = 'cashInAsk';

/** A language model looks invoices up. */
export function askAboutAnInvoice(world: () => World): void {
	describe('Ask about an invoice', () => {
		it('a language model answers whether an invoice has been paid, from what Cash-In says', async () => {
			const { n8n, standIns, bill, simulator } = world();
			await bill([invoice(900, { TotalAmount: 125.5 })]);
			simulator.control.pay({ InvoiceNumber: 900, Amount: 25.5 });
			await n8n.rest('POST', `/rest/workflows/${ID}/run`, {
				triggerToStartFrom: { name: 'When somebody asks' },
				chatSessionId: 'example',
			});
			// As the chat of the editor does it.
			const hook = `/webhook-test/${ID}/example`;
			const answer = await fetch(`${n8n.url}${hook}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({
					action: 'sendMessage',
					sessionId: 'example',
					chatInput: 'Has invoice 900 been paid?',
				}),
			});
			expect(((await answer.json()) as { output: string }).output).toMatch(
				/^Cash-In says: .*"Status":"PartlyPaid".*"PaidAmount":25\.5.*"OpenAmount":100/,
			);
			expect(standIns.model.offered()).toEqual(['Status_of_an_invoice', 'Payments_of_an_invoice']);
		});
	});
}
