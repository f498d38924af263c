import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { EndpointId } from '../../api/endpoints.generated';
import type { ExecuteRun } from '../../api/run';
import { simplified, simplifiedRow } from './simplified';
import { toMember } from './values';

/** The 'Simplify' of an operation that reads rows of more than ten members; nothing for the others. */
export function simplifyOption(endpoint: EndpointId): INodeProperties[] {
	return simplified[endpoint] === undefined ? [] : [option];
}

const option: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/**
 * What an item's 'Simplify' makes of a row of this endpoint's answer.
 * @throws InputProblem when an expression gives something else than true or false
 */
export function readSimplify(
	run: ExecuteRun,
	item: number,
	endpoint: EndpointId,
): (row: IDataObject) => IDataObject {
	const members = simplified[endpoint];
	if (members === undefined) return (row) => row;
	const wanted = run.context.getNodeParameter('simplify', item, true) as unknown;
	const simplify = toMember(wanted, { type: 'boolean' }, "'Simplify'") === true;
	return simplify ? (row) => simplifiedRow(members, row) : (row) => row;
}
