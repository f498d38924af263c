import { decimal, powerOfTen, roundedQuotient, type Decimal } from './exactDecimal';
import { isEmpty, ParseError } from './values';

/**
 * Reads a price, amount or quantity exactly: numbers, `1234.5`, `1234,5`, `1 234,50`, `-5`.
 *
 * Refused is what could mean two things: both separators (`1.234,5`), and one separator before exactly three
 * digits, which may be thousands (`1.234`, `1,234`; but `0,125` and `1234.567` can only be decimals).
 * A JavaScript number is taken at the 15 digits it surely carries, so that 0.1 + 0.2 is 0.3.
 *
 * @returns ParseError for anything else: words, exponents, Infinity, more than 12 digits before or 20 after
 * the separator, a value other than zero below a millionth
 */
export function readDecimal(value: unknown): Decimal | ParseError {
	if (typeof value === 'number') return fromNumber(value);
	const parts = split(value);
	if (parts instanceof ParseError) return parts;
	if (
		parts.grouped === false &&
		parts.fraction.length === 3 &&
		/^[1-9][0-9]{0,2}$/.test(parts.whole)
	) {
		return new ParseError(
			`is ${show(value)}, which may mean thousands or decimals: give it as a number, or write ${parts.whole}${parts.fraction} or ${parts.whole}.${parts.fraction}0`,
		);
	}
	return within(parts);
}

/**
 * Reads a percentage exactly: as `readDecimal`, with or without a percent sign. Thousands of percent do not
 * occur, so `13.500` is 13.5.
 * @returns ParseError as there
 */
export function readPercent(value: unknown): Decimal | ParseError {
	if (typeof value === 'number') return fromNumber(value);
	const parts = split(typeof value === 'string' ? value.replace(/\s*%\s*$/, '') : value);
	return parts instanceof ParseError ? parts : within(parts);
}

/**
 * Reads an amount of money as whole cents, by the rules of `readDecimal`, halves of a cent away from zero.
 * @returns ParseError as there
 */
export function readCents(value: unknown): number | ParseError {
	if (typeof value === 'number' && Math.abs(value) < TOO_LARGE) {
		// What has two decimals at most is exact without the detour through decimals.
		const hundredths = Math.round(value * 100);
		if (hundredths / 100 === value) return hundredths === 0 ? 0 : hundredths;
	}
	const amount = readDecimal(value);
	return amount instanceof ParseError ? amount : inCents(amount);
}

/** An exact amount as whole cents, halves away from zero. */
export function inCents({ digits, scale }: Decimal): number {
	return Number(roundedQuotient(digits * 100n, powerOfTen(scale)));
}

/** Cents as the number of currency units that goes over the wire: 2995 → 29.95. Never −0. */
export function centsToNumber(cents: number): number {
	return cents === 0 ? 0 : cents / 100;
}

/** Cents as text with a point, for sentences in English: `1234.50`. */
export function centsToText(cents: number): string {
	const plain = String(Math.abs(cents)).padStart(3, '0');
	return `${cents < 0 ? '-' : ''}${plain.slice(0, -2)}.${plain.slice(-2)}`;
}

function fromNumber(value: number): Decimal | ParseError {
	if (Number.isSafeInteger(value) && Math.abs(value) < TOO_LARGE) {
		return { digits: BigInt(value), scale: 0 };
	}
	const magnitude = Math.abs(value);
	if (!(magnitude < TOO_LARGE)) return new ParseError(`is ${value}, which is no usable amount`);
	const hundredths = Math.round(value * 100);
	if (hundredths / 100 === value) return ofHundredths(hundredths);
	if (magnitude < SMALLEST) return tooSmall(value);
	let text = String(magnitude);
	// The 16th and 17th digit are where float arithmetic leaves its dust.
	if (text.length > 16) text = magnitude.toPrecision(15);
	const [whole = '0', fraction = ''] = text.split('.');
	return decimal(value < 0 ? '-' : '', whole, fraction);
}

/** Most prices have two decimals at most, and need no detour through text. */
function ofHundredths(hundredths: number): Decimal {
	return hundredths % 10 === 0
		? { digits: BigInt(hundredths / 10), scale: 1 }
		: { digits: BigInt(hundredths), scale: 2 };
}

function within({ sign, whole, fraction }: Parts): Decimal | ParseError {
	if (whole.length > 12 || fraction.length > 20) {
		return new ParseError('has more digits than an invoice can use');
	}
	const number = decimal(sign, whole, fraction);
	const magnitude = number.digits < 0n ? -number.digits : number.digits;
	if (magnitude !== 0n && magnitude * 1_000_000n < powerOfTen(number.scale)) {
		return tooSmall(`${sign}${whole}.${fraction}`);
	}
	return number;
}

interface Parts {
	sign: string;
	whole: string;
	fraction: string;
	grouped: boolean;
}

function split(value: unknown): Parts | ParseError {
	const match = typeof value === 'string' ? NUMBER.exec(value.trim()) : null;
	if (match === null) {
		return new ParseError(`must be a number such as 1234.50 or 1 234,50, and is ${show(value)}`);
	}
	const [, sign = '', whole = '', fraction = ''] = match;
	const plain = whole.replace(/[^0-9]/g, '');
	return {
		sign: sign === '' || sign === '+' ? '' : '-',
		whole: plain.replace(/^0+(?=[0-9])/, ''),
		fraction,
		grouped: plain.length !== whole.length,
	};
}

function tooSmall(value: unknown): ParseError {
	return new ParseError(`is ${String(value)}, which is smaller than a millionth`);
}

/** A value in a message: short. */
function show(value: unknown): string {
	if (isEmpty(value)) return 'missing';
	if (typeof value === 'string') return `"${value.length > 30 ? `${value.slice(0, 30)}…` : value}"`;
	if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'an object';
	return String(value);
}

// Sign, digits (in groups of three by one kind of space, or in one), and decimals after a comma or a point.
const NUMBER =
	/^([-+\u2212]?)([0-9]+|[0-9]{1,3}(?:[ \u00a0\u202f\u2009][0-9]{3})+)(?:[.,]([0-9]+))?$/;

/** A trillion in one number is a mistake; beyond it the cents of a sum would not be exact. */
const TOO_LARGE = 1e12;
const SMALLEST = 1e-6;
