import { checkGeneratedFiles } from '../support/contract.cts';

test('what is made from the contract is fresh, and the contract gives every operation what it needs', () => {
	const { status, stderr } = checkGeneratedFiles();
	expect([status, stderr]).toEqual([0, '']);
});
