import fc from 'fast-check';

import { checkInvoice } from '../../../nodes/CashIn/invoicing/check';
import { RULES, build, built, codes, row, type SalesInvoice } from '../../support/buildingInvoices';

describe('A finished invoice from elsewhere', () => {
	/** The numbers of the sample in Cash-In's documentation; the parties are examples. */
	const members: Record<string, unknown> = {
		InvoiceNumber: 251600002,
		Status: 'H',
		InvoiceDate: '2022-01-20',
		DueDate: '2022-02-04',
		PaymentTermsCode: 14,
		Currency: 'EUR',
		NetAmount: 76,
		DiscAmount: 0,
		RoundAmount: 0,
		TaxAmount: 24,
		TotalAmount: 100,
		Reference: '2516000017',
		SalesName: 'Example Buyer',
		SalesStreetAddress: 'Esimerkkikatu 1',
		SalesPostalCode: '00100',
		SalesCity: 'HELSINKI',
		SalesCountry: 'FI',
		SalesEmail: 'buyer@example.com',
		InterestType: 'V',
		InterestNumber: 8,
		FinvoiceSpecification: 'B2C',
		VirtualBankBarcode: null,
		DeliveryType: 'E',
		InvoiceRows: [
			{
				Description: 'Example product',
				VatPercent: 24,
				Qty: 1,
				Price: 100,
				Discount: 0,
				Nto: 100,
				Tax: 24,
				Round: 0,
				Total: 100,
				DiscountPercent: 0,
				Currency: 'EUR',
			},
		],
	};
	const sample = members as SalesInvoice;

	test('like the documented sample is told every inconsistency', () => {
		expect(codes(checkInvoice(sample))).toEqual([
			'headerIsNotItsRows',
			'interestTooHigh',
			'referenceCheckDigit',
			'rowDoesNotAddUp',
			'termsDisagree',
		]);
	});

	test('without an invoice date is told so', () => {
		for (const InvoiceDate of [undefined, null]) {
			expect(checkInvoice({ ...sample, InvoiceDate })).toContainEqual(
				expect.objectContaining({ code: 'missing', severity: 'stop', member: 'InvoiceDate' }),
			);
		}
	});

	test('is told the same when its rows and members go through the builder, which keeps its amounts', () => {
		const { InvoiceNumber, InvoiceRows, ...others } = sample;
		const { invoice, findings: warnings } = built(
			{
				invoiceNumber: InvoiceNumber,
				rows: InvoiceRows,
				pricesIncludeVat: false,
				members: others,
			},
			RULES,
		);
		expect(codes(warnings)).toEqual(codes(checkInvoice(sample)));
		expect(invoice).toEqual({
			...sample,
			InvoiceRows: [{ ...InvoiceRows[0], VatType: 'N' }],
		});
	});

	test('is checked without an error whatever its members hold', () => {
		const names = [...Object.keys(sample), 'CreditedInvoiceInformation', 'FinvoiceAccount'];
		const change = fc.dictionary(
			fc.constantFrom(...names.filter((name) => name !== 'InvoiceRows')),
			fc.anything(),
		);
		const rowChange = fc.dictionary(
			fc.constantFrom(...Object.keys(sample.InvoiceRows[0] ?? {}), 'DeliveryDate'),
			fc.anything(),
		);
		fc.assert(
			fc.property(change, rowChange, (header, rowMembers) => {
				const InvoiceRows = [{ ...sample.InvoiceRows[0], ...rowMembers }];
				const findings = checkInvoice({ ...sample, ...header, InvoiceRows });
				expect(Array.isArray(findings)).toBe(true);
			}),
			{ numRuns: 10_000 },
		);
	});

	test('in order has nothing to be said about it', () => {
		const { invoice } = build([row, { ...row, discountPercent: 12.5, quantity: 3 }], {
			reference: { mode: 'rf' },
		});
		expect(checkInvoice(invoice)).toEqual([]);
	});
});
