import { follow, membersOf, type Node } from './checks';
import { fitScalar, formOf, type Form, sampleOf } from './fitting';

/** Turns names of ours into the API's and back: the contract has both, as `x-field` and as the member's key. */
export interface Wire {
	/**
	 * A value in field names as it goes over the wire. Members that the schema does not have keep their names.
	 *
	 * @param fit true: values become what the schema wants, and members it requires are made up where there are none
	 */
	toWire(schema: Node, value: unknown, fit?: boolean): unknown;
	/** A value off the wire in field names. Members that the schema does not have keep their names. */
	toFields(schema: Node, value: unknown): unknown;
	/** The wire names on the way to a field: `['Debtor', 'Name']`. A field the schema lacks keeps its name. */
	namesOf(schema: Node, fields: readonly string[]): string[];
	/** The fields on the way to a member, by its wire name in any case, alone or with the member around it. */
	fieldsTo(schema: Node, name: string): string[] | undefined;
}

/** A thing that the contract may say nothing of: its members are called as such members are elsewhere. */
export class Untold {
	constructor(readonly fields: Node) {}
}

type Direction = 'toWire' | 'toFields';

/** What becomes of a member: its name on the other side, and the schema of what it holds. */
interface Member {
	name: string;
	schema: Node;
	/** Of the schema, once it was needed. */
	layout?: Layout;
}

interface Layout {
	members: Record<Direction, ReadonlyMap<string, Member>>;
	items: Node | undefined;
	form: Form;
}

/**
 * Before the name of a member that the schema lacks and that reads like a field of it: what the API does not know must
 * not come in as something it does.
 */
const STRAY = 'wire:';

/** @param document the contract, references as they stand or made absolute */
export function createWire(document: Node): Wire {
	const layouts = new WeakMap<Node, Layout>();
	let usual: ReadonlyMap<string, string> | undefined;

	const layoutOf = (schema: Node): Layout => {
		const known = layouts.get(schema);
		if (known !== undefined) return known;
		const { members, items } = membersOf(document, schema);
		const pairs = [...members].map(([name, member]) => ({
			name,
			field: fieldOf(name, member),
			schema: member,
		}));
		const layout: Layout = {
			members: {
				toWire: new Map(pairs.map(({ name, field, schema: of }) => [field, { name, schema: of }])),
				toFields: new Map(
					pairs.map(({ name, field, schema: of }) => [name, { name: field, schema: of }]),
				),
			},
			items,
			form: formOf(document, schema),
		};
		layouts.set(schema, layout);
		return layout;
	};

	const layoutIn = (member: Member): Layout => (member.layout ??= layoutOf(member.schema));

	const toFields = (layout: Layout, value: unknown): unknown => {
		if (typeof value !== 'object' || value === null) return value;
		const { members, items } = layout;
		if (Array.isArray(value)) {
			if (items === undefined) return value;
			const of = layoutOf(items);
			return value.map((item) => toFields(of, item));
		}
		const turned: Node = {};
		for (const key of Object.keys(value)) {
			const inner = (value as Node)[key];
			const member = members.toFields.get(key);
			if (member === undefined) turned[members.toWire.has(key) ? STRAY + key : key] = inner;
			else turned[member.name] = isPlain(inner) ? inner : toFields(layoutIn(member), inner);
		}
		return turned;
	};

	const toWire = (layout: Layout, value: unknown, fit: boolean): unknown => {
		if (isPlain(value)) return fit ? fitScalar(layout.form, value) : value;
		const { members, items, form } = layout;
		if (value instanceof Untold) {
			const isSaid = members.toWire.size > 0 || isTextAlone(layout);
			if (isSaid) return toWire(layout, value.fields, fit);
			const names = (usual ??= usualNames(document));
			return Object.fromEntries(
				Object.entries(value.fields).map(([field, inner]) => [names.get(field) ?? field, inner]),
			);
		}
		if (Array.isArray(value)) {
			if (items === undefined) return value;
			const of = layoutOf(items);
			return value.map((item) => toWire(of, item, fit));
		}
		if (fit && isTextAlone(layout)) return fitScalar(form, firstPlain(value as Node));
		const turned: Node = {};
		for (const key of Object.keys(value as Node)) {
			const inner = (value as Node)[key];
			const member = members.toWire.get(key);
			if (member === undefined) {
				turned[key.startsWith(STRAY) ? key.slice(STRAY.length) : key] = inner;
			} else if (!fit && isPlain(inner)) {
				turned[member.name] = inner;
			} else if (inner !== null || !fit || layoutIn(member).form.nullable) {
				// What may not be null is left out instead.
				turned[member.name] = toWire(layoutIn(member), inner, fit);
			}
		}
		if (!fit) return turned;
		for (const name of form.required) {
			if (turned[name] !== undefined) continue;
			turned[name] = sampleOf(document, members.toFields.get(name)?.schema ?? {});
		}
		return turned;
	};

	const namesOf = (schema: Node, fields: readonly string[]): string[] => {
		let holder = schema;
		return fields.map((field) => {
			const { members, items } = layoutOf(holder);
			const inside = items === undefined ? members : layoutOf(items).members;
			const member = inside.toWire.get(field);
			holder = member?.schema ?? {};
			return member?.name ?? field;
		});
	};

	const fieldsTo = (schema: Node, name: string): string[] | undefined => {
		const wanted = name.toLowerCase();
		const own = [...layoutOf(schema).members.toFields];
		for (const [wireName, { name: field }] of own) {
			if (wireName.toLowerCase() === wanted) return [field];
		}
		for (const [wireName, { name: field, schema: inner }] of own) {
			const holder = `${wireName.toLowerCase()}.`;
			const rest = wanted.startsWith(holder) ? wanted.slice(holder.length) : wanted;
			for (const [innerName, member] of layoutOf(inner).members.toFields) {
				if (innerName.toLowerCase() === rest) return [field, member.name];
			}
		}
		return undefined;
	};

	return {
		toWire: (schema, value, fit = false) => toWire(layoutOf(schema), value, fit),
		toFields: (schema, value) => toFields(layoutOf(schema), value),
		namesOf,
		fieldsTo,
	};
}

function isPlain(value: unknown): boolean {
	return typeof value !== 'object' || value === null;
}

/** The name that most members have, by their field. */
function usualNames(document: Node): Map<string, string> {
	const { schemas = {} } = (document.components ?? {}) as { schemas?: { [name: string]: Node } };
	const counts = new Map<string, Map<string, number>>();
	for (const schema of Object.values(schemas)) {
		for (const [name, member] of membersOf(document, schema).members) {
			const names = counts.get(fieldOf(name, member)) ?? new Map<string, number>();
			counts.set(fieldOf(name, member), names.set(name, (names.get(name) ?? 0) + 1));
		}
	}
	const most = (names: Map<string, number>) =>
		[...names].sort(([, one], [, other]) => other - one)[0]?.[0] ?? '';
	return new Map([...counts].map(([field, names]) => [field, most(names)]));
}

/** The name of ours that a member has. */
export function fieldOf(name: string, member: Node): string {
	return String(member['x-field'] ?? name);
}

/** Where in an object, or in the objects of it, the member with a role is; the nearest one. */
export function pathTo(
	document: Node,
	schema: Node,
	role: string,
	depth = 3,
): string[] | undefined {
	const { members } = membersOf(document, schema);
	for (const [name, member] of members) if (member['x-role'] === role) return [name];
	if (depth === 0) return undefined;
	return [...members]
		.flatMap(([name, member]) => {
			const inner = isObject(document, member)
				? pathTo(document, member, role, depth - 1)
				: undefined;
			return inner === undefined ? [] : [[name, ...inner]];
		})
		.sort((one, other) => one.length - other.length)[0];
}

/** The schema at the end of a path of wire names. */
export function schemaAt(document: Node, schema: Node, path: readonly string[]): Node {
	return path.reduce((holder, name) => membersOf(document, holder).members.get(name) ?? {}, schema);
}

/** The wire names of the members with a role, those that only we know of last. */
export function namesWithRole(document: Node, schema: Node, role: string): string[] {
	return [...membersOf(document, schema).members]
		.filter(([, member]) => member['x-role'] === role)
		.sort(([, one], [, other]) => Number(isAbsent(one)) - Number(isAbsent(other)))
		.map(([name]) => name);
}

function isAbsent(member: Node): boolean {
	return member['x-absent'] === true;
}

function isObject(document: Node, schema: Node): boolean {
	return follow(document, schema).items === undefined;
}

/** A text where the world has a thing: its first value stands for it. */
function isTextAlone({ form, members }: Layout): boolean {
	const isText = form.types.some((type) => ['string', 'number', 'integer'].includes(type));
	return isText && !form.types.includes('object') && members.toWire.size === 0;
}

function firstPlain(value: object): unknown {
	return Object.values(value).find((inner) => typeof inner !== 'object') ?? value;
}
