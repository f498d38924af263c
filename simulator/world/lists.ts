import type { JsonObject } from './handler';
import type { World } from './world';

/**
 * Tells whether a day lies in a window. Days of `YYYY-MM-DD` compare as text; of a date-time the day counts. A
 * record without the day is in no window that has an end.
 *
 * @param from,to undefined: open on that side
 */
export function within(date: unknown, from: unknown, to: unknown): boolean {
	if (from === undefined && to === undefined) return true;
	if (typeof date !== 'string') return false;
	const day = date.slice(0, 10);
	return (from === undefined || day >= String(from)) && (to === undefined || day <= String(to));
}

/** Rows with the same key together, in the order each key came first. */
export function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string) {
	const groups = new Map<string, [Row, ...Row[]]>();
	for (const row of rows) {
		const key = keyOf(row);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [row]);
		else group.push(row);
	}
	return [...groups.values()];
}

/** Documented in the sample; the vendor's maximum is not known, see Settings.maxPageSize. */
const DEFAULT_PAGE_SIZE = 100;

/**
 * One page of rows that are filtered and in order already.
 *
 * @param query `page` counts from 1; a page past the end is empty
 */
export function pageOf<Row>(world: World, rows: readonly Row[], query: JsonObject) {
	const page = typeof query.page === 'number' ? query.page : 1;
	const wanted = typeof query.pageSize === 'number' ? query.pageSize : DEFAULT_PAGE_SIZE;
	const size = Math.min(wanted, world.settings.maxPageSize);
	const data = rows.slice((page - 1) * size, page * size);
	return { Data: data, Meta: metaOf(world, data.length, page, size, rows.length) };
}

/** `Meta` as the allocated payment transactions are documented to come with. */
export function metaOf(world: World, count: number, page: number, size: number, total: number) {
	return {
		RequestId: crypto.randomUUID(),
		Timestamp: world.clock.timestamp(),
		Count: count,
		Page: page,
		PageSize: size,
		TotalCount: total,
	};
}

/** A sentence about what is wrong with `page` and `pageSize`, or undefined. */
export function pagingError(query: JsonObject): string | undefined {
	const wrong = ['page', 'pageSize'].find((name) => {
		const value = query[name];
		return value !== undefined && !(Number.isInteger(value) && Number(value) >= 1);
	});
	return wrong && `${wrong} must be a whole number from 1.`;
}

/**
 * Rows in the order a request asks for, in a new array; equal ones stay in the order they came in.
 *
 * @param query `sortBy`: a member's name in any case, alone (`paymentDate`) or with the member around it
 *   (`Dates.PaymentDate`); without it the rows' own order. `sortOrder`: `asc` (default) or `desc`.
 * @param show a row as the list shows it: the members to sort by are those
 * @returns a sentence when no row has such a member, or there is no such order
 */
export function inOrder<Row extends object>(
	rows: readonly Row[],
	query: JsonObject,
	show: (row: Row) => object = (row) => row,
): readonly Row[] | string {
	const order = String(query.sortOrder ?? 'asc');
	const direction = { asc: 1, desc: -1 }[order.toLowerCase()];
	if (direction === undefined) return `sortOrder must be asc or desc, not ${order}.`;
	if (query.sortBy === undefined) return direction === 1 ? rows : [...rows].reverse();
	if (rows.length === 0) return rows;

	const name = String(query.sortBy);
	const shown = rows.map((row) => ({ row, shown: show(row) as JsonObject }));
	const paths = shown.slice(0, LOOKED_AT).map((each) => pathTo(each.shown, name.toLowerCase()));
	const path = paths.find((found) => found !== undefined);
	if (path === undefined) return `sortBy: there is no member ${name} to sort by.`;
	return shown
		.map((each) => ({ row: each.row, key: valueAt(each.shown, path) }))
		.sort((a, b) => direction * compare(a.key, b.key))
		.map(({ row }) => row);
}

/** When so many rows lack the member, it is taken for a typing error. */
const LOOKED_AT = 100;

function pathTo(row: JsonObject, name: string): string[] | undefined {
	const members = Object.keys(row);
	const own = members.find((member) => member.toLowerCase() === name);
	if (own !== undefined) return [own];
	for (const member of members) {
		const inner = row[member];
		if (typeof inner !== 'object' || inner === null) continue;
		const rest = name.startsWith(`${member.toLowerCase()}.`) ? name.slice(member.length + 1) : name;
		const found = Object.keys(inner).find((each) => each.toLowerCase() === rest);
		if (found !== undefined) return [member, found];
	}
	return undefined;
}

function valueAt(row: JsonObject, path: readonly string[]): unknown {
	let value: unknown = row;
	for (const member of path) value = (value as JsonObject | null | undefined)?.[member];
	// An object such as PaymentType sorts by what it begins with: its code.
	if (typeof value === 'object' && value !== null) return Object.values(value)[0];
	return value;
}

/** Rows without a value come first, then numbers and text of digits ("9" before "10"), then other text. */
function compare(a: unknown, b: unknown): number {
	const none = Number(a !== undefined && a !== null) - Number(b !== undefined && b !== null);
	if (none !== 0 || a === undefined || a === null) return none;
	const kinds = Number(isNumeric(b)) - Number(isNumeric(a));
	if (kinds !== 0) return kinds;
	if (isNumeric(a)) return Number(a) - Number(b);
	const [first, second] = [String(a), String(b)];
	if (first === second) return 0;
	return first < second ? -1 : 1;
}

function isNumeric(value: unknown): boolean {
	return typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value));
}
