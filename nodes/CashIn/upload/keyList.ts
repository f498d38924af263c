import type { IDataObject } from 'n8n-workflow';

import type { Page, PageLimits } from '../api/pages';
import type { ExecuteRun } from '../api/run';
import type { ListQuery, Lookup } from './uploadSpec';

/** Pages of one answer: a key leads to one row, and a list that ignores it is not read any further. */
export const MOST_PAGES = 20;

/** What one query gave. */
export interface ListAnswer {
	/** Whether it was read to its end. */
	ended: boolean;
	/** Whether it was a list at all. */
	isList: boolean;
	/** The day of each row by its key; `''` where it tells none. */
	days: ReadonlyMap<string, string>;
}

interface ReadOptions {
	/** Asked after each page that is not the last: whether to read on. */
	goOn?: (page: Page, days: ReadonlyMap<string, string>) => boolean;
	/** Counted from 1. From a later page on, rows are not noted. */
	firstPage?: number;
}

/** A list of Cash-In, and what it has shown of the keys that are looked for. */
export class KeyList {
	private readonly found: Map<string, IDataObject[]>;

	/** Keys that are looked for, without what may be written otherwise. */
	private readonly byBare = new Map<string, string[]>();

	private readonly alike = new Map<string, string>();

	constructor(
		private readonly run: ExecuteRun,
		readonly lookup: Lookup,
		keys: readonly string[],
		private readonly limits: PageLimits,
	) {
		this.found = new Map(keys.map((key) => [key, []]));
		for (const key of this.found.keys()) {
			const bare = bareKey(key);
			this.byBare.set(bare, [...(this.byBare.get(bare) ?? []), key]);
		}
	}

	/** The keys not seen so far, not even written otherwise. */
	open(): string[] {
		return [...this.found.keys()].filter((key) => this.isOpen(key));
	}

	isOpen(key: string): boolean {
		return this.found.get(key)?.length === 0 && !this.alike.has(key);
	}

	rowsOf(key: string): readonly IDataObject[] {
		return this.found.get(key) ?? [];
	}

	/** A key seen that differs from this one only in zeros before it, blanks or case. */
	alikeOf(key: string): string | undefined {
		return this.alike.get(key);
	}

	/**
	 * Reads the answer to one query, page by page as long as `goOn`.
	 * @throws RangeError when a row has no key or the list breaks off, CashInError when there is no list
	 */
	async read(
		query: ListQuery,
		{ goOn = readAllPages, firstPage = 1 }: ReadOptions = {},
	): Promise<ListAnswer> {
		const { lookup, limits, run } = this;
		const shapes = new Set<string>();
		const days = new Map<string, string>();
		let ended = true;
		let seen = 0;
		let total: number | undefined;
		const pages = lookup.pages(run, query, {
			...limits,
			firstPage,
			// The filters may be ignored: only the whole list with all its pages is read ahead.
			inFlight: query.key === undefined ? limits.inFlight : 1,
			listOnly: true,
			onShape: (shape) => void shapes.add(shape),
		});
		for await (const page of pages) {
			for (const row of page.rows) {
				const key = lookup.keyOf(row);
				if (key === undefined) {
					throw new RangeError(`the list has rows without an ${lookup.noun} number`);
				}
				if (firstPage === 1) this.note(key, row);
				days.set(key, lookup.dayOf(row));
			}
			ended = page.last;
			seen += page.rows.length;
			total = page.totalCount ?? total;
			if (!page.last && !goOn(page, days)) break;
			// Without a count, only an empty page shows that the list ends: the pager asks for it.
			ended = true;
		}
		// A page in the middle that comes without rows, or without a body, looks like the end of the list.
		const brokenOff = total === undefined ? seen > 0 && shapes.has('empty') : seen < total;
		if (ended && firstPage === 1 && brokenOff) {
			throw new RangeError(`the list of ${lookup.noun}s broke off before its end`);
		}
		return { ended, isList: shapes.has('list'), days };
	}

	private note(key: string, row: IDataObject): void {
		const rows = this.found.get(key);
		const isKnown = rows?.some((one) => JSON.stringify(one) === JSON.stringify(row)) ?? true;
		if (!isKnown) rows?.push(row);
		for (const own of this.byBare.get(bareKey(key)) ?? []) {
			if (own !== key) this.alike.set(own, key);
		}
	}
}

function readAllPages({ number }: Page): boolean {
	return number < MOST_PAGES;
}

/** A key without what two systems may write differently: blanks, case, and zeros before a digit. */
function bareKey(key: string): string {
	return withoutZeros(key.toLowerCase().replace(/\s+/g, ''));
}

/** `42` of `0042`. */
export function withoutZeros(key: string): string {
	return key.replace(/(?<!\d)0+(?=\d)/g, '');
}
