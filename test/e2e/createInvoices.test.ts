import { SALES_INVOICE } from '../../nodes/CashIn/api/generated/fields';
import { numberSent } from '../support/invoices';
import { itemNodes, itemsTo } from '../support/itemNodes';
import { credential, cashInNode, itemsOf, useN8n, workflow } from '../support/n8n';
import { useSimulator } from '../support/simulator';
import { entriesOf } from '../support/wire';

const n8n = useN8n();
const simulator = useSimulator();

const COUNT = 250;
const BAD = [1007, 1120, 1250];

const ORDERS = `Array.from({ length: ${COUNT} }, (_, index) => ({
	number: 1001 + index,
	rows: [{ description: 'Example work', quantity: 2, unitPrice: 49.9, vatPercent: 25.5 }]
}))`;

it('250 orders, 3 of them bad: 247 invoices, and 3 error items with their own orders', async () => {
	const id = 'ordersToInvoices';
	await n8n().importCredentials([credential(simulator().url)]);
	await n8n().importWorkflows([
		workflow(
			id,
			[
				...itemNodes(ORDERS),
				{
					...cashInNode('cashIn', {
						resource: 'invoice',
						operation: 'create',
						inputMode: 'fields',
						invoiceNumber: '={{ $json.number }}',
						invoiceDate: '2026-03-02',
						dueDate: '2026-03-16',
						currency: 'EUR',
						buyerName: 'Example Buyer Oy',
						buyerEmail: 'buyer@example.com',
						rowsInput: 'expression',
						rowsArray: '={{ $json.rows }}',
					}),
					onError: 'continueErrorOutput',
				},
				{ name: 'Created', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} },
				{ name: 'Failed', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} },
			],
			{
				...itemsTo('Cash-In'),
				'Cash-In': [['Created'], ['Failed']],
			},
		),
	]);
	simulator().control.addFault({ kind: 'badInvoice', invoiceNumbers: BAD });

	const run = await n8n().execute(id);

	expect(run.data.resultData.error).toBeUndefined();
	const created = itemsOf(run, 'Created').map((item) => item[SALES_INVOICE.invoiceNumber]);
	expect(created).toEqual(
		Array.from({ length: COUNT }, (_, index) => 1001 + index)
			.filter((number) => !BAD.includes(number))
			.map(numberSent),
	);
	expect(itemsOf(run, 'Failed').map(({ number, error }) => [number, error])).toEqual(
		BAD.map((number) => [number, expect.stringContaining(`Invoice ${number} was not created`)]),
	);
	expect(simulator().control.invoices()).toHaveLength(COUNT - BAD.length);
	// Three array requests, and for each bad one two at every halving of its hundred.
	expect(simulator().to('createInvoice').length).toBeLessThanOrEqual(3 + BAD.length * 14);
	const taken = simulator()
		.to('createInvoice')
		.find(({ status = 500 }) => status < 300);
	const [first] = entriesOf('createInvoice', taken?.rawBody ?? '');
	expect(first).toMatchObject({
		[SALES_INVOICE.netAmount]: 99.8,
		[SALES_INVOICE.taxAmount]: 25.45,
		[SALES_INVOICE.totalAmount]: 125.25,
	});
});
