import type { IDataObject } from 'n8n-workflow';

/**
 * The rows of a list answer and, where told, how many there are in all and on a full page.
 * Understands `{ Data, Meta }` (documented for allocated payments), a bare array, an object with one array,
 * and no body at all. Anything else is one row, given on as it came.
 */
export function readPage(answer: unknown): PageContent {
	if (answer === undefined || answer === null) return { shape: 'empty', rows: [] };
	if (Array.isArray(answer)) return { shape: 'list', rows: answer.map(asRow) };
	if (!isObject(answer)) return { shape: 'other', rows: [asRow(answer)] };

	const list = listOf(answer);
	if (list !== undefined) {
		return { shape: 'list', rows: list.map(asRow), ...toldOf(answer, list.length) };
	}
	return isEmptyEnvelope(answer)
		? { shape: 'empty', rows: [], ...toldOf(answer, 0) }
		: { shape: 'other', rows: [answer] };
}

/**
 * What a list answer looks like: `list` – it holds a list, which may have no rows; `empty` – there is nothing
 * where the list would be, or no body at all; `other` – anything else, such as a message.
 */
export type PageShape = 'list' | 'empty' | 'other';

export interface PageContent {
	shape: PageShape;
	rows: IDataObject[];
	/** Rows in all. */
	totalCount?: number;
	/** Rows on a full page, by the server's word. */
	pageSize?: number;
	/** Whether the server says that more rows follow these, without saying how many. */
	more?: true;
}

const ENVELOPE = /^(meta|metadata|paging|pagination|page_?info)$/i;

/** A list under such a name says what went wrong; its entries are no records. */
const TROUBLE = /^(errors?|warnings?|messages?)$/i;

function listOf(answer: IDataObject): unknown[] | undefined {
	const data = answer.Data ?? answer.data;
	if (Array.isArray(data)) return data;
	const others = Object.entries(answer).filter(([name]) => !ENVELOPE.test(name));
	const arrays = others
		.filter(([name]) => !TROUBLE.test(name))
		.map(([, value]) => value)
		.filter(Array.isArray);
	const onlyArrays = others.every(([, value]) => Array.isArray(value) || !isObject(value));
	return arrays.length === 1 && onlyArrays ? arrays[0] : undefined;
}

/** `{ Data: null, Meta: {…} }` is an empty list. */
function isEmptyEnvelope(answer: IDataObject): boolean {
	const names = Object.keys(answer);
	const hasMeta = names.some((name) => ENVELOPE.test(name));
	const hasTrouble = Object.entries(answer).some(
		([name, value]) => TROUBLE.test(name) && Array.isArray(value) && value.length > 0,
	);
	const hasNoData = (answer.Data ?? answer.data ?? null) === null;
	return names.length === 0 || (hasMeta && hasNoData && !hasTrouble);
}

type Told = Pick<PageContent, 'totalCount' | 'pageSize' | 'more'>;

/**
 * What an answer tells of the whole list. Only allocated payments are documented to tell it, in `Meta`; the other
 * names are those that lists commonly have. A plain total beside the rows may be a sum of money, so that it counts
 * only where a page is spoken of; a plain count may be of this page, so that it counts only where it is more.
 */
function toldOf(answer: IDataObject, rows: number): Told {
	const envelope = Object.entries(answer).find(
		([name, value]) => ENVELOPE.test(name) && isObject(value),
	)?.[1];
	const meta = lowerCased(isObject(envelope) ? envelope : {});
	const beside = lowerCased(answer);
	const ofPages = PAGE_NAMES.some((name) => beside.has(name)) ? [meta, beside] : [meta];
	const first = (tables: Array<Map<string, unknown>>, names: readonly string[], least: number) =>
		tables
			.flatMap((table) => names.map((name) => readCount(table.get(name), least)))
			.find((count) => count !== undefined);
	const both = [meta, beside];
	const count = first(both, ['count'], rows + 1);
	const total = first(both, TOTAL_NAMES, 0) ?? first(ofPages, ['total'], 0) ?? count;
	const page = first(both, ['page', 'currentpage', 'pagenumber'], 1);
	const pageCount = first(both, ['totalpages', 'pagecount'], 1);
	const isNotLast = page !== undefined && pageCount !== undefined && page < pageCount;
	const saysMore = both.some((table) => [...table].some(([name, value]) => isMore(name, value)));
	return {
		totalCount: total,
		pageSize: first(both, ['pagesize', 'perpage'], 1),
		...(rows > 0 && (isNotLast || saysMore) ? { more: true } : {}),
	};
}

/** Compared without capitals and underscores: `TotalCount`, `totalCount`, `total_count`. */
const TOTAL_NAMES = ['totalcount', 'totalrows', 'totalrecords', 'totalitems', 'totalelements'];
const PAGE_NAMES = ['page', 'pagesize', 'perpage', 'totalpages', 'pagecount', 'next', 'nextpage'];

function isMore(name: string, value: unknown): boolean {
	if (['hasmore', 'hasnext', 'hasnextpage'].includes(name)) return value === true;
	if (!['next', 'nextlink', 'nextpage', 'nextpagetoken'].includes(name)) return false;
	return typeof value === 'string' ? value !== '' : typeof value === 'number' && value > 0;
}

function lowerCased(object: IDataObject): Map<string, unknown> {
	return new Map(
		Object.entries(object).map(([name, value]) => [name.toLowerCase().replace(/_/g, ''), value]),
	);
}

function readCount(value: unknown, least: number): number | undefined {
	const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
	return typeof number === 'number' && Number.isInteger(number) && number >= least
		? number
		: undefined;
}

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asRow(value: unknown): IDataObject {
	return isObject(value) ? value : { value: value as IDataObject['value'] };
}
