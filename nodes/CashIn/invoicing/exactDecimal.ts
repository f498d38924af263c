/**
 * A decimal number held exactly: `digits` / 10^`scale`. `25.5` is `{ digits: 255n, scale: 1 }`.
 * `scale` is the smallest that will do, so equal numbers have equal parts.
 */
export interface Decimal {
	readonly digits: bigint;
	readonly scale: number;
}

/** A `Decimal` out of plain digits, as the text of a number has them: `('-', '12', '50')` is −12.5. */
export function decimal(sign: string, whole: string, fraction: string): Decimal {
	let end = fraction.length;
	while (end > 0 && fraction.charCodeAt(end - 1) === ZERO) end -= 1;
	const digits = BigInt(whole + fraction.slice(0, end));
	return { digits: sign === '-' ? -digits : digits, scale: end };
}

/** The nearest JavaScript number. Never −0. */
export function toNumber({ digits, scale }: Decimal): number {
	const number = Number(digits);
	if (scale === 0) return number;
	// Both exact, so that the division is rounded once and gives the nearest; text is the slow way round.
	if (Number.isSafeInteger(number) && scale <= 22) return number / 10 ** scale;
	return Number(`${digits}e-${scale}`);
}

/** As text, with a point and without exponent: `25.5`. Equal numbers give equal texts. */
export function toText({ digits, scale }: Decimal): string {
	if (scale === 0) return String(digits);
	const sign = digits < 0n ? '-' : '';
	const plain = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
	return `${sign}${plain.slice(0, -scale)}.${plain.slice(-scale)}`;
}

/** Below, equal or above zero: −1, 0, 1. */
export function signOf({ digits }: Decimal): -1 | 0 | 1 {
	if (digits === 0n) return 0;
	return digits < 0n ? -1 : 1;
}

/**
 * `numerator` / `denominator` rounded to a whole number, halves away from zero, as money is rounded in Finland.
 * @param denominator greater than zero
 */
export function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
	const quotient = numerator / denominator;
	const rest = numerator % denominator;
	if ((rest < 0n ? -rest : rest) * 2n < denominator) return quotient;
	return numerator < 0n ? quotient - 1n : quotient + 1n;
}

/** 10^`exponent`, for the scales that occur without computing it anew. */
export function powerOfTen(exponent: number): bigint {
	return POWERS[exponent] ?? 10n ** BigInt(exponent);
}

const ZERO = 48;
const POWERS = Array.from({ length: 48 }, (_, exponent) => 10n ** BigInt(exponent));
