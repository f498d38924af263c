import { exampleFile, exampleNames, readExample } from '../../scripts/n8n/examples.cts';
import { shows, useEditor } from '../support/editor';

const { editor } = useEditor();
/** What wants an account, which everybody has their own of: the files name none. */
const WANTS_ACCOUNT = /account|cashIn|email|lmChat|googleSheets|wooCommerce|shopify|slack|stripe/i;
const STICKY = 'n8n-nodes-base.stickyNote';

describe.each(exampleNames())('the example %s', (name) => {
	const { nodes } = readExample(name);
	const steps = nodes.filter(({ type }) => type !== STICKY);

	it('is imported whole: every node is known, lacks nothing but credentials, and its note is shown', async () => {
		const { page } = editor();
		await editor().newWorkflow();
		await page.getByTestId('workflow-import-input').setInputFiles(exampleFile(name));
		for (const step of steps) await editor().canvasNode(step.name).waitFor();
		// A node that n8n does not know has a question mark for its icon.
		const unknown = page.getByTestId('canvas-node').getByText('?', { exact: true });
		expect(await unknown.count()).toBe(0);
		for (const name of await editor().marked()) {
			const { type = '', parameters = {} } = steps.find((step) => step.name === name) ?? {};
			const asksForOne = parameters.authentication !== undefined;
			expect(asksForOne ? 'an account' : type).toMatch(WANTS_ACCOUNT);
		}
		for (const note of nodes.filter(({ type }) => type === STICKY)) {
			const words = String(note.parameters.content)
				.replace(/[#*_`]/g, '')
				.trim();
			await shows(page.getByTestId('sticky'), words.slice(0, 30).split('\n')[0] ?? '');
		}
	});
});
