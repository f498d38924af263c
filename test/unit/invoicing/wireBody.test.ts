import fc from 'fast-check';

import { built, type SalesInvoice } from '../../support/buildingInvoices';
import {
	anyRow,
	expectedRow,
	expectedVat,
	givenRows,
	invoiceOf,
} from '../../support/invoiceArbitraries';
import { wireCents } from '../../support/rational';

describe('A thousand invoices of 1 to 50 rows at mixed rates', () => {
	test.each([
		['net prices, VAT per row', false, 'row' as const],
		['gross prices, VAT per row', true, 'row' as const],
		['net prices, VAT per rate', false, 'rate' as const],
		['gross prices, VAT per rate', true, 'rate' as const],
	])('add up on the wire as an independent calculation has it: %s', (_, included, rounding) => {
		fc.assert(
			fc.property(fc.array(anyRow, { minLength: 1, maxLength: 50 }), (plain) => {
				const built = build(plain, { pricesIncludeVat: included }, rounding);
				const invoice = JSON.parse(JSON.stringify(built.invoice)) as SalesInvoice;
				const expected = plain.map((row) => expectedRow(row, included));
				invoice.InvoiceRows.forEach((row, index) => {
					expect({
						net: wireCents(row.Nto),
						vat: wireCents(row.Tax),
						gross: wireCents(row.Total),
					}).toEqual(expected[index]);
				});
				const net = expected.reduce((sum, row) => sum + row.net, 0n);
				const vat = expected.reduce((sum, row) => sum + row.vat, 0n);
				const total = rounding === 'row' ? net + vat : totalPerRate(plain, expected, included);
				expect(headerCents(invoice)).toEqual({ net, vat, total, rounding: total - net - vat });
			}),
			{ numRuns: 1_000 },
		);
	});
});

function build(
	plain: Parameters<typeof givenRows>[0],
	more: Parameters<typeof invoiceOf>[1],
	rounding: 'row' | 'rate',
) {
	return built(invoiceOf(givenRows(plain), more), { vatRounding: rounding });
}

function headerCents(invoice: SalesInvoice) {
	return {
		net: wireCents(invoice.NetAmount),
		vat: wireCents(invoice.TaxAmount),
		rounding: wireCents(invoice.RoundAmount),
		total: wireCents(invoice.TotalAmount),
	};
}

/** The total when VAT is computed once per rate on the sum of its rows. */
function totalPerRate(
	plain: ReadonlyArray<{ vatPercent: string }>,
	expected: ReadonlyArray<{ net: bigint; gross: bigint }>,
	included: boolean,
): bigint {
	const sums = new Map<number, { net: bigint; gross: bigint; percent: string }>();
	plain.forEach(({ vatPercent }, index) => {
		const rate = Number(vatPercent);
		const sum = sums.get(rate) ?? { net: 0n, gross: 0n, percent: vatPercent };
		sums.set(rate, {
			percent: vatPercent,
			net: sum.net + (expected[index]?.net ?? 0n),
			gross: sum.gross + (expected[index]?.gross ?? 0n),
		});
	});
	let total = 0n;
	for (const { net, gross, percent } of sums.values()) {
		total += included ? gross : net + expectedVat(net, percent, false);
	}
	return total;
}
