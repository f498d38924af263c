import type { InvoiceInput } from '../../../nodes/CashIn/invoicing/invoiceInput';
import { problemsOf, row } from '../../support/buildingInvoices';

describe('What cannot be read', () => {
	test.each<[string, Partial<InvoiceInput>, object, string]>([
		['a price of 1.234,5', {}, { unitPrice: '1.234,5' }, 'Price'],
		['a quantity of abc', {}, { quantity: 'abc' }, 'Qty'],
		['a price of 1e21', {}, { unitPrice: 1e21 }, 'Price'],
		['an infinite price', {}, { unitPrice: Number.POSITIVE_INFINITY }, 'Price'],
		['no price', {}, { unitPrice: undefined }, 'Price'],
		['no quantity', {}, { quantity: '' }, 'Qty'],
		['no VAT rate', {}, { vatPercent: null }, 'VatPercent'],
		['a negative VAT rate', {}, { vatPercent: -1 }, 'VatPercent'],
		['a row too large', {}, { quantity: 1e9, unitPrice: 1e9 }, 'Price'],
		['a delivery on 31 February', {}, { deliveryDate: '2026-02-31' }, 'DeliveryDate'],
		['an invoice on 31 February', { invoiceDate: '2026-02-31' }, {}, 'InvoiceDate'],
		['no invoice date', { invoiceDate: '' }, {}, 'InvoiceDate'],
		['a due date in Finnish', { dueDate: '16.3.2026' }, {}, 'DueDate'],
		['no invoice number', { invoiceNumber: '' }, {}, 'InvoiceNumber'],
		['an invoice number too long', { invoiceNumber: 1e20 }, {}, 'InvoiceNumber'],
		['a currency of euro', { currency: 'euro' }, {}, 'Currency'],
		['an unreadable total', { totalAmount: '1.234,5' }, {}, 'TotalAmount'],
		[
			'a number no reference can be made of',
			{ invoiceNumber: 'ABC', reference: { mode: 'rf' } },
			{},
			'Reference',
		],
	])('is refused with its place: %s', (_, more, change, member) => {
		const problems = problemsOf([row, { ...row, ...change }], more);
		expect(problems).toHaveLength(1);
		expect(problems[0]).toMatchObject({ severity: 'stop', member });
		if (Object.keys(change).length > 0) expect(problems[0]?.message).toMatch(/^Row 2: '/);
	});

	test('is said all at once, and not the first alone', () => {
		const problems = problemsOf(
			[
				{ ...row, quantity: 'x' },
				{ ...row, unitPrice: 'y' },
			],
			{ invoiceDate: 'z' },
		);
		expect(problems.map(({ member }) => member).sort()).toEqual(['InvoiceDate', 'Price', 'Qty']);
	});

	test('is said with the unknown name that was probably meant', () => {
		const mistyped = { ...row, quantity: undefined, quantty: 2 };
		const problems = problemsOf([mistyped]);
		expect(problems.map(({ message }) => message).join(' ')).toMatch(
			/'Quantity' is missing.*'quantty'.*Did you mean 'quantity'\?/,
		);
	});

	test('is an invoice without rows', () => {
		expect(problemsOf([])).toMatchObject([{ code: 'noRows' }]);
	});
});
