import { endInvoice } from './endInvoice';
import type { JsonObject } from './invoices';
import { isTerminal } from './invoices';
import type { World } from './world';

/**
 * Takes what can be taken: an invoice that is not does not hold up its neighbours.
 *
 * @param refused numbers not to take, ordered by a fault
 */
export function takeInvoices(
	world: World,
	invoices: readonly JsonObject[],
	refused?: ReadonlySet<string>,
): TakenInvoices {
	const faults = invoices.map((invoice) => {
		const number = String(invoice.InvoiceNumber);
		if (world.settings.duplicates === 'reject' && world.invoices.has(number)) {
			return `Invoice ${number} already exists.`;
		}
		if (refused?.has(number)) return `Invoice ${number} was not accepted.`;
		credit(world, invoice);
		world.invoices.add(invoice);
		return undefined;
	});
	const failed = invoices.flatMap(({ InvoiceNumber }, index) => {
		const fault = faults[index];
		return fault === undefined ? [] : [{ InvoiceNumber, StatusDescription: fault }];
	});
	return { taken: invoices.length - failed.length, failed, faults };
}

export interface TakenInvoices {
	taken: number;
	/** InvoiceNumber as it was sent, and StatusDescription. */
	failed: JsonObject[];
	/** For each invoice in order why it was not taken, or undefined. */
	faults: ReadonlyArray<string | undefined>;
}

/** A credit note, an invoice below zero that names the one it credits, ends that one. */
function credit(world: World, note: JsonObject): void {
	const named = note.CreditedInvoiceInformation;
	if (typeof named !== 'string' || !(Number(note.TotalAmount) < 0)) return;
	const credited = world.invoices.get(named);
	if (credited === undefined || isTerminal(credited)) return;
	endInvoice(world, { InvoiceNumber: named, Status: 'Credited' });
}
