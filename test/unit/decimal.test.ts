import fc from 'fast-check';

import { completeHeader, completeRow } from '../../nodes/CashIn/invoicing/amounts';
import { productInCents } from '../../nodes/CashIn/invoicing/decimal';

it.each<[number[], number]>([
	[[5, 0.255], 128],
	[[1.005], 101],
	[[-1.005], -101],
	[[0.145], 15],
	[[1e-7, 1e7], 100],
	[[3, 19.99, 0.9], 5397],
])('%j is %d cents', (factors, cents) => {
	expect(productInCents(factors)).toBe(cents);
});

it('VAT on any net amount in cents at any rate in tenths is the exact half-up value', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 10_000_000 }),
			fc.integer({ min: 0, max: 999 }),
			(cents, tenths) => {
				// Whole numbers only: cents × tenths of a percent, half up.
				const expected = Math.floor((cents * tenths + 500) / 1000);
				expect(productInCents([cents / 100, [tenths / 10, -2]])).toBe(expected);
			},
		),
		{ numRuns: 10_000 },
	);
});

it('amounts beyond what cents can hold are refused', () => {
	expect(() => productInCents([1e15, 1e3])).toThrow('too large');
});

it('a row keeps the amounts it is given, and only gains those it lacks', () => {
	expect(completeRow({ Qty: 2, Price: 10, VatPercent: 24, Tax: 99, Total: null })).toEqual({
		Qty: 2,
		Price: 10,
		VatPercent: 24,
		Nto: 20,
		Tax: 99,
		Total: null,
	});
});

it('an invoice gains the sums of its rows, and its rounding joins the total', () => {
	const rows = [
		{ Nto: 0.1, Tax: 0.03, Total: 0.13 },
		{ Nto: 0.2, Tax: 0.05, Total: 0.25 },
	];
	expect(completeHeader({ RoundAmount: 0.02 }, rows)).toEqual({
		RoundAmount: 0.02,
		NetAmount: 0.3,
		TaxAmount: 0.08,
		TotalAmount: 0.4,
	});
});
