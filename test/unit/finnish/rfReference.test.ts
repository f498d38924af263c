import fc from 'fast-check';
import utils from 'finnish-bank-utils';

import { generateReference, validateReference } from '../../../nodes/CashIn/finnish/reference';
import vectors from '../../fixtures/finnish-vectors.json';
import { CASES, made, referenceBase, withOneWrong } from '../../support/finnishArbitraries';

const rf = referenceBase.map((base) => made(generateReference(base, 'rf')).reference);

describe('An RF creditor reference', () => {
	test.each(vectors.rf.fromNational)('made from the national %s is %s', (reference, expected) => {
		const base = (reference ?? '').slice(0, -1);
		expect(made(generateReference(base, 'rf')).reference).toBe(expected);
		expect(validateReference(expected ?? '')).toMatchObject({
			valid: true,
			kind: 'rf',
			reason: '',
		});
	});

	test.each(vectors.rf.valid)('%s is recognised', (reference) => {
		expect(validateReference(reference)).toMatchObject({ valid: true, normalized: reference });
	});

	test.each(vectors.rf.foreign)('%s is recognised as foreign, and it is said so', (reference) => {
		const verdict = validateReference(reference);
		expect(verdict).toMatchObject({ valid: true, kind: 'foreignRf' });
		expect(verdict.reason).toContain('abroad');
	});

	test.each(vectors.rf.invalid)('%s is refused', (reference) => {
		expect(validateReference(reference)).toMatchObject({ valid: false, kind: 'invalid' });
	});

	test.each(['RF0012345', 'RF01ABC', 'RF99ABC', 'RF180', 'RF18' + '1'.repeat(22), 'RF18-1'])(
		'%s is refused',
		(reference) => {
			expect(validateReference(reference).valid).toBe(false);
		},
	);

	test('of zeros alone is refused although its check digits are right', () => {
		expect(validateReference('RF040').reason).toContain('zeros alone');
		expect(validateReference('RF04000').valid).toBe(false);
	});

	test('of digits whose last is no Finnish check digit is foreign', () => {
		expect(validateReference('RF712348231')).toMatchObject({ valid: true, kind: 'foreignRf' });
	});

	test('is printed in groups of four', () => {
		expect(validateReference('rf09 868516259619897').formatted).toBe('RF09 8685 1625 9619 897');
	});

	test('padded with zeros as in a barcode is the same reference', () => {
		expect(validateReference('RF34000000000000001234561').normalized).toBe('RF341234561');
	});

	test('carries the national reference, and an independent library accepts it', () => {
		fc.assert(
			fc.property(
				referenceBase.filter((base) => base.length >= 3),
				(base) => {
					const { reference, formatted } = made(generateReference(base, 'rf'));
					expect(reference.slice(4)).toBe(made(generateReference(base, 'national')).reference);
					expect(utils.isValidFinnishRefNumber(reference)).toBe(true);
					expect(formatted.replace(/ /g, '')).toBe(reference);
				},
			),
			CASES,
		);
	});

	test('made from any base is recognised as Finnish', () => {
		fc.assert(
			fc.property(rf, (reference) => {
				expect(validateReference(reference)).toMatchObject({
					valid: true,
					kind: 'rf',
					normalized: reference,
				});
			}),
			CASES,
		);
	});

	test('is found out when a single digit is wrong', () => {
		fc.assert(
			fc.property(withOneWrong(rf, '0123456789'), ({ wrong }) => {
				expect(validateReference(wrong).valid).toBe(false);
			}),
			CASES,
		);
	});
});
