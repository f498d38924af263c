import type { IDataObject } from 'n8n-workflow';

import { CashInError, type Fault } from '../../api/errors';
import { DEFAULT_TIMEOUT_MS } from '../../api/request';
import type { ExecuteRun } from '../../api/run';
import { cancellableSleep } from '../../api/run';
import { addDays, helsinkiDate } from '../../invoicing/dates';
import type { BulkEntry, Known, SendSettings } from '../shared/bulk/kind';
import { createInvoiceList, type InvoiceList, type ListLimits, type Window } from './invoiceList';
import { readByNumber, readWindows, type Proof } from './searchInvoices';

/** A few invoices are asked for by number, many by reading the list: fewer requests either way. */
const FEW = 20;
/** An invoice run again on another day may be dated that far away. */
export const MARGIN = 31;
/** The oldest invoice whose number may come again: two years. */
export const LONG_AGO = 731;

/** Which of these invoices Cash-In has, before they are sent. */
export async function findBeforeSending(
	run: ExecuteRun,
	entries: readonly BulkEntry[],
	settings: SendSettings,
): Promise<Map<BulkEntry, Known>> {
	const today = helsinkiDate(new Date());
	const { first, last } = daysOf(entries, today);
	const near = { fromInvDate: addDays(first, -MARGIN), toInvDate: addDays(last, MARGIN) };
	const wide = {
		fromInvDate: addDays(first < today ? first : today, -LONG_AGO),
		toInvDate: addDays(last > today ? last : today, MARGIN),
	};
	const limits = { ...settings, inFlight: settings.concurrent };
	return await findExisting(run, entries, limits, {
		windows: [near, wide],
		proof: 'unlessEmpty',
		difference: differenceBeforeSending,
	});
}

/** What an answer that never came leaves open is looked up for at least so long: Cash-In may still be at work on it. */
const PATIENCE_MS = 60_000;
/** Shares of the patience waited before each look. */
const LOOKS = [0, 1 / 30, 1 / 10, 1 / 5, 1 / 3, 1 / 3];

/**
 * Asks Cash-In which of these invoices it has, after an answer that never came: until all are found, or nothing more
 * is to be expected. Absence counts only the last time, when at least a minute has passed whatever 'Timeout' says, and
 * only where the list has just shown an invoice that is surely there.
 * The dates asked for reach from before the invoices to after today: a list may leave out the last day of a window, or
 * go by the day on which Cash-In received an invoice.
 */
export async function findAfterLostResponse(
	run: ExecuteRun,
	batch: readonly BulkEntry[],
	settings: SendSettings,
	fault: Fault,
): Promise<Map<BulkEntry, Known>> {
	const timeoutMs = settings.timeoutMs ?? DEFAULT_TIMEOUT_MS;
	const patience = fault.kind === 'timeout' ? Math.max(PATIENCE_MS, timeoutMs) : PATIENCE_MS;
	const today = helsinkiDate(new Date());
	const { first, last } = daysOf(batch, today);
	const window = {
		fromInvDate: addDays(first < today ? first : today, -MARGIN),
		toInvDate: addDays(last > today ? last : today, MARGIN),
	};
	const signal = run.signal;
	let known = undecided(batch, '');
	for (const [look, share] of LOOKS.entries()) {
		await cancellableSleep(share * patience, signal);
		if (signal?.aborted === true) {
			return undecided(batch, 'the execution was cancelled', known);
		}
		const isLast = look === LOOKS.length - 1;
		known = await findExisting(run, batch, settings, {
			windows: [window],
			proof: isLast ? 'always' : 'none',
			difference: differenceAfterLostResponse,
		});
		if ([...known.values()].every((one) => isSettled(one, look + 1))) return known;
	}
	return known;
}

/** Whether another look would tell nothing else. What the list does not tell three times it will not tell. */
function isSettled(known: Known, looks: number): boolean {
	if (known.kind === 'same' || known.kind === 'other') return true;
	return known.kind === 'unknown' && known.final === true && looks >= 3;
}

/** Entries of which nothing is known, but for those found `before`. */
function undecided(
	entries: readonly BulkEntry[],
	why: string,
	before: ReadonlyMap<BulkEntry, Known> = new Map(),
): Map<BulkEntry, Known> {
	return new Map(
		entries.map((entry): [BulkEntry, Known] => {
			const known = before.get(entry);
			const found = known?.kind === 'same' || known?.kind === 'other';
			return [entry, found ? known : { kind: 'unknown', why }];
		}),
	);
}

interface Search<Entry> {
	/** Of invoice dates, the likeliest first; outside the last one nothing is looked for. */
	windows: readonly Window[];
	/** What absence takes. */
	proof: Proof;
	/** What makes a row of the list another invoice than an entry; `''` when it is the same one. */
	difference: (entry: Entry, row: IDataObject) => string;
}

/**
 * Asks Cash-In's list for these invoices.
 *
 * The filters of the list are our reading. A server that ignores one gives too much, which does no harm; one that
 * understands it differently would give nothing, which looks like absence. So a number that is not found counts as
 * absent only where the list has been seen to be trustworthy: see `searchInvoices`. A number that the list writes
 * otherwise (`42` for `0042`) may be the same, which cannot be told.
 */
export async function findExisting<Entry extends BulkEntry>(
	run: ExecuteRun,
	entries: readonly Entry[],
	limits: ListLimits,
	{ windows, proof, difference }: Search<Entry>,
): Promise<Map<Entry, Known>> {
	const keys = entries.map(({ key }) => key);
	const list = createInvoiceList(run, keys, limits);
	const doubt = await search(list, windows, proof);
	return new Map(
		entries.map((entry): [Entry, Known] => {
			const rows = list.rowsOf(entry.key);
			if (rows.length > 0) return [entry, compared(rows.map((row) => difference(entry, row)))];
			const alike = list.alikeOf(entry.key);
			if (alike !== undefined) {
				const why = `the list of invoices shows invoice ${alike}, which may be ${entry.key} written otherwise`;
				return [entry, { kind: 'unknown', why, final: true }];
			}
			return [entry, doubt ?? { kind: 'absent' }];
		}),
	);
}

/** Why what was not found may be there all the same; nothing when it surely is not. */
async function search(
	list: InvoiceList,
	windows: readonly Window[],
	proof: Proof,
): Promise<(Known & { kind: 'unknown' }) | undefined> {
	const last = windows[windows.length - 1];
	if (last === undefined) return undefined;
	try {
		const many = list.open().length > FEW;
		const whole = many && (await readWindows(list, windows, proof));
		if (!whole && list.open().length > 0) await readByNumber(list, last, proof);
		return proof === 'none' ? { kind: 'unknown', why: '' } : undefined;
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		// Cash-In may be out of reach for a moment; a list that says something else will go on doing so.
		const passes = error instanceof CashInError && mayPass(error);
		return { kind: 'unknown', why, final: !passes };
	}
}

function mayPass({ status = 0, fault }: CashInError): boolean {
	if (status === 429 || status >= 500) return true;
	return ['timeout', 'network', 'cutOff', 'incomplete'].includes(fault.kind);
}

function compared(differences: readonly string[]): Known {
	return differences.includes('') ? { kind: 'same' } : { kind: 'other', how: differences[0] ?? '' };
}

function daysOf(entries: readonly BulkEntry[], today: string) {
	const days = entries
		.map(({ body }) => (typeof body.InvoiceDate === 'string' ? body.InvoiceDate : today))
		.filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))
		.sort();
	return { first: days[0] ?? today, last: days[days.length - 1] ?? today };
}

/** The date makes no difference: a run that is repeated on another day dates its invoices anew. */
export function differenceBeforeSending({ body }: BulkEntry, row: IDataObject): string {
	const told = reader(row);
	const { TotalAmount = '', Currency = '' } = body;
	const total = told('TotalAmount');
	if (total === '') return 'and the list does not tell its total';
	if (TotalAmount === '') return 'and this one does not tell its total';
	if (comparable('TotalAmount', total) !== comparable('TotalAmount', TotalAmount)) {
		return `of ${comparable('TotalAmount', total)}, and this one comes to ${comparable('TotalAmount', TotalAmount)} ${String(Currency)}`.trimEnd();
	}
	const other = COMPARED.find(([name]) => differs(name, told(name), body[name]));
	return other?.[1] ?? '';
}

const COMPARED = [
	['SalesName', 'for another buyer'],
	['Currency', 'in another currency'],
	['OrderIdentifier', 'for another order'],
] as const;

/** An older invoice may have the same number; the one that was just sent has its date too. */
function differenceAfterLostResponse({ body }: BulkEntry, row: IDataObject): string {
	const told = reader(row);
	const names = ['SalesName', 'TotalAmount', 'InvoiceDate'] as const;
	return names.some((name) => differs(name, told(name), body[name]))
		? 'with another buyer, date or total'
		: '';
}

/** Members of a row, whatever their case; `''` for what it does not tell. */
function reader(row: IDataObject): (name: string) => unknown {
	const members = new Map(Object.entries(row).map(([name, value]) => [name.toLowerCase(), value]));
	return (name) => members.get(name.toLowerCase()) ?? '';
}

/** What one of the two does not tell makes no difference. */
function differs(name: string, their: unknown, our: unknown): boolean {
	if (their === '' || our === undefined || our === null || our === '') return false;
	return comparable(name, their) !== comparable(name, our);
}

function comparable(name: string, value: unknown): string {
	const text = String(value).trim().toLowerCase();
	if (name === 'TotalAmount') return Number(text).toFixed(2);
	return name === 'InvoiceDate' ? text.slice(0, 10) : text.replace(/\s+/g, ' ');
}
