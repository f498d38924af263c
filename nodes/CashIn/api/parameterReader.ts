import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/** `={{ … }}` around one expression and nothing else. */
const WHOLE = /^=\{\{([^{}]*)\}\}$/;
/** `$json`, `$json.order.rows` or `$json["Invoice Number"]`: nothing but a part of the item. */
const PART_OF_ITEM = /^\s*\$json((?:\.[A-Za-z_]\w*|\[(?:'[^'\\]*'|"[^"\\]*")\])*)\s*$/;
const NAME = /\.(\w+)|\['([^']*)'\]|\["([^"]*)"\]/g;

/** What a parameter comes to: the same for every item, a part of each, nothing, or what n8n makes of its expressions. */
type Source = { same: unknown } | { path: readonly string[] } | 'absent' | 'n8n';

/**
 * Reads a parameter of an item, as `getNodeParameter` gives it. What holds no expression is read once in a run, and an
 * expression that only names a part of the item is looked up in the item itself: n8n looks through all properties of
 * the node for each parameter of each item, and evaluates each expression in a sandbox of its own, which for ten
 * thousand invoices takes longer than building and sending them. Anything else, and what is not there or not plain
 * JSON, is left to n8n.
 * What comes back may be part of the input, or shared between items: it is not to be changed.
 */
export function createParameterReader(context: IExecuteFunctions) {
	const sources = new Map<string, Source>();
	return (name: string, item: number, fallback?: unknown): unknown => {
		const source = sources.get(name) ?? sourceOf(context, name);
		sources.set(name, source);
		if (source === 'absent' && fallback !== undefined) return fallback;
		if (typeof source === 'object') {
			if ('same' in source) return source.same;
			const value = partOf(context.getInputData()[item]?.json, source.path);
			if (value !== undefined && isPlain(value)) return value;
		}
		return context.getNodeParameter(name, item, fallback);
	};
}

function sourceOf(context: IExecuteFunctions, name: string): Source {
	const raw: unknown = context.getNodeParameter(name, 0, ABSENT, { rawExpressions: true });
	if (raw === ABSENT) return 'absent';
	if (!holdsExpression(raw)) return { same: context.getNodeParameter(name, 0) };
	const path = typeof raw === 'string' ? pathOf(WHOLE.exec(raw)?.[1] ?? '') : undefined;
	return path === undefined ? 'n8n' : { path };
}

/** The names on the way to the part of the item that an expression, without its braces, gives; else nothing. */
export function pathOf(expression: string): string[] | undefined {
	const names = PART_OF_ITEM.exec(expression)?.[1];
	if (names === undefined) return undefined;
	return [...names.matchAll(NAME)].map(
		([, plain, single, double]) => plain ?? single ?? double ?? '',
	);
}

const ABSENT = Symbol('absent');

function holdsExpression(raw: unknown): boolean {
	if (typeof raw === 'string') return raw.startsWith('=');
	return typeof raw === 'object' && raw !== null && Object.values(raw).some(holdsExpression);
}

/** The part of an item at such a path; nothing where the way, by the item's own members, ends before it. */
export function partOf(json: IDataObject | undefined, names: readonly string[]): unknown {
	let value: unknown = json;
	for (const name of names) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
			return undefined;
		value = Reflect.get(value, name);
	}
	return value;
}

/** Whether it is JSON through and through: a date of n8n's, for example, comes out of the sandbox as something else. */
function isPlain(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return typeof value !== 'function';
	if (Array.isArray(value)) return value.every(isPlain);
	const prototype: unknown = Object.getPrototypeOf(value);
	if (prototype !== Object.prototype && prototype !== null) return false;
	return Object.values(value).every(isPlain);
}
