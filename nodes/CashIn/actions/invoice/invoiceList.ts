import type { IDataObject } from 'n8n-workflow';

import { pages, type Page } from '../../api/pages';
import type { CallLimits } from '../../api/request';
import type { ExecuteRun } from '../../api/run';

/** Days of invoices, `YYYY-MM-DD`, both included. */
export interface Window {
	fromInvDate: string;
	toInvDate: string;
}

export interface ListLimits extends CallLimits {
	/** Pages asked for at a time. */
	inFlight?: number;
}

/** The filters of one query; without any, the list as it comes. */
export interface Query extends Partial<Window> {
	invoiceNumber?: string;
}

interface ReadOptions {
	/** Asked after each page that is not the last: whether to read on. Left out: to the end. */
	goOn?: (page: Page) => boolean;
	/** Told the number of every row, and the row. */
	onRow?: (number: string, row: IDataObject) => void;
	/** The first page to read, counted from 1. From a later one, rows are shown to `onRow` and not noted. */
	firstPage?: number;
}

/** What one query gave. */
export interface ListAnswer {
	/** Whether it was read to its end. */
	ended: boolean;
	/** Whether it was a list at all. */
	isList: boolean;
}

/** Cash-In's list of invoices, and what it has shown of the numbers that are looked for. */
export interface InvoiceList {
	/** The numbers not seen so far, not even written otherwise. */
	open(): string[];
	isOpen(number: string): boolean;
	/** The rows seen of a number. */
	rowsOf(number: string): readonly IDataObject[];
	/** A number seen that differs from this one only in zeros before it, blanks or case. */
	alikeOf(number: string): string | undefined;
	/**
	 * Reads the answer to one query.
	 * @throws RangeError when a row has no invoice number or the list breaks off, CashInError when there is no list
	 */
	read(query: Query, options?: ReadOptions): Promise<ListAnswer>;
}

export function createInvoiceList(
	run: ExecuteRun,
	numbers: readonly string[],
	limits: ListLimits,
): InvoiceList {
	const found = new Map<string, IDataObject[]>(numbers.map((number) => [number, []]));
	const alike = new Map<string, string>();
	const byBare = new Map<string, string[]>();
	for (const number of found.keys()) {
		const bare = bareNumber(number);
		byBare.set(bare, [...(byBare.get(bare) ?? []), number]);
	}

	const note = (number: string, row: IDataObject): void => {
		const rows = found.get(number);
		const isKnown = rows?.some((one) => JSON.stringify(one) === JSON.stringify(row)) ?? true;
		if (!isKnown) rows?.push(row);
		for (const own of byBare.get(bareNumber(number)) ?? []) {
			if (own !== number) alike.set(own, number);
		}
	};
	const isOpen = (number: string) => found.get(number)?.length === 0 && !alike.has(number);
	return {
		open: () => [...found.keys()].filter(isOpen),
		isOpen,
		rowsOf: (number) => found.get(number) ?? [],
		alikeOf: (number) => alike.get(number),
		read: async (query, { goOn = () => true, onRow, firstPage = 1 } = {}) => {
			const shapes = new Set<string>();
			const strict = {
				...limits,
				firstPage,
				// The filters may be ignored: only the whole list with all its pages is read ahead.
				inFlight: query.invoiceNumber === undefined ? limits.inFlight : 1,
				listOnly: true,
				onShape: (shape: string) => void shapes.add(shape),
			};
			let ended = true;
			let seen = 0;
			let total: number | undefined;
			for await (const page of pages(
				run,
				'listSalesInvoices',
				{ parameters: { ...query } },
				strict,
			)) {
				for (const row of page.rows) {
					const number = numberOf(row);
					if (firstPage === 1) note(number, row);
					onRow?.(number, row);
				}
				ended = page.last;
				seen += page.rows.length;
				total = page.totalCount ?? total;
				if (!page.last && !goOn(page)) break;
				// Without a count, only an empty page shows that the list ends: the pager asks for it.
				ended = true;
			}
			if (ended && firstPage === 1) assertComplete(shapes, seen, total);
			return { ended, isList: shapes.has('list') };
		},
	};
}

/**
 * A page in the middle that comes without rows, or without a body, looks like the end of the list.
 * @param seen rows in all pages
 * @param total rows there are, where the list tells
 * @throws RangeError when it was none
 */
function assertComplete(
	shapes: ReadonlySet<string>,
	seen: number,
	total: number | undefined,
): void {
	const brokenOff = total === undefined ? seen > 0 && shapes.has('empty') : seen < total;
	if (brokenOff) throw new RangeError('the list of invoices broke off before its end');
}

/**
 * The row's invoice number as text; the member's name is our reading, so its likely spellings are tried.
 * @throws RangeError when it has none
 */
function numberOf(row: IDataObject): string {
	const found = Object.entries(row).find(([name]) =>
		/^(sales_?)?invoice_?(number|no|nbr)$/i.test(name),
	);
	const value = found?.[1];
	if (typeof value === 'string' || typeof value === 'number') return String(value).trim();
	throw new RangeError('the list has rows without an invoice number');
}

/** A number without what two systems may write differently: blanks, case, and zeros before a digit. */
function bareNumber(number: string): string {
	return withoutZeros(number.toLowerCase().replace(/\s+/g, ''));
}

/** `42` of `0042`. */
export function withoutZeros(number: string): string {
	return number.replace(/(?<!\d)0+(?=\d)/g, '');
}

/** The day of a row, `YYYY-MM-DD`; `''` when it tells none. */
export function dayOf(row: IDataObject): string {
	const found = Object.entries(row).find(([name]) => /^invoice_?date$/i.test(name));
	return /^\d{4}-\d{2}-\d{2}/.exec(String(found?.[1] ?? ''))?.[0] ?? '';
}

export function isWithin({ fromInvDate, toInvDate }: Window, day: string): boolean {
	return day >= fromInvDate && day <= toInvDate;
}
