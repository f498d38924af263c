import { build, codes, row } from '../../support/buildingInvoices';

describe('Amounts the user states', () => {
	test('are kept, and the missing ones follow from them', () => {
		const { invoice, findings: warnings } = build([
			{ description: 'Net', vatPercent: 25.5, netAmount: 23.86 },
			{ description: 'Total', vatPercent: 25.5, totalAmount: 29.95 },
			{ description: 'Net and VAT', vatPercent: 25.5, netAmount: '23,86', vatAmount: 6.09 },
			{ description: 'Total and VAT', vatPercent: 25.5, totalAmount: 29.95, vatAmount: 6.09 },
			{ description: 'Net and total', vatPercent: 25.5, Nto: 23.86, Total: 29.95 },
			{ description: 'Three pieces', vatPercent: 25.5, quantity: 3, netAmount: 100 },
		]);
		const amounts = invoice.InvoiceRows.map(({ Nto, Tax, Total }) => [Nto, Tax, Total]);
		expect(amounts.slice(1, 5)).toEqual(Array(4).fill([23.86, 6.09, 29.95]));
		expect(amounts[0]).toEqual([23.86, 6.08, 29.94]);
		expect(invoice.InvoiceRows[5]).toMatchObject({ Qty: 3, Price: 33.333333, Nto: 100 });
		expect(warnings).toEqual([]);
	});

	test('lead to a unit price that comes to them again, for however many pieces', () => {
		for (const quantity of [7, 999, 12_345, 333_333, 7_654_321]) {
			const { invoice, findings: warnings } = build([
				{ description: 'Pieces', vatPercent: 25.5, quantity, netAmount: 1234.57 },
			]);
			expect((Number(invoice.InvoiceRows[0]?.Price) * quantity).toFixed(2)).toBe('1234.57');
			expect(warnings).toEqual([]);
		}
	});

	test('below zero without a quantity are minus one piece', () => {
		const { invoice, findings: warnings } = build(
			[{ description: 'Credited', vatPercent: 25.5, totalAmount: -29.95 }],
			{ credits: 900 },
		);
		expect(invoice.InvoiceRows[0]).toMatchObject({
			Qty: -1,
			Price: 23.86,
			Nto: -23.86,
			Tax: -6.09,
		});
		expect(warnings).toEqual([]);
	});

	test('that disagree are kept and said', () => {
		const { invoice, findings: warnings } = build(
			[{ ...row, vatPercent: 24, netAmount: 100, vatAmount: 24, totalAmount: 100 }],
			{ invoiceDate: '2022-01-20', members: { NetAmount: 76, TaxAmount: 24, TotalAmount: 100 } },
		);
		expect(invoice).toMatchObject({ NetAmount: 76, TaxAmount: 24, TotalAmount: 100 });
		expect(invoice.InvoiceRows[0]).toMatchObject({ Nto: 100, Tax: 24, Total: 100 });
		expect(codes(warnings)).toEqual(['headerIsNotItsRows', 'rowDoesNotAddUp']);
	});

	test('that are not the price or not the rate are said', () => {
		expect(codes(build([{ ...row, netAmount: 90 }]).findings)).toEqual(['rowIsNotItsPrice']);
		expect(codes(build([{ ...row, vatAmount: 24 }]).findings)).toEqual(['rowVatIsNotItsRate']);
	});

	test('as a total become rounding up to a cent a row, and a finding beyond', () => {
		const near = build([row, row], { totalAmount: 251.02 });
		expect(near.invoice).toMatchObject({ RoundAmount: 0.02, TotalAmount: 251.02 });
		expect(near.findings).toEqual([]);
		const far = build([row, row], { totalAmount: 251.03 });
		expect(far.invoice).toMatchObject({ RoundAmount: 0, TotalAmount: 251.03 });
		expect(codes(far.findings)).toEqual(['headerDoesNotAddUp', 'headerIsNotItsRows']);
	});

	test('as rounding of a row count in it', () => {
		const stated = { ...row, netAmount: 100, vatAmount: 25.5 };
		const fine = { ...stated, totalAmount: 125.55, rounding: 0.05 };
		expect(codes(build([fine, { ...row, rounding: 0 }]).findings)).not.toContain('rowDoesNotAddUp');
		const { findings: warnings } = build([row, { ...row, Round: 5 }]);
		expect(warnings).toEqual([
			{
				code: 'rowDoesNotAddUp',
				severity: 'stop',
				row: 1,
				member: 'Total',
				message:
					'Row 2: net 100.00, VAT 25.50 and rounding 5.00 make 130.50, not the total 125.50.',
			},
		]);
	});

	test('as rounding are added', () => {
		const { invoice, findings: warnings } = build([row], { members: { RoundAmount: '-0,50' } });
		expect(invoice).toMatchObject({ RoundAmount: -0.5, TotalAmount: 125 });
		expect(warnings).toEqual([]);
	});
});
