import {
	decimal,
	powerOfTen,
	roundedQuotient,
	toText,
	type Decimal,
} from '../invoicing/exactDecimal';
import { centsToText, inCents, readDecimal } from '../invoicing/money';
import { ParseError } from '../invoicing/values';
import { OrderError } from './order';

/**
 * Reads a number as shops write it: `"12.345"` has three decimals and means no thousands, and an empty text is
 * nothing at all, as some write the tax of a rate that does not apply.
 * @param label how to name it in a message
 * @throws OrderError for anything else
 */
export function storeDecimal(value: unknown, label: string): Decimal {
	if (value === undefined || value === null || value === '') return NOUGHT;
	if (typeof value === 'number') {
		const number = readDecimal(value);
		if (number instanceof ParseError) throw new OrderError(`${label} ${number.why}.`);
		return number;
	}
	const match = typeof value === 'string' ? WRITTEN.exec(value.trim()) : null;
	if (match === null) {
		throw new OrderError(`${label} must be a number such as 12.50, and is ${shown(value)}.`);
	}
	const [, sign = '', whole = '', fraction = ''] = match;
	return decimal(sign, whole.replace(/^0+(?=[0-9])/, ''), fraction);
}

/** An amount as whole cents, halves away from zero; throws as `storeDecimal`. */
export function storeCents(value: unknown, label: string): number {
	return centsIn(storeDecimal(value, label), label);
}

/** Whether an amount is there and is zero; one that cannot be read is not. */
export function isNothing(value: unknown): boolean {
	if (typeof value === 'number') return value === 0;
	return typeof value === 'string' && /^-?0+(?:\.0*)?$/.test(value.trim());
}

/** An exact amount as whole cents, halves away from zero; throws when it is too large for any order. */
export function centsIn(amount: Decimal, label: string): number {
	const cents = inCents(amount);
	if (Math.abs(cents) > LARGEST_CENTS) {
		throw new OrderError(`${label} is ${centsToText(cents)}, which is no amount of an order.`);
	}
	return cents;
}

/**
 * What is to be paid, as whole cents.
 * @throws OrderError as `storeDecimal`, and for a total with fractions of a cent, as some currencies have
 */
export function wholeCents(value: unknown, label: string): number {
	const total = storeDecimal(value, label);
	if (total.scale <= 2) return centsIn(total, label);
	throw new OrderError(
		`${label} is ${toText(total)}, which cannot be invoiced to the cent. Invoice this order with Create.`,
	);
}

/** A share of an amount, in whole cents, halves away from zero; `of` must not be zero. */
export function shareOf(cents: number, part: Decimal, of: Decimal): number {
	const numerator = BigInt(cents) * part.digits * powerOfTen(of.scale);
	const denominator = of.digits * powerOfTen(part.scale);
	return Number(
		denominator < 0n
			? roundedQuotient(-numerator, -denominator)
			: roundedQuotient(numerator, denominator),
	);
}

/** A quantity with its sign turned. */
export function negated({ digits, scale }: Decimal): Decimal {
	return { digits: -digits, scale };
}

/** `one` − `other`, exactly. */
export function difference(one: Decimal, other: Decimal): Decimal {
	let scale = Math.max(one.scale, other.scale);
	let digits =
		one.digits * powerOfTen(scale - one.scale) - other.digits * powerOfTen(scale - other.scale);
	for (; scale > 0 && digits % 10n === 0n; scale -= 1) digits /= 10n;
	return { digits, scale };
}

function shown(value: unknown): string {
	if (typeof value !== 'string') return typeof value === 'object' ? 'an object' : String(value);
	return `"${value.length > 30 ? `${value.slice(0, 30)}…` : value}"`;
}

export const NOUGHT: Decimal = { digits: 0n, scale: 0 };
export const ONE: Decimal = { digits: 1n, scale: 0 };

const WRITTEN = /^(-?)([0-9]{1,15})(?:\.([0-9]{0,20}))?$/;
/** A trillion: beyond it the cents of a sum would not be exact. */
const LARGEST_CENTS = 99_999_999_999_999;
