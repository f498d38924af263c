import type { IDataObject } from 'n8n-workflow';

import { filledIn, fromFields, fromJson, preview, row } from '../support/invoiceRuns';
import { sampleInvoice } from '../support/sampleInvoice';

/** The same parameters with every expression in brackets, which only n8n itself evaluates. */
function inBrackets(parameters: IDataObject): IDataObject {
	const text = JSON.stringify(parameters).replace(/=\{\{ (.*?) \}\}/g, '={{ ($1) }}');
	return JSON.parse(text) as IDataObject;
}

const said = async (item: IDataObject, parameters: IDataObject) => {
	const { success, failed } = await preview([filledIn(), item], parameters, {
		onError: 'continueErrorOutput',
	});
	return [success, failed].map((items) => items.map(({ json, pairedItem }) => [json, pairedItem]));
};

it.each<[string, IDataObject]>([
	['as usual', filledIn()],
	['with numbers as text', filledIn({ rows: [row({ quantity: '2', unitPrice: '12,50' })] })],
	['with members that are null', filledIn({ dueDate: null, buyerEmail: null, reference: null })],
	['with members that are missing', { invoiceNumber: '7', rows: [row()] }],
	['with an object where text belongs', filledIn({ buyerName: { first: 'Example' } })],
	['with rows that are none', filledIn({ rows: 'none' })],
	['with a false where a choice belongs', filledIn({ referenceMode: false })],
	['that is empty', {}],
])('an item %s gives from its fields what n8n makes of them', async (_, item) => {
	const plain = fromFields('preview');
	expect(await said(item, plain)).toEqual(await said(item, inBrackets(plain)));
});

it.each<[string, IDataObject]>([
	['an invoice', sampleInvoice],
	['an invoice inside of the item', { order: { invoice: sampleInvoice } }],
	['an invoice as text', { order: { invoice: JSON.stringify(sampleInvoice) } }],
	['nothing of the kind', { order: 5 }],
	['a list', { order: [] }],
])('an item with %s gives what n8n makes of it', async (_, item) => {
	for (const path of ['$json', '$json.order', '$json.order.invoice', '$json.__proto__']) {
		const plain = { ...fromJson('preview'), invoiceJson: `={{ ${path} }}` };
		expect(await said(item, plain)).toEqual(await said(item, inBrackets(plain)));
	}
});

it('an expression that gives an invoice of another item is not taken for this item’s', async () => {
	const other = { ...fromJson('preview'), invoiceJson: '={{ $input.first().json }}' };
	const { success } = await preview([{ ...sampleInvoice, InvoiceNumber: 5 }, {}], other);
	const numbers = success.map(({ json }) => (json.invoice as IDataObject).InvoiceNumber);
	expect(numbers).toEqual([5, 5]);
});

it('the items that came in are as they were', async () => {
	const { run } = await preview([{ ...sampleInvoice }], fromJson('preview'));
	const [items] = run.data.resultData.runData.Items ?? [];
	expect(items?.data?.main?.[0]?.map(({ json }) => json)).toEqual([sampleInvoice]);
});
