import { toNumber, toText } from './exactDecimal';
import type { Decimal } from './exactDecimal';
import type { RowAmounts } from './row';
import { vatInGross, vatOnNet } from './vatAmount';

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
	let netCents = 0;
	let vatCents = 0;
	let grossCents = 0;
	for (const row of rows) {
		netCents += row.netCents;
		vatCents += row.vatCents;
		grossCents += row.grossCents;
		addToRate(sums, row);
	}
	const rates = [...sums.values()]
		.sort((one, other) => toNumber(other.percent) - toNumber(one.percent))
		.map((sum) => (vatRounding === 'rate' ? roundedOnce(sum, pricesIncludeVat) : asRows(sum)));
	const totalCents = rates.reduce((sum, rate) => sum + rate.grossCents, 0);
	return {
		netCents,
		vatCents,
		roundingCents: totalCents - grossCents,
		totalCents,
		rates,
	};
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

/** What the rows of one rate add up to; those that state their amounts apart. */
interface RateSum {
	percent: Decimal;
	net: number;
	vat: number;
	gross: number;
	statedNet: number;
	statedVat: number;
	statedGross: number;
}

function addToRate(sums: Map<string, RateSum>, row: RowAmounts): void {
	const key = toText(row.percent);
	let sum = sums.get(key);
	if (sum === undefined) {
		sum = {
			percent: row.percent,
			net: 0,
			vat: 0,
			gross: 0,
			statedNet: 0,
			statedVat: 0,
			statedGross: 0,
		};
		sums.set(key, sum);
	}
	if (row.stated) {
		sum.statedNet += row.netCents;
		sum.statedVat += row.vatCents;
		sum.statedGross += row.grossCents;
	} else {
		sum.net += row.netCents;
		sum.vat += row.vatCents;
		sum.gross += row.grossCents;
	}
}

function asRows(sum: RateSum): RateTotals {
	return {
		vatPercent: toText(sum.percent),
		netCents: sum.net + sum.statedNet,
		vatCents: sum.vat + sum.statedVat,
		grossCents: sum.gross + sum.statedGross,
	};
}

function roundedOnce(sum: RateSum, pricesIncludeVat: boolean): RateTotals {
	const vat = pricesIncludeVat
		? vatInGross(sum.gross, sum.percent)
		: vatOnNet(sum.net, sum.percent);
	const net = pricesIncludeVat ? sum.gross - vat : sum.net;
	return asRows({ ...sum, net, vat, gross: net + vat });
}
