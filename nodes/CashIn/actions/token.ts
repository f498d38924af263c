import { InputError } from '../api/errors';
import { showsSecrets } from './shared/options';
import { record } from './shared/record';
import { resource } from './shared/resource';
import { write } from './shared/write';

export const token = resource(
	'token',
	{ name: 'Token', description: 'The API key in the credential' },
	{
		renew: write('renewToken', {
			action: 'Renew token',
			description:
				'Get a new API key in place of the one in the credential; usable after production has started',
			confirmation: {
				effect:
					'Cash-In makes a new API key, and the one in the credential may stop working at once: enter the new one there.',
				agent:
					'An agent can then have a new API key made, and with it stop every workflow that uses the present one.',
				confirm: true,
			},
			// No node can put the new key into the credential: hidden, it would be lost, and with it the way into Cash-In.
			assert(run, item) {
				if (showsSecrets(run, item)) return;
				throw new InputError(
					"Nothing was renewed: the new key would be shown to nobody, and be lost. Add 'Show Secrets' under Options to see it once, and enter it in the credential.",
				);
			},
		}),
		validate: record('validateToken', {
			action: 'Validate token',
			description: 'Ask Cash-In whether the API key of the credential is valid',
		}),
	},
);
