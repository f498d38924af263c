import type { IDataObject } from 'n8n-workflow';

import { runCashIn } from '../support/engine';
import { filledIn, fromFields, fromJson, preview, row } from '../support/invoiceRuns';
import { ORDERS } from '../support/orderFixtures';
import { runOrders } from '../support/orderRuns';
import { sampleInvoice } from '../support/sampleInvoice';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator({ duplicates: 'accept' });

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

it('an order is read as n8n gives it, and stays as it was', async () => {
	const orders = Object.values(ORDERS).flatMap((all) => all.map(({ order }) => order));
	const before = structuredClone(orders);
	const shown = async (order: string) => {
		const { success, failed } = await runOrders(simulator().url, orders, {
			order,
			previewOnly: true,
			paidOrders: '={{ "invoice" }}',
			additionalFields: { description: '={{ $json.id }}' },
		});
		return [success, failed].map((items) =>
			items.map(({ json, pairedItem }) => [json, pairedItem]),
		);
	};
	expect(await shown('={{ $json }}')).toEqual(await shown('={{ ($json) }}'));
	expect(orders).toEqual(before);
});

it('a customer of fields is sent as n8n gives them: the same in all items, of each item, and of no item', async () => {
	const items = [
		{ code: 'C-1', name: 'Example Buyer Oy', at: { city: 'Helsinki' } },
		{ code: 'C-2', name: 'Example Buyer Oy' },
		{ code: 'C-3', name: null },
	];
	const sent = async (brackets: (parameters: IDataObject) => IDataObject) => {
		const parameters = brackets({
			resource: 'customer',
			operation: 'create',
			inputMode: 'fields',
			customerCode: '={{ $json.code }}',
			name: '={{ $json.name }}',
			additionalFields: { city: '={{ $json.at.city }}', country: 'FI' },
		});
		const { failed } = await runCashIn(
			items,
			parameters,
			{ baseUrl: simulator().url },
			{ onError: 'continueErrorOutput' },
		);
		const bodies = simulator().to('createCustomers');
		return [bodies[bodies.length - 1]?.rawBody, failed.map(({ json }) => json.error)];
	};
	const plain = await sent((parameters) => parameters);
	expect(plain).toEqual(await sent(inBrackets));
	expect(plain[0]).toContain('"C-2"');
	expect(plain[1]).toHaveLength(1);
});

it('the items that came in are as they were', async () => {
	for (const operation of ['preview', 'create'] as const) {
		const { run } = await runCashIn([structuredClone(sampleInvoice)], fromJson(operation), {
			baseUrl: simulator().url,
		});
		const [items] = run.data.resultData.runData.Items ?? [];
		expect(items?.data?.main?.[0]?.map(({ json }) => json)).toEqual([sampleInvoice]);
	}
});

it('what is filled in without an expression counts for every item, and what is not counts for each', async () => {
	const { success, failed } = await preview(
		[filledIn({ rule: 'rate' }), filledIn({ rule: 'none' })],
		{ ...fromFields('preview'), options: { vatRounding: '={{ $json.rule }}' }, currency: 'SEK' },
		{ onError: 'continueErrorOutput' },
	);
	expect(success.map(({ json }) => Object(json.invoice).Currency as unknown)).toEqual(['SEK']);
	expect(failed.map(({ json }) => json.error)).toEqual([expect.stringContaining("'VAT Rounding'")]);
});
