import fc from 'fast-check';
import { FinnishSSN } from 'finnish-ssn';

import { validateIdentifier } from '../../../nodes/CashIn/finnish/identifier';
import type { IdentifierType } from '../../../nodes/CashIn/finnish/identifier';
import vectors from '../../fixtures/finnish-vectors.json';
import { CASES, withOneWrong } from '../../support/finnishArbitraries';

describe('A personal identity code', () => {
	test.each(vectors.personalId.valid)(
		'%s is accepted, with the warning that it is a test code',
		(code) => {
			const verdict = validateIdentifier('personalId', code);
			expect(verdict).toMatchObject({ valid: true, normalized: code, reason: '' });
			expect(verdict.warning).toContain('test code');
		},
	);

	test.each(vectors.personalId.invalid)('%s is refused', (code) => {
		expect(validateIdentifier('personalId', code)).toMatchObject({ valid: false, normalized: '' });
	});

	test.each([
		'',
		'290223A903R',
		'000100A9032',
		'010094Y9032',
		'010594Z9032',
		'010594Y903',
		'010594Y90322',
		'010594Y903I',
		'010594-000X',
		'010594-001Y',
	])('"%s" is refused', (code) => {
		expect(validateIdentifier('personalId', code).valid).toBe(false);
	});

	test('in lower case with spaces is understood', () => {
		expect(validateIdentifier('personalId', ' 010594y9032 ').normalized).toBe('010594Y9032');
	});

	test('is judged as an independent library does', () => {
		fc.assert(
			fc.property(personalCode, (code) => {
				expect(validateIdentifier('personalId', code).valid).toBe(FinnishSSN.validate(code));
			}),
			{ numRuns: 20_000 },
		);
	});

	test('is found out when a single digit is wrong', () => {
		const valid = fc.constantFrom(...vectors.personalId.valid);
		fc.assert(
			fc.property(withOneWrong(valid, '0123456789'), ({ wrong }) => {
				expect(validateIdentifier('personalId', wrong).valid).toBe(false);
			}),
			CASES,
		);
	});
});

describe('A personal identity code typed into any field', () => {
	const types: IdentifierType[] = ['iban', 'businessId', 'vatNumber', 'ovt', 'personalId'];

	test('is never repeated, nor its day of birth or individual number, in what is said about it', () => {
		fc.assert(
			fc.property(personalCode, fc.constantFrom(...types), (code, type) => {
				const { reason, warning, normalized, valid } = validateIdentifier(type, code);
				const said = reason + warning + (valid ? '' : normalized);
				for (const part of [code, code.slice(0, 6), code.slice(6)]) {
					expect(said).not.toContain(part);
				}
			}),
			CASES,
		);
	});
});

const two = (min: number, max: number) =>
	fc.integer({ min, max }).map((number) => String(number).padStart(2, '0'));

/**
 * Codes of the ground both libraries stand on: the other one refuses 1800-1849 and the years from 2030 on,
 * and takes the individual numbers 000 and 001, which are never given.
 */
const personalCode = fc
	.record({
		day: two(0, 32),
		month: two(0, 13),
		century: fc.oneof(
			fc.record({ sign: fc.constant('+'), year: two(50, 99) }),
			fc.record({ sign: fc.constantFrom(...'-YXWVU'), year: two(0, 99) }),
			fc.record({ sign: fc.constantFrom(...'ABCDEF'), year: two(0, 29) }),
		),
		individual: fc.integer({ min: 2, max: 999 }).map((number) => String(number).padStart(3, '0')),
		check: fc.constantFrom(...'0123456789ABCDEFHJKLMNPRSTUVWXY'),
		right: fc.boolean(),
	})
	.map(({ day, month, century: { sign, year }, individual, check, right }) => {
		const digitsOnly = Number(day + month + year + individual);
		// Half of the codes get the check character that fits, or next to none would be valid.
		const last = right ? '0123456789ABCDEFHJKLMNPRSTUVWXY'[digitsOnly % 31] : check;
		return `${day}${month}${year}${sign}${individual}${last}`;
	});
