import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { pages, type Page } from '../../api/pages';
import type { CallLimits } from '../../api/request';
import { numberOf } from './lookUp';
import { assertWhole } from './wholeList';

/** Days of invoices, `YYYY-MM-DD`, both included. */
export interface Window {
	fromInvDate: string;
	toInvDate: string;
}

export interface ListLimits extends CallLimits {
	/** Pages asked for at a time. */
	inFlight?: number;
}

/** What is asked of the list; without anything, the list as it comes. */
export interface Question extends Partial<Window> {
	invoiceNumber?: string;
}

/** What one question gave. */
export interface ListAnswer {
	/** Whether it was read to its end. */
	ended: boolean;
	/** Whether it was a list at all. */
	isList: boolean;
}

/** Cash-In's list of invoices, and what it has shown of the numbers that are looked for. */
export interface InvoiceList {
	/** The numbers not seen so far. */
	open(): string[];
	/** The rows seen of a number. */
	rowsOf(number: string): readonly IDataObject[];
	/**
	 * Reads the answer to one question.
	 * @param goOn asked after each page that is not the last: whether to read on
	 * @param onRow told the number of every row, and the row
	 * @throws RangeError when a row has no invoice number or the list breaks off, CashInError when there is no list
	 */
	ask(
		question: Question,
		goOn: (page: Page) => boolean,
		onRow?: (number: string, row: IDataObject) => void,
	): Promise<ListAnswer>;
}

export function createInvoiceList(
	context: IExecuteFunctions,
	numbers: readonly string[],
	limits: ListLimits,
): InvoiceList {
	const found = new Map<string, IDataObject[]>(numbers.map((number) => [number, []]));

	const note = (row: IDataObject): string => {
		const number = numberOf(row);
		if (number === undefined) throw new RangeError('the list has rows without an invoice number');
		const rows = found.get(number);
		const known = rows?.some((one) => JSON.stringify(one) === JSON.stringify(row)) ?? true;
		if (!known) rows?.push(row);
		return number;
	};
	return {
		open: () => [...found].filter(([, rows]) => rows.length === 0).map(([number]) => number),
		rowsOf: (number) => found.get(number) ?? [],
		ask: async (question, goOn, onRow) => {
			const shapes = new Set<string>();
			const strict = {
				...limits,
				// The filters may be ignored: only the whole list with all its pages is read ahead.
				inFlight: question.invoiceNumber === undefined ? limits.inFlight : 1,
				listOnly: true,
				onShape: (shape: string) => void shapes.add(shape),
			};
			let ended = true;
			let seen = 0;
			let total: number | undefined;
			for await (const page of pages(context, 'listSalesInvoices', { query: question }, strict)) {
				for (const row of page.rows) onRow?.(note(row), row);
				if (onRow === undefined) page.rows.forEach(note);
				ended = page.last;
				seen += page.rows.length;
				total = page.totalCount ?? total;
				if (!page.last && !goOn(page)) break;
				// Without a count, only an empty page shows that the list ends: the pager asks for it.
				ended = true;
			}
			if (ended) assertWhole(shapes, seen, total);
			return { ended, isList: shapes.has('list') };
		},
	};
}

/** The day of a row, `YYYY-MM-DD`; `''` when it tells none. */
export function dayOf(row: IDataObject): string {
	const found = Object.entries(row).find(([name]) => /^invoice_?date$/i.test(name));
	return /^\d{4}-\d{2}-\d{2}/.exec(String(found?.[1] ?? ''))?.[0] ?? '';
}

export function isWithin({ fromInvDate, toInvDate }: Window, day: string): boolean {
	return day >= fromInvDate && day <= toInvDate;
}

/** In a sentence, that the list of a window hides an invoice which the list as it comes shows. */
export function lacks({ fromInvDate, toInvDate }: Window, number: string): string {
	return `the list of invoices from ${fromInvDate} to ${toInvDate} lacks invoice ${number}, which is of these days`;
}
