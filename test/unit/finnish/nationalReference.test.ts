import fc from 'fast-check';
import utils from 'finnish-bank-utils';

import { generateReference, validateReference } from '../../../nodes/CashIn/finnish/reference';
import { Rejected } from '../../../nodes/CashIn/finnish/validation';
import vectors from '../../fixtures/finnish-vectors.json';
import {
	CASES,
	made,
	referenceBase,
	sprinkled,
	withOneWrong,
} from '../../support/finnishArbitraries';

const national = referenceBase.map((base) => made(generateReference(base, 'national')).reference);

describe('A national reference number', () => {
	test.each(vectors.national.fromBase)('made from %s is %s', (base, reference) => {
		expect(made(generateReference(base ?? '', 'national')).reference).toBe(reference);
	});

	test.each(vectors.national.valid)('%s is recognised', (reference) => {
		expect(validateReference(reference)).toMatchObject({
			valid: true,
			kind: 'national',
			normalized: reference,
			reason: '',
		});
	});

	test.each(vectors.national.invalid)('"%s" is refused with a reason', (reference) => {
		const verdict = validateReference(reference);
		expect(verdict).toMatchObject({ valid: false, kind: 'invalid', normalized: '', formatted: '' });
		expect(verdict.reason).toMatch(/^[A-Z].*\.$/);
	});

	test('is printed in groups of five from the right', () => {
		expect(validateReference('868516259619897').formatted).toBe('86851 62596 19897');
		expect(generateReference('123456', 'national')).toEqual({
			reference: '1234561',
			formatted: '12 34561',
		});
	});

	test('from an invoice number leaves out everything that is no digit, and leading zeros', () => {
		expect(generateReference('INV-2024-001', 'national')).toEqual(
			generateReference('2024001', 'national'),
		);
		expect(made(generateReference('000123', 'national')).reference).toBe('1232');
	});

	test('from a single digit is padded to the four digits a reference has at least', () => {
		expect(generateReference('1', 'national')).toEqual({ reference: '0013', formatted: '0013' });
		expect(validateReference('0013').valid).toBe(true);
	});

	test('padded to 20 digits by a bank is the same reference', () => {
		expect(validateReference('00000000000001234561').normalized).toBe('1234561');
		expect(validateReference('00000000000000000013').normalized).toBe('0013');
	});

	test('of three digits with a right check digit is refused with the advice that repairs it', () => {
		expect(validateReference('123')).toMatchObject({ valid: false });
		expect(validateReference('123').reason).toContain('zeros in front');
		expect(validateReference('0123').valid).toBe(true);
	});

	test('with a wrong check digit is told the right one', () => {
		expect(validateReference('2516000017').reason).toContain('should be 3');
	});

	test('of more than 20 digits, of zeros, or with letters is refused, each with its own reason', () => {
		const reasons = ['123456789012345678901', '00000', '12345A', '  '].map(
			(text) => validateReference(text).reason,
		);
		expect(reasons[0]).toContain('at most 20');
		expect(reasons[1]).toContain('zeros alone');
		expect(reasons[2]).toContain('digits only');
		expect(reasons[3]).toContain('no reference');
	});

	test('is made and printed as an independent library does it', () => {
		fc.assert(
			fc.property(
				referenceBase.filter((base) => base.length >= 3),
				(base) => {
					const { reference, formatted } = made(generateReference(base, 'national'));
					expect(reference).toBe(utils.generateFinnishRefNumber(base));
					expect(formatted).toBe(utils.formatFinnishRefNumber(reference));
				},
			),
			CASES,
		);
	});

	test('with random digits is judged as an independent library judges it', () => {
		fc.assert(
			fc.property(fc.bigInt({ min: 1000n, max: 10n ** 20n - 1n }), (number) => {
				const text = String(number);
				expect(validateReference(text).valid).toBe(utils.isValidFinnishRefNumber(text));
			}),
			CASES,
		);
	});

	test('is found out when a single digit is wrong', () => {
		fc.assert(
			fc.property(withOneWrong(national, '0123456789'), ({ right, wrong }) => {
				expect(validateReference(right).valid).toBe(true);
				expect(validateReference(wrong).valid).toBe(false);
			}),
			CASES,
		);
	});

	test('is found out when two neighbours are swapped, unless they differ by 0 or 5', () => {
		fc.assert(
			fc.property(national, fc.nat(), (reference, at) => {
				const place = at % (reference.length - 1);
				const left = reference[place] ?? '';
				const right = reference[place + 1] ?? '';
				fc.pre((Number(left) - Number(right)) % 5 !== 0);
				const swapped = reference.slice(0, place) + right + left + reference.slice(place + 2);
				expect(validateReference(swapped).valid).toBe(false);
			}),
			CASES,
		);
	});

	test('is recognised through any spaces', () => {
		fc.assert(
			fc.property(sprinkled(national), ({ clean, dirty }) => {
				expect(validateReference(dirty).normalized).toBe(clean);
			}),
			CASES,
		);
	});
});

describe('A base no reference can be made of', () => {
	test.each([
		['', 'at least one digit'],
		['ABC', 'at least one digit'],
		['000', 'at least one digit'],
		['12345678901234567890', 'has 20'],
		['1e+21', 'exponent'],
		['1.5e+25', 'exponent'],
	])('"%s" is refused: %s', (base, reason) => {
		for (const format of ['national', 'rf'] as const) {
			const result = generateReference(base, format);
			expect(result).toBeInstanceOf(Rejected);
			expect(result).toMatchObject({ part: 'base', reason: expect.stringContaining(reason) });
		}
	});
});
