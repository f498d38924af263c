import { isList, nameOf, typesOf, type Schema } from '../source.cts';
import { overlap } from './likeness.cts';
import type { VendorApi } from './vendor.cts';
import { wordsOf } from './words.cts';

/** A place in a body or an answer of the vendor's. */
export interface Place {
	/** Member names on the way; none for the whole. */
	path: string[];
	schema: Schema;
}

export interface Choice<T> {
	best?: T;
	sure: boolean;
	/** The best first. */
	all: T[];
}

type Api = Pick<VendorApi, 'schemas'>;

export const objectName = (api: Api, schema: Schema | undefined): string | undefined => {
	const name = nameOf(schema);
	return name !== undefined && api.schemas[name] !== undefined ? name : undefined;
};

export function membersIn(api: Api, schema: Schema | undefined): Record<string, Schema> {
	const name = objectName(api, schema);
	return name === undefined ? {} : (api.schemas[name]?.properties ?? {});
}

/** The whole and every object in it, lists not entered, the nearest first. */
export function objectsIn(api: Api, schema: Schema, depth = 3): Place[] {
	const found: Place[] = [];
	const queue: Place[] = [{ path: [], schema }];
	for (let place = queue.shift(); place !== undefined; place = queue.shift()) {
		if (objectName(api, place.schema) === undefined) continue;
		found.push(place);
		if (place.path.length >= depth) continue;
		for (const [name, member] of Object.entries(membersIn(api, place.schema))) {
			queue.push({ path: [...place.path, name], schema: member });
		}
	}
	return found;
}

/** Every list in it, lists not entered, the nearest first. */
export function listsIn(api: Api, schema: Schema): Place[] {
	if (isList(schema)) return [{ path: [], schema }];
	return objectsIn(api, schema).flatMap((place) =>
		Object.entries(membersIn(api, place.schema))
			.filter(([, member]) => isList(member))
			.map(([name, member]) => ({ path: [...place.path, name], schema: member })),
	);
}

const ROWS = /^(data|row|item|result|list|content|record|value|element|entry|collection)$/;
const NO_ROWS = /^(error|warning|message|link|include|included|failure|fault|problem|detail)$/;

/** The list that holds what we know as rows. */
export function rowsOf(api: Api, schema: Schema, rowMembers: string[]): Choice<Place> {
	const lists = listsIn(api, schema);
	return choose(lists, ({ path, schema: list }) => {
		const last = wordsOf(path.at(-1) ?? 'rows');
		if (last.some((word) => NO_ROWS.test(word))) return 0.02;
		const hint = last.some((word) => ROWS.test(word)) ? 0.15 : 0.05;
		const fits = overlap(rowMembers, Object.keys(membersIn(api, list.items)));
		return fits + hint - 0.03 * path.length;
	});
}

const WRAPPER = /^(data|result|payload|response|body|item|record|value|content)$/;

/** The object that is the record we know, which may be wrapped. */
export function recordOf(api: Api, schema: Schema, members: string[]): Choice<Place> {
	return choose(objectsIn(api, schema), ({ path, schema: object }) => {
		const last = path.at(-1);
		const hint = last !== undefined && wordsOf(last).some((word) => WRAPPER.test(word)) ? 0.1 : 0;
		const fits = overlap(members, Object.keys(membersIn(api, object)));
		return fits + hint + 0.12 - 0.08 * path.length;
	});
}

/** What is best is sure where it is alone, or clearly better than the next. */
export function choose<T>(from: readonly T[], score: (place: T) => number): Choice<T> {
	const ranked = from
		.map((place) => ({ place, score: score(place) }))
		.sort((one, other) => other.score - one.score);
	const [first, second] = ranked;
	if (first === undefined) return { sure: true, all: [] };
	const clear = second === undefined || first.score - second.score >= 0.1;
	return { best: first.place, sure: clear, all: ranked.map(({ place }) => place) };
}

/** Where a list's answer tells of the whole list: its own level, and the objects beside the rows. */
export function countsIn(
	api: Api,
	schema: Schema,
): Record<'rowCount' | 'page' | 'pageSize', Place[]> {
	const numbers = objectsIn(api, schema, 2).flatMap((place) =>
		Object.entries(membersIn(api, place.schema))
			.filter(([, member]) => isNumber(member))
			.map(([name, member]) => ({ path: [...place.path, name], schema: member })),
	);
	const like = (role: keyof typeof COUNTS) => numbers.filter((place) => isCount(role, place));
	return { rowCount: like('rowCount'), page: like('page'), pageSize: like('pageSize') };
}

const isNumber = (schema: Schema) =>
	typesOf(schema).some((type) => type === 'integer' || type === 'number');

const COUNTS = {
	rowCount:
		/^(total|(total|row|record|item|element|result|all|overall|grand|full)( (total|count|row|record|item|element|result|hit|number|quantity|size|amount of rows))+|count (total|all)|hit|number of (row|item|record|result)|total number of .*)$/,
	page: /^(current )?page( (number|index|no))?$|^current page$/,
	pageSize:
		/^(page (size|length|limit)|size|limit|per page|(row|item|record|result|count) per page|maximum per page)$/,
};
/** A plain count may be of this page: it counts as a total only where its description says so. */
const ALL_WORDS = /\b(total|in all|altogether|overall|all (rows|pages|items|records|matching))\b/i;

function isCount(role: keyof typeof COUNTS, { path, schema }: Place): boolean {
	const words = wordsOf(path.at(-1) ?? '');
	const name = words.join(' ');
	if (role === 'rowCount' && /page/.test(name)) return false;
	if (role === 'rowCount' && name === 'count') return ALL_WORDS.test(schema.description ?? '');
	return COUNTS[role].test(name);
}

/** Parameters of paging by their name. */
export const PAGE_PARAMETER = /^(page|page (number|index)|current page|p)$/;
export const PAGE_SIZE_PARAMETER =
	/^(page (size|length|limit)|size|limit|per page|(row|item|record|result) per page|maximum (result|row|item)|take|top|row|number of rows)$/;
export const SORT_BY_PARAMETER =
	/^(sort|sort by|order by|(sort|order) (field|column|key|member|property))$/;
export const SORT_ORDER_PARAMETER =
	/^(direction|dir|(sort|order) (order|direction|dir|type)|order)$/;
export const PAGING_PARAMETERS = [
	['page', PAGE_PARAMETER],
	['pageSize', PAGE_SIZE_PARAMETER],
	['sortBy', SORT_BY_PARAMETER],
	['sortOrder', SORT_ORDER_PARAMETER],
] as const;
/** Paging of another kind: the node asks by the number of a page. */
export const OTHER_PAGING =
	/^(offset|skip|cursor|start|start (index|row|at|from)|(page|next|continuation) token|token|after|before|starting after|next|marker|scroll identifier|first row|row from|from row|from record|from index)$/;

/** What an answer says beside its rows when there are more: where they are, or only that. */
export const MORE_TO_COME =
	/^((has|is) (more|next)( page)?|more|next|next (page|url|link|token|cursor|identifier|offset|page (url|link|token)|key)|cursor|continuation( token)?|last evaluated key)$/;

/** Counters of uploads by the words of their names. */
export const TAKEN =
	/\b(upload|uploaded|accept|accepted|create|created|success|successful|succeeded|succeed|save|saved|taken|insert|inserted|import|imported|stored|ok|sent|update|updated|added|done)\b/;
export const FAILED =
	/\b(fail|failed|failure|reject|rejected|rejection|refuse|refused|refusal|invalid|error|declined|unsuccessful|faulty|not accepted)\b/;
export const FAILURE_TEXT =
	/\b(message|reason|error|description|text|detail|explanation|cause|problem|why|status description|title)\b/;
export const FAILURE_KEY = /\b(number|identifier|code|reference|key)\b/;
export const NO_KEY = /\b(error|status|reason|index|row|line|position|http)\b/;
export const MESSAGE = /\b(message|description|text|information|title|detail|note|summary)\b/;
export const SECRET =
	/\b(token|secret|password|credential|(api|access|private|partner|secret) key|pin|passphrase|bearer)\b/;

export const isCountMember = (schema: Schema) =>
	typesOf(schema).some((type) => type === 'integer' || type === 'number');
