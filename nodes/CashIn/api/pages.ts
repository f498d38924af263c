import type { IDataObject, INode } from 'n8n-workflow';

import type { Run } from './run';
import { endpoints, type EndpointId } from './endpoints.generated';
import { CashInError } from './errors';
import { readPage, type PageContent, type PageShape } from './pageShape';
import { createReadAhead } from './readAhead';
import { request, type Call, type CallLimits } from './request';
import { createRowCount } from './rowCount';

export interface PageLimits extends CallLimits {
	/** Rows asked for per page; the documentation's own sample has 100, and no maximum is known. */
	pageSize?: number;
	/** The first page to read, counted from 1. */
	firstPage?: number;
	/** Pages asked for at a time, once the server has told how many rows there are. Without it, one. */
	inFlight?: number;
	/** Rows that are enough: pages beyond them are not asked for ahead. Whoever has enough stops reading. */
	enough?: number;
	/** An answer that is neither a list nor empty is thrown instead of given on as a row. */
	listOnly?: boolean;
	/** Advice for a list that does not come whole, in sentences. */
	whenShort?: string;
	/** Told the shape of every answer; one without rows gives no page, so this alone shows what it was. */
	onShape?: (shape: PageShape) => void;
}

/** A page's rows, its number, and what the server says of the whole. */
export interface Page {
	rows: IDataObject[];
	/** Page 0 comes last, when it has turned out that the server counts its pages from 0. */
	number: number;
	totalCount?: number;
	/** Whether the list surely ends here. */
	last: boolean;
}

/** A list of which fewer rows came than the server told of. Those that came are good. */
export class IncompleteList extends CashInError {
	constructor(
		node: INode,
		endpoint: EndpointId,
		detail: string,
		whenShort: string | undefined,
		/** Whether its total changed while it was read, so that reading it again may help. */
		readonly changed: boolean,
	) {
		super(node, endpoint, { kind: 'incomplete', detail, whenShort });
	}
}

export const DEFAULT_PAGE_SIZE = 100;

/** Nobody reads this far by intent: a server that never ends its list is stopped here. */
const MOST_PAGES = 100_000;

/** How often a page may come that equals the one before, until it counts as the same page again. */
const MOST_EQUAL = 3;

/** No page at all. */
const NOTHING: PageContent = { shape: 'empty', rows: [] };

/**
 * Reads a list page by page, in order.
 * Ends at the total the server tells, at an empty page, or when the same page comes again: a server that
 * knows no paging gives its whole list every time. A short page alone ends nothing, since a server may
 * give fewer rows than asked. The rows before `firstPage` are counted with the smaller of the page size told
 * and the largest page read, never with the size asked for: counting too many would end the list early.
 * With `inFlight` the next pages are under way meanwhile, no more than the rows still expected fill; what comes
 * out is the same.
 *
 * Which lists come in pages is our reading, and so is that the first one is page 1. Of an endpoint without page
 * parameters a further page is asked for only where the server tells of more rows than it gave, and never where
 * reading changes the list. Where rows are missing at the end, the page before the first one is asked for: the server
 * may count its pages from 0. Two equal pages may be one, or hold equal rows: the page after them tells.
 * @throws what `request` throws, CashInError (`notAnApi`) for an answer that `listOnly` forbids, and IncompleteList,
 * after all pages that could be had, when the server told of more rows. A list that is begun in the middle is not
 * held to its total.
 */
export async function* pages<E extends EndpointId>(
	run: Run,
	endpoint: E,
	call: Call<E>,
	limits: PageLimits = {},
): AsyncGenerator<Page> {
	const paged = hasPages(endpoint);
	const mayAskAgain = paged || endpoints[endpoint].retry === 'read';
	const first = limits.firstPage ?? 1;
	const most = mayReadAhead(endpoint) ? (limits.inFlight ?? 1) : 1;
	let pageSize = limits.pageSize ?? DEFAULT_PAGE_SIZE;
	const ask = async (number: number | undefined, more: CallLimits = {}) => {
		const query = number === undefined ? call.query : { ...call.query, page: number, pageSize };
		return await request(run, endpoint, { ...call, query }, { ...limits, ...more });
	};
	const ahead = createReadAhead(first, async (number, onArrival) => {
		const wanted = () => ahead.wanted;
		return await ask(paged || number > first ? number : undefined, { wanted, onArrival });
	});
	const read = async (answer: Promise<unknown>): Promise<PageContent> => {
		const content = readPage(await answer);
		limits.onShape?.(content.shape);
		if (limits.listOnly !== true || content.shape !== 'other') return content;
		const detail = 'an answer without a list';
		throw new CashInError(run.node, endpoint, { kind: 'notAnApi', detail });
	};
	const count = createRowCount(first);
	/** Pages surely still needed. */
	let open = 1;
	let start = NOTHING;
	let before = NOTHING;
	let equal: PageContent[] = [];
	let given = 0;
	const give = (content: PageContent, number: number): Page => {
		count.came(content);
		given += 1;
		return { rows: content.rows, number, totalCount: content.totalCount, last: false };
	};
	let refusal: Error | undefined;

	try {
		for (let number = first; number < first + MOST_PAGES; number++) {
			let content = NOTHING;
			try {
				content = await read(ahead.next(most, open));
			} catch (error) {
				// Of a page that need not be there, a refusal says that it is not.
				const mayEnd = !paged || equal.length > 0 || (first === 1 && count.total !== undefined);
				if (number === first || !mayEnd || !isNoSuchPage(error)) throw asError(error);
				if (paged && equal.length === 0) refusal = error;
			}
			count.told(content);
			if (number > first && isEqual(content.rows, before.rows)) {
				// A server that gives more than it is asked for, every time, knows no pages.
				const knowsNone = count.total === undefined && content.rows.length > pageSize;
				const patience = paged && count.total !== undefined ? MOST_EQUAL : 1;
				if (knowsNone || equal.length === patience) break;
				equal.push(content);
				continue;
			}
			for (const [index, one] of equal.entries()) yield give(one, number - equal.length + index);
			equal = [];
			if (content.rows.length === 0) break;
			if (number === first) {
				start = content;
				if (!paged) pageSize = content.pageSize ?? content.rows.length;
			}
			before = content;
			const page = give(content, number);
			page.last = !(count.more() ?? paged);
			yield page;
			if (page.last) return;
			if (!mayAskAgain) break;
			const wanted = Math.min(count.rest(), (limits.enough ?? Infinity) - count.seen);
			const fullPage = Math.max(count.largest, content.pageSize ?? pageSize);
			open = count.total === undefined ? 1 : Math.max(1, Math.ceil(wanted / fullPage));
		}
		if (first > 1) return;
		const missing = (count.total ?? 0) - count.seen;
		const knowsPages = paged || given > 1 || equal.length === 0;
		if (missing > 0 && mayAskAgain && knowsPages) {
			const number = paged ? 0 : 1;
			const content = await read(ask(number)).catch((error: unknown) => {
				if (error instanceof CashInError && error.fault.kind !== 'cancelled') return NOTHING;
				throw asError(error);
			});
			if (content.rows.length >= missing && !isEqual(content.rows, start.rows)) {
				yield { ...give(content, number), last: true };
			}
		}
	} finally {
		ahead.stop();
	}
	const shortage = count.shortage();
	if (shortage === undefined) return;
	if (refusal !== undefined) throw refusal;
	const { whenShort } = limits;
	throw new IncompleteList(run.node, endpoint, shortage, whenShort, count.changed);
}

function isEqual(rows: readonly IDataObject[], others: readonly IDataObject[]): boolean {
	if (rows.length === 0 || rows.length !== others.length) return false;
	// The last rows first: of two pages that differ, they nearly always do.
	for (let at = rows.length - 1; at >= 0; at -= 1) {
		if (JSON.stringify(rows[at]) !== JSON.stringify(others[at])) return false;
	}
	return true;
}

/** Whether the server refused what it was asked for; a missing right, a trouble or the line are something else. */
function isNoSuchPage(error: unknown): error is CashInError {
	return error instanceof CashInError && [400, 404, 416, 422].includes(error.status ?? 0);
}

function asError(error: unknown): Error {
	return error instanceof Error ? error : new Error(String(error));
}

function hasPages(endpoint: EndpointId): boolean {
	const known: readonly string[] = endpoints[endpoint].queryParameters;
	return known.includes('page') && known.includes('pageSize');
}

/** Whether a list comes in pages that may be asked for before they are needed: reading some lists changes them. */
export function mayReadAhead(endpoint: EndpointId): boolean {
	return hasPages(endpoint) && endpoints[endpoint].retry === 'read';
}
