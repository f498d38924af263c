/** An amount in currency units as whole cents: sums of cents have no rounding dust. */
export function toCents(amount: number): number {
	return Math.round(amount * 100);
}

/** Whole cents as an amount in currency units. */
export function fromCents(cents: number): number {
	return cents / 100;
}
