import fc from 'fast-check';
import { countrySpecs, isValidIBAN } from 'ibantools';

import { validateIdentifier } from '../../../nodes/CashIn/finnish/identifier';
import vectors from '../../fixtures/finnish-vectors.json';
import { CASES, digits, withOneWrong } from '../../support/finnishArbitraries';

describe('An IBAN', () => {
	test.each(vectors.iban.valid)('%s is accepted', (iban) => {
		expect(validateIdentifier('iban', iban)).toEqual({
			valid: true,
			normalized: iban,
			reason: '',
			warning: '',
		});
	});

	test.each(vectors.iban.domesticCheckFails)('%s is accepted with a warning', (iban) => {
		const verdict = validateIdentifier('iban', iban);
		expect(verdict).toMatchObject({ valid: true, normalized: iban, reason: '' });
		expect(verdict.warning).toContain('domestic check digit');
	});

	test.each(vectors.iban.invalid)('%s is refused', (iban) => {
		expect(validateIdentifier('iban', iban)).toMatchObject({ valid: false, normalized: '' });
	});

	test('is accepted in print groups and lower case', () => {
		expect(validateIdentifier('iban', ' fi21\u00a01234 5600 0007 85').normalized).toBe(
			'FI2112345600000785',
		);
	});

	test('of another country is accepted with a warning', () => {
		expect(validateIdentifier('iban', 'DE89 3704 0044 0532 0130 00')).toMatchObject({
			valid: true,
			warning: expect.stringContaining('no virtual barcode'),
		});
		expect(validateIdentifier('iban', 'BR1800360305000010009795493C1').warning).toContain(
			'not of a SEPA country',
		);
	});

	test('of a SEPA country must have that country’s length, as an independent library knows it', () => {
		const sepa = Object.entries(countrySpecs).filter(([, { SEPA }]) => SEPA);
		expect(sepa.length).toBeGreaterThan(30);
		for (const [country, { chars }] of sepa) {
			const tooLong = `${country}00${'0'.repeat((chars ?? 0) - 3)}`;
			expect(validateIdentifier('iban', tooLong).reason).toContain(
				`of ${country} has ${chars} characters`,
			);
		}
	});

	test('of Finland is judged as an independent library does, but for check digits nobody may issue', () => {
		fc.assert(
			fc.property(digits(2), digits(14), (check, account) => {
				fc.pre(!['00', '01', '99'].includes(check));
				const iban = `FI${check}${account}`;
				expect(validateIdentifier('iban', iban).valid).toBe(isValidIBAN(iban));
			}),
			CASES,
		);
	});

	test('that is valid is found among its hundred possible check digits as an independent library finds it', () => {
		fc.assert(
			fc.property(digits(14), (account) => {
				const found = checkDigits.filter(
					(check) => validateIdentifier('iban', `FI${check}${account}`).valid,
				);
				const expected = checkDigits.filter(
					(check) => !['00', '01', '99'].includes(check) && isValidIBAN(`FI${check}${account}`),
				);
				expect(found).toEqual(expected);
				expect(found).toHaveLength(1);
			}),
			{ numRuns: 500 },
		);
	});

	test.each([
		'FI0112345600000785',
		'FI',
		'FI21 1234',
		'FI21123456000007855',
		'FI21A2345600000785',
		'1234',
	])('%s is refused', (iban) => {
		expect(validateIdentifier('iban', iban).valid).toBe(false);
	});

	test('is found out when a single digit is wrong', () => {
		fc.assert(
			fc.property(
				withOneWrong(fc.constantFrom(...vectors.iban.valid), '0123456789'),
				({ wrong }) => {
					expect(validateIdentifier('iban', wrong).valid).toBe(false);
				},
			),
			CASES,
		);
	});
});

const checkDigits = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));
