import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/** `={{ $json }}` or `={{ $json.order.rows }}`: nothing but a part of the item. */
const PART_OF_ITEM = /^=\{\{\s*\$json((?:\.[A-Za-z_]\w*)*)\s*\}\}$/;

/**
 * A parameter of an item, as `getNodeParameter` gives it. An expression that only names a part of the item is looked up
 * in the item itself: n8n evaluates each expression in a sandbox of its own, which for ten thousand invoices takes
 * longer than building and sending them. Whatever is more than that, or is not there, or is not plain JSON, is n8n's.
 * What comes back may be part of the input: it is not to be changed.
 */
export function itemParameter(
	context: IExecuteFunctions,
	name: string,
	item: number,
	fallback?: unknown,
): unknown {
	const raw: unknown = context.getNodeParameter(name, item, fallback, { rawExpressions: true });
	const path = typeof raw === 'string' ? PART_OF_ITEM.exec(raw)?.[1] : undefined;
	if (path !== undefined) {
		const names = path.split('.').slice(1);
		const value = partOf(context.getInputData()[item]?.json, names);
		if (value !== undefined && isPlain(value)) return value;
	}
	return context.getNodeParameter(name, item, fallback);
}

function partOf(json: IDataObject | undefined, names: readonly string[]): unknown {
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
