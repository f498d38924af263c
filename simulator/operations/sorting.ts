type Row = { [member: string]: unknown };

/**
 * Rows in the order a request asks for, in a new array; equal ones stay in the order they came in.
 *
 * @param query `sortBy`: a member's name in any case, alone (`paymentDate`) or with the member around it
 *   (`Dates.PaymentDate`); without it the rows' own order. `sortOrder`: `asc` (default) or `desc`.
 * @returns a sentence when no row has such a member, or there is no such order
 */
export function inOrder<T extends object>(
	rows: readonly T[],
	query: { [name: string]: unknown },
): readonly T[] | string {
	const order = String(query.sortOrder ?? 'asc');
	const direction = { asc: 1, desc: -1 }[order.toLowerCase()];
	if (direction === undefined) return `sortOrder must be asc or desc, not ${order}.`;
	if (query.sortBy === undefined) return direction === 1 ? rows : [...rows].reverse();
	if (rows.length === 0) return rows;

	const name = String(query.sortBy);
	const path = firstPath(rows, name);
	if (path === undefined) return `sortBy: there is no member ${name} to sort by.`;
	return rows
		.map((row) => ({ row, key: valueAt(row, path) }))
		.sort((a, b) => direction * compare(a.key, b.key))
		.map(({ row }) => row);
}

/** How many rows may lack the member before it is taken for a typing error. */
const LOOKED_AT = 100;

function firstPath(rows: readonly object[], name: string): string[] | undefined {
	for (const row of rows.slice(0, LOOKED_AT)) {
		const path = pathTo(row as Row, name.toLowerCase());
		if (path !== undefined) return path;
	}
	return undefined;
}

function pathTo(row: Row, name: string): string[] | undefined {
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

function valueAt(row: object, path: readonly string[]): unknown {
	let value: unknown = row;
	for (const member of path) value = (value as Row | null | undefined)?.[member];
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
