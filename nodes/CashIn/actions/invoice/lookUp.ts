import type { IExecuteFunctions } from 'n8n-workflow';

import { pages } from '../../api/pages';
import type { CallLimits } from '../../api/request';

/** An invoice to look for. */
export interface Sought {
	/** As text. */
	number: string;
	/** `YYYY-MM-DD`, or '' when it has none. */
	invoiceDate: string;
}

/** The numbers Cash-In has, and those it surely has not. A number in neither set could not be decided. */
export interface LookUp {
	found: Set<string>;
	missing: Set<string>;
	/** Why some could not be decided; '' when all could. */
	doubt: string;
}

/** Beyond this many pages of a day's invoices the look-up gives up rather than guess. */
const MOST_PAGES = 200;

/**
 * Asks Cash-In which of these invoices it already has, after an answer that never came.
 * Reads the list of the invoice dates to its end, then asks once more for each number not seen: a server that
 * ignores a filter gives too much, never too little, so only absence from both counts as missing.
 * An invoice without a date, or a list that cannot be read to its end, stays undecided.
 */
export async function lookUpInvoices(
	context: IExecuteFunctions,
	sought: Sought[],
	limits: CallLimits,
): Promise<LookUp> {
	const result: LookUp = { found: new Set(), missing: new Set(), doubt: '' };
	const wanted = new Set(sought.map(({ number }) => number));
	const dates = sought
		.map(({ invoiceDate }) => invoiceDate)
		.filter((date) => date !== '')
		.sort();
	try {
		if (dates.length > 0) {
			const window = { fromInvDate: dates[0], toInvDate: dates[dates.length - 1] };
			await readList(context, window, wanted, result.found, limits);
		}
		for (const { number, invoiceDate } of sought) {
			if (result.found.has(number)) continue;
			const filter = { invoiceNumber: number, fromInvDate: invoiceDate, toInvDate: invoiceDate };
			await readList(context, filter, wanted, result.found, limits);
			if (invoiceDate === '') {
				result.doubt = 'an invoice without a date cannot be looked up';
			} else if (!result.found.has(number)) {
				result.missing.add(number);
			}
		}
	} catch (error) {
		result.doubt = error instanceof Error ? error.message : String(error);
	}
	return result;
}

async function readList(
	context: IExecuteFunctions,
	query: { invoiceNumber?: string; fromInvDate?: string; toInvDate?: string },
	wanted: Set<string>,
	found: Set<string>,
	limits: CallLimits,
): Promise<void> {
	for await (const page of pages(context, 'listSalesInvoices', { query }, limits)) {
		if (page.number > MOST_PAGES) {
			throw new RangeError('the list of invoices is too long to be read to its end');
		}
		for (const row of page.rows) {
			const number = String(row.InvoiceNumber ?? '');
			if (wanted.has(number)) found.add(number);
		}
	}
}
