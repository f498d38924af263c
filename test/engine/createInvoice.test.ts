import type { IDataObject } from 'n8n-workflow';

import { runCashIn } from '../support/engine';
import { fromJson } from '../support/invoiceRuns';
import { invoice } from '../support/invoices';
import { sampleInvoice } from '../support/sampleInvoice';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();
const asJson = fromJson('create');
const withErrorOutput = { onError: 'continueErrorOutput' as const };
const create = async (items: IDataObject[], parameters: IDataObject = {}, settings = {}) =>
	await runCashIn(items, { ...asJson, ...parameters }, { baseUrl: simulator().url }, settings);
const numbers = (items: Array<{ json: IDataObject }>) =>
	items.map(({ json }) => json.InvoiceNumber);
const series = (count: number) =>
	Array.from({ length: count }, (_, index) => invoice(1001 + index));

describe('what goes over the wire', () => {
	it('is the JSON of the invoice, byte for byte, with every documented member', async () => {
		const { error } = await create([sampleInvoice], { options: { validation: 'off' } });
		expect(error).toBeUndefined();
		expect(
			simulator()
				.to('createInvoice')
				.map(({ rawBody }) => rawBody),
		).toEqual([JSON.stringify([sampleInvoice])]);
	});

	it('is the same when every documented member is filled in as a field', async () => {
		const { InvoiceRows, ...header } = sampleInvoice;
		const plain = {
			invoiceNumber: 'InvoiceNumber',
			invoiceDate: 'InvoiceDate',
			dueDate: 'DueDate',
			currency: 'Currency',
			buyerName: 'SalesName',
			buyerStreetAddress: 'SalesStreetAddress',
			buyerPostalCode: 'SalesPostalCode',
			buyerCity: 'SalesCity',
			buyerCountry: 'SalesCountry',
			buyerEmail: 'SalesEmail',
			deliveryType: 'DeliveryType',
			reference: 'Reference',
		} as const;
		const fields = Object.entries(plain).map(([name, member]) => [name, header[member]]);
		const named: string[] = Object.values(plain);
		const additional = Object.entries(header)
			.filter(([member]) => !named.includes(member))
			.map(([member, value]) => [lowerFirst(member), value ?? 'filled']);
		const row = Object.entries(InvoiceRows[0] ?? {}).map(([member, value]) => [
			member,
			value ?? 'filled',
		]);
		const { error } = await create([{}], {
			inputMode: 'fields',
			invoiceJson: undefined,
			...Object.fromEntries(fields),
			referenceMode: 'given',
			additionalFields: Object.fromEntries(additional),
			options: { validation: 'off' },
			rowsInput: 'expression',
			rowsArray: JSON.stringify([{ ...Object.fromEntries(row), ShipDate: '2026-01-22' }]),
		});
		expect(error).toBeUndefined();
		const [sent] = JSON.parse(simulator().to('createInvoice')[0]?.rawBody ?? '[]');
		const filled = Object.entries(header).map(([member, value]) => [member, value ?? 'filled']);
		expect(sent).toEqual({
			...Object.fromEntries(filled),
			InvoiceRows: [{ ...Object.fromEntries(row), ShipDate: '2026-01-22' }],
		});
	});

	it('has a filled-in list of rows under the names of the API, with the amounts computed to the cent', async () => {
		const { error } = await create([{}], {
			inputMode: 'fields',
			invoiceNumber: '1042',
			invoiceDate: '2026-03-02T00:00:00.000+02:00',
			dueDate: '2026-03-16T00:00:00',
			currency: 'EUR',
			buyerName: 'Example Buyer Oy',
			buyerEmail: 'buyer@example.com',
			referenceMode: 'rf',
			rowsInput: 'list',
			rows: {
				row: [
					{
						description: 'Work',
						quantity: 1,
						unitPrice: 5,
						vatPercent: 25.5,
						unit: '',
						productCode: '',
						discountPercent: 0,
					},
					{
						description: 'Goods',
						quantity: 3,
						unitPrice: '19,99',
						vatPercent: 14,
						discountPercent: 10,
						additionalFields: {
							eanCode: '0000000000000',
							otherMembers: { member: [{ name: 'Later', value: 'x' }] },
						},
					},
				],
			},
			additionalFields: {
				creditorIban: 'FI21 1234 5600 0007 85',
				otherMembers: { member: [{ name: 'ProjectNumber', value: 'P-7' }] },
			},
		});
		expect(error).toBeUndefined();
		const [sent] = JSON.parse(simulator().to('createInvoice')[0]?.rawBody ?? '[]');
		expect(sent).toEqual({
			InvoiceNumber: 1042,
			InvoiceDate: '2026-03-02',
			DueDate: '2026-03-16',
			Currency: 'EUR',
			SalesName: 'Example Buyer Oy',
			SalesCountry: 'FI',
			SalesEmail: 'buyer@example.com',
			PaymentTermsCode: 14,
			Reference: 'RF6610427',
			VirtualBankBarcode: '521123456000007850000678166000000000000000010427260316',
			RoundAmount: 0,
			ProjectNumber: 'P-7',
			InvoiceRows: [
				{
					Currency: 'EUR',
					VatType: 'N',
					Discount: 0,
					Description: 'Work',
					Qty: 1,
					Price: 5,
					VatPercent: 25.5,
					DiscountPercent: 0,
					Nto: 5,
					Tax: 1.28,
					Total: 6.28,
				},
				{
					Currency: 'EUR',
					VatType: 'N',
					Discount: 0,
					Description: 'Goods',
					Qty: 3,
					Price: 19.99,
					VatPercent: 14,
					DiscountPercent: 10,
					EanCode: '0000000000000',
					Later: 'x',
					Nto: 53.97,
					Tax: 7.56,
					Total: 61.53,
				},
			],
			NetAmount: 58.97,
			TaxAmount: 8.84,
			TotalAmount: 67.81,
		});
	});

	it('keeps an invoice number that is no plain number as text', async () => {
		await create([invoice('INV-2026-7'), invoice('00123'), invoice('251600002')]);
		const sent: IDataObject[] = JSON.parse(simulator().to('createInvoice')[0]?.rawBody ?? '[]');
		expect(sent.map(({ InvoiceNumber }) => InvoiceNumber)).toEqual([
			'INV-2026-7',
			'00123',
			251600002,
		]);
	});
});

describe('many items', () => {
	it('go out in requests of the batch size, in order, one result for each item', async () => {
		const { success } = await create(series(250), { options: { batchSize: 100 } });
		expect(
			simulator()
				.to('createInvoice')
				.map(({ rawBody }) => JSON.parse(rawBody).length),
		).toEqual([100, 100, 50]);
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual(
			Array.from({ length: 250 }, (_, item) => ({ item })),
		);
		expect(numbers(success)).toEqual(numbers(series(250).map((json) => ({ json }))));
	});

	it('lose only the bad ones when Cash-In refuses a whole request for them', async () => {
		simulator().control.addFault({ kind: 'badInvoice', invoiceNumbers: [1007, 1120, 1250] });
		const { success, failed } = await create(series(250), {}, withErrorOutput);
		expect(success).toHaveLength(247);
		expect(failed.map(({ json, pairedItem }) => [json.InvoiceNumber, pairedItem])).toEqual([
			[1007, { item: 6 }],
			[1120, { item: 119 }],
			[1250, { item: 249 }],
		]);
		expect(failed[0]?.json.error).toContain('Invoice 1007 was not created. Cash-In answered 400');
		// Each bad one costs two requests at each halving of its hundred: at most 14, beside the three.
		expect(simulator().to('createInvoice').length).toBeLessThanOrEqual(3 + 3 * 14);
		expect(simulator().control.invoices()).toHaveLength(247);
	});

	it.each(['numbers', 'strings', 'objects', 'objectsWithError', 'nested'] as const)(
		'are told apart when Cash-In takes some and names the others as %s',
		async (shape) => {
			simulator().control.addFault({ kind: 'partialFailure', invoiceNumbers: [1002], shape });
			const { success, failed } = await create(series(3), {}, withErrorOutput);
			expect(numbers(success)).toEqual([1001, 1003]);
			expect(failed.map(({ json }) => [json.InvoiceNumber, json.error])).toEqual([
				[1002, expect.stringContaining('Cash-In did not accept invoice 1002')],
			]);
		},
	);

	it('are all in doubt when Cash-In only counts the failures', async () => {
		simulator().control.addFault({
			kind: 'partialFailure',
			invoiceNumbers: [1002],
			shape: 'countOnly',
		});
		const { success, failed } = await create(series(3), {}, withErrorOutput);
		expect(success).toEqual([]);
		expect(failed.map(({ json }) => json.error)).toEqual([
			expect.stringContaining('Invoice 1001 may or may not have been created'),
			expect.stringContaining('Invoice 1002 may or may not have been created'),
			expect.stringContaining('Invoice 1003 may or may not have been created'),
		]);
	});

	it('with the same invoice number are sent once', async () => {
		const { success, failed } = await create(
			[invoice(1), invoice('1'), invoice(2)],
			{},
			withErrorOutput,
		);
		expect(numbers(success)).toEqual([1, 2]);
		expect(failed.map(({ json }) => json.error)).toEqual([
			"'Invoice Number' 1 is used by item 0 too, and was not sent a second time",
		]);
	});

	it('are not sent at all when one cannot be read and the workflow is to stop', async () => {
		const { error } = await create([invoice(1), invoice(2, { InvoiceRows: [] }), invoice(3)]);
		expect(error?.message).toMatch(/^Invoice 2: /);
		expect(error?.description).toContain('None was sent.');
		expect(simulator().requests).toEqual([]);
	});

	it('say what was already done when one fails and the workflow is to stop', async () => {
		simulator().control.addFault({ kind: 'badInvoice', invoiceNumbers: [1003] });
		const { error } = await create(series(5), { options: { batchSize: 2 } });
		expect(error?.message).toContain('Invoice 1003 was not created');
		expect(error?.description).toContain('Already done, and not to be run again: items 0-1 of 5.');
		expect(
			numbers(
				simulator()
					.control.invoices()
					.map((json) => ({ json: { ...json, submitted: null } })),
			),
		).toEqual(['1001', '1002']);
	});

	it('are spared further requests once Cash-In does not accept the key', async () => {
		const { failed } = await runCashIn(
			series(5),
			{ ...asJson, options: { batchSize: 2 } },
			{ baseUrl: simulator().url, apiKey: 'wrong-key' },
			withErrorOutput,
		);
		expect(failed).toHaveLength(5);
		expect(simulator().requests).toHaveLength(1);
		expect(failed[4]?.json.error).toContain(
			'Invoice 1005 was not sent, because Cash-In answered 401',
		);
	});
});

function lowerFirst(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
