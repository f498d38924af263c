/** JSON as it is read: any document of anybody. */
export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectOf = (value: unknown): Json => (isObject(value) ? value : {});
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
export const textOf = (value: unknown): string | undefined =>
	typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

/** Whether two values are the same JSON; the order of an object's members says nothing. */
export function isSame(one: unknown, other: unknown): boolean {
	if (Array.isArray(one) && Array.isArray(other)) {
		return one.length === other.length && one.every((value, at) => isSame(value, other[at]));
	}
	if (!isObject(one) || !isObject(other)) return one === other;
	const names = Object.keys(one);
	return (
		names.length === Object.keys(other).length &&
		names.every((name) => Object.hasOwn(other, name) && isSame(one[name], other[name]))
	);
}

/** A copy without members that are undefined. */
export function compact<T extends object>(value: T): T {
	return Object.fromEntries(
		Object.entries(value).filter(([, member]) => member !== undefined),
	) as T;
}

/** A message for whoever runs the command: what is wrong, and what to do. */
export class Refusal extends Error {}

export const quote = (text: string) => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;

/** A JSONPath one member further: `$.a` and `b-c` -> `$.a['b-c']` */
export const step = (target: string, name: string) =>
	/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? `${target}.${name}` : `${target}[${quote(name)}]`;
