import { CashIn } from '../../nodes/CashIn/CashIn.node';
import { CashInTrigger } from '../../nodes/CashIn/CashInTrigger.node';
import actionCodex from '../../nodes/CashIn/CashIn.node.json';
import triggerCodex from '../../nodes/CashIn/CashInTrigger.node.json';

/** The editor downloads the descriptions of all nodes when it opens. */
const MOST_BYTES = 400_000;

it.each([
	['Cash-In', new CashIn()],
	['Cash-In Trigger', new CashInTrigger()],
])('the description of %s stays under 400 KB', (_, { description }) => {
	const bytes = Buffer.byteLength(JSON.stringify(description));
	expect(bytes).toBeGreaterThan(1_000);
	expect(bytes).toBeLessThan(MOST_BYTES);
});

it.each([
	['Cash-In', actionCodex, new CashIn()],
	['Cash-In Trigger', triggerCodex, new CashInTrigger()],
])('%s is found in the editor under finance', (_, codex, { description }) => {
	expect(codex).toMatchObject({
		node: `n8n-nodes-cash-in.${description.name}`,
		categories: ['Finance & Accounting'],
		resources: {
			primaryDocumentation: [{ url: expect.stringMatching(/^https:.*#readme$/) }],
			credentialDocumentation: [{ url: expect.stringMatching(/^https:.*#credentials$/) }],
		},
	});
	expect(codex).not.toHaveProperty('subcategories');
});
