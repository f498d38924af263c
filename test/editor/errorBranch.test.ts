import { shows, START, useEditor } from '../support/editor';
import { filledIn, fromFields, row } from '../support/invoiceRuns';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();
const { editor, nodeFor, open } = useEditor();

const end = (name: string) => ({
	name,
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	parameters: {},
});

it('a bad invoice leaves by the error branch with its sentence, and the good one beside it is sent', async () => {
	const orders = [filledIn(), filledIn({ invoiceNumber: '1043', rows: [row({ quantity: 0 })] })];
	const list = { ...end('Orders'), type: 'n8n-nodes-base.set', typeVersion: 3.4 };
	const split = { ...end('Each'), type: 'n8n-nodes-base.splitOut' };
	await open(
		[
			START,
			{ ...list, parameters: { mode: 'raw', jsonOutput: JSON.stringify({ orders }) } },
			{ ...split, parameters: { fieldToSplitOut: 'orders' } },
			{ ...(await nodeFor(fromFields('create'), simulator())), onError: 'continueErrorOutput' },
			end('Created'),
			end('Failed'),
		],
		{
			Start: [['Orders']],
			Orders: [['Each']],
			Each: [['Cash-In']],
			'Cash-In': [['Created'], ['Failed']],
		},
	);
	await editor().page.getByTestId('execute-workflow-button').first().click();
	await editor().canvasNode('Failed').getByTestId('canvas-node-status-success').waitFor();

	await editor().openNode('Cash-In');
	const { output, close } = editor().panel;
	await shows(output, /Success Branch \(1 item\)/);
	await output.getByText('Error Branch (1 item)').click();
	await shows(output, /1043/);
	await shows(output, /the quantity is 0, so nothing is charged/);
	await close();
	expect(simulator().control.invoices()).toHaveLength(1);
});
