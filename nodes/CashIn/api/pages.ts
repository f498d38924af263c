import type { IDataObject } from 'n8n-workflow';

import { endpoints, type EndpointId } from './endpoints.generated';
import { CashInError } from './errors';
import type { RequestContext } from './exchange';
import { readPage, type PageShape } from './pageShape';
import { createReadAhead } from './readAhead';
import { request, type Call, type CallLimits } from './request';

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
	/** Told the shape of every answer; one without rows gives no page, so this alone shows what it was. */
	onShape?: (shape: PageShape) => void;
}

/** A page's rows, its number, and what the server says of the whole. */
export interface Page {
	rows: IDataObject[];
	number: number;
	totalCount?: number;
	/** Whether the list surely ends here. */
	last: boolean;
}

export const DEFAULT_PAGE_SIZE = 100;

/** Nobody reads this far by intent: a server that never ends its list is stopped here. */
const MOST_PAGES = 100_000;

/**
 * Reads a list page by page, in order. An endpoint without paging gives one page.
 * Ends at the total the server tells, at an empty page, or when the same page comes again: a server that
 * knows no paging gives its whole list every time. A short page alone ends nothing, since a server may
 * give fewer rows than asked. The rows before `firstPage` are counted with the smaller of the page size told
 * and the largest page read, never with the size asked for: counting too many would end the list early.
 * With `inFlight` the next pages are under way meanwhile, no more than the rows still expected fill; what comes
 * out is the same.
 * @throws what `request` throws, and CashInError (`notAnApi`) for an answer that `listOnly` forbids
 */
export async function* pages<E extends EndpointId>(
	context: RequestContext,
	endpoint: E,
	call: Call<E>,
	limits: PageLimits = {},
): AsyncGenerator<Page> {
	const paged = hasPages(endpoint);
	const pageSize = limits.pageSize ?? DEFAULT_PAGE_SIZE;
	const first = limits.firstPage ?? 1;
	const most = mayReadAhead(endpoint) ? (limits.inFlight ?? 1) : 1;
	const ahead = createReadAhead(first, async (page, onArrival) => {
		const query = paged ? { ...call.query, page, pageSize } : call.query;
		const wanted = () => ahead.wanted;
		return await request(context, endpoint, { ...call, query }, { ...limits, wanted, onArrival });
	});
	let seen = 0;
	let largest = 0;
	/** Pages surely still needed. */
	let open = 1;
	let previous = '';

	try {
		for (let number = first; number < first + MOST_PAGES; number++) {
			const answer = await ahead.next(most, open);
			const { shape, rows, totalCount, pageSize: told } = readPage(answer);
			limits.onShape?.(shape);
			if (limits.listOnly === true && shape === 'other') {
				const detail = 'an answer without a list';
				throw new CashInError(context.getNode(), endpoint, { kind: 'notAnApi', detail });
			}
			const fingerprint = JSON.stringify([rows.length, rows[0], rows[rows.length - 1]]);
			if (rows.length === 0 || fingerprint === previous) return;
			previous = fingerprint;
			seen += rows.length;
			largest = Math.max(largest, rows.length);
			const skipped = (first - 1) * Math.min(largest, told ?? Infinity);
			const rest = (totalCount ?? Infinity) - skipped - seen;
			const last = !paged || rest <= 0;
			yield { rows, number, totalCount, last };
			if (last) return;
			const wanted = Math.min(rest, (limits.enough ?? Infinity) - seen);
			const fullPage = Math.max(largest, told ?? pageSize);
			open = totalCount === undefined ? 1 : Math.ceil(wanted / fullPage);
		}
	} finally {
		ahead.stop();
	}
}

function hasPages(endpoint: EndpointId): boolean {
	const known: readonly string[] = endpoints[endpoint].queryParameters;
	return known.includes('page') && known.includes('pageSize');
}

/** Whether a list comes in pages that may be asked for before they are needed: reading some lists changes them. */
export function mayReadAhead(endpoint: EndpointId): boolean {
	return hasPages(endpoint) && endpoints[endpoint].retry === 'read';
}
