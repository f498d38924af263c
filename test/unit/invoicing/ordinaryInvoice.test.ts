import { RULES, build, built, row } from '../../support/buildingInvoices';
import { invoiceOf } from '../../support/invoiceArbitraries';

describe('An ordinary invoice', () => {
	test('has nothing to be said about it', () => {
		expect(build([row]).findings).toEqual([]);
	});

	test('goes out with what was given and what follows from it', () => {
		const { invoice } = build([{ ...row, unit: 'kpl' }], {
			reference: { mode: 'national' },
			creditorIban: 'FI21 1234 5600 0007 85',
			members: { DeliveryType: 'E', ExtendedField1: 'x' },
		});
		expect(invoice).toEqual({
			InvoiceNumber: 1042,
			InvoiceDate: '2026-03-02',
			DueDate: '2026-03-16',
			PaymentTermsCode: 14,
			Currency: 'EUR',
			SalesName: 'Example Buyer Oy',
			SalesStreetAddress: 'Esimerkkikatu 1',
			SalesPostalCode: '00100',
			SalesCity: 'Helsinki',
			SalesCountry: 'FI',
			SalesEmail: 'buyer@example.com',
			DeliveryType: 'E',
			ExtendedField1: 'x',
			NetAmount: 100,
			TaxAmount: 25.5,
			RoundAmount: 0,
			TotalAmount: 125.5,
			Reference: '10427',
			VirtualBankBarcode: '421123456000007850001255000000000000000000010427260316',
			InvoiceRows: [
				{
					Description: 'Example',
					Qty: 1,
					Price: 100,
					VatPercent: 25.5,
					Unit: 'kpl',
					VatType: 'N',
					Currency: 'EUR',
					Nto: 100,
					Tax: 25.5,
					Total: 125.5,
				},
			],
		});
	});

	test('takes members of the API by their own names, days without their time', () => {
		const { invoice } = build([row], {
			invoiceDate: '',
			paymentTerms: '',
			members: {
				InvoiceDate: '2026-03-02T10:00:00+02:00',
				DueDate: '2026-03-16',
				Currency: 'SEK',
				InvoiceNumber: 7,
			},
		});
		expect(invoice).toMatchObject({
			InvoiceNumber: 1042,
			InvoiceDate: '2026-03-02',
			DueDate: '2026-03-16',
			PaymentTermsCode: 14,
			Currency: 'SEK',
		});
	});

	test('takes the invoice date from the rules where none is given', () => {
		const { invoice } = built(
			{ ...invoiceOf([row]), invoiceDate: '' },
			{ ...RULES, today: '2026-05-04' },
		);
		expect(invoice).toMatchObject({ InvoiceDate: '2026-05-04', DueDate: '2026-05-18' });
	});

	test('does not change what it was given', () => {
		const input = deepFreeze(invoiceOf([row], { members: { SalesReference: null } }));
		expect(() => built(input, RULES)).not.toThrow();
	});
});

function deepFreeze<T>(value: T): T {
	if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze);
	return Object.freeze(value);
}
