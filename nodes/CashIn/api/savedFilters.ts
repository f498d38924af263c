import type { INodeProperties } from 'n8n-workflow';

import { displayName } from '../text/displayName';
import { endpoints, type EndpointId, type Parameter } from './generated/endpoints';

/**
 * Keeps what a saved workflow has among its filters. Without it n8n takes out whatever the editor does not offer, so that
 * a filter that is gone would be left out unseen, and everything come instead.
 */
export const savedFilters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'hidden',
	default: {},
};

/** Whether Cash-In's own document lacks a parameter of an operation that it has: it would be ignored. */
export function isGone(endpoint: EndpointId, { absent }: Pick<Parameter, 'absent'>): boolean {
	return absent === true && endpoints[endpoint].absent !== true;
}

/** A filter that workflows may have: offered so that it can be seen and removed. */
export function goneField(field: INodeProperties): INodeProperties {
	return {
		...field,
		displayName: `${field.displayName} (Gone)`,
		description: "Cash-In's API has no such filter any more. Remove it: with it nothing is asked.",
	};
}

/** What is wrong with a filter that is not offered, and what to do, each without its last full stop. */
export function unknownFilter(name: string): [message: string, advice: string] {
	return [
		`The filter '${displayName(name)}' is not one that Cash-In has here. Left out, it would let everything through, so nothing was asked`,
		'Remove it. Where the editor does not show it, add this node anew.',
	];
}
