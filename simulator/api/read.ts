import type { Contract, Operation, Parameter } from '../contract';
import type { Call, JsonObject, Names, Order } from '../world/handler';

/** What a request says, in names of ours: all of a Call but who sent it. */
export type Said = Omit<Call, 'key' | 'refusal'>;

/**
 * Reads a request by the contract: parameters from wherever they are now, things from a bare list, a wrapped one or a
 * body that is one thing.
 *
 * @param sent values by their wire names, with the contract's types
 * @param kept a schema whose members the body may have as well, and that its own does not name
 */
export function readRequest(
	{ wire }: Contract,
	operation: Operation,
	sent: { path: JsonObject; query: JsonObject; body: unknown },
	kept?: JsonObject,
): Said {
	const given = parametersOf(operation, sent);
	const { body: layout } = operation;
	const own = layout?.element ?? {};
	const schema = kept === undefined ? own : { anyOf: [kept, own] };
	const around = layout?.kind === 'wrapped' ? wire.toFields(layout.whole, sent.body) : undefined;
	const held = heldIn(operation, sent.body);
	const items = listOf(held).map((item) => wire.toFields(schema, item) as JsonObject);
	const single = layout?.kind === 'array' ? undefined : (around ?? items[0]);
	// What one document has in the path another has in the body, and the other way round.
	const body = isObject(single) ? { ...given, ...single } : { ...given };
	return {
		parameters: { ...(isObject(single) ? plainIn(single) : {}), ...given },
		items: layout?.kind === 'object' && items.length > 0 ? [body] : items,
		body,
		order: orderOf({ wire }, operation, given),
		names: namesIn({ wire }, operation),
	};
}

/** The things of a body as they were sent; of one thing, itself. */
export function heldIn({ body: layout }: Operation, body: unknown): unknown {
	if (layout?.items === undefined || !isObject(body)) return body;
	return body[layout.items];
}

function listOf(held: unknown): unknown[] {
	if (Array.isArray(held)) return held;
	return isObject(held) ? [held] : [];
}

function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function plainIn(body: JsonObject): JsonObject {
	return Object.fromEntries(Object.entries(body).filter(([, value]) => typeof value !== 'object'));
}

/** Those that the contract does not know are left out: nothing of ours may be taken for one of them. */
function parametersOf(
	{ parameters }: Operation,
	{ path, query }: { path: JsonObject; query: JsonObject },
): JsonObject {
	const given = parameters.map((parameter) => {
		const from = parameter.in === 'path' ? path : query;
		return [parameter.field, from[parameter.name]] as const;
	});
	return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

function withRole({ parameters }: Operation, role: string): Parameter | undefined {
	return parameters.find((parameter) => parameter.role === role);
}

function orderOf({ wire }: Pick<Contract, 'wire'>, operation: Operation, given: JsonObject): Order {
	const [by, direction] = [withRole(operation, 'sortBy'), withRole(operation, 'sortOrder')];
	const asked = by && given[by.field];
	const rows = [...operation.answers.values()].find(({ list }) => list !== undefined)?.list?.row;
	return {
		by:
			asked === undefined
				? undefined
				: { name: String(asked), path: wire.fieldsTo(rows ?? {}, String(asked)) },
		direction: direction && given[direction.field],
		names: { by: by?.name ?? '', direction: direction?.name ?? '' },
	};
}

function namesIn({ wire }: Pick<Contract, 'wire'>, { parameters, body }: Operation): Names {
	const member = (...fields: string[]) => wire.namesOf(body?.element ?? {}, fields);
	return {
		parameter: (field) =>
			parameters.find((parameter) => parameter.field === field)?.name ?? member(field).join('.'),
		member: (...fields) => member(...fields).join('.'),
		inner: (...fields) => member(...fields).pop() ?? '',
	};
}

/** Which rows of a list are asked for. */
export interface Paging {
	/** From 0, whatever the contract's first page is called. */
	index: number;
	/** As the contract counts it. */
	page: number;
	/** Undefined: the contract has no pages, and the list comes whole. */
	size: number | undefined;
}

/** Documented in the sample; the vendor's maximum is not known, see Settings.maxPageSize. */
const DEFAULT_PAGE_SIZE = 100;

/** @returns a sentence when what it asks for is no page */
export function pagingOf(
	operation: Operation,
	given: JsonObject,
	maxPageSize: number,
): Paging | string {
	const [page, size] = [withRole(operation, 'page'), withRole(operation, 'pageSize')];
	const first = page?.firstPage ?? 1;
	if (page === undefined && size === undefined) return { index: 0, page: first, size: undefined };
	const asked = { page: page && given[page.field], size: size && given[size.field] };
	if (asked.page !== undefined && !isWhole(asked.page, first)) {
		return `${page?.name} must be a whole number from ${first}.`;
	}
	if (asked.size !== undefined && !isWhole(asked.size, 1)) {
		return `${size?.name} must be a whole number from 1.`;
	}
	const { maximum = DEFAULT_PAGE_SIZE, default: usual } = size?.schema ?? {};
	const unasked = Number(usual ?? Math.min(DEFAULT_PAGE_SIZE, Number(maximum)));
	const number = Number(asked.page ?? first);
	return {
		index: number - first,
		page: number,
		size: Math.min(Number(asked.size ?? unasked), maxPageSize),
	};
}

function isWhole(value: unknown, from: number): boolean {
	return Number.isInteger(Number(value)) && Number(value) >= from;
}
