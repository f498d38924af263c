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
					base: '={{ $json.invoice.InvoiceNumber }}',
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
				InvoiceNumber: 1042,
				DueDate: '2026-03-16',
				Reference: '10427',
				NetAmount: 59.97,
				TaxAmount: 15.29,
				TotalAmount: 75.26,
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
