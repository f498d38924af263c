import type { IDataObject } from 'n8n-workflow';

import { runCashIn } from '../support/engine';
import { filledIn, fromFields, fromJson, hintsOf, preview, row } from '../support/invoiceRuns';
import { invoice } from '../support/invoices';
import { sampleInvoice } from '../support/sampleInvoice';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();

/** The one output item of a preview that works. */
async function previewOf(item: IDataObject, parameters = fromFields('preview')) {
	const { success, error } = await preview([item], parameters);
	expect(error).toBeUndefined();
	expect(success).toHaveLength(1);
	return success[0]?.json ?? {};
}

const FIELDS: Array<[string, IDataObject]> = [
	['of one row', {}],
	[
		'with a barcode, a discount and two rates',
		{
			creditorIban: 'FI21 1234 5600 0007 85',
			rows: [
				row({ quantity: '2,5', unitPrice: '1 234,50', unit: 'h' }),
				row({ vatPercent: 13.5, discountPercent: 12.5 }),
			],
		},
	],
	[
		'with prices that include VAT, an RF reference and a due date',
		{ pricesIncludeVat: true, referenceMode: 'rf', dueDate: '2026-04-30' },
	],
	[
		'with VAT rounded per rate',
		{ vatRounding: 'rate', rows: Array(3).fill(row({ unitPrice: 9.99 })) },
	],
	['with a given reference', { referenceMode: 'given', reference: '12 34561' }],
	['that credits another', { creditedInvoiceInformation: '900', rows: [row({ quantity: -2 })] }],
	['with something to be said about it', { rows: [row({ vatPercent: 24, colour: 'red' })] }],
];

const JSON_INVOICES: Array<[string, IDataObject]> = [
	['without its amounts', invoice(7)],
	['with members of tomorrow', invoice('INV-8', { ProjectNumber: 'P-1', Reference: null })],
	[
		'with text for numbers',
		invoice(9, { PaymentTermsCode: '14', DueDate: '2026-03-16T10:00:00Z' }),
	],
	['as documented', sampleInvoice],
];

describe('A preview', () => {
	it.each(FIELDS)(
		'of an invoice %s is, byte for byte, what create then sends',
		async (_, changes) => {
			await shownIsSent(filledIn(changes), fromFields('preview'), fromFields('create'));
		},
	);

	it.each(JSON_INVOICES)(
		'of JSON %s is, byte for byte, what create then sends',
		async (_, given) => {
			await shownIsSent(given, fromJson('preview'), fromJson('create', { validation: 'warn' }));
		},
	);

	it('works without a credential and asks nothing of Cash-In', async () => {
		const items = [filledIn(), filledIn({ buyerEmail: '', buyerStreetAddress: '' })];
		const { success, error } = await preview(items, fromFields('preview'));
		expect(error).toBeUndefined();
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		// Nor does it where there is a credential and something to ask.
		await runCashIn(items, fromFields('preview'), { baseUrl: simulator().url });
		expect(simulator().requests).toEqual([]);
	});

	it('tells what the invoice comes to, for each VAT rate', async () => {
		const { totals, warnings } = await previewOf(
			filledIn({
				description: 'Vienti, ALV 0 %',
				rows: [
					row({ unitPrice: 5 }),
					row({ unitPrice: 15, vatPercent: '13,5 %' }),
					row({ unitPrice: 7, quantity: 2 }),
					row({ unitPrice: 10, vatPercent: 0 }),
				],
			}),
		);
		expect(totals).toEqual({
			net: 44,
			vat: 6.88,
			rounding: 0,
			total: 50.88,
			rates: [
				{ vatPercent: 25.5, net: 19, vat: 4.85, gross: 23.85 },
				{ vatPercent: 13.5, net: 15, vat: 2.03, gross: 17.03 },
				{ vatPercent: 0, net: 10, vat: 0, gross: 10 },
			],
		});
		expect(warnings).toEqual([]);
	});

	it('tells the VAT of a rate as it is rounded, and the rounding that follows', async () => {
		const rows = Array(3).fill(row({ unitPrice: 9.99 }));
		const { totals } = await previewOf(filledIn({ vatRounding: 'rate', rows }));
		expect(totals).toEqual({
			net: 29.97,
			vat: 7.65,
			rounding: -0.01,
			total: 37.61,
			rates: [{ vatPercent: 25.5, net: 29.97, vat: 7.64, gross: 37.61 }],
		});
	});

	it('shows a wrong invoice all the same, with what would stop it and what is only advice', async () => {
		const { invoice: shown, warnings } = await previewOf(
			filledIn({ buyerName: '', rows: [row(), row({ discountPercent: 101, vatPercent: 24 })] }),
		);
		expect(shown).toMatchObject({ InvoiceNumber: 1042, TotalAmount: 124.26 });
		expect(warnings).toEqual([
			{
				severity: 'stop',
				row: 1,
				member: 'DiscountPercent',
				message: 'Row 2: a discount of 101 % is more than the whole row.',
			},
			{
				severity: 'warn',
				row: 1,
				member: 'VatPercent',
				message: expect.stringContaining('Row 2: 24 % was not in force on 2026-03-02'),
			},
			{ severity: 'stop', member: 'SalesName', message: "'Buyer Name' is missing." },
		]);
	});

	it('of the documented sample tells all that is inconsistent in it', async () => {
		const { warnings, totals } = await previewOf(sampleInvoice, fromJson('preview'));
		expect((warnings as IDataObject[]).map(({ severity, member }) => [severity, member])).toEqual([
			['stop', 'Total'],
			['stop', 'NetAmount'],
			['warn', 'DueDate'],
			['warn', 'VatPercent'],
			['stop', 'CreditedInvoiceInformation'],
			['stop', 'Reference'],
			['warn', 'InterestNumber'],
		]);
		expect(totals).toMatchObject({ total: 100 });
	});

	it('of what cannot be read says so, for its item alone', async () => {
		const { success, failed } = await preview(
			[filledIn(), filledIn({ rows: [row({ unitPrice: 'abc' })] }), filledIn()],
			fromFields('preview'),
			{ onError: 'continueErrorOutput' },
		);
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(failed.map(({ json }) => json.error)).toEqual([
			`Invoice 1042, row 1: 'Unit Price' must be a number such as 1234.50 or 1 234,50, and is "abc".`,
		]);
	});
});

/** What preview shows of an item goes over the wire as it stands, and so do its warnings and totals. */
async function shownIsSent(item: IDataObject, toPreview: IDataObject, toCreate: IDataObject) {
	const { invoice: shown, warnings, totals } = await previewOf(item, toPreview);
	expect(simulator().requests).toEqual([]);

	const created = await runCashIn([item], toCreate, { baseUrl: simulator().url });
	expect(created.error).toBeUndefined();
	const bodies = simulator()
		.to('createInvoice')
		.map(({ rawBody }) => rawBody);
	expect(bodies).toEqual([JSON.stringify([shown])]);

	const [sent] = JSON.parse(bodies[0] ?? '[]');
	expect(totals).toMatchObject({ net: expect.any(Number), total: sent.TotalAmount });
	const said = (warnings as IDataObject[]).map(({ message }) => message);
	expect(created.success[0]?.json.warnings ?? []).toEqual(said);
	expect(hintsOf(created)).toHaveLength(said.length > 0 ? 1 : 0);
}
