import { productInCents, type Decimal } from './decimal';

/** The amounts of a row as far as they are given, in currency units. */
export interface RowAmounts {
	Qty?: number | null;
	Price?: number | null;
	Discount?: number | null;
	DiscountPercent?: number | null;
	VatPercent?: number | null;
	Nto?: number | null;
	Tax?: number | null;
	Total?: number | null;
}

/** The amounts of an invoice as far as they are given, in currency units. */
export interface HeaderAmounts {
	RoundAmount?: number | null;
	NetAmount?: number | null;
	TaxAmount?: number | null;
	TotalAmount?: number | null;
}

/** What a row lacks for its net amount to be computed, or nothing when it is given or can be. */
export function missingAmount(row: RowAmounts): 'Qty' | 'Price' | undefined {
	if (typeof row.Nto === 'number') return undefined;
	if (typeof row.Qty !== 'number') return 'Qty';
	return typeof row.Price === 'number' ? undefined : 'Price';
}

/**
 * A row with its net (`Nto`), VAT (`Tax`) and gross (`Total`): what is given stays, what is missing is computed
 * from quantity, net unit price, discount and VAT percent, in integer cents, half a cent away from zero.
 * @throws RangeError when an amount is beyond what cents can hold
 */
export function completeRow<Row extends RowAmounts>(row: Row): Row {
	const nto = row.Nto ?? fromCents(netCents(row));
	const tax = row.Tax ?? fromCents(productInCents([nto, percent(row.VatPercent)]));
	const total = row.Total ?? fromCents(toCents(nto) + toCents(tax));
	return fill(row, { Nto: nto, Tax: tax, Total: total });
}

/** An invoice whose missing header amounts are the sums of its rows; the rounding joins the total. */
export function completeHeader<Header extends HeaderAmounts>(
	header: Header,
	rows: RowAmounts[],
): Header {
	const rounding = toCents(header.RoundAmount ?? 0);
	return fill(header, {
		NetAmount: header.NetAmount ?? fromCents(sum(rows, 'Nto')),
		TaxAmount: header.TaxAmount ?? fromCents(sum(rows, 'Tax')),
		TotalAmount: header.TotalAmount ?? fromCents(sum(rows, 'Total') + rounding),
	});
}

function netCents(row: RowAmounts): number {
	const left: Decimal = [100 - (row.DiscountPercent ?? 0), -2];
	return productInCents([row.Qty ?? 0, row.Price ?? 0, left]) - toCents(row.Discount ?? 0);
}

function percent(value: number | null | undefined): Decimal {
	return [value ?? 0, -2];
}

function sum(rows: RowAmounts[], member: 'Nto' | 'Tax' | 'Total'): number {
	return rows.reduce((cents, row) => cents + toCents(row[member] ?? 0), 0);
}

function toCents(amount: number): number {
	return productInCents([amount]);
}

function fromCents(cents: number): number {
	return cents === 0 ? 0 : cents / 100;
}

/** A given value stays where it stands, `null` included; only what is absent is added. */
function fill<Target extends object>(target: Target, computed: object): Target {
	return { ...target, ...computed, ...target };
}
