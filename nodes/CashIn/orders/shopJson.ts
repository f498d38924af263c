/** An object of a shop's JSON. */
export type ShopObject = Readonly<Record<string, unknown>>;

/** A member that should be an object; an empty one where it is none. */
export function objectIn(holder: ShopObject, name: string): ShopObject {
	return asObject(holder[name]) ?? {};
}

/** A member that should be a list of objects; entries that are none are left out. */
export function listIn(holder: ShopObject, name: string): ShopObject[] {
	const list: unknown = holder[name];
	return Array.isArray(list) ? objectsIn(list) : [];
}

/** The objects among values. */
export function objectsIn(values: readonly unknown[]): ShopObject[] {
	return values.map(asObject).filter((value) => value !== undefined);
}

/** The first of the members that says something, as trimmed text; `''` when none does. */
export function textIn(holder: ShopObject, ...names: readonly string[]): string {
	for (const name of names) {
		const value = holder[name];
		const text =
			typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
				? String(value).trim()
				: '';
		if (text !== '') return text;
	}
	return '';
}

/** A value if it is an object and no list. */
export function asObject(value: unknown): ShopObject | undefined {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
	return { ...value };
}

/** The pairs of a list such as `[{ key: 'y_tunnus', value: '…' }]`; what is no text or number is left out. */
export function pairsOf(
	list: readonly ShopObject[],
	key: string,
	value: string,
): Map<string, string> {
	const pairs = new Map<string, string>();
	for (const entry of list) {
		const name = textIn(entry, key);
		const text = textIn(entry, value);
		if (name !== '' && text !== '') pairs.set(name, text);
	}
	return pairs;
}
