import type { ResourceRow } from '../shared/catalogueRow';
import * as validate from './validate.operation';

/** The API key in the credential. */
export const tokenResource: ResourceRow = {
	name: 'Token',
	value: 'token',
	description: 'The API key in the credential',
	operations: [
		{
			name: 'Validate',
			value: 'validate',
			action: 'Validate token',
			description: 'Ask Cash-In whether the API key of the credential is valid',
			run: { each: validate },
		},
	],
};
