import fc from 'fast-check';

import { toNumber, toText } from '../../../nodes/CashIn/invoicing/exactDecimal';
import {
	centsToNumber,
	centsToText,
	readCents,
	readDecimal,
	readPercent,
} from '../../../nodes/CashIn/invoicing/money';
import { ParseError } from '../../../nodes/CashIn/invoicing/values';
import { CASES } from '../../support/finnishArbitraries';
import { decimalText } from '../../support/invoiceArbitraries';
import { Rational, wireCents } from '../../support/rational';

describe('An amount', () => {
	test.each<[unknown, number]>([
		['1 234,50', 123_450],
		['1\u00a0234,50', 123_450],
		['1\u202f234\u202f567.89', 123_456_789],
		['1234.5', 123_450],
		['1234,5', 123_450],
		[' 12 ', 1_200],
		['-5,00', -500],
		['\u22125', -500],
		['+5', 500],
		['007.10', 710],
		['0,125', 13],
		['0', 0],
		['-0', 0],
		[-0, 0],
		[1234.5, 123_450],
		[0.1 + 0.2, 30],
		[1.005, 101],
		[-1.005, -101],
		[33.333333333333336, 3_333],
		[999_999_999_999, 99_999_999_999_900],
	])('%p is %d cents', (value, cents) => {
		expect(readCents(value)).toBe(cents);
	});

	test.each<[unknown, RegExp]>([
		['1.234,5', /must be a number/],
		['1,234.50', /must be a number/],
		['1.234', /thousands or decimals.*1234 or 1\.2340/],
		['12,500', /thousands or decimals/],
		['abc', /must be a number.*"abc"/],
		['1e21', /must be a number/],
		['12 34,50', /must be a number/],
		['1 2345', /must be a number/],
		['5-', /must be a number/],
		['12,', /must be a number/],
		['.5', /must be a number/],
		['\u0661\u0662', /must be a number/],
		['12 €', /must be a number/],
		['', /missing/],
		[null, /missing/],
		[undefined, /missing/],
		[{}, /an object/],
		[[1], /a list/],
		[true, /true/],
		[Number.NaN, /NaN/],
		[Number.POSITIVE_INFINITY, /Infinity/],
		[1e21, /1e\+21/],
		[1e12, /no usable amount/],
		[1e-7, /smaller than a millionth/],
		['0.0000001', /smaller than a millionth/],
		['1234567890123', /more digits/],
		['x'.repeat(500), /"x{30}…"/],
	])('%p is refused: %s', (value, reason) => {
		const result = readCents(value);
		expect(result).toBeInstanceOf(ParseError);
		expect(result).toMatchObject({ why: expect.stringMatching(reason) });
	});

	test('written with a point, a comma or as a number is the same amount, exactly', () => {
		fc.assert(
			fc.property(decimalText(-99_999, 99_999, 2), (text) => {
				const cents = Number(Rational.of(text).cents());
				expect(readCents(text)).toBe(cents === 0 ? 0 : cents);
				expect(readCents(text.replace('.', ','))).toBe(cents === 0 ? 0 : cents);
				expect(readCents(Number(text))).toBe(cents === 0 ? 0 : cents);
			}),
			CASES,
		);
	});

	test('is rounded to cents with halves away from zero, whatever its decimals', () => {
		fc.assert(
			fc.property(decimalText(-999, 999, 8), (text) => {
				fc.pre(!/^-?[1-9][0-9]{0,2}\.[0-9]{3}$/.test(text));
				fc.pre(Number(text) === 0 || Math.abs(Number(text)) >= 1e-6);
				expect(BigInt(sure(readCents(text)))).toBe(Rational.of(text).cents());
				expect(BigInt(sure(readCents(Number(text))))).toBe(Rational.of(text).cents());
			}),
			CASES,
		);
	});

	test('written as text or on the wire is read back as it was', () => {
		fc.assert(
			fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (cents) => {
				expect(readCents(centsToText(cents))).toBe(cents);
				expect(wireCents(centsToNumber(cents))).toBe(BigInt(cents));
			}),
			CASES,
		);
	});
});

describe('A number', () => {
	test('is kept with every decimal it has', () => {
		fc.assert(
			fc.property(fc.double({ min: 1e-6, max: 1e11, noNaN: true }), (value) => {
				const read = toNumber(sure(readDecimal(value)));
				// Fifteen digits are sure; where the value has no more, not one may be lost.
				expect(read).toBe(Number(value.toPrecision(15)));
			}),
			CASES,
		);
	});

	test('is the same however it was written', () => {
		expect(readDecimal('25,50')).toEqual(readDecimal(25.5));
		expect(toText(sure(readDecimal('-0,50')))).toBe('-0.5');
		expect(toText(sure(readDecimal('100')))).toBe('100');
	});
});

describe('A percentage', () => {
	test.each<[unknown, string]>([
		['25,5 %', '25.5'],
		['25.5%', '25.5'],
		['13.500', '13.5'],
		[14.000000000000002, '14'],
		[25.5, '25.5'],
		['0', '0'],
	])('%p is %s', (value, percent) => {
		expect(toText(sure(readPercent(value)))).toBe(percent);
	});

	test.each(['%', '25,5,5', 'ALV', ''])('"%s" is refused', (value) => {
		expect(readPercent(value)).toBeInstanceOf(ParseError);
	});
});

function sure<T>(result: T | ParseError): T {
	if (result instanceof ParseError) throw new Error(`it ${result.why}`);
	return result;
}
