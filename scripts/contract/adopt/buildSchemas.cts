import {
	isList,
	nameOf,
	propertiesOf,
	withoutDocument,
	type Contract,
	type Operation,
	type Schema,
} from '../source.cts';
import { compact, isObject, isSame } from './json.cts';
import { firstPage } from './buildPaths.cts';
import type { Instance } from './drafts.cts';
import { isKey } from './operationPlan.cts';
import type { Plan } from './plan.cts';
import * as shapes from './shapes.cts';
import type { VendorApi } from './vendor.cts';
import { NO_MEANING } from './vendorSchemas.cts';
import { camel, formerNames, unusedField, wordsOf } from './words.cts';

const AS_IT_WAS = /AsItWas$/;

/** Takes away copies that nothing needs any more. */
export function dropCopies(contract: Contract): void {
	const { schemas } = contract.components;
	for (let dropped = true; dropped; ) {
		const used = new Set(refsIn(contract));
		const unused = Object.keys(schemas).filter((name) => AS_IT_WAS.test(name) && !used.has(name));
		for (const name of unused) delete schemas[name];
		dropped = unused.length > 0;
	}
}

export const refTo = (name: string) => `#/components/schemas/${name}`;

/** Roles that are about the shape of an answer or a body: they follow the vendor's shape, not our names. */
export const SHAPE_ROLES = [
	'rows',
	'record',
	'rowCount',
	'page',
	'pageSize',
	'items',
	'taken',
	'failed',
	'failures',
];

export type SchemaBuilder = ReturnType<typeof createSchemaBuilder>;

/** Gives the vendor's schemas our names, and builds them with our marks. */
export function createSchemaBuilder(
	contract: Contract,
	api: VendorApi,
	plan: Plan,
	notes: string[],
) {
	const base = contract.components.schemas;
	const instances = new Map(plan.instances);
	/** By instance; the order is that of first use. */
	const names = new Map<string, string>();
	const inBody = movedInto(plan, api);

	/** Our name of a vendor's schema where one of ours stood; the first of ours that it is paired with. */
	function nameFor(their: string, ours: readonly string[]): string {
		const keys = [
			...ours.map((our) => `${our}:${their}`),
			`:${their}`,
			...[...instances].filter(([, one]) => one.their === their).map(([key]) => key),
		];
		const key = keys.find((candidate) => instances.has(candidate)) ?? `:${their}`;
		const known = names.get(key);
		if (known !== undefined) return known;
		const instance = instances.get(key) ?? bare(their);
		instances.set(key, instance);
		const taken = new Set(names.values());
		const { our } = instance;
		// A copy that was made for an operation that stayed takes its own name again.
		const wanted = our?.replace(AS_IT_WAS, '');
		const name = wanted !== undefined && !taken.has(wanted) ? wanted : unusedName(their, taken);
		names.set(key, name);
		reach(instance);
		return name;
	}

	/** Names everything that is in it, so that all of it is built. */
	function reach(instance: Instance): void {
		for (const [name, schema] of Object.entries(api.schemas[instance.their]?.properties ?? {})) {
			rename(schema, heldBy(instance, name));
		}
	}

	function unusedName(name: string, taken: ReadonlySet<string>): string {
		// An adopted contract has the name already, for the same thing.
		const same = base[name];
		if (!taken.has(name) && same !== undefined && isSameThing(same, api.schemas[name])) return name;
		// Generated constants are in capitals: names that differ in their casing alone would be one.
		const used = new Set([...taken, ...Object.keys(base)].map((known) => known.toLowerCase()));
		const free = (candidate: string) => !used.has(candidate.toLowerCase());
		if (free(name)) return name;
		for (let at = 2; ; at += 1) if (free(`${name}${at}`)) return `${name}${at}`;
	}

	function bare(their: string): Instance {
		return {
			their,
			members: { pairs: [], doubts: [], onlyOurs: [], onlyTheirs: [] },
			roles: new Map(),
			holds: new Map(),
			envelope: false,
		};
	}

	/** What of ours stands where this member stands. */
	function heldBy(instance: Instance, name: string): string[] {
		const held = instance.holds.get(name);
		const our = ourMember(instance, name);
		const target = our === undefined ? undefined : isList(our) ? our.items : our;
		return [held, nameOf(target)].filter((found) => found !== undefined);
	}

	function ourMember(instance: Instance, name: string): Schema | undefined {
		const pair = instance.members.pairs.find(({ their }) => their.key === name);
		return pair?.our.schema;
	}

	function rename(schema: Schema, ours: readonly string[]): Schema {
		if (schema.$ref !== undefined) {
			return { ...schema, $ref: refTo(nameFor(nameOf(schema) ?? '', ours)) };
		}
		return schema.items === undefined ? schema : { ...schema, items: rename(schema.items, ours) };
	}

	function plainSchema(instance: Instance): Schema {
		const schema = api.schemas[instance.their] ?? {};
		const properties = Object.entries(schema.properties ?? {}).map(([name, member]) => [
			name,
			rename(member, heldBy(instance, name)),
		]);
		return { ...schema, properties: Object.fromEntries(properties) as Record<string, Schema> };
	}

	function wholeSchema(instance: Instance, name: string): Schema {
		const plain = plainSchema(instance);
		const ours = instance.our === undefined ? undefined : base[instance.our];
		const before = ours === undefined ? {} : propertiesOf(contract, ours);
		const taken = new Set(instance.members.pairs.map(({ our }) => our.key));
		const moved = inBody.get(`${instance.our ?? ''}:${instance.their}`);
		for (const field of moved?.keys() ?? []) taken.add(field);
		const made: Record<string, Schema> = {};
		for (const [member, schema] of Object.entries(plain.properties ?? {})) {
			const our = ourMember(instance, member);
			const key = [...(moved ?? [])].find(([, mark]) => mark.member === member);
			const field = our?.['x-field'] ?? key?.[0] ?? unusedField(camel(member), taken);
			taken.add(field);
			made[member] = memberOf(instance, member, schema, our, field, key?.[1].marks);
		}
		const left = leftovers(instance, made, before, moved);
		return compact({
			...plain,
			description: plain.description ?? knownWords(ours?.description),
			properties: { ...made, ...left },
			'x-helper': isHelper(instance, name),
		}) as Schema;
	}

	/** Whether the name is one of ours: the vendor's document has none where it is. */
	function isHelper(instance: Instance, name: string): true | undefined {
		const before = base[instance.our ?? name];
		if (before !== undefined) return before['x-helper'] === true ? true : undefined;
		return api.ownNames.has(instance.their) ? undefined : true;
	}

	function memberOf(
		instance: Instance,
		name: string,
		schema: Schema,
		our: Schema | undefined,
		field: string,
		keyMarks: Partial<Schema> | undefined,
	): Schema {
		const marks = Object.fromEntries(
			Object.entries(our ?? {}).filter(
				([mark]) =>
					mark.startsWith('x-') &&
					![
						'x-evidence',
						'x-evidence-note',
						'x-absent',
						'x-former-names',
						'x-known-values',
					].includes(mark),
			),
		);
		const { 'x-former-names': movedNames, ...movedMarks } = keyMarks ?? {};
		const wire = instance.members.pairs.find(({ their }) => their.key === name)?.our.names[0];
		return compact({
			...schema,
			description: schema.description ?? knownWords(our?.description),
			...marks,
			...movedMarks,
			'x-known-values': knownValues(schema, our),
			'x-field': field,
			'x-role': movedMarks['x-role'] ?? roleOf(instance, name, our),
			'x-former-names': formerNames(wire, our?.['x-former-names'], name) ?? movedNames,
		}) as Schema;
	}

	function roleOf(instance: Instance, name: string, our: Schema | undefined): string | undefined {
		const given = instance.roles.get(name);
		const own = our?.['x-role'];
		if (given !== undefined) return given;
		if (own === 'harmless' && isSecret(name)) return 'secret';
		if (own !== undefined && (!instance.envelope || !SHAPE_ROLES.includes(own))) return own;
		return own === undefined && isSecret(name) && !instance.envelope ? 'secret' : undefined;
	}

	/** What the vendor's schema does not have: our reading still, without a claim that anybody knows it. */
	function leftovers(
		instance: Instance,
		made: Record<string, Schema>,
		before: Record<string, Schema>,
		moved: ReadonlyMap<string, unknown> | undefined,
	): Record<string, Schema> {
		const names = new Set(Object.keys(made).map((name) => name.toLowerCase()));
		const fields = new Set(Object.values(made).map((member) => member['x-field']));
		const out = movedOut(plan, instance);
		return Object.fromEntries(
			Object.entries(before)
				.filter(([, member]) => !fields.has(member['x-field'] ?? ''))
				.filter(
					([, member]) =>
						!out.has(member['x-field'] ?? '') && moved?.has(member['x-field'] ?? '') !== true,
				)
				.filter(([, member]) => !instance.envelope || !isOfShape(member))
				.filter(([name]) => {
					const clash = names.has(name.toLowerCase());
					if (clash)
						notes.push(
							`${instance.our ?? instance.their}.${name} is something else in the vendor's document; our reading of it goes.`,
						);
					return !clash;
				})
				.map(([name, member]) => {
					const { 'x-evidence-note': _, ...rest } = member;
					const evidence = withoutDocument(member['x-evidence']);
					return [name, { ...rest, 'x-evidence': evidence, 'x-absent': true }];
				}),
		);
	}

	function isOfShape(member: Schema): boolean {
		const inner = member.$ref === undefined ? [] : Object.values(propertiesOf(contract, member));
		return [member, ...inner].some((one) => SHAPE_ROLES.includes(String(one['x-role'])));
	}

	/** The vendor's values with our words for them; ours alone where it names none. */
	function knownValues(schema: Schema, our: Schema | undefined): Schema['x-known-values'] {
		const theirs = schema['x-known-values'];
		const ours = our?.['x-known-values'];
		// Values that we read elsewhere may be right; this document does not say so.
		if (theirs === undefined) return ours?.map((entry) => ({ ...entry, evidence: 'inferred' }));
		return theirs.map((entry) => {
			const known = ours?.find(({ value }) => value === entry.value);
			return entry.meaning === NO_MEANING && known !== undefined
				? { ...known, evidence: 'documented' }
				: entry;
		});
	}

	/** Copies of what an operation that stays needs as it was, where the vendor's document changed it. */
	function keepForStays(stays: ReadonlyMap<string, Operation>, whole: Record<string, Schema>) {
		const changed = new Set(
			[...names.values()].filter(
				(name) => base[name] !== undefined && !isSame(base[name], whole[name]),
			),
		);
		const reaches = new Map<string, boolean>();
		const touches = (name: string): boolean => {
			const known = reaches.get(name);
			if (known !== undefined) return known;
			reaches.set(name, false);
			const inner = refsIn(base[name]).some((other) => touches(other));
			const found = changed.has(name) || inner;
			reaches.set(name, found);
			return found;
		};
		const copies = new Map<string, string>();
		const copy = (node: unknown): unknown => {
			if (Array.isArray(node)) return node.map(copy);
			if (!isObject(node)) return node;
			const name =
				typeof node.$ref === 'string' && node.$ref.startsWith(refTo(''))
					? nameOf(node as Schema)
					: undefined;
			if (name !== undefined && touches(name)) return { ...node, $ref: refTo(copied(name)) };
			return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, copy(value)]));
		};
		const copied = (name: string): string => {
			const known = copies.get(name);
			if (known !== undefined) return known;
			const target = `${name.replace(AS_IT_WAS, '')}AsItWas`;
			copies.set(name, target);
			whole[target] = { ...(copy(base[name]) as Schema), 'x-helper': true };
			return target;
		};
		return new Map([...stays].map(([id, operation]) => [id, copy(operation) as Operation]));
	}

	function finish(staying: ReadonlyArray<{ operation: Operation }>) {
		const named: Record<string, Schema> = {};
		const made: Record<string, Schema> = {};
		for (let size = -1; size !== names.size; ) {
			size = names.size;
			for (const [key, name] of [...names]) {
				const instance = instances.get(key);
				if (instance === undefined || named[name] !== undefined) continue;
				named[name] = plainSchema(instance);
				made[name] = wholeSchema(instance, name);
			}
		}
		const whole: Record<string, Schema> = {};
		for (const [name, schema] of Object.entries(base)) whole[name] = made[name] ?? schema;
		for (const [name, schema] of Object.entries(made)) whole[name] ??= schema;
		const stays = keepForStays(
			new Map(staying.map(({ operation }) => [operation.operationId, operation])),
			whole,
		);
		const inOrder = Object.keys(whole).filter((name) => named[name] !== undefined);
		return {
			named: Object.fromEntries(inOrder.map((name) => [name, named[name] ?? {}])),
			whole,
			stays,
		};
	}

	/** A node of the vendor's document, with our names in its references. */
	function renamed(node: unknown): unknown {
		if (Array.isArray(node)) return node.map(renamed);
		if (!isObject(node)) return node;
		if (typeof node.$ref === 'string' && node.$ref.startsWith(refTo('')))
			return rename(node as Schema, []);
		return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, renamed(value)]));
	}

	function hasSecret(schema: Schema): boolean {
		const seen = new Set<string>();
		const look = (node: Schema): boolean => {
			if (node.items !== undefined) return look(node.items);
			const name = nameOf(node);
			if (name === undefined || seen.has(name)) return false;
			seen.add(name);
			const key = [...names].find(([, given]) => given === name)?.[0];
			const instance = key === undefined ? undefined : instances.get(key);
			const members = Object.entries(
				instance === undefined ? {} : (plainSchema(instance).properties ?? {}),
			);
			return members.some(
				([member, inner]) =>
					(isSecret(member) && inner.$ref === undefined && !shapes.isCountMember(inner)) ||
					look(inner),
			);
		};
		return look(schema);
	}

	return { rename, renamed, finish, knownValues, hasSecret, instanceOf, plainOf: plainSchema };

	/** The instance behind one of our names. */
	function instanceOf(name: string): Instance | undefined {
		const key = [...names].find(([, given]) => given === name)?.[0];
		return key === undefined ? undefined : instances.get(key);
	}
}

/** Our description, unless it speaks of how little was known. */
export const knownWords = (text: string | undefined) =>
	text !== undefined && /our reading|not known|is known|not stated|sample/i.test(text)
		? undefined
		: text;

const isSecret = (name: string) => shapes.SECRET.test(wordsOf(name).join(' '));

function isSameThing(ours: Schema, theirs: Schema | undefined): boolean {
	const names = Object.keys(ours.properties ?? {}).filter(
		(name) => ours.properties?.[name]?.['x-absent'] !== true,
	);
	return isSame(names.sort(), Object.keys(theirs?.properties ?? {}).sort());
}

function refsIn(node: unknown): string[] {
	if (Array.isArray(node)) return node.flatMap(refsIn);
	if (!isObject(node)) return [];
	const own =
		typeof node.$ref === 'string' && node.$ref.startsWith(refTo(''))
			? [nameOf(node as Schema) ?? '']
			: [];
	return [...own, ...Object.values(node).flatMap(refsIn)];
}

/** Our keys that are members of a body now, by the instance of the body. */
function movedInto(plan: Plan, api: VendorApi) {
	const found = new Map<string, Map<string, { member: string; marks: Partial<Schema> }>>();
	for (const { row, inBody, body } of plan.operations.values()) {
		if (inBody.size === 0 || body === undefined) continue;
		const key = `${nameOf(body.ours) ?? ''}:${nameOf(body.element) ?? ''}`;
		const moved = found.get(key) ?? new Map<string, { member: string; marks: Partial<Schema> }>();
		for (const [field, member] of inBody) {
			const parameter = row.parameters.find((candidate) => candidate['x-field'] === field);
			const key = parameter !== undefined && isKey(row, parameter);
			const schema = api.schemas[nameOf(body.element) ?? '']?.properties?.[member];
			const marks = compact({
				'x-needed': key || parameter?.['x-needed'] === true ? true : undefined,
				'x-criterion': key ? undefined : true,
				'x-role': parameter?.['x-role'],
				'x-first-page':
					schema === undefined ? undefined : firstPage({ schema }, parameter?.['x-role']),
				'x-picker': parameter?.['x-picker'],
				'x-personal-code': parameter?.['x-personal-code'],
				'x-former-names':
					parameter === undefined
						? undefined
						: formerNames(parameter.name, parameter['x-former-names'], member),
			});
			moved.set(field, { member, marks });
		}
		found.set(key, moved);
	}
	return found;
}

/** Fields of a body that are parameters now. */
function movedOut(plan: Plan, instance: Instance): Set<string> {
	const fields = [...plan.operations.values()]
		.filter(
			({ body }) =>
				body !== undefined &&
				nameOf(body.ours) === instance.our &&
				nameOf(body.element) === instance.their,
		)
		.flatMap(({ outOfBody }) => [...outOfBody.keys()]);
	return new Set(fields);
}
