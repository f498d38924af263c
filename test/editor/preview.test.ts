import { FILLED_IN, row } from '../support/invoiceRuns';
import { shows, useEditor } from '../support/editor';

const { openNode } = useEditor();

const { rows, ...fields } = FILLED_IN;
const preview = {
	resource: 'invoice',
	operation: 'preview',
	inputMode: 'fields',
	...fields,
	rowsInput: 'list',
	rows: { row: rows },
};

it('an invoice is previewed before there is a credential: totals and rates, and that it would be sent', async () => {
	const { panel } = await openNode(preview);
	await panel.execute();
	await shows(panel.output, '1 item');
	await shows(panel.output, 'wouldBeSent');
	await shows(panel.output, '125.5');
});

it('what would stop it is shown, and that it would not be sent', async () => {
	const { panel } = await openNode({ ...preview, rows: { row: [row({ quantity: 0 })] } });
	await panel.execute();
	await shows(panel.output, /the quantity is 0, so nothing is charged/);
	await shows(panel.output, 'false');
});
