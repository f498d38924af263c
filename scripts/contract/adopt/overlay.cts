import { paths as pathsOf } from 'jsonpathly';

import { METHODS, type Contract, type Operation } from '../source.cts';
import { isObject, isSame, listOf, objectOf, quote, Refusal, step, type Json } from './json.cts';

/** What we add to a vendor's document: https://spec.openapis.org/overlay/v1.0.0.html */
export interface Overlay {
	overlay: '1.0.0';
	info: { title: string; version: string };
	extends?: string;
	actions: Action[];
}

export interface Action {
	target: string;
	description?: string;
	update?: unknown;
	remove?: boolean;
}

export const emptyOverlay = (actions: Action[]): Overlay => ({
	overlay: '1.0.0',
	info: { title: "What this package adds to the vendor's document", version: '1' },
	extends: 'vendor/read.openapi.yaml',
	actions,
});

/**
 * The overlay that makes the contract out of the vendor's document. Operations are addressed by our names.
 * @param named the vendor's document under our names
 */
export function makeOverlay(named: Json, contract: Contract): Overlay {
	const actions: Action[] = [];
	const { paths, components, ...rest } = contract;
	const { paths: theirPaths, components: theirComponents, ...theirRest } = named;
	const other = objectOf(theirComponents);
	const ours = { ...rest, components: { ...components, schemas: undefined } } as unknown as Json;
	put(actions, '$', { ...theirRest, components: { ...other, schemas: undefined } }, ours);
	const operations = new Map(
		operationsIn(objectOf(theirPaths)).map(({ operation }) => [
			String(operation.operationId),
			operation,
		]),
	);
	for (const { path, method, operation } of operationsIn(paths as unknown as Json)) {
		const id = String(operation.operationId);
		const their = operations.get(id);
		if (their === undefined)
			actions.push({ target: '$.paths', update: { [path]: { [method]: operation } } });
		else overlayOperation(actions, id, their, operation as unknown as Operation);
	}
	const schemas = objectOf(other.schemas);
	for (const [name, schema] of Object.entries(components.schemas)) {
		const their = schemas[name];
		if (isObject(their))
			put(actions, step('$.components.schemas', name), their, schema as unknown as Json);
		else actions.push({ target: '$.components.schemas', update: { [name]: schema } });
	}
	return emptyOverlay(actions);
}

function operationsIn(paths: Json) {
	return Object.entries(paths).flatMap(([path, item]) =>
		METHODS.flatMap((method) => {
			const operation = objectOf(item)[method];
			return isObject(operation) ? [{ path, method, operation }] : [];
		}),
	);
}

function overlayOperation(actions: Action[], id: string, their: Json, ours: Operation): void {
	const target = `$.paths.*[?@.operationId=='${id}']`;
	const { parameters, ...rest } = ours as unknown as Json;
	const { parameters: theirParameters, ...theirRest } = their;
	put(actions, target, theirRest, rest);
	const known = listOf(theirParameters).map(objectOf);
	if (known.length === 0) {
		if (parameters !== undefined) actions.push({ target, update: { parameters } });
		return;
	}
	for (const parameter of listOf(parameters).map(objectOf)) {
		const before = known.find(
			({ name, in: place }) => name === parameter.name && place === parameter.in,
		);
		const named = `${target}.parameters[?@.name==${quote(String(parameter.name))} && @.in=='${String(parameter.in)}']`;
		if (before === undefined) actions.push({ target: `${target}.parameters`, update: parameter });
		else put(actions, named, before, parameter);
	}
}

/** What has to be taken away first, and then what is added or replaced. */
function put(actions: Action[], target: string, from: Json, to: Json): void {
	const removed: Action[] = [];
	const update = difference(from, to, target, removed);
	actions.push(...removed);
	if (Object.keys(update).length > 0) actions.push({ target, update });
}

function difference(from: Json, to: Json, target: string, removed: Action[]): Json {
	const update: Json = {};
	for (const [name, value] of Object.entries(to)) {
		if (value === undefined) continue;
		const before = from[name];
		if (isSame(before, value)) continue;
		if (isObject(before) && isObject(value)) {
			const inner = difference(before, value, step(target, name), removed);
			if (Object.keys(inner).length > 0) update[name] = inner;
			continue;
		}
		// Lists and objects are merged into what is there; to replace them they must go first.
		if (before !== undefined && (typeof before === 'object' || typeof value === 'object')) {
			removed.push({ target: step(target, name), remove: true });
		}
		update[name] = value;
	}
	for (const name of Object.keys(from)) {
		if (from[name] !== undefined && to[name] === undefined) {
			removed.push({ target: step(target, name), remove: true });
		}
	}
	return update;
}

/** Lays an overlay over a document. @throws Refusal for an action that finds nothing */
export function applyOverlay(overlay: Overlay, document: Json): Json {
	let result: unknown = structuredClone(document);
	for (const { target, update, remove } of overlay.actions) {
		for (const keys of placesOf(result, target)) {
			result = change(result, keys, update, remove === true);
		}
	}
	return result as Json;
}

/** Where an action belongs. @throws Refusal when that is nowhere */
export function placesOf(document: unknown, target: string): Array<Array<string | number>> {
	const places = pathsOf(document, target).map(keysOf);
	if (places.length > 0) return places;
	throw new Refusal(
		`contract/overlay.yaml: ${target} finds nothing in the document. Correct it, or take the action out.`,
	);
}

/** `$['paths']['/x'][0]` -> `['paths', '/x', 0]` */
function keysOf(path: string): Array<string | number> {
	return [...path.matchAll(/\['((?:[^'\\]|\\.)*)'\]|\[(\d+)\]/g)].map(([, name, index]) =>
		name === undefined
			? Number(index)
			: (JSON.parse(`"${name.replace(/\\'/g, "'").replace(/"/g, '\\"')}"`) as string),
	);
}

function change(
	root: unknown,
	keys: Array<string | number>,
	update: unknown,
	remove: boolean,
): unknown {
	const last = keys.at(-1);
	if (last === undefined) return remove ? {} : merge(root, update);
	const holder = keys
		.slice(0, -1)
		.reduce<unknown>(
			(node, key) => (Array.isArray(node) ? node[Number(key)] : objectOf(node)[key]),
			root,
		);
	if (Array.isArray(holder)) {
		const at = Number(last);
		if (remove) holder.splice(at, 1);
		else holder[at] = merge(holder[at], update);
	} else if (isObject(holder)) {
		if (remove) delete holder[last];
		else holder[last] = merge(holder[last], update);
	}
	return root;
}

/** Objects are merged member by member; to a list the update is added; anything else is replaced. */
function merge(into: unknown, update: unknown): unknown {
	if (Array.isArray(into)) return [...into, ...(Array.isArray(update) ? update : [update])];
	if (!isObject(into) || !isObject(update)) return structuredClone(update);
	const merged = { ...into };
	for (const [name, value] of Object.entries(update)) {
		merged[name] = Object.hasOwn(into, name) ? merge(into[name], value) : structuredClone(value);
	}
	return merged;
}
