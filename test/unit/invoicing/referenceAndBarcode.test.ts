import type { InvoiceInput } from '../../../nodes/CashIn/invoicing/invoiceInput';
import { build, codes, problemsOf, row } from '../../support/buildingInvoices';

describe('The reference number', () => {
	test.each<[NonNullable<InvoiceInput['reference']>, string | undefined, string[]]>([
		[{ mode: 'none' }, undefined, []],
		[{ mode: 'national' }, '10427', []],
		[{ mode: 'rf' }, 'RF6610427', []],
		[{ mode: 'national', value: '123456' }, '1234561', []],
		[{ mode: 'given', value: '12 34561' }, '1234561', []],
		[{ mode: 'given', value: '2516000017' }, '2516000017', ['referenceCheckDigit']],
		[{ mode: 'given', value: 'RF17539007547034' }, 'RF17539007547034', ['referenceCheckDigit']],
		[{ mode: 'given', value: '123' }, '123', ['referenceShort']],
		[{ mode: 'given', value: 'RF97C2H5OH' }, 'RF97C2H5OH', ['referenceForeign']],
		[
			{ mode: 'given', value: '123456789012345678901' },
			'123456789012345678901',
			['referenceInvalid'],
		],
		[{ mode: 'given', value: 'hello' }, 'hello', ['referenceInvalid']],
	])('chosen as %j goes out as %s', (reference, expected, said) => {
		const { invoice, findings: warnings } = build([row], { reference });
		expect(invoice.Reference).toBe(expected);
		expect(codes(warnings)).toEqual(said);
	});

	test.each([undefined, '', '  '])('to be given, and given as %j, stops the invoice', (value) => {
		const problems = problemsOf([row], { reference: { mode: 'given', value } });
		expect(problems).toMatchObject([{ code: 'missing', severity: 'stop', member: 'Reference' }]);
		expect(problems[0]?.message).toMatch(/^'Reference' is empty: /);
	});

	test('given under its own name is not replaced', () => {
		const { invoice } = build([row], {
			reference: { mode: 'national' },
			members: { Reference: '1234561' },
		});
		expect(invoice.Reference).toBe('1234561');
	});
});

describe('The virtual barcode', () => {
	test.each<[string, Partial<InvoiceInput>, string]>([
		['a foreign account', { creditorIban: 'DE89370400440532013000' }, 'begins with FI'],
		['another currency', { currency: 'SEK' }, 'euros only'],
		['a total the rows do not come to', { totalAmount: 999 }, '999.00 differs from 125.50'],
		[
			'rows that come to nothing, and a total all the same',
			{ totalAmount: 999, members: { RoundAmount: -125.5 } },
			'999.00 differs from 0.00',
		],
		['no reference', { reference: { mode: 'none' } }, 'no reference'],
		[
			'an amount of a million',
			{ totalAmount: 1_000_000, members: { RoundAmount: 999_874.5 } },
			'999,999.99',
		],
	])('is left out with a warning for %s', (_, more, reason) => {
		const { invoice, findings: warnings } = build([row], {
			reference: { mode: 'national' },
			creditorIban: 'FI2112345600000785',
			...more,
		});
		expect(invoice).not.toHaveProperty('VirtualBankBarcode');
		const said = warnings.filter(({ code }) => code === 'barcodeNotMade');
		expect(said).toEqual([expect.objectContaining({ severity: 'warn' })]);
		expect(said[0]?.message).toContain(reason);
		expect(warnings.length === 1).toBe(!reason.includes('differs'));
	});

	test('is left out for a wrong account, which stops the invoice', () => {
		const { invoice, findings: warnings } = build([row], {
			reference: { mode: 'national' },
			creditorIban: 'FI2112345600000786',
		});
		expect(invoice).not.toHaveProperty('VirtualBankBarcode');
		expect(warnings).toEqual([expect.objectContaining({ code: 'ibanInvalid', severity: 'stop' })]);
	});

	test('is not made for a credit, and nothing is said', () => {
		const { invoice, findings: warnings } = build([{ ...row, quantity: -1 }], {
			credits: 900,
			reference: { mode: 'national' },
			creditorIban: 'FI2112345600000785',
		});
		expect(invoice).not.toHaveProperty('VirtualBankBarcode');
		expect(warnings).toEqual([]);
	});

	test('is not made for nothing to pay', () => {
		const { invoice, findings: warnings } = build([{ ...row, discountPercent: 100 }], {
			reference: { mode: 'national' },
			creditorIban: 'FI2112345600000785',
		});
		expect(invoice).not.toHaveProperty('VirtualBankBarcode');
		expect(codes(warnings)).toEqual(['totalZero']);
	});

	test('given under its own name is looked at for its form', () => {
		const { findings: warnings } = build([row], { members: { VirtualBankBarcode: '4123' } });
		expect(codes(warnings)).toEqual(['barcodeMalformed']);
	});
});

describe('A credit invoice', () => {
	test('names its original', () => {
		const { invoice, findings: warnings } = build([{ ...row, quantity: -2 }], { credits: 900 });
		expect(invoice).toMatchObject({ CreditedInvoiceInformation: '900', TotalAmount: -251 });
		expect(invoice.InvoiceRows[0]).toMatchObject({ Qty: -2, Price: 100, Nto: -200 });
		expect(warnings).toEqual([]);
	});

	test('without an original, or with an amount to pay, is stopped', () => {
		expect(build([{ ...row, quantity: -2 }]).findings).toMatchObject([
			{ code: 'creditWithoutOriginal', severity: 'stop' },
		]);
		expect(build([row], { credits: 900 }).findings).toMatchObject([
			{ code: 'creditNotNegative', severity: 'stop' },
		]);
	});
});
