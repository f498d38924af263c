import { powerOfTen, roundedQuotient, toText, type Decimal } from './exactDecimal';
import type { Findings } from './findings';
import { readPercent } from './money';
import { ParseError } from './values';

/**
 * Finnish VAT rates in percent, newest first, by the day they came into force.
 * Source: Value Added Tax Act (1501/1993) as amended for 2013, September 2024 and 2026.
 */
export const VAT_HISTORY: ReadonlyArray<{ from: string; rates: readonly string[] }> = [
	{ from: '2026-01-01', rates: ['25.5', '13.5', '10'] },
	{ from: '2024-09-01', rates: ['25.5', '14', '10'] },
	{ from: '2013-01-01', rates: ['24', '14', '10'] },
];

/**
 * The VAT rates in force on a day, in percent, the general one first; nothing for days before 2013.
 * @param date `YYYY-MM-DD`
 */
export function ratesInForce(date: string): readonly string[] | undefined {
	return VAT_HISTORY.find(({ from }) => date >= from)?.rates;
}

/**
 * Warns when a VAT rate was not in force on the day of delivery. The rate follows the delivery, for a prepayment the
 * day the money came, and not the invoice date: late invoices and credit notes rightly carry older rates. So this is
 * never a stop. 0 % fits every day; days before 2013 are not known here.
 * @param percent as text without trailing zeros, `25.5`
 * @param date day of delivery, `YYYY-MM-DD`
 */
export function checkVatRate(
	percent: string,
	date: string,
	member: string,
	findings: Findings,
): void {
	const inForce = ratesInForce(date);
	if (percent === '0' || inForce === undefined || inForce.includes(percent)) return;
	const list = inForce.join(', ');
	if (VAT_HISTORY.some(({ rates }) => rates.includes(percent))) {
		findings.warn(
			'vatNotInForce',
			member,
			`${percent} % was not in force on ${date}, when the rates were ${list} and 0. The rate follows the delivery: if it was on another day, give the delivery date.`,
		);
	} else {
		findings.warn(
			'vatUnknown',
			member,
			`${percent} % is not a Finnish VAT rate; on ${date} the rates were ${list} and 0.`,
		);
	}
}

/**
 * VAT on a net amount, in cents, halves away from zero: 5.00 at 25.5 % is 1.28.
 * @param percent zero or more
 */
export function vatOnNet(netCents: number, { digits, scale }: Decimal): number {
	return Number(roundedQuotient(BigInt(netCents) * digits, 100n * powerOfTen(scale)));
}

/**
 * VAT contained in a gross amount, in cents, halves away from zero: of 29.95 at 25.5 % it is 6.09.
 * The gross amount stays what it is and the net is what is left. A gross must never be built up again from a
 * rounded net: at 25.5 % one gross amount in five has no net of whole cents that leads to it.
 * @param percent zero or more
 */
export function vatInGross(grossCents: number, { digits, scale }: Decimal): number {
	return Number(roundedQuotient(BigInt(grossCents) * digits, 100n * powerOfTen(scale) + digits));
}

/** A rate given as a fraction, in percent: 0.255 → `25.5`, where a float product may not be. */
export function percentFromFraction(fraction: number | string): string | ParseError {
	const rate = readPercent(fraction);
	if (rate instanceof ParseError) return rate;
	const { digits, scale } = rate;
	return scale >= 2
		? toText({ digits, scale: scale - 2 })
		: toText({ digits: digits * powerOfTen(2 - scale), scale: 0 });
}
