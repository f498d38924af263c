type Schema = { [keyword: string]: unknown };

/**
 * The first member of a value that its schema does not name: for the strict mode, since the contract's
 * own objects are open.
 *
 * @param resolve follows a `$ref`
 * @returns the member's path, `InvoiceRows[0].Colour`; undefined when all are known
 */
export function unknownMember(
	value: unknown,
	schema: Schema,
	resolve: (ref: string) => Schema,
	path = '',
): string | undefined {
	const known = membersOf(schema, resolve);
	if (Array.isArray(value)) {
		return first(value, (item, index) =>
			known.items === undefined
				? undefined
				: unknownMember(item, known.items, resolve, `${path}[${index}]`),
		);
	}
	// A schema without members is one that says nothing about them.
	if (typeof value !== 'object' || value === null || known.members.size === 0) return undefined;
	return first(Object.entries(value), ([name, inner]) => {
		const place = path === '' ? name : `${path}.${name}`;
		const member = known.members.get(name);
		return member === undefined ? place : unknownMember(inner, member, resolve, place);
	});
}

/** Members and items of a schema, of what it refers to and of what it is put together from. */
function membersOf(
	schema: Schema,
	resolve: (ref: string) => Schema,
): { members: Map<string, Schema>; items: Schema | undefined } {
	const members = new Map(Object.entries((schema.properties ?? {}) as { [name: string]: Schema }));
	let items = schema.items as Schema | undefined;
	const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((each) => (schema[each] ?? []) as Schema[]);
	if (typeof schema.$ref === 'string') parts.push(resolve(schema.$ref));
	for (const part of parts) {
		const inner = membersOf(part, resolve);
		for (const [name, member] of inner.members) members.set(name, member);
		items ??= inner.items;
	}
	return { members, items };
}

function first<Item>(
	items: readonly Item[],
	look: (item: Item, index: number) => string | undefined,
): string | undefined {
	for (const [index, item] of items.entries()) {
		const found = look(item, index);
		if (found !== undefined) return found;
	}
	return undefined;
}
