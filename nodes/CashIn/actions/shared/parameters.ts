import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { ParameterValue } from '../../api/buildUrl';
import { endpoints, type EndpointId, type Parameter } from '../../api/generated/endpoints';
import { InputError } from '../../api/errors';
import type { ExecuteRun } from '../../api/run';
import { pickerOf } from '../../api/pickers';
import { goneField, isGone, savedFilters, unknownFilter } from '../../api/savedFilters';
import { emptyField } from './bodies';
import { labelOf } from '../../text/labels';
import { collection, fieldOf, locatedValue, locatorField } from './fields';
import { toMember } from './values';

/** Values of parameters, by field. */
export type ParameterValues = Readonly<Record<string, ParameterValue>>;

/** Parameters of the path, and those without which everything would be asked for, have a field of their own. */
function isRequired({ in: place, needed }: Parameter): boolean {
	return place === 'path' || needed === true;
}

function isSorting({ role }: Parameter): boolean {
	return role === 'sortBy' || role === 'sortOrder';
}

/** Parameters a user can set. The pager sets the page; a personal identity code has no place in an address. */
function offered(endpoint: EndpointId): readonly Parameter[] {
	return endpoints[endpoint].parameters.filter(
		({ role, personalCode }) => role !== 'page' && role !== 'pageSize' && personalCode !== true,
	);
}

/** The parameters of an endpoint as fields: the required ones on their own, and the others as "Filters" and "Sort". */
export function parameterFields(endpoint: EndpointId): INodeProperties[] {
	const all = offered(endpoint);
	const filters = all.filter((one) => !isRequired(one) && !isSorting(one));
	const sorting = all.filter((one) => !isRequired(one) && isSorting(one));
	const field = (parameter: Parameter) => parameterField(endpoint, parameter);
	const note = filters.some(({ field: name }) => isOfWindow(endpoint, name))
		? windowNote(endpoint)
		: '';
	return [
		...all.filter(isRequired).map((one) => ({ ...field(one), required: true })),
		...(filters.length > 0
			? [
					{
						...collection('Filters', 'filters', 'Add Filter', filters.map(field)),
						...(note === '' ? {} : { description: note }),
					},
				]
			: []),
		...(filters.length > 0 || endpoints[endpoint].parameters.length > all.length
			? [savedFilters]
			: []),
		...(sorting.length > 0 ? [collection('Sort', 'sort', 'Add Sorting', sorting.map(field))] : []),
	];
}

/** Chosen from a list of Cash-In where there is one, else typed in. */
function parameterField(endpoint: EndpointId, parameter: Parameter): INodeProperties {
	if (isGone(endpoint, parameter)) return goneField(fieldOf(parameter));
	const picker = pickerOf(endpoint, parameter.field);
	const field =
		picker === undefined
			? fieldOf(parameter)
			: locatorField(parameter, picker, isRequired(parameter));
	return isOfWindow(endpoint, parameter.field)
		? { ...field, description: `${field.description}. ${windowNote(endpoint)}` }
		: field;
}

/** Whether a parameter is one of the dates without which a list gives the last days only. */
export function isOfWindow(endpoint: EndpointId, field: string): boolean {
	const { from = [], to = [] } = endpoints[endpoint].window ?? {};
	return from.includes(field) || to.includes(field);
}

/** In a sentence, what a list gives without dates; `''` where nothing is known of that. */
export function windowNote(endpoint: EndpointId): string {
	const { window } = endpoints[endpoint];
	if (window === undefined) return '';
	return window.evidence === 'documented'
		? `Without dates, Cash-In gives the last ${window.days} days only.`
		: `Without dates, Cash-In may give the last ${window.days} days only (our reading).`;
}

/** The labels of parameters in a sentence: `'Case ID' or 'Invoice Number'`. */
export function labelsOf(endpoint: EndpointId, fields: readonly string[]): string {
	return endpoints[endpoint].parameters
		.filter(({ field }) => fields.includes(field))
		.map((parameter) => `'${labelOf(parameter)}'`)
		.join(' or ');
}

/**
 * The parameters an item's fields ask for; what is left empty is left out.
 * @throws InputError when a needed parameter is empty, a date is no date or a number is no number
 */
export function readParameters(
	run: ExecuteRun,
	item: number,
	endpoint: EndpointId,
): ParameterValues {
	const collected: IDataObject = {
		...(run.context.getNodeParameter('filters', item, {}) as IDataObject),
		...(run.context.getNodeParameter('sort', item, {}) as IDataObject),
	};
	assertFilters(endpoint, collected);
	const values: Record<string, ParameterValue> = {};
	for (const parameter of offered(endpoint)) {
		const { field: name } = parameter;
		const own = isRequired(parameter)
			? (run.context.getNodeParameter(name, item, undefined) as IDataObject[string])
			: undefined;
		// What is needed now may have been a filter when the workflow was made.
		const value = locatedValue(isEmptyFilter(own) ? collected[name] : own);
		if (value === undefined || value === null) continue;
		if (typeof value === 'string' && value.trim() === '') continue;
		values[name] = toMember(value, parameter, `'${labelOf(parameter)}'`) as ParameterValue;
	}
	const empty = offered(endpoint).find(({ field, needed }) => needed && !(field in values));
	if (empty !== undefined) throw emptyField(labelOf(empty));
	const { eitherOf = [] } = endpoints[endpoint];
	if (eitherOf.length > 0 && !eitherOf.some((name) => name in values)) {
		throw new InputError(
			`Nothing is asked for. Add one of the filters ${labelsOf(endpoint, eitherOf)}.`,
		);
	}
	return values;
}

/** @throws InputError for a filter that this operation does not have: left out, it would let everything through */
function assertFilters(endpoint: EndpointId, collected: IDataObject): void {
	const all = offered(endpoint);
	const isKnown = (one: Parameter) => isRequired(one) || !isGone(endpoint, one);
	const known = new Set(all.filter(isKnown).map(({ field }) => field));
	const hasFilters = all.some((one) => !isRequired(one) && !isSorting(one));
	const { parameters } = endpoints[endpoint];
	const unknown = Object.entries(collected).find(([name, given]) => {
		if (known.has(name) || isEmptyFilter(given)) return false;
		// Where no filters are offered, those of another operation may be left over.
		return hasFilters || parameters.some(({ field }) => field === name);
	});
	if (unknown !== undefined) throw new InputError(unknownFilter(unknown[0]).join('. '));
}

/** A filter that was added and left empty counts as not given. */
function isEmptyFilter(given: unknown): boolean {
	const value: unknown = locatedValue(given);
	return value === undefined || value === null || String(value).trim() === '';
}
