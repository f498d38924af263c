import { START, useEditor, shows } from '../support/editor';

const { editor, open } = useEditor();

/** What somebody types who looks for a way to send invoices, and their payments. */
const WORDS = [
	'cash in',
	'cash-in',
	'finland',
	'finnish',
	'suomi',
	'saatava',
	'maksu',
	'perinta',
	'verkkolasku',
	'receivable',
	'lasku',
];

const creator = () => editor().page.getByTestId('node-creator');
const found = () =>
	creator()
		.getByTestId('item-iterator-item')
		.filter({ has: editor().page.getByText('Cash-In', { exact: true }) });
const search = async (words: string) =>
	await creator().getByTestId('node-creator-search-bar').fill(words);

describe('in a workflow that has begun', () => {
	beforeAll(async () => {
		await open([START]);
		await editor().page.getByTestId('node-creator-plus-button').click();
	});

	it.each(WORDS)('"%s" finds Cash-In, and reads that it sends invoices', async (words) => {
		await search(words);
		await shows(found(), /sends? invoices/i);
	});

	it('the entry holds both nodes: what can be done, and what starts a workflow', async () => {
		await search('cash in');
		await found().click();
		await shows(creator(), 'Create invoice');
		const triggers = creator()
			.getByTestId('node-creator-category-item')
			.getByText(/^Triggers/);
		await triggers.click();
		await shows(creator(), /invoice is paid|payment/i);
	});
});

describe('in an empty workflow, where n8n asks what starts it', () => {
	beforeAll(async () => {
		await editor().newWorkflow();
		await editor().page.getByTestId('canvas-add-button').click();
	});

	it.each(WORDS)('"%s" finds Cash-In', async (words) => {
		await search(words);
		await found().waitFor();
	});
});
