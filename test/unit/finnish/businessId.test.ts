import fc from 'fast-check';
import { FinnishBusinessIds } from 'finnish-business-ids';

import { validateIdentifier } from '../../../nodes/CashIn/finnish/identifier';
import vectors from '../../fixtures/finnish-vectors.json';
import { CASES, digits, withOneWrong } from '../../support/finnishArbitraries';

describe('A business id', () => {
	test.each(vectors.businessId.valid)('%s is accepted', (id) => {
		expect(validateIdentifier('businessId', id)).toEqual({
			valid: true,
			normalized: id,
			reason: '',
			warning: '',
		});
	});

	test.each(vectors.businessId.invalid)('%s is refused', (id) => {
		expect(validateIdentifier('businessId', id)).toMatchObject({ valid: false, normalized: '' });
	});

	test.each(vectors.businessId.neverIssued)('that begins %s is refused as never issued', (base) => {
		for (let check = 0; check <= 9; check += 1) {
			expect(validateIdentifier('businessId', `${base}-${check}`).reason).toContain(
				'never been issued',
			);
		}
	});

	test.each([
		['without a hyphen', '20774740', '2077474-0'],
		['with a dash from a word processor', '2077474\u20130', '2077474-0'],
		['of six digits', '737546-2', '0737546-2'],
		['of six digits without a hyphen', '7375462', '0737546-2'],
		['with spaces', ' 2077474 - 0 ', '2077474-0'],
		['as a VAT number', 'fi20774740', '2077474-0'],
	])('%s is understood', (_, given, normalized) => {
		expect(validateIdentifier('businessId', given)).toMatchObject({ valid: true, normalized });
	});

	test.each(['', '0000000-0', '12345-6', '123456789', '2077474-', 'ABCDEFG-H', '2077474-0-0'])(
		'"%s" is refused',
		(id) => {
			expect(validateIdentifier('businessId', id).valid).toBe(false);
		},
	);

	test('is judged as an independent library does, and its VAT number and OVT with it', () => {
		fc.assert(
			fc.property(digits(7), digits(1), (number, check) => {
				fc.pre(number !== '0000000');
				const expected = FinnishBusinessIds.isValidBusinessId(`${number}-${check}`);
				const vat = `FI${number}${check}`;
				expect(validateIdentifier('businessId', `${number}-${check}`).valid).toBe(expected);
				expect(validateIdentifier('vatNumber', vat).valid).toBe(
					FinnishBusinessIds.isValidVatNumber(vat),
				);
				expect(validateIdentifier('ovt', `0037${number}${check}`).valid).toBe(expected);
			}),
			CASES,
		);
	});

	test('is found out when a single digit is wrong', () => {
		const valid = fc.constantFrom(...vectors.businessId.valid);
		fc.assert(
			fc.property(withOneWrong(valid, '0123456789'), ({ wrong }) => {
				expect(validateIdentifier('businessId', wrong).valid).toBe(false);
			}),
			CASES,
		);
	});
});

describe('A VAT number', () => {
	test.each([
		['FI20774740', 'FI20774740', ''],
		['fi 2077474-0', 'FI20774740', ''],
		['20774740', 'FI20774740', 'FI was missing'],
		['DE 136 695 976', 'DE136695976', 'VIES'],
		['EL094259216', 'EL094259216', 'VIES'],
		['GR094259216', 'GR094259216', 'EL'],
		['ATU13585627', 'ATU13585627', 'VIES'],
		['NO123456789MVA', 'NO123456789MVA', 'not one of an EU country'],
	])('%s is accepted as %s', (given, normalized, warning) => {
		const verdict = validateIdentifier('vatNumber', given);
		expect(verdict).toMatchObject({ valid: true, normalized, reason: '' });
		expect(verdict.warning).toContain(warning);
		if (warning === '') expect(verdict.warning).toBe('');
	});

	test.each(['', 'FI20774741', 'FI2077474', 'FI00000000', '2077474', 'HELLO', 'DE', 'D3123'])(
		'"%s" is refused with a reason',
		(given) => {
			const verdict = validateIdentifier('vatNumber', given);
			expect(verdict.valid).toBe(false);
			expect(verdict.reason).toMatch(/\.$/);
		},
	);
});

describe('An OVT identifier', () => {
	test.each(vectors.ovt.valid)('%s is accepted', (ovt) => {
		expect(validateIdentifier('ovt', ovt)).toMatchObject({ valid: true, normalized: ovt });
	});

	test.each(vectors.ovt.invalid)('%s is refused', (ovt) => {
		expect(validateIdentifier('ovt', ovt).valid).toBe(false);
	});

	test('may end in a department of up to five characters', () => {
		expect(validateIdentifier('ovt', '0037 2332748-7 ab12x').normalized).toBe('003723327487AB12X');
		expect(validateIdentifier('ovt', '003723327487AB12XY').valid).toBe(false);
	});

	test.each(['', '23327487', '003823327487', '00372332748'])('"%s" is refused', (ovt) => {
		expect(validateIdentifier('ovt', ovt).valid).toBe(false);
	});
});
