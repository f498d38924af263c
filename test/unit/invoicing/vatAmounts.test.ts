import vectors from '../../fixtures/vat-vectors.json';
import { built } from '../../support/buildingInvoices';
import { expectedVat, invoiceOf } from '../../support/invoiceArbitraries';
import { wireCents } from '../../support/rational';

describe('VAT', () => {
	test.each(vectors.vatOnNet)('of %s %% on %s is %s', (percent, net, vat) => {
		const { InvoiceRows } = oneRow(net, percent, false);
		expect(InvoiceRows[0]).toMatchObject({ Nto: Number(net), Tax: Number(vat) });
	});

	test.each(vectors.grossSplit)(
		'of %s %% leaves of gross %s net %s and VAT %s',
		(percent, gross, net, vat) => {
			const { InvoiceRows } = oneRow(gross, percent, true);
			expect(InvoiceRows[0]).toMatchObject({
				Nto: Number(net),
				Tax: Number(vat),
				Total: Number(gross),
			});
		},
	);

	test.each(vectors.grossUnreachableFromNet)(
		'of %s %% leaves the gross price %s as it is, which no net price leads to',
		(percent, gross) => {
			const { InvoiceRows } = oneRow(gross, percent, true);
			expect(InvoiceRows[0]).toMatchObject({ Total: Number(gross) });
		},
	);

	test('rounded per row or per rate differs by what becomes the rounding amount', () => {
		const { unitPrice, quantity, vatPercent, vatOfRows, vatOfSum } = vectors.threeRows;
		const given = Array.from({ length: quantity }, () => ({
			description: 'Example',
			quantity: 1,
			unitPrice: Number(unitPrice),
			vatPercent: Number(vatPercent),
		}));
		const perRow = built(invoiceOf(given), { vatRounding: 'row' });
		expect(perRow.invoice).toMatchObject({
			NetAmount: 29.97,
			TaxAmount: Number(vatOfRows),
			RoundAmount: 0,
			TotalAmount: 37.62,
		});
		const perRate = built(invoiceOf(given), { vatRounding: 'rate' });
		expect(perRate.totals.rates).toEqual([
			{ vatPercent, netCents: 2997, vatCents: Number(vatOfSum) * 100, grossCents: 3761 },
		]);
		expect(perRate.invoice).toMatchObject({ RoundAmount: -0.01, TotalAmount: 37.61 });
		expect(perRate.findings).toEqual([
			expect.objectContaining({ code: 'vatRoundingDiffers', severity: 'warn' }),
		]);
	});

	test('is right on all 100,000 nets up to 1,000 euros, half a cent always up', () => {
		for (const percent of ['25.5', '14', '13.5', '10']) {
			const given = Array.from({ length: 100_000 }, (_, index) => ({
				description: 'Example',
				quantity: 1,
				unitPrice: (index + 1) / 100,
				vatPercent: percent,
			}));
			const { invoice } = built(invoiceOf(given), { vatRounding: 'row' });
			const wrong = invoice.InvoiceRows.filter(
				(row, index) => wireCents(row.Tax) !== expectedVat(BigInt(index + 1), percent, false),
			);
			expect(wrong).toEqual([]);
		}
	});
});

function oneRow(price: string | undefined, percent: string | undefined, pricesIncludeVat: boolean) {
	const row = { description: 'Example', quantity: 1, unitPrice: price, vatPercent: percent };
	return built(invoiceOf([row], { pricesIncludeVat }), { vatRounding: 'row' }).invoice;
}
