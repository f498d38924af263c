import { percentFromFraction } from '../../../nodes/CashIn/invoicing/vat';
import { build, buyer, row } from '../../support/buildingInvoices';

describe('A row that may be a slip', () => {
	test.each<[string, object, string, 'stop' | 'warn', string]>([
		['has quantity 0', { quantity: 0 }, 'quantityZero', 'stop', 'Qty'],
		['has quantity 0 and no price', { quantity: 0, unitPrice: 0 }, 'quantityZero', 'warn', 'Qty'],
		[
			'has a discount of 120 %',
			{ discountPercent: 120 },
			'discountTooLarge',
			'stop',
			'DiscountPercent',
		],
		[
			'has a discount above its price',
			{ discountAmount: 100.01 },
			'discountTooLarge',
			'stop',
			'Discount',
		],
		[
			'has a negative discount',
			{ discountPercent: -5 },
			'discountNegative',
			'warn',
			'DiscountPercent',
		],
		['has a negative price', { unitPrice: -1 }, 'negativeUnitPrice', 'warn', 'Price'],
		['has VAT as a fraction', { vatPercent: 0.255 }, 'vatLooksLikeFraction', 'stop', 'VatPercent'],
		['has VAT above 100 %', { vatPercent: 255 }, 'vatTooHigh', 'stop', 'VatPercent'],
		['has a rate Finland never had', { vatPercent: 19 }, 'vatUnknown', 'warn', 'VatPercent'],
		['has a rate of the past', { vatPercent: 24 }, 'vatNotInForce', 'warn', 'VatPercent'],
		['has 0 % without a word', { vatPercent: 0 }, 'zeroVatWithoutReason', 'warn', 'VatPercent'],
		['has no description', { description: ' ' }, 'noDescription', 'stop', 'Description'],
		['is in another currency', { currency: 'SEK' }, 'rowCurrencyDiffers', 'stop', 'Currency'],
		['has an unknown key', { quantityy: 3 }, 'unknownKey', 'warn', 'quantityy'],
		['says one thing twice', { Qty: 2 }, 'keyTwice', 'stop', 'Qty'],
	])('because it %s is said so, by row and member', (_, change, code, severity, member) => {
		const { findings: warnings } = build([row, { ...row, ...change }], { buyer: { ...buyer } });
		const found = warnings.find((finding) => finding.code === code);
		expect(found).toMatchObject({ severity, row: 1, member });
		expect(found?.message).toMatch(/^Row 2: .*[.?]$/);
	});

	test('is not said to be one when it is in order', () => {
		const { findings: warnings } = build([
			{ ...row, discountAmount: 100 },
			{ ...row, discountPercent: 100 },
			{ ...row, vatPercent: 0, text: 'Reverse charge' },
			{ ...row, vatPercent: 14, deliveryDate: '2025-12-31' },
			{ ...row, vatPercent: 24, shipDate: '2024-08-31' },
			{ ...row, vatPercent: 13.5 },
			{ ...row, quantity: -1 },
		]);
		expect(warnings).toEqual([]);
	});
});

describe('The VAT rate', () => {
	test.each([
		[24, '2024-08-31', true],
		[24, '2024-09-01', false],
		[25.5, '2024-08-31', false],
		[25.5, '2024-09-01', true],
		[14, '2025-12-31', true],
		[14, '2026-01-01', false],
		[13.5, '2025-12-31', false],
		[13.5, '2026-01-01', true],
		[10, '2013-01-01', true],
		[22, '2012-12-31', true],
	])('of %s %% is fine for a delivery on %s: %s', (vatPercent, deliveryDate, fine) => {
		const { findings: warnings } = build([{ ...row, vatPercent, deliveryDate }]);
		expect(warnings.length === 0).toBe(fine);
	});

	test('of the past is fine on a credit note that does not say when was delivered', () => {
		const { findings: warnings } = build([{ ...row, vatPercent: 24, quantity: -1 }], {
			credits: 900,
		});
		expect(warnings).toEqual([]);
	});

	test.each([
		[0.14, '14'],
		[0.255, '25.5'],
		['0.135', '13.5'],
		[0.1, '10'],
		[0, '0'],
		[1, '100'],
	])('as the fraction %s is %s percent', (fraction, percent) => {
		expect(percentFromFraction(fraction)).toBe(percent);
	});
});
