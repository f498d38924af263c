import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { EndpointId } from '../../api/endpoints.generated';
import { queryMembers, type Member } from '../../api/members.generated';
import type { Call } from '../../api/request';
import { fieldOf } from './fieldsFromContract';
import { toMember } from './values';

/** An endpoint with query parameters. */
export type QueryEndpoint = keyof typeof queryMembers & EndpointId;

/** What the pager sets itself. */
const PAGING = ['page', 'pageSize'];
const SORTING = ['sortBy', 'sortOrder'];

/** A "Filters" collection, and "Sort" where there is any, with every query parameter the contract knows of an endpoint. */
export function filtersFor(endpoint: QueryEndpoint): INodeProperties[] {
	const rows: readonly Member[] = queryMembers[endpoint];
	const sorting = rows.filter(({ name }) => SORTING.includes(name));
	const filters = rows.filter(({ name }) => !SORTING.includes(name) && !PAGING.includes(name));
	return [
		collection('Filters', 'filters', 'Add Filter', filters),
		...(sorting.length > 0 ? [collection('Sort', 'sort', 'Add Sorting', sorting)] : []),
	];
}

/**
 * The query an item's filters ask for; what is left empty is left out.
 * @throws InputProblem when a date is no date or a number is no number
 */
export function readQuery<E extends QueryEndpoint>(
	context: IExecuteFunctions,
	item: number,
	endpoint: E,
): NonNullable<Call<E>['query']> {
	const given: IDataObject = {
		...(context.getNodeParameter('filters', item, {}) as IDataObject),
		...(context.getNodeParameter('sort', item, {}) as IDataObject),
	};
	const rows: readonly Member[] = queryMembers[endpoint];
	const query: IDataObject = {};
	for (const member of rows) {
		const value = given[member.name];
		if (value === undefined || value === null || value === '' || PAGING.includes(member.name))
			continue;
		query[member.name] = toMember(value, member, fieldOf(member).displayName);
	}
	return query as NonNullable<Call<E>['query']>;
}

function collection(
	displayName: string,
	name: string,
	placeholder: string,
	rows: readonly Member[],
): INodeProperties {
	const options = rows.map(fieldOf).sort((a, b) => (a.displayName < b.displayName ? -1 : 1));
	return { displayName, name, type: 'collection', placeholder, default: {}, options };
}
