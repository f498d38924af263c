import { membersOf, type Node } from './checks';

/** Turns names of ours into the API's and back: the contract has both, as `x-field` and as the member's key. */
export interface Wire {
	/** A value in field names as it goes over the wire. Members that the schema does not have keep their names. */
	toWire(schema: Node, value: unknown): unknown;
	/** A value off the wire in field names. Members that the schema does not have keep their names. */
	toFields(schema: Node, value: unknown): unknown;
}

type Direction = 'toWire' | 'toFields';

/** What becomes of a member: its name on the other side, and the schema of what it holds. */
interface Member {
	name: string;
	schema: Node;
}

interface Layout {
	members: Record<Direction, ReadonlyMap<string, Member>>;
	items: Node | undefined;
}

/** @param document the contract, references as they stand or made absolute */
export function createWire(document: Node): Wire {
	const layouts = new WeakMap<Node, Layout>();

	const layoutOf = (schema: Node): Layout => {
		const known = layouts.get(schema);
		if (known !== undefined) return known;
		const { members, items } = membersOf(document, schema);
		const pairs = [...members].map(([name, member]) => ({
			name,
			field: String(member['x-field'] ?? name),
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
		};
		layouts.set(schema, layout);
		return layout;
	};

	const turn = (direction: Direction, schema: Node, value: unknown): unknown => {
		if (typeof value !== 'object' || value === null) return value;
		const { members, items } = layoutOf(schema);
		if (Array.isArray(value)) {
			return items === undefined ? value : value.map((item) => turn(direction, items, item));
		}
		const turned: Node = {};
		for (const [key, inner] of Object.entries(value)) {
			const member = members[direction].get(key);
			turned[member?.name ?? key] =
				member === undefined ? inner : turn(direction, member.schema, inner);
		}
		return turned;
	};

	return {
		toWire: (schema, value) => turn('toWire', schema, value),
		toFields: (schema, value) => turn('toFields', schema, value),
	};
}
