import { resource, type Resource } from '../shared/resource';
import { apiCall } from './call';

/** Requests that no other operation of the node makes. */
export const custom = (resources: readonly Resource[]): Resource =>
	resource(
		'custom',
		{ name: 'API Call', description: 'Any request to the API of Cash-In' },
		{
			call: {
				name: 'Call',
				action: 'Make an API call',
				description:
					'Ask any endpoint of Cash-In, those included that this node has no operation for',
				run: { each: apiCall(resources) },
			},
		},
	);
