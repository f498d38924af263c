import { ensureInstalled } from '../../scripts/bootstrap/install';
import { linkedRepository } from '../support/linkedFolder.cts';

it('packages that are a link to those of another repository are never replaced through the link', async () => {
	const { root, kept, remove } = linkedRepository();
	try {
		await expect(ensureInstalled({ root, log: () => {} })).rejects.toThrow(
			/node_modules is a link.*run "npm ci" where it leads/,
		);
		expect(kept()).toBe(true);
	} finally {
		remove();
	}
});
