import type { Owner } from '../../scripts/n8n/owner.cts';

/** The n8n that the set-up of the tests of the editor has started. */
export function n8nOfSetup(): { url: string; owner: Owner } {
	const { CASH_IN_EDITOR } = process.env;
	if (CASH_IN_EDITOR === undefined) {
		throw new Error(
			'CASH_IN_EDITOR is not set: run these tests through jest or npm run test:editor',
		);
	}
	return JSON.parse(CASH_IN_EDITOR);
}
