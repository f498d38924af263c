import type { IDataObject } from 'n8n-workflow';

import { plainName } from './apiMessage';
import type { Answer } from './generated/endpoints';

export interface PageContent {
	/**
	 * What the answer looks like: `list` – it holds a list, which may have no rows; `empty` – there is nothing where the
	 * list would be, or no body at all; `other` – anything else, such as a message.
	 */
	shape: 'list' | 'empty' | 'other';
	rows: IDataObject[];
	/** Rows in all. */
	totalCount?: number;
	/** Rows on a full page, by the server's word. */
	pageSize?: number;
	/** Whether the server says that more rows follow these, without saying how many. */
	more?: true;
}

/** Where the contract says that things are in a list answer. */
type Paths = Partial<Pick<Answer, 'rows' | 'rowCount' | 'page' | 'pageSize'>>;

/**
 * The rows of a list answer and, where told, how many there are in all and on a full page.
 * Understands what the contract describes, `{ data, meta }`, a bare array, an object with one array, and no body at
 * all. Anything else is one row, given on as it came.
 */
export function parsePage(answer: unknown, paths: Paths = {}): PageContent {
	if (answer === undefined || answer === null) return { shape: 'empty', rows: [] };
	if (Array.isArray(answer)) return { shape: 'list', rows: answer.map(asRow) };
	if (!isObject(answer)) return { shape: 'other', rows: [asRow(answer)] };

	const data = dataOf(answer, paths);
	const list = Array.isArray(data) ? data : onlyList(answer);
	if (list !== undefined) {
		return { shape: 'list', rows: list.map(asRow), ...toldOf(answer, list.length, paths) };
	}
	return isEmptyEnvelope(answer, data)
		? { shape: 'empty', rows: [], ...toldOf(answer, 0, paths) }
		: { shape: 'other', rows: [answer] };
}

const ENVELOPE = /^(meta|metadata|paging|pagination|page_?info)$/i;

/** A list under such a name says what went wrong; its entries are no records. */
const TROUBLE = /^(errors?|warnings?|messages?)$/i;

function dataOf(answer: IDataObject, { rows = [] }: Paths): unknown {
	const described = rows.length === 0 ? undefined : valueAt(answer, rows);
	return described ?? Object.entries(answer).find(([name]) => plainName(name) === 'data')?.[1];
}

function onlyList(answer: IDataObject): unknown[] | undefined {
	const others = Object.entries(answer).filter(([name]) => !ENVELOPE.test(name));
	const arrays = others
		.filter(([name]) => !TROUBLE.test(name))
		.map(([, value]) => value)
		.filter(Array.isArray);
	const onlyArrays = others.every(([, value]) => Array.isArray(value) || !isObject(value));
	return arrays.length === 1 && onlyArrays ? arrays[0] : undefined;
}

/** `{ data: null, meta: {…} }` is an empty list. */
function isEmptyEnvelope(answer: IDataObject, data: unknown): boolean {
	const members = Object.entries(answer);
	const hasMeta = members.some(([name]) => ENVELOPE.test(name));
	const hasTrouble = members.some(
		([name, value]) => TROUBLE.test(name) && Array.isArray(value) && value.length > 0,
	);
	return members.length === 0 || (hasMeta && (data ?? null) === null && !hasTrouble);
}

/**
 * What an answer tells of the whole list: where the contract says it does, or by names that lists commonly have, in
 * the envelope and beside the rows. A plain total beside the rows may be a sum of money, so that it counts only where
 * a page is spoken of; a plain count may be of this page, so that it counts only where it is more.
 */
function toldOf(answer: IDataObject, rows: number, paths: Paths) {
	const envelope = Object.entries(answer).find(
		([name, value]) => ENVELOPE.test(name) && isObject(value),
	)?.[1];
	const meta = plainMembers(isObject(envelope) ? envelope : {});
	const beside = plainMembers(answer);
	const both = [meta, beside];
	const first = (names: readonly string[], least: number, tables = both) =>
		tables
			.flatMap((table) => names.map((name) => toCount(table.get(name), least)))
			.find((count) => count !== undefined);
	const described = (path: readonly string[] | undefined, least: number) =>
		path === undefined ? undefined : toCount(valueAt(answer, path), least);
	const ofPages = PAGE_NAMES.some((name) => beside.has(name)) ? both : [meta];
	const page = described(paths.page, 1) ?? first(['page', 'currentpage', 'pagenumber'], 1);
	const pageCount = first(['totalpages', 'pagecount'], 1);
	const isNotLast = page !== undefined && pageCount !== undefined && page < pageCount;
	const saysMore = both.some((table) => [...table].some(([name, value]) => isMore(name, value)));
	return {
		totalCount:
			described(paths.rowCount, 0) ??
			first(TOTAL_NAMES, 0) ??
			first(['total'], 0, ofPages) ??
			first(['count'], rows + 1),
		pageSize: described(paths.pageSize, 1) ?? first(['pagesize', 'perpage'], 1),
		...(rows > 0 && (isNotLast || saysMore) ? { more: true as const } : {}),
	};
}

const TOTAL_NAMES = ['totalcount', 'totalrows', 'totalrecords', 'totalitems', 'totalelements'];
const PAGE_NAMES = ['page', 'pagesize', 'perpage', 'totalpages', 'pagecount', 'next', 'nextpage'];

function isMore(name: string, value: unknown): boolean {
	if (['hasmore', 'hasnext', 'hasnextpage'].includes(name)) return value === true;
	if (!['next', 'nextlink', 'nextpage', 'nextpagetoken'].includes(name)) return false;
	return typeof value === 'string' ? value !== '' : typeof value === 'number' && value > 0;
}

function plainMembers(object: IDataObject): Map<string, unknown> {
	return new Map(Object.entries(object).map(([name, value]) => [plainName(name), value]));
}

function toCount(value: unknown, least: number): number | undefined {
	const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
	return typeof number === 'number' && Number.isInteger(number) && number >= least
		? number
		: undefined;
}

/** The record that an answer is wrapped around, where the contract says so; any other answer is its own. */
export function recordIn(answer: IDataObject, { at = [] }: Pick<Answer, 'at'>): IDataObject {
	const found = valueAt(answer, at);
	return isObject(found) ? found : answer;
}

/** The value at a path of the API's own names; undefined where the way ends before it. */
export function valueAt(value: unknown, path: readonly string[]): IDataObject[string] {
	let found = value as IDataObject[string];
	for (const name of path) found = isObject(found) ? found[name] : undefined;
	return found;
}

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asRow(value: unknown): IDataObject {
	return isObject(value) ? value : { value: value as IDataObject['value'] };
}
