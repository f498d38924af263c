import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { addDays, helsinkiDate } from '../../invoicing/dates';
import type { BulkEntry, Known, SendSettings } from '../shared/bulk/kind';
import { createInvoiceList, type InvoiceList, type ListLimits, type Window } from './invoiceList';
import { readByNumber } from './readByNumber';
import { readWindows } from './readWindows';
import { comparable } from './lookUp';

/** A few invoices are asked for by number, many by reading the list: fewer requests either way. */
const FEW = 20;
/** An invoice run again on another day may be dated that far away. */
export const MARGIN = 31;
/** The oldest invoice whose number may come again: two years. */
export const LONG_AGO = 731;

/** Which of these invoices Cash-In has, before they are sent. */
export async function lookUpKnown(
	context: IExecuteFunctions,
	entries: readonly BulkEntry[],
	settings: SendSettings,
): Promise<Map<BulkEntry, Known>> {
	const today = helsinkiDate(new Date());
	const days = entries.map(({ body }) => String(body.InvoiceDate ?? today)).sort();
	const [first = today] = days;
	const last = days[days.length - 1] ?? today;
	const near = { fromInvDate: addDays(first, -MARGIN), toInvDate: addDays(last, MARGIN) };
	const wide = {
		fromInvDate: addDays(first < today ? first : today, -LONG_AGO),
		toInvDate: addDays(last > today ? last : today, MARGIN),
	};
	const limits = { ...settings, inFlight: settings.concurrent };
	return await judgeAgainstList(context, entries, limits, [near, wide]);
}

/**
 * Asks Cash-In's list for these invoices.
 *
 * The filters of the list are our reading. A server that ignores one gives too much, which does no harm; one that
 * understands it differently would give nothing, which looks like absence. So a number that is not found counts as
 * absent only where that has been seen to be trustworthy: see `readWindows` and `readByNumber`.
 * @param windows of invoice dates, the likeliest first; outside the last one nothing is looked for
 */
export async function judgeAgainstList<Entry extends BulkEntry>(
	context: IExecuteFunctions,
	entries: readonly Entry[],
	limits: ListLimits,
	windows: readonly Window[],
): Promise<Map<Entry, Known>> {
	const list = createInvoiceList(
		context,
		entries.map(({ key }) => key),
		limits,
	);
	const doubt = await read(list, windows);
	return new Map(
		entries.map((entry): [Entry, Known] => {
			const rows = list.rowsOf(entry.key);
			if (rows.length > 0) return [entry, verdictOn(entry, rows)];
			return [entry, doubt === '' ? { kind: 'absent' } : { kind: 'unknown', why: doubt }];
		}),
	);
}

/** Why what was not found may be there all the same; `''` when it surely is not. */
async function read(list: InvoiceList, windows: readonly Window[]): Promise<string> {
	const last = windows[windows.length - 1];
	if (last === undefined) return '';
	try {
		if (list.open().length > FEW && (await readWindows(list, windows))) return '';
		if (list.open().length > 0) await readByNumber(list, last);
		return '';
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

function verdictOn(entry: BulkEntry, rows: readonly IDataObject[]): Known {
	const differences = rows.map((row) => differenceOf(entry, row));
	return differences.includes('') ? { kind: 'same' } : { kind: 'other', how: differences[0] ?? '' };
}

/** What makes a row of the list another invoice; the date does not. `''` when it is the same one. */
function differenceOf({ body }: BulkEntry, row: IDataObject): string {
	const theirs = new Map(Object.entries(row).map(([name, value]) => [name.toLowerCase(), value]));
	const told = (name: string) => theirs.get(name.toLowerCase()) ?? '';
	const { TotalAmount = '', Currency = '' } = body;
	if (told('TotalAmount') === '') return 'and the list does not tell its total';
	if (TotalAmount === '') return 'and this one does not tell its total';
	if (comparable('TotalAmount', told('TotalAmount')) !== comparable('TotalAmount', TotalAmount)) {
		return `of ${comparable('TotalAmount', told('TotalAmount'))}, and this one comes to ${comparable('TotalAmount', TotalAmount)} ${String(Currency)}`.trimEnd();
	}
	for (const [name, words] of COMPARED) {
		const their = told(name);
		const our = body[name] ?? '';
		if (their !== '' && our !== '' && comparable(name, their) !== comparable(name, our))
			return words;
	}
	return '';
}

const COMPARED = [
	['SalesName', 'for another buyer'],
	['Currency', 'in another currency'],
	['OrderIdentifier', 'for another order'],
] as const;
