import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { endpoints, type Endpoint, type EndpointId } from '../../api/generated/endpoints';
import { valueAt } from '../../api/parsePage';
import type { ExecuteRun } from '../../api/run';
import { toMember } from './values';

/** The 'Simplify' of an operation that reads rows of more than ten members; nothing for the others. */
export function simplifyOption(endpoint: EndpointId): INodeProperties[] {
	return endpoints[endpoint].simplify === undefined ? [] : [option];
}

const option: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/**
 * The function that an item's 'Simplify' applies to the rows of this endpoint's answer.
 * @throws InputError when an expression gives something else than true or false
 */
export function readSimplify(
	run: ExecuteRun,
	item: number,
	endpoint: EndpointId,
): (row: IDataObject) => IDataObject {
	const { simplify } = endpoints[endpoint];
	if (simplify === undefined) return (row) => row;
	const wanted = run.context.getNodeParameter('simplify', item, true) as unknown;
	const isWanted = toMember(wanted, { type: 'boolean' }, "'Simplify'") === true;
	return isWanted ? (row) => simplifyRow(simplify, row) : (row) => row;
}

/**
 * A row with its most useful members, flat; members the row lacks are left out. A row without the first of them, its
 * key, is of a shape we do not know, and stays as it came.
 */
function simplifyRow(members: NonNullable<Endpoint['simplify']>, row: IDataObject): IDataObject {
	const simple: IDataObject = {};
	let isKey = true;
	for (const [name, path] of members) {
		const value = valueAt(row, path);
		if (isKey && (value === undefined || value === null)) return row;
		isKey = false;
		if (value !== undefined) simple[name] = value;
	}
	return simple;
}
