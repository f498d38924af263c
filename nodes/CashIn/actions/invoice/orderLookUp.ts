import type { ExecuteRun } from '../../api/run';
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
	/** Of a credit: the refund it is made of, and the number of the invoice it takes back. */
	credit?: { refundId: string; of: string };
}

/** What Cash-In's list tells before an invoice is sent. */
export interface OrderKnown {
	/** Of the invoice itself. */
	own: Known;
	/** Of the invoice it credits; nothing where it credits none. */
	credited?: Known;
}

/**
 * Asks Cash-In which of these invoices it has, and of credits whether it has what they credit, whatever their date: an
 * order may have been invoiced days ago.
 */
export async function lookUpOrders(
	run: ExecuteRun,
	entries: readonly OrderEntry[],
	limits: ListLimits,
	today: string,
): Promise<Map<OrderEntry, OrderKnown>> {
	const originals = new Map(
		entries.flatMap((entry): Array<[OrderEntry, BulkEntry]> => {
			const { credit } = entry;
			// Without a body it is like none there is: what is asked for is whether there is one.
			return credit === undefined ? [] : [[entry, { ...entry, key: credit.of, body: {} }]];
		}),
	);
	const asked: BulkEntry[] = [...entries, ...originals.values()];
	const known = await findExisting(run, asked, limits, {
		windows: [windowOf(entries, today)],
		proof: 'unlessEmpty',
		difference: differenceBeforeSending,
	});
	const unknown: Known = { kind: 'unknown', why: '' };
	return new Map(
		entries.map((entry): [OrderEntry, OrderKnown] => {
			const original = originals.get(entry);
			return [
				entry,
				{
					own: known.get(entry) ?? unknown,
					...(original === undefined ? {} : { credited: known.get(original) ?? unknown }),
				},
			];
		}),
	);
}

/** From before the first order to after the last invoice: without dates a server may look back a month only. */
function windowOf(entries: readonly OrderEntry[], today: string): Window {
	const days = entries.map(({ body }) => String(body.InvoiceDate ?? today)).concat(today);
	const orders = entries.map(({ orderedOn }) => orderedOn || addDays(today, -LONG_AGO));
	const [first = today] = [...days, ...orders].sort();
	const last = days.sort()[days.length - 1] ?? today;
	return { fromInvDate: addDays(first, -MARGIN), toInvDate: addDays(last, MARGIN) };
}
