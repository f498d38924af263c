import { toNumber, toText, type Decimal } from './exactDecimal';
import type { RowAmounts } from './row';
import { vatInGross, vatOnNet } from './vat';

/** How VAT is rounded: on every row, or once per rate on the sum of its rows. */
export type VatRounding = 'row' | 'rate';

/** What an invoice comes to, in whole cents. `netCents + vatCents + roundingCents = totalCents`, unless the user's own rows do not add up. */
export interface Totals {
	/** Sum of the rows' net. */
	netCents: number;
	/** Sum of the rows' VAT. */
	vatCents: number;
	/** What is added to the rows to come to the total; mostly 0. */
	roundingCents: number;
	/** To pay. */
	totalCents: number;
	/** One entry per VAT rate, highest first. With rounding per rate its VAT may differ from that of the rows. */
	rates: RateTotals[];
}

export interface RateTotals {
	/** Percent as text without trailing zeros, `25.5`. */
	vatPercent: string;
	netCents: number;
	vatCents: number;
	grossCents: number;
}

/**
 * Adds rows up. The header is always the sum of its rows plus the rounding.
 *
 * With rounding per rate (as EN 16931 has it, BR-CO-17) the total is that of VAT computed once on each rate's
 * sum, and what the rows differ from it becomes the rounding, so that nothing differs in silence. With gross
 * prices the total is the same either way; only the split into net and VAT can differ, shown in `rates`.
 * Rows that state their amounts keep their VAT in both.
 */
export function addUp(
	rows: readonly RowAmounts[],
	vatRounding: VatRounding,
	pricesIncludeVat: boolean,
): Totals {
	const sums = new Map<string, RateSum>();
	const all = newSums();
	for (const row of rows) {
		add(all, row);
		const key = toText(row.percent);
		let sum = sums.get(key);
		if (sum === undefined) {
			sum = { percent: row.percent, stated: newSums(), computed: newSums() };
			sums.set(key, sum);
		}
		add(row.stated ? sum.stated : sum.computed, row);
	}
	const rates = [...sums.values()]
		.sort((one, other) => toNumber(other.percent) - toNumber(one.percent))
		.map(({ percent, stated, computed }): RateTotals => {
			const total =
				vatRounding === 'rate' ? roundedOnce(computed, percent, pricesIncludeVat) : computed;
			add(total, stated);
			return { vatPercent: toText(percent), ...total };
		});
	const totalCents = rates.reduce((sum, rate) => sum + rate.grossCents, 0);
	const { netCents, vatCents, grossCents } = all;
	return { netCents, vatCents, roundingCents: totalCents - grossCents, totalCents, rates };
}

/**
 * The totals with a rounding the user declared, or with the one that leads to the total the user declared.
 * @param declared cents; a total is followed only as far as rounding explains it, one cent per row
 */
export function withDeclared(
	totals: Totals,
	rowCount: number,
	declared: { roundingCents?: number; totalCents?: number },
): Totals {
	const ofRows = totals.totalCents - totals.roundingCents;
	const { totalCents = totals.totalCents } = declared;
	const explained = Math.abs(totalCents - ofRows) <= rowCount ? totalCents - ofRows : undefined;
	const roundingCents = declared.roundingCents ?? explained ?? totals.roundingCents;
	return { ...totals, roundingCents, totalCents: ofRows + roundingCents };
}

type Sums = Pick<RowAmounts, 'netCents' | 'vatCents' | 'grossCents'>;

/** The rows of one rate added up; those that state their amounts apart. */
interface RateSum {
	percent: Decimal;
	stated: Sums;
	computed: Sums;
}

function newSums(): Sums {
	return { netCents: 0, vatCents: 0, grossCents: 0 };
}

function add(sums: Sums, { netCents, vatCents, grossCents }: Sums): void {
	sums.netCents += netCents;
	sums.vatCents += vatCents;
	sums.grossCents += grossCents;
}

function roundedOnce(sums: Sums, percent: Decimal, pricesIncludeVat: boolean): Sums {
	const { netCents, grossCents } = sums;
	if (pricesIncludeVat) {
		const vatCents = vatInGross(grossCents, percent);
		return { netCents: grossCents - vatCents, vatCents, grossCents };
	}
	const vatCents = vatOnNet(netCents, percent);
	return { netCents, vatCents, grossCents: netCents + vatCents };
}
