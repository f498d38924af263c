import { findDebt } from './collection';
import type { EndStatus } from './invoices';
import { isTerminal, openParts, statusOf } from './invoices';
import type { World } from './world';

/**
 * Puts an invoice into a state it does not leave. A credit loss also goes on the list that is published
 * on the first of the next month.
 *
 * @throws Error when there is no such invoice, or it is in such a state already
 */
export function endInvoice(
	world: World,
	ending: { InvoiceNumber: string | number; Status: EndStatus; Reason?: string },
): void {
	const invoice = findDebt(world, String(ending.InvoiceNumber));
	if (invoice === undefined) throw new Error(`There is no invoice ${ending.InvoiceNumber} here.`);
	if (isTerminal(invoice)) {
		throw new Error(`Invoice ${invoice.number} is ${statusOf(invoice)} and stays so.`);
	}
	const on = world.clock.today();
	if (ending.Status === 'CreditLoss') {
		const reason = ending.Reason ?? 'Written off';
		world.journal.creditLosses.push({ number: invoice.number, on, ...openParts(invoice), reason });
	}
	invoice.ended = { status: ending.Status, on };
	world.collection.note(invoice.caseId, {
		Date: world.clock.now().toISOString(),
		Type: ending.Status,
		Description: ending.Reason ?? `The invoice is ${ending.Status}`,
	});
}
