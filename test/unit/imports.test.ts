import { problemsIn } from '../../scripts/checks/imports.cts';

const problems = (imports: Record<string, string[]>) =>
	problemsIn(new Map(Object.entries(imports)));

it('imports downwards and of the leaves are fine', () => {
	expect(
		problems({
			'nodes/CashIn/CashIn.node.ts': ['n8n-workflow', 'nodes/CashIn/invoicing/dates.ts'],
			'nodes/CashIn/upload/send.ts': ['nodes/CashIn/api/request.ts', 'nodes/CashIn/upload/plan.ts'],
			'nodes/CashIn/invoicing/dates.ts': ['nodes/CashIn/text/displayName.ts'],
			'nodes/CashIn/finnish/iban.ts': ['nodes/CashIn/api/generated/fields.ts', 'node:crypto'],
		}),
	).toEqual([]);
});

it.each([
	['nodes/CashIn/api/request.ts', 'nodes/CashIn/upload/send.ts', 'api may not import upload'],
	['nodes/CashIn/actions/customer.ts', 'nodes/CashIn/triggers/poll.ts', 'may not import triggers'],
	['nodes/CashIn/text/names.ts', 'nodes/CashIn/api/request.ts', 'text may not import api'],
	['nodes/CashIn/orders/order.ts', 'n8n-workflow', 'orders knows nothing of n8n'],
	['nodes/CashIn/api/request.ts', 'nodes/CashIn/stray/file.ts', 'api may not import stray'],
])('%s may not import %s', (file, imported, reason) => {
	expect(problems({ [file]: [imported] })).toEqual([expect.stringContaining(reason)]);
	expect(problems({ [file]: [imported] })[0]).toContain(`${file} imports ${imported}`);
});

it('a cycle is told once, with the files of it', () => {
	expect(
		problems({
			'simulator/a.ts': ['simulator/b.ts'],
			'simulator/b.ts': ['simulator/c.ts'],
			'simulator/c.ts': ['simulator/b.ts'],
		}),
	).toEqual([
		'simulator/b.ts is in a cycle of imports: it imports simulator/c.ts, which imports simulator/b.ts.',
	]);
});
