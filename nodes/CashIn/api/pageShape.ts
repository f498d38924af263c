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

	const told = readMeta(answer);
	const list = listOf(answer);
	if (list !== undefined) return { shape: 'list', rows: list.map(asRow), ...told };
	return isEmptyEnvelope(answer)
		? { shape: 'empty', rows: [], ...told }
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
}

const ENVELOPE = /^(meta|metadata)$/i;

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

function readMeta(answer: IDataObject): Pick<PageContent, 'totalCount' | 'pageSize'> {
	const meta = answer.Meta ?? answer.meta ?? answer.MetaData ?? answer.metaData;
	if (!isObject(meta)) return {};
	return {
		totalCount: readCount(meta.TotalCount ?? meta.totalCount, 0),
		pageSize: readCount(meta.PageSize ?? meta.pageSize, 1),
	};
}

function readCount(value: unknown, least: number): number | undefined {
	return typeof value === 'number' && Number.isInteger(value) && value >= least ? value : undefined;
}

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asRow(value: unknown): IDataObject {
	return isObject(value) ? value : { value: value as IDataObject['value'] };
}
