import fc from 'fast-check';

import type { InvoiceInput } from '../../nodes/CashIn/invoicing/invoiceInput';
import { Rational } from './rational';

/** A row in the text form all its numbers can take; the independent calculation starts from this. */
export interface PlainRow {
	quantity: string;
	unitPrice: string;
	vatPercent: string;
	discountPercent: string;
	discountAmount: string;
}

/** Decimal text with up to `places` decimals. */
export function decimalText(min: number, max: number, places: number): fc.Arbitrary<string> {
	return fc.integer({ min: 0, max: places }).chain((decimals) =>
		fc.integer({ min: min * 10 ** decimals, max: max * 10 ** decimals }).map((units) => {
			const plain = String(Math.abs(units)).padStart(decimals + 1, '0');
			const text =
				decimals === 0 ? plain : `${plain.slice(0, -decimals)}.${plain.slice(-decimals)}`;
			return units < 0 ? `-${text}` : text;
		}),
	);
}

const vatPercent = fc.oneof(
	{ weight: 9, arbitrary: fc.constantFrom('25.5', '24', '14', '13.5', '10', '0') },
	{ weight: 1, arbitrary: decimalText(1, 30, 2) },
);

function plainRow(quantity: fc.Arbitrary<string>): fc.Arbitrary<PlainRow> {
	return fc.record({
		quantity,
		unitPrice: decimalText(0, 9_999, 4),
		vatPercent,
		discountPercent: fc.oneof(
			{ weight: 3, arbitrary: fc.constant('0') },
			{ weight: 1, arbitrary: decimalText(0, 100, 2) },
		),
		discountAmount: fc.oneof(
			{ weight: 3, arbitrary: fc.constant('0') },
			{ weight: 1, arbitrary: decimalText(0, 5, 2) },
		),
	});
}

/** Rows as on an invoice: quantities above zero. */
export const chargedRow = plainRow(
	decimalText(0, 200, 3).filter((quantity) => Number(quantity) > 0),
);

/** Rows as on an invoice that also takes something back. */
export const anyRow = plainRow(decimalText(-50, 200, 3));

/** The rows as they reach the node: some numbers as numbers, some as text, some with a comma. */
export function givenRows(rows: readonly PlainRow[]): Array<Record<string, unknown>> {
	return rows.map((row, index) => ({
		description: `Row ${index + 1}`,
		quantity: asNumber(row.quantity),
		unitPrice: index % 3 === 0 ? withComma(row.unitPrice) : asNumber(row.unitPrice),
		vatPercent: index % 2 === 0 ? `${row.vatPercent} %` : asNumber(row.vatPercent),
		...(row.discountPercent === '0' ? {} : { discountPercent: asNumber(row.discountPercent) }),
		...(row.discountAmount === '0' ? {} : { discountAmount: asNumber(row.discountAmount) }),
	}));
}

/** An invoice around rows, complete enough to have nothing to warn about. */
export function invoiceOf(
	rows: ReadonlyArray<Record<string, unknown>>,
	more: Partial<InvoiceInput> = {},
): InvoiceInput {
	return {
		invoiceNumber: 1042,
		invoiceDate: '2026-03-02',
		paymentTerms: 14,
		buyer: {
			name: 'Example Buyer Oy',
			streetAddress: 'Esimerkkikatu 1',
			postalCode: '00100',
			city: 'Helsinki',
			country: 'FI',
			email: 'buyer@example.com',
		},
		pricesIncludeVat: false,
		...more,
		rows,
	};
}

/** What a row comes to before VAT is looked at, in cents, by the tests' own arithmetic. */
export function expectedPriced(row: PlainRow): bigint {
	const hundred = Rational.of(100);
	const priced = Rational.of(row.quantity)
		.times(Rational.of(row.unitPrice))
		.times(hundred.minus(Rational.of(row.discountPercent)))
		.over(hundred)
		.cents();
	const discount = Rational.of(row.discountAmount).cents();
	return row.quantity.startsWith('-') ? priced + discount : priced - discount;
}

/** Net, VAT and gross of a row in cents, by the tests' own arithmetic. */
export function expectedRow(
	row: PlainRow,
	pricesIncludeVat: boolean,
): { net: bigint; vat: bigint; gross: bigint } {
	const priced = expectedPriced(row);
	const vat = expectedVat(priced, row.vatPercent, pricesIncludeVat);
	return pricesIncludeVat
		? { net: priced - vat, vat, gross: priced }
		: { net: priced, vat, gross: priced + vat };
}

/** VAT on or in an amount of cents, by the tests' own arithmetic. */
export function expectedVat(cents: bigint, percent: string, included: boolean): bigint {
	const rate = Rational.of(percent);
	const hundred = Rational.of(100);
	const euros = Rational.of(String(cents)).over(hundred);
	return euros
		.times(rate)
		.over(included ? hundred.plus(rate) : hundred)
		.cents();
}

function asNumber(text: string): number {
	return Number(text);
}

/** Finnish text, written so that three decimals cannot be taken for thousands. */
function withComma(text: string): string {
	const [whole = '', fraction = ''] = text.split('.');
	return fraction === '' ? whole : `${whole},${fraction.padEnd(4, '0')}`;
}
