/** An amount in currency units as whole cents: sums of cents have no rounding dust. */
export function toCents(amount: number): number {
	return Math.round(amount * 100);
}

/** The cents of a member that may be anything; 0 for what is not a number. */
export function centsOf(amount: unknown): number {
	return typeof amount === 'number' ? toCents(amount) : 0;
}

/** Whole cents as an amount in currency units. */
export function fromCents(cents: number): number {
	return cents / 100;
}

/** Capital, interest and costs in cents: the parts of every claim and of every payment. */
export interface Parts {
	capital: number;
	interest: number;
	costs: number;
}

export function sumOf({ capital, interest, costs }: Parts): number {
	return capital + interest + costs;
}

/** The members most answers show the parts in. */
export function partAmounts({ capital, interest, costs }: Parts) {
	return {
		CapitalAmount: fromCents(capital),
		InterestAmount: fromCents(interest),
		CreditorCostsAmount: fromCents(costs),
	};
}
