import type { IDataObject } from 'n8n-workflow';

import { asError, CashInError } from './errors';
import { endpoints, type EndpointId } from './generated/endpoints';
import { parsePage, type PageContent } from './parsePage';
import { createPrefetch } from './prefetch';
import { request, type Call, type CallLimits } from './request';
import type { Run } from './run';

export interface PageLimits extends CallLimits {
	/** Rows requested per page; the documentation's own sample has 100, and no maximum is known. */
	pageSize?: number;
	/** The first page to read, counted from 1. */
	firstPage?: number;
	/** Pages requested at a time, once the server has told how many rows there are. Without it, one. */
	inFlight?: number;
	/** Rows that are enough: pages beyond them are not requested ahead. Whoever has enough stops reading. */
	enough?: number;
	/** An answer that is neither a list nor empty is thrown instead of given on as a row. */
	listOnly?: boolean;
	/** Advice for a list that does not come whole, in sentences. */
	whenShort?: string;
	/** Told the shape of every answer; one without rows gives no page, so this alone shows what it was. */
	onShape?: (shape: PageContent['shape']) => void;
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
 * give fewer rows than requested. The rows before `firstPage` are counted with the smaller of the page size told
 * and the largest page read, never with the size requested: counting too many would end the list early.
 * With `inFlight` the next pages are under way meanwhile, no more than the rows still expected fill; what comes
 * out is the same.
 *
 * Which lists come in pages is our reading, and so is that the first one is page 1. Of an endpoint without page
 * parameters a further page is requested only where the server tells of more rows than it gave, and never where
 * reading changes the list. Where rows are missing at the end, the page before the first one is requested: the server
 * may count its pages from 0. Two equal pages may be one, or hold equal rows: the page after them tells.
 * @throws CashInError as `request` does, `notAnApi` for an answer that `listOnly` forbids, and `incomplete`,
 * after all pages that could be had, when the server told of more rows: those that came are good. A list that is begun
 * in the middle is not held to its total.
 */
export async function* pages(
	run: Run,
	endpoint: EndpointId,
	call: Call,
	limits: PageLimits = {},
): AsyncGenerator<Page> {
	const { answer: described, retry } = endpoints[endpoint];
	const paging = pagingOf(endpoint);
	const paged = paging !== undefined;
	const { page: pageField, pageSize: sizeField } = paging ?? USUAL_PAGING;
	const mayAskAgain = paged || retry === 'read';
	const first = limits.firstPage ?? 1;
	const most = mayPrefetch(endpoint) ? (limits.inFlight ?? 1) : 1;
	let pageSize = limits.pageSize ?? DEFAULT_PAGE_SIZE;
	const fetchPage = async (number: number | undefined, more: CallLimits = {}) => {
		const ofPage = number === undefined ? {} : { [pageField]: number, [sizeField]: pageSize };
		const parameters = { ...call.parameters, ...ofPage };
		return await request(run, endpoint, { parameters }, { ...limits, ...more });
	};
	const ahead = createPrefetch(first, async (number, onArrival) => {
		const wanted = () => ahead.wanted;
		return await fetchPage(paged || number > first ? number : undefined, { wanted, onArrival });
	});
	const read = async (answer: Promise<unknown>): Promise<PageContent> => {
		const content = parsePage(await answer, described);
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
	let rejection: Error | undefined;

	try {
		for (let number = first; number < first + MOST_PAGES; number++) {
			let content = NOTHING;
			try {
				content = await read(ahead.next(most, open));
			} catch (error) {
				// Of a page that need not be there, a rejection says that it is not.
				const mayEnd = !paged || equal.length > 0 || (first === 1 && count.total !== undefined);
				if (number === first || !mayEnd || !isNoSuchPage(error)) throw asError(error);
				if (paged && equal.length === 0) rejection = error;
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
			const content = await read(fetchPage(number)).catch((error: unknown) => {
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
	const detail = count.shortage();
	if (detail === undefined) return;
	if (rejection !== undefined) throw rejection;
	const { whenShort } = limits;
	const { changed } = count;
	throw new CashInError(run.node, endpoint, { kind: 'incomplete', detail, whenShort, changed });
}

function isEqual(rows: readonly IDataObject[], others: readonly IDataObject[]): boolean {
	if (rows.length === 0 || rows.length !== others.length) return false;
	// The last rows first: of two pages that differ, they nearly always do.
	for (let at = rows.length - 1; at >= 0; at -= 1) {
		if (JSON.stringify(rows[at]) !== JSON.stringify(others[at])) return false;
	}
	return true;
}

/** Whether the server rejected what it was asked for; a missing right, a trouble or the line are something else. */
function isNoSuchPage(error: unknown): error is CashInError {
	return error instanceof CashInError && [400, 404, 416, 422].includes(error.status ?? 0);
}

/** What a list without page parameters of its own is asked for a further page with. */
const USUAL_PAGING = { page: 'page', pageSize: 'pageSize' };

/** The fields of the query that choose a page. */
export function pagingOf(endpoint: EndpointId): typeof USUAL_PAGING | undefined {
	const fieldOf = (role: string) =>
		endpoints[endpoint].parameters.find((parameter) => parameter.role === role)?.field;
	const page = fieldOf('page');
	const pageSize = fieldOf('pageSize');
	return page === undefined || pageSize === undefined ? undefined : { page, pageSize };
}

/** Whether a list comes in pages that may be requested before they are needed: reading some lists changes them. */
export function mayPrefetch(endpoint: EndpointId): boolean {
	return pagingOf(endpoint) !== undefined && endpoints[endpoint].retry === 'read';
}

/**
 * Counts the rows of a list that came, beside how many the server told of.
 * @param first number of the first page that is read, counted from 1
 */
function createRowCount(first: number) {
	let seen = 0;
	let largest = 0;
	let pageSize = Infinity;
	let saysMore: boolean | undefined;
	let total: number | undefined;
	const totals = new Set<number>();
	const skipped = () => (first - 1) * Math.min(largest, pageSize);
	const rest = () => (total ?? Infinity) - skipped() - seen;
	/** A total that got smaller says nothing any more: a row may have slipped to a page that was read already. */
	const hasShrunk = () => total !== undefined && total < Math.max(...totals);
	return {
		/** Notes what an answer tells of the whole. */
		told: ({ totalCount }: PageContent) => {
			total = totalCount ?? total;
			if (totalCount !== undefined) totals.add(totalCount);
		},
		/** Notes the rows of a page that counts. */
		came: ({ rows, pageSize: told = Infinity, more }: PageContent) => {
			seen += rows.length;
			largest = Math.max(largest, rows.length);
			pageSize = told;
			saysMore = more;
		},
		get seen() {
			return seen;
		},
		/** Rows in all, as told last. */
		get total() {
			return total;
		},
		/** Rows on the largest page so far. */
		get largest() {
			return largest;
		},
		/** Rows still to come by the total, those before the first page not counted; Infinity without a total. */
		rest,
		/** Whether more is to come, by the total or by another word of the server. Nothing when it says neither. */
		more: () => {
			if (total !== undefined) return rest() > 0 || hasShrunk();
			return saysMore ? true : undefined;
		},
		/** Whether the total did not stay the same. */
		get changed() {
			return totals.size > 1;
		},
		/** In a sentence, how the rows that came are not all. Nothing when they may be. */
		shortage: (): string | undefined => {
			if (total === undefined) {
				return saysMore ? `it says that there are more rows, and ${seen} came` : undefined;
			}
			if (seen >= Math.max(0, ...totals)) return undefined;
			const words = `it tells of ${total} rows, and ${seen} came`;
			return totals.size > 1 ? `it changed while it was read: ${words}` : words;
		},
	};
}
