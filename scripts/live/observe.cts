import { isObject, step, type Json } from '../contract/adopt/json.cts';
import { pathTo, rowSchema } from '../contract/endpoints.cts';
import {
	isList,
	nameOf,
	resolve,
	successOf,
	typesOf,
	type Contract,
	type OperationRow,
	type Schema,
} from '../contract/source.cts';
import { datePattern, type Shown } from './shown.cts';

/** A member of an answer: names and types, and of its values nothing but codes and how dates are written. */
export interface MemberSeen {
	/** From the row or the answer on: `Dates.PaymentDate`, `Rows[].Total`. */
	name: string;
	types: string[];
	/** In percent: of the objects that could have it, and of those that have it, null. */
	inPercent: number;
	nullPercent: number;
	dates?: string[];
	codes?: string[];
	/** What the contract says: the same, another type, or not this member. */
	contract: 'same' | 'otherType' | 'missing';
	/** The contract's types, where they are others; or its name, where that differs in letters alone. */
	expected?: string;
	/** Where the contract has it, for an overlay. */
	target?: string;
	/** Its evidence there, where it has one of its own. */
	evidence?: string;
}

/** What an answer looks like. */
export interface Shape {
	kind: 'list' | 'record' | 'value';
	/** Where rows or the record are: `Data`, `the answer itself`. */
	at: string;
	/** Where the contract has them, when it has them elsewhere or has the other kind. */
	expected?: string;
	rows: 'none' | 'one' | 'several';
	/** Members of the rows or the record. */
	members: MemberSeen[];
	/** Members beside the rows. */
	envelope: MemberSeen[];
	/** Members of the contract that were not there. */
	unseen: string[];
	/** Whether there were more members than are listed. */
	cut: boolean;
}

const ITSELF = 'the answer itself';
const DEEPEST = 6;
const MOST_MEMBERS = 250;

/** What the answer of an operation looks like beside the contract, and its rows, which stay in here. */
export function observe(
	contract: Contract,
	row: OperationRow,
	body: unknown,
	shown: Shown,
): { shape: Shape; rows: Json[] } {
	const schema = successOf(contract, row)?.schema;
	const whole = schema === undefined ? {} : resolve(contract, schema);
	const expected = placeOf(contract, whole);
	const found = findRows(body, expected, contract, row);
	const { rows } = found;
	const budget = { left: MOST_MEMBERS };
	const walk = createWalk(contract, shown, budget);
	const inRows = rowSchema(contract, row);
	const members = walk(rows, membersAt(contract, inRows, ''), '');
	const outer = isObject(body) && found.path.length > 0 ? [emptied(body, found.path)] : [];
	const envelope = walk(outer, membersAt(contract, schema ?? {}, ''), '');
	const pathShown = found.path.length === 0 ? ITSELF : shownPath(body, found.path, shown);
	const pathExpected = expected.path.length === 0 ? ITSELF : expected.path.join('.');
	const same = found.kind === expected.kind && found.path.join('\n') === expected.path.join('\n');
	return {
		rows,
		shape: {
			kind: found.kind,
			at: pathShown,
			expected: same ? undefined : `${expected.kind} in ${pathExpected}`,
			rows: rows.length === 0 ? 'none' : rows.length === 1 ? 'one' : 'several',
			members,
			envelope,
			unseen: rows.length === 0 ? [] : unseenIn(contract, inRows, members),
			cut: budget.left <= 0,
		},
	};
}

interface Place {
	kind: Shape['kind'];
	path: string[];
}

function placeOf(contract: Contract, whole: Schema): Place {
	if (isList(whole)) return { kind: 'list', path: [] };
	const rows = pathTo(contract, whole, 'rows');
	if (rows !== undefined) return { kind: 'list', path: rows };
	return { kind: 'record', path: pathTo(contract, whole, 'record') ?? [] };
}

/** The rows where the contract has them; else the list whose objects are most like them, or the answer as a record. */
function findRows(
	body: unknown,
	expected: Place,
	contract: Contract,
	row: OperationRow,
): Place & { rows: Json[] } {
	const objects = (list: unknown) => (Array.isArray(list) ? list.filter(isObject) : []);
	const there = expected.path.reduce<unknown>(
		(node, name) => (isObject(node) ? node[name] : undefined),
		body,
	);
	if (expected.kind === 'list' && (Array.isArray(there) || (there === null && isObject(body)))) {
		return { ...expected, rows: objects(there) };
	}
	if (Array.isArray(body)) return { kind: 'list', path: [], rows: objects(body) };
	if (!isObject(body)) return { kind: 'value', path: [], rows: [] };
	const names = new Set(
		Object.keys(propertiesIn(contract, rowSchema(contract, row))).map((name) => name.toLowerCase()),
	);
	const likeness = (one: Json) =>
		Object.keys(one).filter((name) => names.has(name.toLowerCase())).length;
	const recordThere = expected.kind === 'record' && isObject(there) ? there : undefined;
	const itself = recordThere === undefined ? likeness(body) : likeness(recordThere);
	const lists = listsIn(body).map((list) => ({
		...list,
		likeness: Math.max(0, ...objects(list.rows).map(likeness)),
	}));
	const [best] = lists.sort(
		(one, other) => other.likeness - one.likeness || one.path.length - other.path.length,
	);
	const isRecord = itself > (best?.likeness ?? 0) || (expected.kind === 'record' && itself > 0);
	if (best === undefined || isRecord) {
		if (recordThere !== undefined) return { ...expected, rows: [recordThere] };
		const inner = Object.entries(body)
			.filter((entry): entry is [string, Json] => isObject(entry[1]))
			.sort(([, one], [, other]) => likeness(other) - likeness(one))[0];
		if (inner !== undefined && likeness(inner[1]) > likeness(body)) {
			return { kind: 'record', path: [inner[0]], rows: [inner[1]] };
		}
		return { kind: 'record', path: [], rows: [body] };
	}
	// An object with a list in it may be a record that has details.
	if (expected.kind === 'record' && best.likeness === 0) {
		return { kind: 'record', path: [], rows: [body] };
	}
	return { kind: 'list', path: best.path, rows: objects(best.rows) };
}

function listsIn(body: Json, depth = 3): Array<{ path: string[]; rows: unknown[] }> {
	return Object.entries(body).flatMap(([name, value]) => {
		if (Array.isArray(value)) {
			return value.length === 0 || value.some(isObject) ? [{ path: [name], rows: value }] : [];
		}
		if (!isObject(value) || depth === 1) return [];
		return listsIn(value, depth - 1).map(({ path, rows }) => ({ path: [name, ...path], rows }));
	});
}

function shownPath(body: unknown, path: readonly string[], shown: Shown): string {
	let node = body;
	const parts = path.map((name) => {
		const holder: Json = isObject(node) ? node : {};
		node = holder[name];
		return shown.names(holder).get(name) ?? '';
	});
	return parts.join('.');
}

/** A copy of an object, with what is at the end of a path left empty. */
function emptied(body: Json, path: readonly string[]): Json {
	const [first = '', ...rest] = path;
	const inner = body[first];
	if (rest.length > 0) return isObject(inner) ? { ...body, [first]: emptied(inner, rest) } : body;
	return { ...body, [first]: Array.isArray(inner) ? [] : isObject(inner) ? {} : inner };
}

/** A member of the contract, and where an overlay finds it. */
interface Known {
	schema: Schema;
	target: string;
}

/** The members of a schema, those of its `allOf` parts first; no target where it has no place of its own. */
function membersAt(contract: Contract, schema: Schema, at: string): Record<string, Known> {
	const target =
		schema.$ref === undefined ? at : step('$.components.schemas', nameOf(schema) ?? '');
	const own = resolve(contract, schema);
	const parts = (own.allOf ?? []).map((part, index) =>
		membersAt(contract, part, target === '' ? '' : `${target}.allOf[${index}]`),
	);
	const properties = Object.entries(own.properties ?? {}).map(([name, member]): [string, Known] => [
		name,
		{ schema: member, target: target === '' ? '' : step(`${target}.properties`, name) },
	]);
	return Object.assign({}, ...parts, Object.fromEntries(properties)) as Record<string, Known>;
}

const propertiesIn = (contract: Contract, schema: Schema) => membersAt(contract, schema, '');

function createWalk(contract: Contract, shown: Shown, budget: { left: number }) {
	return function walk(
		holders: readonly Json[],
		known: Record<string, Known>,
		prefix: string,
		depth = 1,
	): MemberSeen[] {
		if (depth > DEEPEST || holders.length === 0) return [];
		// Which names are data is told by all objects of a place together.
		const all = Object.fromEntries(holders.flatMap((holder) => Object.entries(holder)));
		const names = shown.names(all);
		const groups = new Map<string, string[]>();
		for (const [name, printed] of names)
			groups.set(printed, [...(groups.get(printed) ?? []), name]);
		return [...groups].flatMap(([printed, group]) => {
			budget.left -= 1;
			if (budget.left < 0) return [];
			const values = holders.flatMap((holder) =>
				group.filter((name) => Object.hasOwn(holder, name)).map((name) => holder[name]),
			);
			const having = holders.filter((holder) => group.some((name) => Object.hasOwn(holder, name)));
			const [name = ''] = group;
			const member = printed === name ? known[name] : undefined;
			const seen = describe(`${prefix}${printed}`, values, having.length, holders.length, member);
			if (member === undefined) {
				const like = Object.keys(known).find(
					(one) => one.toLowerCase() === printed.toLowerCase() && one !== printed,
				);
				if (like !== undefined) seen.expected = like;
			}
			const schema = member?.schema ?? {};
			const inner = values.filter(isObject);
			const elements = values.flatMap((value) => (Array.isArray(value) ? value : []));
			const items = resolve(contract, schema).items ?? {};
			return [
				seen,
				...walk(
					inner,
					membersAt(contract, schema, member?.target ?? ''),
					`${seen.name}.`,
					depth + 1,
				),
				...walk(
					elements.filter(isObject),
					membersAt(
						contract,
						items,
						(member?.target ?? '') === '' ? '' : `${member?.target}.items`,
					),
					`${seen.name}[].`,
					depth + 1,
				),
			];
		});
	};

	function describe(
		name: string,
		values: readonly unknown[],
		having: number,
		holders: number,
		member: Known | undefined,
	): MemberSeen {
		const nulls = values.filter((value) => value === null).length;
		const filled = values.filter((value) => value !== null);
		const types = [...new Set(filled.map(typeOf))].sort();
		const texts = filled.filter((value) => typeof value === 'string' && value !== '') as string[];
		const patterns = texts.map(datePattern);
		const seen: MemberSeen = {
			name,
			types,
			inPercent: percent(having, holders),
			nullPercent: percent(nulls, values.length),
			contract: 'missing',
		};
		if (texts.length > 0 && patterns.every((pattern) => pattern !== undefined)) {
			seen.dates = [...new Set(patterns)].sort();
		}
		if (member === undefined) return seen;
		const schema = resolve(contract, member.schema);
		const marks = { ...schema, ...member.schema };
		const isCode =
			marks['x-known-values'] !== undefined ||
			marks['x-role'] === 'status' ||
			marks['x-role'] === 'currency';
		if (isCode) seen.codes = codesIn(filled);
		const expected = typesOf(schema);
		const mayBeNull = [schema.type ?? []].flat().includes('null') || expected.length === 0;
		const fits = (type: string) =>
			expected.length === 0 ||
			expected.includes(type) ||
			(type === 'integer' && expected.includes('number'));
		// A reference with null beside it cannot be written; that an object is null says nothing against it.
		const nullFits = nulls === 0 || mayBeNull || member.schema.$ref !== undefined;
		seen.contract = types.every(fits) && nullFits ? 'same' : 'otherType';
		if (seen.contract === 'otherType') {
			seen.expected = [schema.type ?? []].flat().join(' or ');
		}
		if (member.target !== '') {
			seen.target = member.target;
			seen.evidence = member.schema['x-evidence'];
		}
		return seen;
	}

	/** Only what looks like a code, and not where there are so many that they are none. */
	function codesIn(values: readonly unknown[]): string[] | undefined {
		const codes = new Set(values.map((value) => shown.code(value)));
		const found = [...codes].filter((code) => code !== undefined).sort();
		return found.length === 0 || codes.size > MOST_CODES ? undefined : found;
	}
}

const MOST_CODES = 15;

function typeOf(value: unknown): string {
	if (Array.isArray(value)) return 'array';
	if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
	return typeof value;
}

/** In steps of ten: exact shares of a short list would tell how long it is. */
function percent(part: number, whole: number): number {
	if (part === 0 || whole === 0) return 0;
	return part === whole ? 100 : Math.min(90, Math.max(10, Math.round((part / whole) * 10) * 10));
}

/** Members of the contract's rows that no row has; of an object that is missing only itself. */
function unseenIn(contract: Contract, schema: Schema, seen: readonly MemberSeen[]): string[] {
	const names = new Map(seen.map((member) => [member.name, member]));
	const missing = (holder: Schema, prefix: string, depth: number): string[] =>
		depth > DEEPEST
			? []
			: Object.entries(propertiesIn(contract, holder)).flatMap(([name, { schema: member }]) => {
					const found = names.get(`${prefix}${name}`);
					if (found === undefined) return [`${prefix}${name}`];
					const inner = resolve(contract, member);
					if (found.types.includes('object')) return missing(inner, `${prefix}${name}.`, depth + 1);
					const hasRows = [...names.keys()].some((one) => one.startsWith(`${prefix}${name}[].`));
					if (hasRows) return missing(inner.items ?? {}, `${prefix}${name}[].`, depth + 1);
					return [];
				});
	return missing(schema, '', 1);
}
