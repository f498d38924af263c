import { powerOfTen, roundedQuotient } from './exactDecimal';
import type { Decimal } from './exactDecimal';

/** Discounts on a row: in percent of it, then in money. */
export interface Discounts {
	percent?: Decimal;
	/** Whole cents, net or gross as the price is. */
	cents?: number;
}

/**
 * Quantity × unit price, less the discount in percent, rounded once to whole cents (halves away from zero), less
 * the discount in money. Net or gross, as the price is. A discount reduces what a negative quantity credits, too.
 */
export function pricedCents(quantity: Decimal, price: Decimal, discounts: Discounts): number {
	const { percent = NO_PERCENT, cents = 0 } = discounts;
	// Cents are hundredths and so are percent: the two factors of a hundred cancel out.
	const left = 100n * powerOfTen(percent.scale) - percent.digits;
	const result = Number(
		roundedQuotient(
			quantity.digits * price.digits * left,
			powerOfTen(quantity.scale + price.scale + percent.scale),
		),
	);
	const takesBack = quantity.digits < 0n !== price.digits < 0n;
	return takesBack ? result + cents : result - cents;
}

const NO_PERCENT: Decimal = { digits: 0n, scale: 0 };
