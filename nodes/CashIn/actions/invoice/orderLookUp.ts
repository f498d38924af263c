import type { IExecuteFunctions } from 'n8n-workflow';

import { addDays } from '../../invoicing/dates';
import type { BulkEntry, Known } from '../shared/bulk/kind';
import type { ListLimits, Window } from './invoiceList';
import { differenceBeforeSending, findExisting, LONG_AGO, MARGIN } from './findExisting';

/** An invoice made of an order, before it is sent. */
export interface OrderEntry extends BulkEntry {
	/** As the store writes it. */
	orderNumber: string;
	/** Day of the order, `YYYY-MM-DD`; `''` when the store tells none. No invoice of it is older. */
	orderedOn: string;
	/** What to do about an invoice of that number that is another one. */
	advice: string;
}

/** Asks Cash-In which of these invoices it has, whatever their date: an order may have been invoiced days ago. */
export async function lookUpOrders(
	context: IExecuteFunctions,
	entries: readonly OrderEntry[],
	limits: ListLimits,
	today: string,
): Promise<Map<OrderEntry, Known>> {
	return await findExisting(context, entries, limits, {
		windows: [windowOf(entries, today)],
		proof: 'unlessEmpty',
		difference: differenceBeforeSending,
	});
}

/** From before the first order to after the last invoice: without dates a server may look back a month only. */
function windowOf(entries: readonly OrderEntry[], today: string): Window {
	const days = entries.map(({ body }) => String(body.InvoiceDate ?? today)).concat(today);
	const orders = entries.map(({ orderedOn }) => orderedOn || addDays(today, -LONG_AGO));
	const [first = today] = [...days, ...orders].sort();
	const last = days.sort()[days.length - 1] ?? today;
	return { fromInvDate: addDays(first, -MARGIN), toInvDate: addDays(last, MARGIN) };
}
