import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { pages } from '../../api/pages';
import type { CallLimits } from '../../api/request';
import { addDays } from '../../invoicing/dates';
import type { BulkEntry } from '../shared/bulk/kind';
import { comparable, numberOf } from './lookUp';

/** An invoice made of an order, before it is sent. */
export interface OrderEntry extends BulkEntry {
	/** As the store writes it. */
	orderNumber: string;
	/** Day of the order, `YYYY-MM-DD`; `''` when the store tells none. No invoice of it is older. */
	orderedOn: string;
	/** Whether Cash-In is asked for it before it is sent. */
	checked: boolean;
	/** What to do about an invoice of that number that is another one. */
	advice: string;
}

/** What Cash-In's list says of an invoice that is about to be sent. */
export type Known =
	| { kind: 'absent' }
	| { kind: 'same' }
	/** The number is taken; `how` says what is different, or that it cannot be told. */
	| { kind: 'other'; how: string }
	| { kind: 'unknown'; why: string };

/**
 * Asks Cash-In which of these invoices it has, whatever their date: an order may have been invoiced days ago.
 *
 * The filters of the list are our reading. A server that ignores one gives too much, which does no harm; one that
 * understands it differently would give nothing, which looks like absence. So a number that is not found counts as
 * absent only where the list without it, read to its end, lacks it too, or where asking by number has been seen
XX
 */
export async function lookUpOrders(
	context: IExecuteFunctions,
	entries: readonly OrderEntry[],
	limits: CallLimits,
	today: string,
): Promise<Map<OrderEntry, Known>> {
	const reader = new ListReader(context, entries, limits, windowOf(entries, today));
	let doubt = '';
	try {
		await reader.read();
	} catch (error) {
		doubt = error instanceof Error ? error.message : String(error);
	}
	return new Map(
		entries.map((entry): [OrderEntry, Known] => {
			const rows = reader.rowsOf(entry.key);
			if (rows.length > 0) return [entry, verdictOn(entry, rows)];
			return [entry, doubt === '' ? { kind: 'absent' } : { kind: 'unknown', why: doubt }];
		}),
	);
}

interface Window {
	fromInvDate: string;
	toInvDate: string;
}

/** Pages of one answer: an invoice number leads to one row, and a list that ignores it is not read any further. */
const MOST_PAGES = 20;
const TOO_LONG = 'the list of invoices is too long to be read to its end';

class ListReader {
	private readonly found = new Map<string, IDataObject[]>();

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly entries: readonly OrderEntry[],
		private readonly limits: CallLimits,
		private readonly window: Window,
	) {
		for (const { key } of entries) this.found.set(key, []);
	}

	rowsOf(number: string): readonly IDataObject[] {
		return this.found.get(number) ?? [];
	}

	async read(): Promise<void> {
		let compared = false;
		for (const { key: number } of this.entries) {
			if (this.rowsOf(number).length > 0) continue;
			const answer = await this.ask({ ...this.window, invoiceNumber: number }, MOST_PAGES);
			if (!answer.ended) throw new RangeError(TOO_LONG);
			if (compared || [...answer.numbers].every((one) => one === number)) continue;
			compared = true;
			// Where the number makes no difference, each further question would give the same list again.
			const whole = await this.ask(this.window, MOST_PAGES);
			if (whole.ended && isSameSet(whole.numbers, answer.numbers)) return;
		}
		if (this.entries.some(({ key }) => this.rowsOf(key).length === 0)) await this.prove();
	}

	/** That what was not found by its number is not there. */
	private async prove(): Promise<void> {
		const { ended, numbers, isList } = await this.ask(this.window, 1);
		if (!isList) throw new RangeError('the list of invoices came without a body');
		if (ended) return;
		const [there = ''] = numbers;
		const control = await this.ask({ ...this.window, invoiceNumber: there }, MOST_PAGES);
		if (control.numbers.has(there)) return;
		throw new RangeError(
			`the list of invoices does not find invoice ${there}, which is in it, by its number`,
		);
	}

	/** Reads the answer to one question, as far as `mostPages`, and notes its rows. */
	private async ask(query: Window & { invoiceNumber?: string }, mostPages: number) {
		const shapes = new Set<string>();
		const numbers = new Set<string>();
		const strict = {
			...this.limits,
			listOnly: true,
			onShape: (shape: string) => void shapes.add(shape),
		};
		let ended = true;
		for await (const page of pages(this.context, 'listSalesInvoices', { query }, strict)) {
			for (const row of page.rows) numbers.add(this.note(row));
			ended = page.last;
			if (page.number >= mostPages) break;
			// Without a count, only an empty page shows that the list ends: the pager asks for it.
			ended = true;
		}
		return { ended, numbers, isList: shapes.has('list') };
	}

	private note(row: IDataObject): string {
		const number = numberOf(row);
		if (number === undefined) throw new RangeError('the list has rows without an invoice number');
		const rows = this.found.get(number);
		const known = rows?.some((one) => JSON.stringify(one) === JSON.stringify(row)) ?? true;
		if (!known) rows?.push(row);
		return number;
	}
}

function isSameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
	return one.size === other.size && [...one].every((value) => other.has(value));
}

/** From before the first order to after the last invoice: without dates a server may look back a month only. */
function windowOf(entries: readonly OrderEntry[], today: string): Window {
	const days = entries.map(({ body }) => String(body.InvoiceDate ?? today)).concat(today);
	const orders = entries.map(({ orderedOn }) => orderedOn || addDays(today, -LONG_AGO));
	const [first = today] = [...days, ...orders].sort();
	const last = days.sort()[days.length - 1] ?? today;
	return { fromInvDate: addDays(first, -MARGIN), toInvDate: addDays(last, MARGIN) };
}

/** An invoice can be dated a little before its order, and after today. */
const MARGIN = 31;
/** Where the store does not tell when it was ordered: two years. */
const LONG_AGO = 731;

function verdictOn(entry: OrderEntry, rows: readonly IDataObject[]): Known {
	const differences = rows.map((row) => differenceOf(entry, row));
	return differences.includes('') ? { kind: 'same' } : { kind: 'other', how: differences[0] ?? '' };
}

/** What makes a row of the list another invoice; the date does not. `''` when it is the same one. */
function differenceOf({ body }: OrderEntry, row: IDataObject): string {
	const theirs = new Map(Object.entries(row).map(([name, value]) => [name.toLowerCase(), value]));
	const told = (name: string) => theirs.get(name.toLowerCase()) ?? '';
	if (told('TotalAmount') === '') return 'and the list does not tell its total';
	const { TotalAmount, Currency } = body;
	if (comparable('TotalAmount', told('TotalAmount')) !== comparable('TotalAmount', TotalAmount)) {
		return `of ${comparable('TotalAmount', told('TotalAmount'))}, and this one comes to ${comparable('TotalAmount', TotalAmount)} ${String(Currency)}`;
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
