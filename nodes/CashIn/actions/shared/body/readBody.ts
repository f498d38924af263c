import type { IDataObject } from 'n8n-workflow';

import { members, type Member, type SchemaName } from '../../../api/members.generated';
import { InputProblem } from '../../../api/problems';
import type { ExecuteRun } from '../../../api/run';
import { locatedValue } from '../locator';
import { readOtherMembers } from '../otherMembers';
import { toMember, toObject } from '../values';
import { collectionName, ENTRY } from './bodyFields';
import { placesOf, type BodyLayout, type Place } from './places';

/**
 * One item's body, from its fields or from its JSON; what is left empty is left out. Members the contract knows
 * get its kinds; others go as they are.
 * @param thing as for `bodyProperties`
 * @throws InputProblem naming what is empty or cannot be read, and the remedy
 */
export function readBody(
	run: ExecuteRun,
	item: number,
	layout: BodyLayout,
	thing: string,
): IDataObject {
	if (run.parameter('inputMode', item, 'fields') === 'json') {
		const label = `'${thing} (JSON)'`;
		const given = toObject(run.parameter('bodyJson', item), label);
		if (Object.keys(given).length === 0) throw new InputProblem(`${label} is empty. Fill it in.`);
		return typed(given, layout.schema, `${label}: `);
	}
	return readFields(run, item, layout);
}

/** One item's body from its fields; throws as `readBody`. */
export function readFields(run: ExecuteRun, item: number, layout: BodyLayout): IDataObject {
	const collection = run.parameter(collectionName(layout), item, {}) as IDataObject;
	const body: IDataObject = {};
	for (const place of placesOf(layout)) {
		const value = place.asked ? run.parameter(place.parameter, item) : collection[place.parameter];
		const read = readPlace(place, value);
		if (read === undefined && place.asked) throw missing(place.label);
		if (read !== undefined) put(body, place.path, read);
	}
	return { ...body, ...readOtherMembers(collection) };
}

function missing(label: string): InputProblem {
	return new InputProblem(
		`'${label}' is empty. Fill it in, or check the expression that gives it.`,
	);
}

/** A field's value as its member wants it, or nothing where it was left empty. */
function readPlace(place: Place, given: unknown): IDataObject[string] | undefined {
	const { member, label, elements, asked } = place;
	const value: unknown = locatedValue(given);
	if (value === undefined || value === null || value === '') return undefined;
	if (elements === undefined) {
		const read = toMember(typeof value === 'string' ? value.trim() : value, member, `'${label}'`);
		// The editor shows 0 in a number field nobody has filled in.
		return read === '' || (asked && read === 0) ? undefined : read;
	}
	const { [ENTRY]: entries = [] } = toObject(value, `'${label}'`);
	const list = (Array.isArray(entries) ? entries : [entries]) as IDataObject[];
	const bodies = list.map((entry, index) => readEntry(elements, entry, label, index));
	const filled = bodies.filter((body) => Object.keys(body).length > 0);
	return filled.length === 0 ? undefined : filled;
}

function readEntry(
	elements: readonly Place[],
	entry: IDataObject,
	list: string,
	index: number,
): IDataObject {
	const body: IDataObject = {};
	const empty: string[] = [];
	for (const place of elements) {
		const label = `${list}, entry ${index + 1}: ${place.label}`;
		const read = readPlace({ ...place, label }, entry[place.parameter]);
		if (read !== undefined) put(body, place.path, read);
		else if (place.asked) empty.push(label);
	}
	const [first] = empty;
	if (Object.keys(body).length > 0 && first !== undefined) throw missing(first);
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

/** A body given as JSON, its known members in their kinds, however deep. */
function typed(given: IDataObject, schema: SchemaName, prefix: string): IDataObject {
	const rows: readonly Member[] = members[schema];
	const known = new Map(rows.map((member) => [member.name, member]));
	const body: IDataObject = {};
	for (const [name, value] of Object.entries(given)) {
		if (value === undefined) continue;
		const member = known.get(name);
		body[name] = member === undefined ? value : typedMember(value, member, `${prefix}${name}`);
	}
	return body;
}

function typedMember(value: unknown, member: Member, label: string): IDataObject[string] {
	const read = toMember(value, member, label);
	const { of } = member;
	if (of === undefined || !Object.hasOwn(members, of)) return read;
	const schema = of as SchemaName;
	if (Array.isArray(read)) {
		return read.map((entry, index) => {
			const place = `${label}[${index}]`;
			return typed(toObject(entry, place), schema, `${place}.`);
		});
	}
	return read === null ? null : typed(toObject(read, label), schema, `${label}.`);
}
