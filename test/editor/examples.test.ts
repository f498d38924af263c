import { exampleFile, exampleNames, readExample } from '../../scripts/n8n/examples.cts';
import { shows, useEditor } from '../support/editor';

const { editor } = useEditor();
/** Of everybody their own: the files name none. */
const ONLY_CREDENTIALS = /^(Issues:\s*)?([-•]?\s*Credentials for [^\n]* (are|is) not set\.?\s*)+$/;
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
		for (const issue of await editor().issues()) expect(issue).toMatch(ONLY_CREDENTIALS);
		for (const note of nodes.filter(({ type }) => type === STICKY)) {
			const words = String(note.parameters.content)
				.replace(/[#*_`]/g, '')
				.trim();
			await shows(page.getByTestId('sticky'), words.slice(0, 30).split('\n')[0] ?? '');
		}
	});
});
