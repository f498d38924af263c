import type { Schema } from '../source.cts';
import {
	compact,
	isObject,
	isSame,
	listOf,
	objectOf,
	Refusal,
	textOf,
	type Json,
} from './json.cts';
import { pascal } from './words.cts';

/** Members of a schema that are taken over as they stand. */
const KEPT =
	`type format description default minimum maximum exclusiveMinimum exclusiveMaximum multipleOf
	minLength maxLength pattern minItems maxItems uniqueItems deprecated readOnly writeOnly`.split(
		/\s+/,
	);

const MOST_DEEP = 40;

/**
 * Brings the schemas of a document into the forms our contract has: objects are schemas with a name, their parts
 * (`allOf`, `oneOf`, `anyOf`) are merged, scalars and lists stand where they are used, and closed lists of values are
 * known values.
 */
export function createSchemas(document: Json) {
	const all: Record<string, Schema> = {};
	const ownNames = new Set<string>();
	/** The name of a component by what its reference says. */
	const named = new Map<string, string>();
	const made = new Map<unknown, string>();
	const alike = new Map<string, string>();

	function read(node: unknown, name: string, depth = 0): Schema {
		if (!isObject(node) || depth > MOST_DEEP) return {};
		const only = onlyReference(node);
		if (only !== undefined) return readReference(only.$ref, { ...node, ...only.beside }, depth);
		const flat = flatten(document, node, new Set());
		if (isObjectLike(flat)) return beside(reference(register(flat, node, name, depth)), flat);
		const types = typesIn(flat);
		if (types.includes('array')) {
			const { description, ...items } = read(
				flat.items ?? {},
				`${singularName(name)}Item`,
				depth + 1,
			);
			return {
				...plain(flat),
				type: withNull('array', types),
				items: compact({ ...items, description }) as Schema,
			};
		}
		return { ...plain(flat), ...compact({ type: types.length === 0 ? undefined : single(types) }) };
	}

	function readReference($ref: string, siblings: Json, depth: number): Schema {
		const target = follow(document, { $ref });
		const component = /^#\/components\/schemas\/([^/]+)$/.exec($ref)?.[1];
		const name = nameFor(component ?? $ref.replace(/^#\//, ''), $ref);
		const flat = flatten(document, objectOf(target), new Set([$ref]));
		if (!isObjectLike(flat)) {
			return { ...read(target, name, depth + 1), ...besideOf(siblings) };
		}
		if (all[name] === undefined) {
			if (component !== undefined) ownNames.add(name);
			fill(name, flat, depth);
		}
		return { ...reference(name), ...besideOf(siblings) };
	}

	/** One name for one component; two components never share one. */
	function nameFor(raw: string, $ref: string): string {
		const known = named.get($ref);
		if (known !== undefined) return known;
		const name = unused(pascal(unescape(raw)));
		named.set($ref, name);
		return name;
	}

	function unused(name: string): string {
		const taken = (candidate: string) =>
			all[candidate] !== undefined || [...named.values()].includes(candidate);
		if (!taken(name)) return name;
		for (let at = 2; ; at += 1) if (!taken(`${name}${at}`)) return `${name}${at}`;
	}

	/** An object that stands where it is used gets a name of ours. */
	function register(flat: Json, node: unknown, name: string, depth: number): string {
		const known = made.get(node);
		if (known !== undefined) return known;
		// Written out at every place that uses it, it is the same thing still where it would have the same name.
		const same = `${name} ${JSON.stringify(node)}`;
		const free = alike.get(same) ?? unused(name);
		made.set(node, free);
		if (alike.has(same)) return free;
		alike.set(same, free);
		fill(free, flat, depth);
		return free;
	}

	function fill(name: string, flat: Json, depth: number): void {
		const schema: Schema = {
			type: single(typesIn(flat).length === 0 ? ['object'] : typesIn(flat)),
		};
		all[name] = schema;
		if (textOf(flat.description) !== undefined) schema.description = cleanText(flat.description);
		const properties = objectOf(flat.properties);
		const required = listOf(flat.required)
			.map(String)
			.filter((member) => Object.hasOwn(properties, member));
		if (required.length > 0) schema.required = [...new Set(required)];
		schema.properties = Object.fromEntries(
			Object.entries(properties).map(([member, value]) => [
				member,
				read(value, `${name}${pascal(member)}`, depth + 1),
			]),
		);
		if (flat.deprecated === true) schema.deprecated = true;
	}

	// In the order of their names, so that the order of pages or files makes no difference.
	const components = objectOf(objectOf(document.components).schemas);
	for (const name of Object.keys(components).sort()) {
		nameFor(name, `#/components/schemas/${escape(name)}`);
	}
	const spelled = (reference: string) => {
		const name = /^#\/components\/schemas\/([^/]+)$/.exec(reference)?.[1];
		return name === undefined ? reference : `#/components/schemas/${escape(unescape(name))}`;
	};
	return {
		all,
		ownNames: ownNames as ReadonlySet<string>,
		read: (node: unknown, name: string) => read(respell(node, spelled), name),
	};

	/** A name with a blank may stand in a reference as it is, or escaped. */
	function respell(node: unknown, spell: (reference: string) => string): unknown {
		if (spellDone.has(document)) return node;
		spellDone.add(document);
		walk(document, (holder) => {
			if (typeof holder.$ref === 'string') holder.$ref = spell(holder.$ref);
		});
		return node;
	}
}

const spellDone = new WeakSet<Json>();

function walk(node: unknown, visit: (holder: Json) => void): void {
	if (Array.isArray(node)) for (const entry of node) walk(entry, visit);
	if (!isObject(node)) return;
	visit(node);
	for (const value of Object.values(node)) walk(value, visit);
}

const reference = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** What stands beside a reference and is about the place, not the schema. */
function besideOf(node: Json): Schema {
	return compact({
		description: textOf(node.description) === undefined ? undefined : cleanText(node.description),
		deprecated: node.deprecated === true ? true : undefined,
		...examplesOf(node),
	}) as Schema;
}

function beside(schema: Schema, node: Json): Schema {
	const { description, deprecated } = besideOf(node);
	return compact({ ...schema, description, deprecated }) as Schema;
}

/** `{ allOf: [{ $ref }], description }` is a reference with words beside it, and so is one of several with null. */
function onlyReference(node: Json): { $ref: string; beside: Json } | undefined {
	if (typeof node.$ref === 'string') return { $ref: node.$ref, beside: {} };
	if (node.properties !== undefined) return undefined;
	for (const part of ['allOf', 'oneOf', 'anyOf']) {
		const parts = listOf(node[part]).filter((entry) => objectOf(entry).type !== 'null');
		const [only] = parts;
		if (parts.length !== 1 || !isObject(only) || typeof only.$ref !== 'string') continue;
		if (['allOf', 'oneOf', 'anyOf'].some((other) => other !== part && node[other])) continue;
		return { $ref: only.$ref, beside: compact({ description: only.description }) };
	}
	return undefined;
}

/** A schema with its parts merged into it; references inside its members stay. */
function flatten(document: Json, node: Json, seen: Set<string>): Json {
	if (typeof node.$ref === 'string') {
		const { $ref, ...siblings } = node;
		if (seen.has($ref)) return siblings;
		const target = objectOf(follow(document, { $ref }));
		return { ...flatten(document, target, new Set([...seen, $ref])), ...siblings };
	}
	const { allOf, oneOf, anyOf, ...own } = node;
	const refs = Object.values(objectOf(own['x-apidog-refs']));
	const parts = [...listOf(allOf), ...refs].map((part) =>
		flattenPart(document, objectOf(part), seen),
	);
	let whole = parts.reduce((merged, part) => mergeAll(merged, part), {} as Json);
	for (const choice of [listOf(oneOf), listOf(anyOf)]) {
		if (choice.length === 0) continue;
		const branches = choice.map((part) => flatten(document, objectOf(part), seen));
		whole = mergeAll(whole, mergeChoices(branches));
	}
	return mergeAll(whole, own);
}

/** What an editor lays over a part: null takes a member away. */
function flattenPart(document: Json, part: Json, seen: Set<string>): Json {
	const flat = flatten(document, part, seen);
	const overrides = objectOf(part['x-apidog-overrides']);
	if (Object.keys(overrides).length === 0) return flat;
	const properties = { ...objectOf(flat.properties), ...overrides };
	return {
		...flat,
		properties: Object.fromEntries(
			Object.entries(properties).filter(([name]) => overrides[name] !== null),
		),
	};
}

/** All of it holds. */
function mergeAll(one: Json, other: Json): Json {
	const properties = { ...objectOf(one.properties) };
	for (const [name, member] of Object.entries(objectOf(other.properties))) {
		const before = properties[name];
		properties[name] =
			isObject(before) &&
			isObject(member) &&
			!isSame(before, member) &&
			isPlain(before) &&
			isPlain(member)
				? { ...before, ...member }
				: member;
	}
	const required = [...new Set([...listOf(one.required), ...listOf(other.required)])];
	return compact({
		...one,
		...other,
		type: other.type ?? one.type,
		properties: Object.keys(properties).length > 0 ? properties : undefined,
		required: required.length > 0 ? required : undefined,
	});
}

const isPlain = (node: Json) =>
	!['$ref', 'allOf', 'oneOf', 'anyOf', 'properties', 'items'].some((name) => name in node);

/** One of it holds: members of any, required what all require, types of any. */
function mergeChoices(branches: Json[]): Json {
	const solid = branches.filter((branch) => !isSame(typesIn(branch), ['null']));
	const [only] = solid;
	const nullable = solid.length < branches.length;
	if (solid.length === 1 && only !== undefined) {
		return nullable ? { ...only, type: [...typesIn(only), 'null'] } : only;
	}
	const lists = solid.filter((branch) => typesIn(branch).includes('array'));
	const [list] = lists;
	// One or many: many.
	if (
		list !== undefined &&
		solid.every((branch) => typesIn(branch).includes('array') || isObjectLike(branch))
	) {
		return list;
	}
	const merged = solid.reduce((whole, branch) => mergeAll(whole, branch), {} as Json);
	const objects = solid.filter(isObjectLike);
	const shared = objects.map((branch) => listOf(branch.required));
	const required = (shared[0] ?? []).filter((name) =>
		shared.every((names) => names.includes(name)),
	);
	const types = [...new Set(branches.flatMap(typesIn))];
	const values = solid.every((branch) => Array.isArray(branch.enum) || 'const' in branch)
		? [...new Set(solid.flatMap((branch) => listOf(branch.enum ?? [branch.const])))]
		: undefined;
	const { enum: _, const: __, format, pattern, ...rest } = merged;
	const sameFormat = solid.every((branch) => branch.format === format);
	return compact({
		...rest,
		type: types,
		enum: values,
		format: sameFormat ? format : undefined,
		pattern: solid.every((branch) => branch.pattern === pattern) ? pattern : undefined,
		required: objects.length === solid.length && required.length > 0 ? required : undefined,
	});
}

function typesIn(node: Json): string[] {
	const told = [node.type ?? []].flat().map(String);
	const types = node.nullable === true ? [...told, 'null'] : told;
	if (types.some((type) => type !== 'null')) return [...new Set(types)];
	if (isObject(node.properties)) return ['object', ...types];
	if (node.items !== undefined) return ['array', ...types];
	const values = Array.isArray(node.enum) ? node.enum : 'const' in node ? [node.const] : [];
	const kinds = values.map((value) => (value === null ? 'null' : typeof value));
	return [...new Set([...kinds, ...types])];
}

const isObjectLike = (node: Json) =>
	isObject(node.properties) && Object.keys(node.properties).length > 0;

const single = (types: string[]): string | string[] => {
	const unique = [...new Set(types)];
	return unique.length === 1 ? (unique[0] ?? 'object') : unique;
};

const withNull = (type: string, types: string[]) =>
	types.includes('null') ? [type, 'null'] : type;

function plain(node: Json): Schema {
	const kept = Object.fromEntries(
		KEPT.filter((name) => node[name] !== undefined && name !== 'type').map((name) => [
			name,
			node[name],
		]),
	);
	if (typeof kept.description === 'string') kept.description = cleanText(kept.description);
	if (kept.description === '') delete kept.description;
	if (typeof kept.pattern === 'string' && !isPattern(kept.pattern)) delete kept.pattern;
	return compact({ ...kept, ...examplesOf(node), 'x-known-values': knownValues(node) }) as Schema;
}

const cleanText = (text: unknown) => String(text).replace(/\r\n?/g, '\n').trim();

function isPattern(pattern: string): boolean {
	try {
		return new RegExp(pattern, 'u') instanceof RegExp;
	} catch {
		return false;
	}
}

function examplesOf(node: Json): { examples?: unknown[] } {
	const given = Array.isArray(node.examples) ? node.examples : [];
	const first = node.example ?? given[0];
	return first === undefined || first === null ? {} : { examples: [first] };
}

/** Lists of values stay open: other values may come. */
function knownValues(node: Json) {
	const values = Array.isArray(node.enum) ? node.enum : 'const' in node ? [node.const] : [];
	const told = [node['x-enum-descriptions'], node['x-enumDescriptions'], node['x-enum-varnames']];
	const ofApidog = listOf(node['x-apidog-enum']).map(objectOf);
	const known = values
		.filter((value) => typeof value === 'string' || typeof value === 'number')
		.map((value) => {
			const at = values.indexOf(value);
			const words = told.map((list) =>
				Array.isArray(list) ? textOf(list[at]) : textOf(objectOf(list)[String(value)]),
			);
			const entry = ofApidog.find((candidate) => candidate.value === value);
			const meaning =
				words.find((word) => word !== undefined) ??
				textOf(entry?.description) ??
				textOf(entry?.name);
			return { value, meaning: meaning ?? NO_MEANING, evidence: 'documented' };
		});
	return known.length > 0 ? known : undefined;
}

/** Stands where the document names a value and says no more. */
export const NO_MEANING = "Named in the vendor's document";

const escape = (name: string) => name.replace(/~/g, '~0').replace(/\//g, '~1');

function unescape(name: string): string {
	let text = name;
	try {
		text = decodeURIComponent(name);
	} catch {
		// A percent sign that is one.
	}
	return text.replace(/~1/g, '/').replace(/~0/g, '~');
}

const singularName = (name: string) => name.replace(/(?<=[a-z])s$/, '');

/** Follows `$ref` within the document. @throws Refusal where it leads nowhere, or in a circle */
export function follow(document: Json, node: unknown): unknown {
	let current = node;
	const seen = new Set<string>();
	while (isObject(current) && typeof current.$ref === 'string') {
		const { $ref } = current;
		if (seen.has($ref)) throw new Refusal(`The reference ${$ref} leads to itself.`);
		seen.add($ref);
		const keys = $ref.replace(/^#\/?/, '').split('/');
		const found = keys.reduce<unknown>((holder, key) => {
			const members = objectOf(holder);
			if (Array.isArray(holder)) return holder[Number(key)];
			return Object.hasOwn(members, key) ? members[key] : members[unescape(key)];
		}, document);
		if (found === undefined) throw new Refusal(`The reference ${$ref} leads nowhere.`);
		current = found;
	}
	return current;
}
