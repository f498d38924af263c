import { shows, useEditor } from '../support/editor';
import { FILLED_IN } from '../support/invoiceRuns';

const preview = { resource: 'invoice', operation: 'preview', inputMode: 'fields', ...FILLED_IN };
const bad = { ...preview, rows: { row: [{ description: 'Work', quantity: 0, unitPrice: 10 }] } };

describe('in the dark theme, in a narrow window', () => {
	const { editor, openNode } = useEditor({ dark: true, width: 1100, height: 700 });

	it('the node has its icon for dark, and its panel can be used', async () => {
		const { panel } = await openNode(bad);
		const { page } = editor();
		expect(await page.locator('body').getAttribute('data-theme')).not.toBe('light');
		const icon = editor().canvasNode('Cash-In').locator('img').first();
		expect(await icon.getAttribute('src')).toContain('dark');
		await panel.execute();
		await shows(panel.output, 'the quantity is 0');
	});

	it('nothing is cut off at the side', async () => {
		const { panel } = await openNode(bad);
		await panel.execute();
		await shows(panel.output, 'the quantity is 0');
		for (const part of [panel.parameters, panel.output]) {
			const { left, right } = await panel.edges(part);
			expect(left).toBeGreaterThanOrEqual(0);
			expect(right).toBeLessThanOrEqual(1100);
		}
	});
});
