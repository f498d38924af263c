import type { IDataObject } from 'n8n-workflow';

import { shows, useEditor } from '../support/editor';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator({ now: '2026-05-20T09:00:00Z' });
const { openNode } = useEditor();

const payments: IDataObject = { resource: 'payment', operation: 'getAllocated', returnAll: true };

it('a filter that is added and filled in narrows the list', async () => {
	simulator().control.seed({ invoices: 3, payments: 3, seed: 1 });
	const { panel } = await openNode(payments, simulator());
	await panel.add('Filters', 'Currency');
	await panel.fill('currency', 'EUR');
	await panel.execute();
	await shows(panel.output, /\d+ items?/);
	expect(simulator().to('listAllocatedPaymentTransactions').at(-1)?.query).toMatchObject({
		currency: 'EUR',
	});
});

it('a list with nothing in it says so, and no item goes on', async () => {
	const { panel } = await openNode(payments, simulator());
	await panel.execute();
	await shows(panel.output, 'No output data returned');
});
