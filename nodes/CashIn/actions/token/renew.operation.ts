import { InputProblem } from '../../api/problems';
import { showsSecrets } from '../shared/secrets';
import { writeOperation } from '../shared/writes';

/**
 * A new API key in place of the one in the credential. No node can put it there, so that it is made only when
 * somebody is to see it: hidden, it would be lost, and with it the way into Cash-In.
 */
export const { endpoint, description, execute } = writeOperation({
	resource: 'token',
	operation: 'renew',
	endpoint: 'renewToken',
	thing: 'Token',
	asked: ['customerCode', 'ipAddress'],
	care: {
		effect:
			'Cash-In makes a new API key, and the one in the credential may stop working at once: enter the new one there.',
		confirmed: true,
	},
	before(run, item) {
		if (showsSecrets(run, item)) return;
		throw new InputProblem(
			"Nothing was renewed: the new key would be shown to nobody, and be lost. Add 'Show Secrets' under Options to see it once, and enter it in the credential.",
		);
	},
});
