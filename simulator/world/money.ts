/** An amount in currency units as whole cents: sums of cents have no rounding dust. */
export function toCents(amount: number): number {
	return Math.round(amount * 100);
}

/** Tells an amount, which the contract may have as a number or as text. */
export function isAmount(value: unknown): boolean {
	return typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));
}

/** The cents of a member that may be anything; 0 for what is not an amount. */
export function centsOf(amount: unknown): number {
	return isAmount(amount) ? toCents(Number(amount)) : 0;
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

/** The fields most answers show the parts in. */
export function partAmounts({ capital, interest, costs }: Parts) {
	return {
		capitalAmount: fromCents(capital),
		interestAmount: fromCents(interest),
		creditorCostsAmount: fromCents(costs),
	};
}
