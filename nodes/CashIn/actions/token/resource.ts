import type { ResourceRow } from '../shared/catalogueRow';
import * as renew from './renew.operation';
import * as validate from './validate.operation';

/** The API key in the credential. */
export const tokenResource: ResourceRow = {
	name: 'Token',
	value: 'token',
	description: 'The API key in the credential',
	operations: [
		{
			name: 'Renew',
			value: 'renew',
			action: 'Renew token',
			description:
				'Get a new API key in place of the one in the credential; usable after production has started',
			run: { each: renew },
		},
		{
			name: 'Validate',
			value: 'validate',
			action: 'Validate token',
			description: 'Ask Cash-In whether the API key of the credential is valid',
			run: { each: validate },
		},
	],
};
