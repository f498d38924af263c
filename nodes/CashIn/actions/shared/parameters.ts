import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { EndpointId } from '../../api/endpoints.generated';
import { pathMembers, queryMembers, type Member } from '../../api/members.generated';
import { InputProblem } from '../../api/problems';
import type { Call } from '../../api/request';
import type { ExecuteRun } from '../../api/run';
import { pickerOf } from '../../methods/pickers';
import { displayName } from '../../text/displayName';
import { fieldOf } from './fieldsFromContract';
import { isOfWindow, windowNote } from './defaultWindow';
import { locatedValue, locatorField } from './locator';
import { toMember } from './values';

/** What the pager sets itself. */
const PAGING = ['page', 'pageSize'];
const SORTING = ['sortBy', 'sortOrder'];

/**
 * The parameters of an endpoint as fields: those that are asked for on their own, and the others as "Filters" and
 * "Sort", with whatever the contract knows.
 * @param asked names of parameters with a field of their own; path parameters always have one
 * @param left names of parameters that are not offered
 */
export function parameterFields(
	endpoint: EndpointId,
	asked: readonly string[] = [],
	left: readonly string[] = [],
): INodeProperties[] {
	const path = membersIn(pathMembers, endpoint);
	const query = membersIn(queryMembers, endpoint).filter(({ name }) => !left.includes(name));
	const own = [...path, ...query.filter(({ name }) => asked.includes(name))];
	const others = query.filter(({ name }) => !asked.includes(name) && !PAGING.includes(name));
	const sorting = others.filter(({ name }) => SORTING.includes(name));
	const filters = others.filter(({ name }) => !SORTING.includes(name));
	const field = (member: Member) => parameterField(endpoint, member);
	const note = filters.some(({ name }) => isOfWindow(endpoint, name)) ? windowNote(endpoint) : '';
	const described = note === '' ? {} : { description: note };
	return [
		...own.map((member) => parameterField(endpoint, member, true)),
		...(filters.length > 0
			? [{ ...collection('Filters', 'filters', 'Add Filter', filters.map(field)), ...described }]
			: []),
		...(sorting.length > 0 ? [collection('Sort', 'sort', 'Add Sorting', sorting.map(field))] : []),
	];
}

/**
 * One parameter of an endpoint as a field: chosen from a list of Cash-In where there is one, else typed in.
 * @param required only then is an empty one an issue in the editor
 */
export function parameterField(
	endpoint: EndpointId,
	member: Member,
	required = false,
): INodeProperties {
	const picker = pickerOf(endpoint, member.name);
	const plain = picker === undefined ? fieldOf(member) : locatorField(member, picker, required);
	const field = isOfWindow(endpoint, member.name)
		? { ...plain, description: `${plain.description}. ${windowNote(endpoint)}` }
		: plain;
	return required ? { ...field, required } : field;
}

/**
 * The path and query an item's fields ask for; what is left empty is left out.
 * @throws InputProblem when a date is no date or a number is no number
 */
export function readParameters<E extends EndpointId>(
	run: ExecuteRun,
	item: number,
	endpoint: E,
	asked: readonly string[] = [],
): Pick<Call<E>, 'path' | 'query'> {
	const collected: IDataObject = {
		...(run.context.getNodeParameter('filters', item, {}) as IDataObject),
		...(run.context.getNodeParameter('sort', item, {}) as IDataObject),
	};
	const own = (name: string) =>
		run.context.getNodeParameter(name, item, undefined) as IDataObject[string];
	const path = typed(membersIn(pathMembers, endpoint), own);
	const query = typed(membersIn(queryMembers, endpoint), (name) =>
		asked.includes(name) ? own(name) : collected[name],
	);
	return { path, query } as Pick<Call<E>, 'path' | 'query'>;
}

/** @throws InputProblem when a parameter without which everything would be asked for is empty */
export function assertAsked(query: object, asked: readonly string[]): void {
	const missing = asked.find((name) => !(name in query));
	if (missing === undefined) return;
	throw new InputProblem(
		`'${displayName(missing)}' is empty. Fill it in, or check the expression that gives it.`,
	);
}

function typed(
	members: readonly Member[],
	valueOf: (name: string) => IDataObject[string],
): IDataObject {
	const values: IDataObject = {};
	for (const member of members) {
		const value = PAGING.includes(member.name) ? undefined : locatedValue(valueOf(member.name));
		if (value === undefined || value === null) continue;
		if (typeof value === 'string' && value.trim() === '') continue;
		values[member.name] = toMember(value, member, `'${fieldOf(member).displayName}'`);
	}
	return values;
}

function membersIn(
	table: Readonly<Partial<Record<EndpointId, readonly Member[]>>>,
	endpoint: EndpointId,
): readonly Member[] {
	return table[endpoint] ?? [];
}

function collection(
	title: string,
	name: string,
	placeholder: string,
	fields: INodeProperties[],
): INodeProperties {
	const options = fields.sort((a, b) => (a.displayName < b.displayName ? -1 : 1));
	return { displayName: title, name, type: 'collection', placeholder, default: {}, options };
}
