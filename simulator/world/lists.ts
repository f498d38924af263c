import type { JsonObject, Order } from './handler';

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

/**
 * Rows in the order a request asks for, in a new array; equal ones stay in the order they came in.
 *
 * @param order `by`: a member, alone or with the member around it; without it the rows' own order
 * @param usual the direction of a request that names none
 * @param show a row as the list shows it: the fields to sort by are those
 * @returns a sentence when no row has such a member, or there is no such order
 */
export function inOrder<Row extends object>(
	rows: readonly Row[],
	{ by, direction: asked, names }: Order,
	usual: 'asc' | 'desc',
	show: (row: Row) => object = (row) => row,
): readonly Row[] | string {
	const words = String(asked ?? usual);
	const direction = { asc: 1, desc: -1 }[words.toLowerCase()];
	if (direction === undefined) return `${names.direction} must be asc or desc, not ${words}.`;
	if (by === undefined) return direction === 1 ? rows : [...rows].reverse();
	if (rows.length === 0) return rows;

	const shown = rows.map((row) => ({ row, shown: show(row) as JsonObject }));
	const paths = shown.slice(0, LOOKED_AT).map((each) => pathIn(each.shown, by));
	const path = paths.find((found) => found !== undefined);
	if (path === undefined) return `${names.by}: there is no member ${by.name} to sort by.`;
	return shown
		.map((each) => ({ row: each.row, key: valueAt(each.shown, path) }))
		.sort((a, b) => direction * compare(a.key, b.key))
		.map(({ row }) => row);
}

/** When so many rows lack the member, it is taken for a typing error. */
const LOOKED_AT = 100;

/** Where a row has the member: by its fields, and one that the contract does not know by its own name. */
function pathIn(row: JsonObject, { name, path }: NonNullable<Order['by']>) {
	if (path === undefined) return pathTo(row, name.toLowerCase());
	return valueAt(row, path, true) === undefined ? undefined : path;
}

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

function valueAt(row: JsonObject, path: readonly string[], whole = false): unknown {
	let value: unknown = row;
	for (const member of path) value = (value as JsonObject | null | undefined)?.[member];
	// An object such as PaymentType sorts by what it begins with: its code.
	if (!whole && typeof value === 'object' && value !== null) return Object.values(value)[0];
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
