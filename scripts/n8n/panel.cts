import type { Locator, Page } from 'playwright-core';

export type Panel = ReturnType<typeof panelOf>;

/**
 * The panel of the node that is open, and its output. Parameters go by their names, which stay the same; what people
 * read is chosen by what they read.
 */
export function panelOf(page: Page) {
	const whole = page.getByTestId('ndv');
	const output = whole.getByTestId('output-panel');
	const parameters = whole.getByTestId('node-parameters');

	/** The input of a parameter. @param scope a row of a list, where there are several of that name */
	const input = (name: string, scope: Locator = whole) =>
		scope.getByTestId(`parameter-input-${name}`).first();

	/** Types a value over what is there. */
	async function fill(name: string, value: string, scope?: Locator) {
		const field = input(name, scope).locator('input, textarea').first();
		await field.fill(value);
		// n8n takes over some values only when the field is left.
		await field.blur();
	}

	/** Opens a list of options. */
	async function openList(name: string, scope?: Locator) {
		await input(name, scope).locator('input').first().click();
		await listed().first().waitFor();
	}

	/** The options of the list that is open. */
	const listed = () => page.getByTestId('parameter-input-item').filter({ visible: true });

	/** @param option its first line */
	async function choose(name: string, option: string, scope?: Locator) {
		await openList(name, scope);
		await listed()
			.filter({ has: page.getByText(option, { exact: true }) })
			.first()
			.click();
	}

	/** Opens the list of a "From list" and gives back its place. */
	async function openPicker(name: string): Promise<Locator> {
		const picker = whole.getByTestId(`resource-locator-${name}`);
		await picker.getByTestId('rlc-input').click();
		return page.getByTestId('rlc-search').filter({ visible: true });
	}

	/** The entries of the "From list" that is open. */
	const picked = () => page.getByTestId('rlc-item').filter({ visible: true });

	/** Where the list that is open says why it is empty. */
	const pickerError = () => page.getByTestId('rlc-error-container').filter({ visible: true });

	/** What a "From list" shows as chosen. */
	const pickedValue = async (name: string) =>
		await whole.getByTestId(`resource-locator-${name}`).getByTestId('rlc-input').inputValue();

	/** Switches a switch. */
	async function toggle(name: string) {
		// The switch itself has no size.
		await input(name).locator('.el-switch').click();
	}

	/** Adds an entry of an "Additional Fields" or "Options" collection. @param label of the collection */
	async function add(label: string, option: string) {
		await collection(label).getByTestId('collection-parameter-add').click();
		await page.getByRole('option', { name: option, exact: true }).filter({ visible: true }).click();
	}

	/** The parameter with a label, and all that is in it. */
	const collection = (label: string) =>
		parameters
			.getByTestId('parameter-item')
			.filter({
				has: page.getByTestId('input-label').getByText(label, { exact: true }),
			})
			.last();

	/** The names of the parameters that are marked as wrong or missing. */
	async function lacking(): Promise<string[]> {
		const marked = parameters.locator('[data-test-id^="parameter-input-"]').filter({
			has: page.getByTestId('parameter-issues'),
		});
		const ids = await marked.evaluateAll((all) =>
			all.map((one) => one.getAttribute('data-test-id')),
		);
		return ids.map((id) => String(id).replace('parameter-input-', ''));
	}

	/** How far a part of the panel reaches to the left and to the right, in pixels of the window, with all that is in it. */
	async function edges(part: Locator): Promise<{ left: number; right: number }> {
		const { x = 0 } = (await part.boundingBox()) ?? {};
		const width = await part.evaluate((element) => element.scrollWidth);
		return { left: x, right: x + width };
	}

	async function execute() {
		await whole.getByTestId('node-execute-button').click();
	}

	async function close() {
		await whole.getByTestId('ndv-close-button').click();
		await whole.waitFor({ state: 'hidden' });
	}

	return {
		whole,
		parameters,
		output,
		input,
		fill,
		choose,
		openList,
		listed,
		openPicker,
		picked,
		pickerError,
		pickedValue,
		toggle,
		add,
		collection,
		lacking,
		edges,
		execute,
		close,
	};
}

/**
 * Waits until a part of the page shows a text.
 * @throws an error that says what it shows instead
 */
export async function shows(part: Locator, text: string | RegExp): Promise<void> {
	try {
		await part.filter({ hasText: text }).first().waitFor();
	} catch (error) {
		const shown = await part.allInnerTexts();
		throw new Error(
			`The editor should show ${text}, and shows there:\n${shown.join('\n') || 'nothing'}`,
			{ cause: error },
		);
	}
}
