import { SALES_INVOICE } from '../../nodes/CashIn/api/generated/fields';
import { numberSent } from '../support/invoices';
import { itemsOf, useN8n, workflow } from '../support/n8n';

const n8n = useN8n();

const start = {
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	parameters: {},
};
const cashIn = (name: string, parameters: object) => ({
	name,
	type: 'n8n-nodes-cash-in.cashIn',
	typeVersion: 1,
	parameters: { ...parameters },
});

it('an invoice can be previewed and a reference made before there is any credential', async () => {
	const id = 'withoutCredential';
	await n8n().importWorkflows([
		workflow(
			id,
			[
				start,
				cashIn('Preview', {
					resource: 'invoice',
					operation: 'preview',
					inputMode: 'fields',
					invoiceNumber: '1042',
					invoiceDate: '2026-03-02',
					buyerName: 'Example Buyer Oy',
					buyerEmail: 'buyer@example.com',
					rowsInput: 'list',
					rows: { row: [{ description: 'Work', quantity: 3, unitPrice: 19.99, vatPercent: 25.5 }] },
				}),
				cashIn('Reference', {
					resource: 'finnish',
					operation: 'generateReference',
					base: `={{ $json.invoice['${SALES_INVOICE.invoiceNumber}'] }}`,
					format: 'rf',
				}),
			],
			{ Start: [['Preview']], Preview: [['Reference']] },
		),
	]);

	const run = await n8n().execute(id);

	expect(run.data.resultData.error).toBeUndefined();
	expect(itemsOf(run, 'Preview')).toEqual([
		{
			wouldBeSent: true,
			warnings: [],
			invoice: expect.objectContaining({
				[SALES_INVOICE.invoiceNumber]: numberSent(1042),
				[SALES_INVOICE.dueDate]: '2026-03-16',
				[SALES_INVOICE.reference]: '10427',
				[SALES_INVOICE.netAmount]: 59.97,
				[SALES_INVOICE.taxAmount]: 15.29,
				[SALES_INVOICE.totalAmount]: 75.26,
			}),
			totals: {
				net: 59.97,
				vat: 15.29,
				rounding: 0,
				total: 75.26,
				rates: [{ vatPercent: 25.5, net: 59.97, vat: 15.29, gross: 75.26 }],
			},
		},
	]);
	expect(itemsOf(run, 'Reference')).toEqual([{ reference: 'RF6610427', formatted: 'RF66 1042 7' }]);
});
