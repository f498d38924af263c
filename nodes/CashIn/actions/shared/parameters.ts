import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { defaultWindows, type EndpointId } from '../../api/endpoints.generated';
import { pathMembers, queryMembers, type Member } from '../../api/members.generated';
import { InputProblem } from '../../api/problems';
import type { Call } from '../../api/request';
import type { ExecuteRun } from '../../api/run';
import { pickerOf } from '../../methods/pickers';
import { displayName } from '../../text/displayName';
import { emptyField } from './bodies';
import { collection, fieldOf, locatedValue, locatorField } from './fields';
import { toMember } from './values';

/** What the pager sets itself. */
const PAGING = ['page', 'pageSize'];
const SORTING = ['sortBy', 'sortOrder'];

/** Which parameters of an endpoint an operation asks for. */
export interface ParameterSpec {
	/** Query parameters with a field of their own that must be filled in; left out, those the contract asks for. */
	required?: readonly string[];
	/** Query parameters that are not offered. */
	omit?: readonly string[];
	/** Filters of which one must be filled in. */
	eitherOf?: readonly string[];
}

/** The query parameters of an operation that must be filled in. */
export function requiredParameters(
	endpoint: EndpointId,
	{ required, omit = [], eitherOf = [] }: ParameterSpec = {},
): readonly string[] {
	if (required !== undefined) return required;
	return queryParameters(endpoint)
		.filter(({ name, ask }) => ask === true && !omit.includes(name) && !eitherOf.includes(name))
		.map(({ name }) => name);
}

/**
 * The parameters of an endpoint as fields: the required ones on their own, and the others as "Filters" and "Sort",
 * with whatever the contract knows.
 * @param required names of query parameters; path parameters always are
 * @param omit names of parameters that are not offered
 */
export function parameterFields(
	endpoint: EndpointId,
	required: readonly string[] = [],
	omit: readonly string[] = [],
): INodeProperties[] {
	const query = queryParameters(endpoint).filter(({ name }) => !omit.includes(name));
	const own = [...pathParameters(endpoint), ...query.filter(({ name }) => required.includes(name))];
	const others = query.filter(({ name }) => !required.includes(name) && !PAGING.includes(name));
	const sorting = others.filter(({ name }) => SORTING.includes(name));
	const filters = others.filter(({ name }) => !SORTING.includes(name));
	const field = (member: Member) => parameterField(endpoint, member);
	const note = filters.some(({ name }) => isOfWindow(endpoint, name)) ? windowNote(endpoint) : '';
	const described = note === '' ? {} : { description: note };
	return [
		...own.map((member) => ({ ...parameterField(endpoint, member, true), required: true })),
		...(filters.length > 0
			? [{ ...collection('Filters', 'filters', 'Add Filter', filters.map(field)), ...described }]
			: []),
		...(sorting.length > 0 ? [collection('Sort', 'sort', 'Add Sorting', sorting.map(field))] : []),
	];
}

/** Chosen from a list of Cash-In where there is one, else typed in. */
function parameterField(endpoint: EndpointId, member: Member, required = false): INodeProperties {
	const picker = pickerOf(endpoint, member.name);
	const field = picker === undefined ? fieldOf(member) : locatorField(member, picker, required);
	return isOfWindow(endpoint, member.name)
		? { ...field, description: `${field.description}. ${windowNote(endpoint)}` }
		: field;
}

/** Whether a query parameter is one of the dates without which a list gives the last days only. */
export function isOfWindow(endpoint: EndpointId, name: string): boolean {
	const { from = [], to = [] } = defaultWindows[endpoint] ?? {};
	return [...from, ...to].includes(name);
}

/** In a sentence, what a list gives without dates; `''` where nothing is known of that. */
export function windowNote(endpoint: EndpointId): string {
	const window = defaultWindows[endpoint];
	if (window === undefined) return '';
	return window.evidence === 'documented'
		? `Without dates, Cash-In gives the last ${window.days} days only.`
		: `Without dates, Cash-In may give the last ${window.days} days only (our reading).`;
}

/**
 * The path and query an item's fields ask for; what is left empty is left out.
 * @throws InputProblem when a required parameter is empty, a date is no date or a number is no number
 */
export function readParameters<E extends EndpointId>(
	run: ExecuteRun,
	item: number,
	endpoint: E,
	spec: ParameterSpec = {},
): Pick<Call<E>, 'path' | 'query'> {
	const collected: IDataObject = {
		...(run.context.getNodeParameter('filters', item, {}) as IDataObject),
		...(run.context.getNodeParameter('sort', item, {}) as IDataObject),
	};
	const own = (name: string) =>
		run.context.getNodeParameter(name, item, undefined) as IDataObject[string];
	const required = requiredParameters(endpoint, spec);
	const path = typed(pathParameters(endpoint), own);
	const query = typed(queryParameters(endpoint), (name) =>
		required.includes(name) ? own(name) : collected[name],
	);
	const empty = required.find((name) => !(name in query));
	if (empty !== undefined) throw emptyField(displayName(empty));
	const { eitherOf = [] } = spec;
	if (eitherOf.length > 0 && !eitherOf.some((name) => name in query)) {
		const labels = eitherOf.map((name) => `'${displayName(name)}'`).join(' or ');
		throw new InputProblem(`Nothing is asked for. Add one of the filters ${labels}.`);
	}
	return { path, query } as Pick<Call<E>, 'path' | 'query'>;
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

/** The parameters in the path of an endpoint. */
export function pathParameters(endpoint: EndpointId): readonly Member[] {
	const table: Readonly<Partial<Record<EndpointId, readonly Member[]>>> = pathMembers;
	return table[endpoint] ?? [];
}

function queryParameters(endpoint: EndpointId): readonly Member[] {
	const table: Readonly<Partial<Record<EndpointId, readonly Member[]>>> = queryMembers;
	return table[endpoint] ?? [];
}
