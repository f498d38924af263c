import { powerOfTen, roundedQuotient } from './exactDecimal';
import type { Decimal } from './exactDecimal';

/**
 * VAT on a net amount, in cents, halves away from zero: 5.00 at 25.5 % is 1.28.
 * @param percent zero or more
 */
export function vatOnNet(netCents: number, percent: Decimal): number {
	return Number(
		roundedQuotient(BigInt(netCents) * percent.digits, 100n * powerOfTen(percent.scale)),
	);
}

/**
 * VAT contained in a gross amount, in cents, halves away from zero: of 29.95 at 25.5 % it is 6.09.
 * The gross amount stays what it is and the net is what is left. A gross must never be built up again from a
 * rounded net: at 25.5 % one gross amount in five has no net of whole cents that leads to it.
 * @param percent zero or more
 */
export function vatInGross(grossCents: number, percent: Decimal): number {
	return Number(
		roundedQuotient(
			BigInt(grossCents) * percent.digits,
			100n * powerOfTen(percent.scale) + percent.digits,
		),
	);
}
