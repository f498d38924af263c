/** A decimal number, or one with a power of ten to apply: `[25.5, -2]` is 0.255. */
export type Decimal = number | [value: number, exponent: number];

/**
 * The product of decimal factors in whole cents, half a cent away from zero. Exact: 5.00 × 25.5 % is 1.28,
 * where binary fractions give 1.27.
 * @throws RangeError when the product is beyond what cents can hold
 */
export function productInCents(factors: Decimal[]): number {
	let digits = 1n;
	let exponent = 2;
	for (const factor of factors) {
		const [value, shift] = typeof factor === 'number' ? [factor, 0] : factor;
		const scaled = scale(value);
		digits *= scaled.digits;
		exponent += scaled.exponent + shift;
	}
	const cents = Number(exponent >= 0 ? digits * 10n ** BigInt(exponent) : round(digits, -exponent));
	if (!Number.isSafeInteger(cents)) throw new RangeError('The amount is too large');
	return cents;
}

/** `12.5` → digits 125, exponent −1, read from the way JavaScript writes the number. */
function scale(value: number): { digits: bigint; exponent: number } {
	const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
	if (!match) throw new RangeError(`${value} is not a number to compute with`);
	const [, sign, whole = '', fraction = '', power = '0'] = match;
	return {
		digits: BigInt(`${sign}${whole}${fraction}`),
		exponent: Number(power) - fraction.length,
	};
}

function round(digits: bigint, places: number): bigint {
	const divisor = 10n ** BigInt(places);
	const half = divisor / 2n;
	return digits < 0n ? -((-digits + half) / divisor) : (digits + half) / divisor;
}
