import { sleep, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';

import type { Fault } from '../../api/errors';
import { pages } from '../../api/pages';
import { DEFAULT_TIMEOUT_MS, type CallLimits } from '../../api/request';
import type { BulkEntry, LookUp } from '../shared/bulk/kind';
import { assertWhole } from './wholeList';

/** Shares of the patience waited before each look: Cash-In may still be at work on what it has not answered. */
const LOOKS = [0, 0.2, 0.8];

/** A request that failed at once is done with soon; one that ran out of time may take as long again. */
const PATIENCE_MS = 5_000;

/**
 * Asks Cash-In which of these invoices it has, after an answer that never came: until all are found, or nothing
 * more is to be expected. Absence counts only the last time.
 */
export async function lookUpPatiently(
	context: IExecuteFunctions,
	batch: BulkEntry[],
	limits: CallLimits,
	fault: Fault,
): Promise<LookUp> {
	const { timeoutMs = DEFAULT_TIMEOUT_MS } = limits;
	const patience = fault.kind === 'timeout' ? Math.max(PATIENCE_MS, timeoutMs) : PATIENCE_MS;
	let look: LookUp = { found: new Set(), different: new Set(), missing: new Set(), doubt: '' };
	for (const share of LOOKS) {
		try {
			await sleep(share * patience, context.getExecutionCancelSignal());
		} catch {
			// Absence counts only after the whole patience.
			return { ...look, missing: new Set(), doubt: 'the execution was cancelled' };
		}
		look = await lookUpInvoices(context, batch, limits);
		if (look.found.size + look.different.size === batch.length) return look;
	}
	return look;
}

/** A list this long is not read to its end, and decides nothing. */
const MOST_PAGES = 200;

/**
 * Reads the list of the invoice dates to its end, then asks once more for each number not seen: a server that
 * ignores a filter gives too much, never too little, so only absence from both counts as missing. A list that
 * is none, has no body, or has rows without an invoice number proves nothing.
 */
async function lookUpInvoices(
	context: IExecuteFunctions,
	entries: BulkEntry[],
	limits: CallLimits,
): Promise<LookUp> {
	const result: LookUp = { found: new Set(), different: new Set(), missing: new Set(), doubt: '' };
	const wanted = new Map(entries.map((entry) => [entry.key, entry]));
	const dates = entries
		.map(dateOf)
		.filter((date) => date !== '')
		.sort();
	const note = (row: IDataObject) => {
		const number = numberOf(row);
		if (number === undefined) throw new RangeError('the list has rows without an invoice number');
		const entry = wanted.get(number);
		if (entry !== undefined) (isSame(entry, row) ? result.found : result.different).add(entry);
	};
	try {
		if (dates.length > 0) {
			const window = { fromInvDate: dates[0], toInvDate: dates[dates.length - 1] };
			await readList(context, window, note, limits);
		}
		for (const entry of entries) {
			if (result.found.has(entry) || result.different.has(entry)) continue;
			const date = dateOf(entry);
			if (date === '') throw new RangeError('an invoice without a date cannot be looked up');
			const filter = { invoiceNumber: entry.key, fromInvDate: date, toInvDate: date };
			await readList(context, filter, note, limits);
			if (!result.found.has(entry) && !result.different.has(entry)) result.missing.add(entry);
		}
	} catch (error) {
		result.doubt = error instanceof Error ? error.message : String(error);
	}
	return result;
}

async function readList(
	context: IExecuteFunctions,
	query: { invoiceNumber?: string; fromInvDate?: string; toInvDate?: string },
	note: (row: IDataObject) => void,
	limits: CallLimits,
): Promise<void> {
	const shapes = new Set<string>();
	const onShape = (shape: string) => shapes.add(shape);
	const strict = { ...limits, listOnly: true, onShape };
	let seen = 0;
	let total: number | undefined;
	for await (const page of pages(context, 'listSalesInvoices', { query }, strict)) {
		if (page.number > MOST_PAGES) {
			throw new RangeError('the list of invoices is too long to be read to its end');
		}
		page.rows.forEach(note);
		seen += page.rows.length;
		total = page.totalCount ?? total;
	}
	assertWhole(shapes, seen, total);
	if (!shapes.has('list')) throw new RangeError('the list of invoices came without a body');
}

function dateOf({ body }: BulkEntry): string {
	return typeof body.InvoiceDate === 'string' ? body.InvoiceDate : '';
}

/** The row's invoice number as text; the member's name is our reading, so its likely spellings are tried. */
export function numberOf(row: IDataObject): string | undefined {
	const found = Object.entries(row).find(([name]) =>
		/^(sales_?)?invoice_?(number|no|nbr)$/i.test(name),
	);
	const value = found?.[1];
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : undefined;
}

/** Whether what the list tells of an invoice is what was sent: an older one may have the same number. */
function isSame({ body }: BulkEntry, row: IDataObject): boolean {
	const theirs = new Map(Object.entries(row).map(([name, value]) => [name.toLowerCase(), value]));
	return (['SalesName', 'TotalAmount', 'InvoiceDate'] as const).every((name) => {
		const their = theirs.get(name.toLowerCase());
		const our = body[name];
		if (their === undefined || their === null || our === undefined || our === null) return true;
		return comparable(name, their) === comparable(name, our);
	});
}

export function comparable(name: string, value: unknown): string {
	const text = String(value).trim().toLowerCase();
	if (name === 'TotalAmount') return Number(text).toFixed(2);
	return name === 'InvoiceDate' ? text.slice(0, 10) : text.replace(/\s+/g, ' ');
}
