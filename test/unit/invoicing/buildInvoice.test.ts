import fc from 'fast-check';

import { built, creditRows, type SalesInvoice } from '../../support/buildingInvoices';
import { CASES } from '../../support/finnishArbitraries';
import {
	anyRow,
	chargedRow,
	expectedPriced,
	givenRows,
	invoiceOf,
} from '../../support/invoiceArbitraries';
import { wireCents } from '../../support/rational';

const rows = fc.array(anyRow, { minLength: 1, maxLength: 8 });
const charged = fc.array(chargedRow, { minLength: 1, maxLength: 8 });
const vatRounding = fc.constantFrom('row' as const, 'rate' as const);

describe('An invoice built from any rows', () => {
	test('has net + VAT = total in every row', () => {
		fc.assert(
			fc.property(rows, fc.boolean(), vatRounding, (plain, pricesIncludeVat, rounding) => {
				const { invoice } = build(plain, { pricesIncludeVat }, rounding);
				const wrong = invoice.InvoiceRows.filter(
					(row) => wireCents(row.Nto) + wireCents(row.Tax) !== wireCents(row.Total),
				);
				expect(wrong).toEqual([]);
			}),
			CASES,
		);
	});

	test('has a header that is the sum of its rows and the rounding', () => {
		fc.assert(
			fc.property(rows, fc.boolean(), vatRounding, (plain, pricesIncludeVat, rounding) => {
				const { invoice } = build(plain, { pricesIncludeVat }, rounding);
				const header = headerCents(invoice);
				expect(header.net).toBe(sumOf(invoice, 'Nto'));
				expect(header.vat).toBe(sumOf(invoice, 'Tax'));
				expect(header.total).toBe(sumOf(invoice, 'Total') + header.rounding);
				expect(header.total).toBe(header.net + header.vat + header.rounding);
			}),
			CASES,
		);
	});

	test('is the same whatever the order of its rows', () => {
		const shuffled = rows.chain((plain) =>
			fc.tuple(
				fc.constant(plain),
				fc.shuffledSubarray([...plain.keys()], { minLength: plain.length }),
			),
		);
		fc.assert(
			fc.property(shuffled, fc.boolean(), vatRounding, ([plain, order], included, rounding) => {
				const given = givenRows(plain);
				const permuted = order.map((index) => given[index] ?? {});
				const rules = { vatRounding: rounding };
				const one = built(invoiceOf(given, { pricesIncludeVat: included }), rules);
				const other = built(invoiceOf(permuted, { pricesIncludeVat: included }), rules);
				const reordered = order.map((index) => one.invoice.InvoiceRows[index]);
				// As text, which is what goes over the wire, and quicker to compare than objects.
				expect(JSON.stringify([other.totals, other.invoice])).toBe(
					JSON.stringify([one.totals, { ...one.invoice, InvoiceRows: reordered }]),
				);
			}),
			CASES,
		);
	});

	test('never comes to less when a quantity is doubled', () => {
		fc.assert(
			fc.property(charged, fc.nat(), fc.boolean(), vatRounding, (plain, at, included, rounding) => {
				const which = at % plain.length;
				const doubled = plain.map((row, index) =>
					index === which ? { ...row, quantity: doubledText(row.quantity) } : row,
				);
				const before = headerCents(build(plain, { pricesIncludeVat: included }, rounding).invoice);
				const after = headerCents(build(doubled, { pricesIncludeVat: included }, rounding).invoice);
				expect(after.total).toBeGreaterThanOrEqual(before.total);
				expect(after.net).toBeGreaterThanOrEqual(before.net);
				expect(after.vat).toBeGreaterThanOrEqual(before.vat);
			}),
			CASES,
		);
	});

	test('keeps every gross price to the cent', () => {
		fc.assert(
			fc.property(rows, vatRounding, (plain, rounding) => {
				const { invoice } = build(plain, { pricesIncludeVat: true }, rounding);
				expect(invoice.InvoiceRows.map((row) => [wireCents(row.Total), row.Price])).toEqual(
					plain.map((row) => [expectedPriced(row), Number(row.unitPrice)]),
				);
				const total = plain.reduce((sum, row) => sum + expectedPriced(row), 0n);
				expect(headerCents(invoice).total).toBe(total);
			}),
			CASES,
		);
	});

	test('holds no NaN, no minus zero and no exponent', () => {
		fc.assert(
			fc.property(rows, fc.boolean(), vatRounding, (plain, pricesIncludeVat, rounding) => {
				const { invoice } = build(plain, { pricesIncludeVat }, rounding);
				const numbers = [invoice, ...invoice.InvoiceRows]
					.flatMap((holder) => Object.values(holder))
					.filter((value) => typeof value === 'number');
				const odd = numbers.filter(
					(value) => Object.is(value, -0) || !/^-?[0-9]+(\.[0-9]+)?$/.test(JSON.stringify(value)),
				);
				expect(odd).toEqual([]);
			}),
			CASES,
		);
	});

	test('is what its credit invoice takes back, to the cent', () => {
		fc.assert(
			fc.property(charged, fc.boolean(), vatRounding, (plain, pricesIncludeVat, rounding) => {
				const given = givenRows(plain);
				const rules = { vatRounding: rounding };
				const invoice = built(invoiceOf(given, { pricesIncludeVat }), rules).invoice;
				const credit = built(
					invoiceOf(creditRows(given), { pricesIncludeVat, credits: 1042 }),
					rules,
				).invoice;
				const charges = headerCents(invoice);
				const takesBack = headerCents(credit);
				expect(takesBack.total).toBe(-charges.total);
				expect(takesBack.net).toBe(-charges.net);
				expect(takesBack.vat).toBe(-charges.vat);
				expect(credit.InvoiceRows.map((row) => [-wireCents(row.Total), row.Price])).toEqual(
					invoice.InvoiceRows.map((row) => [wireCents(row.Total), row.Price]),
				);
			}),
			CASES,
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

function sumOf(invoice: SalesInvoice, member: string): bigint {
	return invoice.InvoiceRows.reduce((sum, row) => sum + wireCents(row[member]), 0n);
}

function doubledText(quantity: string): string {
	const [whole = '', fraction = ''] = quantity.split('.');
	const doubled = String(BigInt(whole + fraction) * 2n).padStart(fraction.length + 1, '0');
	return fraction === ''
		? doubled
		: `${doubled.slice(0, -fraction.length)}.${doubled.slice(-fraction.length)}`;
}
