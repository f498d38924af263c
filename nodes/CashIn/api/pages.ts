import type { IDataObject } from 'n8n-workflow';

import { endpoints, type EndpointId } from './endpoints.generated';
import type { RequestContext } from './exchange';
import { request, type Call, type CallLimits } from './request';
import { readPage } from './pageShape';

export interface PageLimits extends CallLimits {
	/** Rows asked for per page; the documentation's own sample has 100, and no maximum is known. */
	pageSize?: number;
	/** The first page to read, counted from 1. */
	firstPage?: number;
}

/** A page's rows, its number, and what the server says of the whole. */
export interface Page {
	rows: IDataObject[];
	number: number;
	totalCount?: number;
}

export const DEFAULT_PAGE_SIZE = 100;

/** Nobody reads this far by intent: a server that never ends its list is stopped here. */
const MOST_PAGES = 100_000;

/**
 * Reads a list page by page, in order. An endpoint without paging gives one page.
 * Ends at the total the server tells, at an empty page, or when the same page comes again: a server that
 * knows no paging gives its whole list every time. A short page alone ends nothing, since a server may
 * give fewer rows than asked.
 * @throws what `request` throws
 */
export async function* pages<E extends EndpointId>(
	context: RequestContext,
	endpoint: E,
	call: Call<E>,
	limits: PageLimits = {},
): AsyncGenerator<Page> {
	const known: readonly string[] = endpoints[endpoint].queryParameters;
	const paged = known.includes('page') && known.includes('pageSize');
	const pageSize = limits.pageSize ?? DEFAULT_PAGE_SIZE;
	const first = limits.firstPage ?? 1;
	let seen = (first - 1) * pageSize;
	let previous = '';

	for (let number = first; number < first + MOST_PAGES; number++) {
		const query = paged ? { ...call.query, page: number, pageSize } : call.query;
		const answer = await request(context, endpoint, { ...call, query }, limits);
		const { rows, totalCount } = readPage(answer);
		const fingerprint = JSON.stringify([rows.length, rows[0], rows[rows.length - 1]]);
		if (rows.length === 0 || fingerprint === previous) return;
		previous = fingerprint;
		seen += rows.length;
		yield { rows, number, totalCount };
		if (!paged || (totalCount !== undefined && seen >= totalCount)) return;
	}
}
