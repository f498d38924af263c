import type { IDataObject } from 'n8n-workflow';

/**
 * The rows of a list answer and, where told, how many there are in all.
 * Understands `{ Data, Meta }` (documented for allocated payments), a bare array, an object with one array,
 * and no body at all. Anything else is one row, given on as it came.
 */
export function readPage(answer: unknown): { rows: IDataObject[]; totalCount?: number } {
	if (answer === undefined || answer === null) return { rows: [] };
	if (Array.isArray(answer)) return { rows: answer.map(asRow) };
	if (!isObject(answer)) return { rows: [asRow(answer)] };

	const totalCount = readTotal(answer);
	const list = listOf(answer);
	if (list !== undefined) return { rows: list.map(asRow), totalCount };
	return isEmptyEnvelope(answer) ? { rows: [], totalCount } : { rows: [answer] };
}

const ENVELOPE = /^(meta|metadata)$/i;

function listOf(answer: IDataObject): unknown[] | undefined {
	const data = answer.Data ?? answer.data;
	if (Array.isArray(data)) return data;
	const others = Object.entries(answer).filter(([name]) => !ENVELOPE.test(name));
	const arrays = others.map(([, value]) => value).filter(Array.isArray);
	const onlyArrays = others.every(([, value]) => Array.isArray(value) || !isObject(value));
	return arrays.length === 1 && onlyArrays ? arrays[0] : undefined;
}

/** `{ Data: null, Meta: {…} }` is an empty list. */
function isEmptyEnvelope(answer: IDataObject): boolean {
	const names = Object.keys(answer);
	const hasMeta = names.some((name) => ENVELOPE.test(name));
	return names.length === 0 || (hasMeta && (answer.Data ?? answer.data ?? null) === null);
}

function readTotal(answer: IDataObject): number | undefined {
	const meta = answer.Meta ?? answer.meta ?? answer.MetaData ?? answer.metaData;
	if (!isObject(meta)) return undefined;
	const total = meta.TotalCount ?? meta.totalCount;
	return typeof total === 'number' && Number.isInteger(total) && total >= 0 ? total : undefined;
}

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asRow(value: unknown): IDataObject {
	return isObject(value) ? value : { value: value as IDataObject['value'] };
}
