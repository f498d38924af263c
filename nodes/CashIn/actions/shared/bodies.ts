import type { IDataObject } from 'n8n-workflow';

import type { Member, SchemaName } from '../../api/generated/members';
import { InputError } from '../../api/errors';
import type { ExecuteRun } from '../../api/run';
import { collectionName, ENTRY, fieldLayout, type BodyLayout, type FieldSpec } from './fieldLayout';
import { locatedValue, membersOf, readOtherMembers } from './fields';
import { withCurrentNames, type OnRename } from './formerNames';
import { toMember, toObject } from './values';

/**
 * One item's body, from its fields or from its JSON; what is left empty is left out. Members the contract knows
 * get its types; others go as they are.
 * @param noun as for `bodyProperties`
 * @throws InputError naming what is empty or cannot be read, and the remedy
 */
export function readBody(
	run: ExecuteRun,
	item: number,
	layout: BodyLayout,
	noun: string,
	onRename: OnRename,
): IDataObject {
	if (!isJsonInput(run, item)) return readFields(run, item, layout, onRename);
	const label = `'${noun} (JSON)'`;
	const given = toObject(run.parameter('bodyJson', item), label);
	if (Object.keys(given).length === 0) throw new InputError(`${label} is empty. Fill it in.`);
	const current = withCurrentNames(given, layout.schema, `${label}: `, onRename);
	return typedBody(current, membersOf(layout.schema), (name) => `${label}: ${name}`);
}

/** Whether an item's body is given as JSON. */
export function isJsonInput(run: ExecuteRun, item: number): boolean {
	return run.parameter('inputMode', item, 'fields') === 'json';
}

/** One item's body from its fields; throws as `readBody`. */
export function readFields(
	run: ExecuteRun,
	item: number,
	layout: BodyLayout,
	onRename: OnRename,
): IDataObject {
	const collected = run.parameter(collectionName(layout), item, {}) as IDataObject;
	const body: IDataObject = {};
	for (const spec of fieldLayout(layout)) {
		const { path, parameter, label, required } = spec;
		const value = readField(spec, required ? run.parameter(parameter, item) : collected[parameter]);
		if (value === undefined && required) throw emptyField(label);
		if (value !== undefined) put(body, path, value);
	}
	return withOtherMembers(body, collected, layout.schema, onRename);
}

/** A body with what is entered under Other Members, under the names the API has now; throws as `withCurrentNames`. */
export function withOtherMembers(
	body: IDataObject,
	collected: IDataObject,
	schema: SchemaName,
	onRename: OnRename,
): IDataObject {
	const others = readOtherMembers(collected);
	const current = withCurrentNames(others, schema, "'Other Members': ", onRename);
	const twice = Object.keys(current).find((name) => name in body && !(name in others));
	if (twice !== undefined) {
		throw new InputError(
			`'Other Members' give '${twice}' under a former name, and it has a field of its own that is filled in. Remove one of the two.`,
		);
	}
	return { ...body, ...current };
}

/** A required field without a value. */
export function emptyField(label: string): InputError {
	return new InputError(`'${label}' is empty. Fill it in, or check the expression that gives it.`);
}

/** A field's value in its member's type, or nothing where it was left empty. */
function readField(
	{ member, label, elements, required }: FieldSpec,
	given: unknown,
): IDataObject[string] | undefined {
	const value: unknown = locatedValue(given);
	if (value === undefined || value === null || value === '') return undefined;
	if (elements === undefined) {
		const read = toMember(typeof value === 'string' ? value.trim() : value, member, `'${label}'`);
		// The editor shows 0 in a number field nobody has filled in.
		return read === '' || (required && read === 0) ? undefined : read;
	}
	const { [ENTRY]: entries = [] } = toObject(value, `'${label}'`);
	const list = (Array.isArray(entries) ? entries : [entries]) as IDataObject[];
	const bodies = list.map((entry, index) => readEntry(elements, entry, label, index));
	const filled = bodies.filter((body) => Object.keys(body).length > 0);
	return filled.length === 0 ? undefined : filled;
}

function readEntry(
	elements: readonly FieldSpec[],
	entry: IDataObject,
	list: string,
	index: number,
): IDataObject {
	const body: IDataObject = {};
	const empty: string[] = [];
	for (const spec of elements) {
		const label = `${list}, entry ${index + 1}: ${spec.label}`;
		const value = readField({ ...spec, label }, entry[spec.parameter]);
		if (value !== undefined) put(body, spec.path, value);
		else if (spec.required) empty.push(label);
	}
	const [first] = empty;
	if (Object.keys(body).length > 0 && first !== undefined) throw emptyField(first);
	return body;
}

function put(body: IDataObject, path: readonly string[], value: IDataObject[string]): void {
	const [name = '', ...rest] = path;
	if (rest.length === 0) {
		body[name] = value;
		return;
	}
	const inner = (body[name] ?? {}) as IDataObject;
	body[name] = inner;
	put(inner, rest, value);
}

/** Reads one known member of a JSON body; the label names it in messages. */
type ReadMember = (value: unknown, member: Member, label: string) => IDataObject[string];

/**
 * A body given as JSON, its known members in their types, however deep; the others stay as given. Where nothing had to
 * change it is the given object itself, and not to be changed.
 * @param labelOf how messages call a member, by its name
 */
export function typedBody(
	given: IDataObject,
	known: ReadonlyMap<string, Member>,
	labelOf: (name: string) => string,
	readMember: ReadMember = typedMember,
): IDataObject {
	let typed = given;
	for (const name of Object.keys(given)) {
		const value = given[name];
		const member = known.get(name);
		const read =
			value === undefined || member === undefined
				? value
				: readMember(value, member, labelOf(name));
		if (read === value && value !== undefined) continue;
		if (typed === given) typed = { ...given };
		if (read === undefined) delete typed[name];
		else typed[name] = read;
	}
	return typed;
}

function typedMember(value: unknown, member: Member, label: string): IDataObject[string] {
	const read = toMember(value, member, label);
	if (member.of === undefined || read === null) return read;
	const known = membersOf(member.of);
	if (!Array.isArray(read))
		return typedBody(toObject(read, label), known, (name) => `${label}.${name}`);
	return read.map((entry, index) =>
		typedBody(toObject(entry, `${label}[${index}]`), known, (name) => `${label}[${index}].${name}`),
	);
}
