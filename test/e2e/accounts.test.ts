import { SALES_INVOICE } from '../../nodes/CashIn/api/generated/fields';
import { itemNodes, itemsTo } from '../support/itemNodes';
import { credential, cashInNode, itemsOf, useN8n, workflow } from '../support/n8n';
import { useSimulator } from '../support/simulator';
import { entriesOf } from '../support/wire';

const n8n = useN8n();
const first = useSimulator({ keys: ['key-of-the-first'] });
const second = useSimulator({ keys: ['key-of-the-second'] });

/** How the fields of a credential may say whose account an item goes to. */
it.each<[string, string, string]>([
	['their item', 'byItem', '$json.account'],
	['the item of a node before it', 'byNode', "$('Items').all()[$itemIndex].json.account"],
	['the number of the item', 'byNumber', 'ACCOUNTS[$itemIndex % 10 === 5 ? 1 : 0]'],
])(
	'a credential by %s: 200 invoices, every tenth of another account, each in its own',
	async (_, id, account) => {
		const accounts = [
			{ key: 'key-of-the-first', url: first().url },
			{ key: 'key-of-the-second', url: second().url },
		];
		const items = `Array.from({ length: 200 }, (_, index) => ({
		account: (${JSON.stringify(accounts)})[index % 10 === 5 ? 1 : 0],
		number: 1001 + index
	}))`;
		const expression = account.replace('ACCOUNTS', `(${JSON.stringify(accounts)})`);
		await n8n().importCredentials([
			credential(`={{ (${expression}).url }}`, `={{ (${expression}).key }}`),
		]);
		await n8n().importWorkflows([
			workflow(
				id,
				[
					...itemNodes(items),
					cashInNode('cashIn', {
						resource: 'invoice',
						operation: 'create',
						inputMode: 'fields',
						invoiceNumber: '={{ $json.number }}',
						invoiceDate: '2026-03-02',
						dueDate: '2026-03-16',
						currency: 'EUR',
						buyerName: '=Example Buyer of {{ $json.account.url }}',
						buyerEmail: 'buyer@example.com',
						rows: {
							row: [{ description: 'Example work', quantity: 1, unitPrice: 100, vatPercent: 25.5 }],
						},
					}),
				],
				itemsTo('Cash-In'),
			),
		]);

		const run = await n8n().execute(id);

		expect(run.data.resultData.error).toBeUndefined();
		const numbers = Array.from({ length: 200 }, (_, index) => 1001 + index);
		const isOfSecond = (number: number) => number % 10 === 6;
		const created = itemsOf(run, 'Cash-In');
		expect(created.map((item) => Number(item[SALES_INVOICE.invoiceNumber]))).toEqual(numbers);
		for (const { control, url, to } of [first(), second()]) {
			expect(control.invoices().map(({ InvoiceNumber }) => Number(InvoiceNumber))).toEqual(
				numbers.filter((number) => isOfSecond(number) === (url === second().url)),
			);
			const sent = to('createInvoice').map(({ rawBody }) => entriesOf('createInvoice', rawBody));
			expect(sent).toHaveLength(url === second().url ? 1 : 2);
			expect(new Set(sent.flat().map((invoice) => invoice[SALES_INVOICE.buyerName]))).toEqual(
				new Set([`Example Buyer of ${url}`]),
			);
		}
	},
);
