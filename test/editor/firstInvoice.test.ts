import { recorder } from '../support/firstInvoice.cts';
import { shows, useEditor } from '../support/editor';
import { useSimulator } from '../support/simulator';
import { KEY } from '../support/n8n';

const simulator = useSimulator();
const { editor, n8n } = useEditor({ width: 1280, height: 800 });

/** As on the first day: n8n chooses a credential by itself where there is one. */
beforeAll(async () => {
	for (const { id } of await n8n.rest<Array<{ id: string }>>('GET', '/rest/credentials')) {
		await n8n.rest('DELETE', `/rest/credentials/${id}`);
	}
});

it('from an empty canvas to a sent invoice, with every click and field counted', async () => {
	const { page, panel, show, newWorkflow } = editor();
	const { click, fill, choose, picture, write } = recorder(editor());
	const creator = page.getByTestId('node-creator');
	const search = creator.getByTestId('node-creator-search-bar');
	const entry = (name: string) =>
		creator
			.getByTestId('item-iterator-item')
			.filter({ has: page.getByText(name, { exact: true }) });

	await show('/settings/community-nodes');
	await page.getByText(/Install a community node/i).click();
	const install = page.getByTestId('communityPackageInstall-modal');
	await install.locator('input').first().fill('n8n-nodes-cash-in');
	await picture('first-invoice-1-install');
	await page.keyboard.press('Escape');

	await newWorkflow();
	await click(page.getByTestId('canvas-add-button'));
	await click(entry('Trigger manually'));
	await click(page.getByTestId('canvas-handle-plus').first());
	await fill(search, 'cash-in');
	await entry('Cash-In').waitFor();
	await picture('first-invoice-3-find');
	await click(entry('Cash-In'));
	await click(entry('Create invoice'));
	await panel.whole.waitFor();

	const slot = panel.whole.getByTestId('node-credentials-slot');
	await click(slot.getByRole('button').first());
	const dialog = page.getByTestId('editCredential-modal');
	const field = (name: string) => dialog.getByTestId(`parameter-input-${name}`).locator('input');
	await fill(field('apiKey'), KEY);
	await choose(field('environment'), page.getByRole('option', { name: /sandbox|custom/i }));
	await fill(field('baseUrl'), simulator().url);
	expect(await field('apiKey').getAttribute('type')).toBe('password');
	await click(dialog.getByTestId('credential-save-button'));
	// n8n closes it once it has connected.
	await dialog.waitFor({ state: 'hidden' });

	const input = (name: string) => panel.input(name).locator('input, textarea').first();
	await fill(input('invoiceNumber'), '1042');
	await fill(input('buyerName'), 'Example Buyer Oy');
	await fill(input('buyerEmail'), 'buyer@example.com');
	await fill(input('description'), 'Example work');
	await fill(input('unitPrice'), '100');
	await picture('first-invoice-4-create');
	await click(panel.whole.getByTestId('node-execute-button'));
	await shows(panel.output, '125.5');
	await picture('first-invoice-5-output');
	// Its dialog tests it at once.
	await panel.whole.getByTestId('credential-edit-button').click();
	await shows(dialog, 'Connection tested successfully');
	await picture('first-invoice-2-credential');

	expect(simulator().control.invoices()).toHaveLength(1);
	write();
});
