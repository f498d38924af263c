import { ONLINE_CUSTOMER, SALES_INVOICE } from '../../nodes/CashIn/api/generated/fields';
import { shows, useEditor } from '../support/editor';
import { invoice } from '../support/invoices';
import { KEY } from '../support/n8n';
import { useSimulator } from '../support/simulator';
import { send } from '../support/wire';

const simulator = useSimulator();
const { openNode } = useEditor();

const bill = async (...dates: Array<[number, string]>) =>
	await send(
		{ url: simulator().url, key: KEY },
		'createInvoice',
		dates.map(([number, date]) =>
			invoice(number, { [SALES_INVOICE.invoiceDate]: date, [SALES_INVOICE.dueDate]: '2026-12-31' }),
		),
	);

it('invoices are listed with the newest first', async () => {
	await bill([1001, '2026-01-02'], [1003, '2026-03-02'], [1002, '2026-02-02']);
	const { panel } = await openNode({ resource: 'invoice', operation: 'getStatus' }, simulator());
	await panel.openPicker('invoiceNumber');
	await panel.picked().nth(2).waitFor();
	const shown = await panel.picked().allInnerTexts();
	expect(shown.map((line) => /\d{4}/.exec(line)?.[0])).toEqual(['1003', '1002', '1001']);
});

it('a search without accents finds a name that has them, and the choice is shown', async () => {
	await send({ url: simulator().url, key: KEY }, 'createCustomers', [
		{ [ONLINE_CUSTOMER.customerCode]: 'C-7', [ONLINE_CUSTOMER.name]: 'Mäkinen Oy' },
		{ [ONLINE_CUSTOMER.customerCode]: 'C-8', [ONLINE_CUSTOMER.name]: 'Virtanen Oy' },
	]);
	const { panel } = await openNode({ resource: 'customer', operation: 'delete' }, simulator());
	const search = await panel.openPicker('customerCode');
	await panel.picked().nth(1).waitFor();
	await search.fill('makinen');
	await panel.picked().filter({ hasText: 'Virtanen' }).waitFor({ state: 'hidden' });
	await panel.picked().filter({ hasText: 'Mäkinen Oy' }).click();
	await shows(panel.parameters, 'Customer Code');
	expect(await panel.pickedValue('customerCode')).toContain('Mäkinen Oy');
});

/** What goes wrong, and what the open list says. */
const FAULTS: Array<[string, 401 | 403 | 500, RegExp]> = [
	['the key is wrong', 401, /401/],
	['the key lacks the right', 403, /403/],
	['Cash-In has trouble', 500, /500/],
];

it.each(FAULTS)('where %s, the list says so and how to go on', async (_, kind, says) => {
	simulator().control.addFault({ kind, count: 99 });
	const { panel } = await openNode({ resource: 'customer', operation: 'delete' }, simulator());
	await panel.openPicker('customerCode');
	await shows(panel.pickerError(), says);
	await shows(panel.pickerError(), /By ID/);
});
