import {
	completedPostalCode,
	hasFinnishPostalCodes,
	isFinnishPostalCode,
	readsAsFinnishPostalCode,
} from '../../../nodes/CashIn/finnish/postalCode';
import { validateBic } from '../../../nodes/CashIn/finnish/iban';

describe('A Finnish postal code', () => {
	test.each([
		['100', '00100'],
		['101', '00101'],
		['990', '00990'],
		['2150', '02150'],
		['9999', '09999'],
		['123', ''],
		['000', ''],
		['010', ''],
		['0100', ''],
		['14', ''],
		['1', ''],
		['', ''],
		['33100', ''],
		['1e2', ''],
		['-10', ''],
	])('written as %p was %p before it lost its zeros', (written, whole) => {
		expect(completedPostalCode(written)).toBe(whole);
		if (whole !== '') expect(isFinnishPostalCode(whole)).toBe(true);
	});

	test.each([
		['00100', true, true],
		['FI-00100', false, true],
		['00 100', false, true],
		['00000', false, false],
		['FI-00000', false, false],
		['0010', false, false],
		['SE-00100', false, false],
	])('%s is one: %s, and is read as one: %s', (code, isOne, reads) => {
		expect([isFinnishPostalCode(code), readsAsFinnishPostalCode(code)]).toEqual([isOne, reads]);
	});

	test('is what Finland and Åland have', () => {
		const countries = ['FI', ' fi ', 'Finland', 'suomi', 'åland', 'SE', '', 'FIJI'];
		expect(countries.map(hasFinnishPostalCodes)).toEqual([
			...Array<boolean>(5).fill(true),
			false,
			false,
			false,
		]);
	});
});

test.each([
	['EXAMFIHH', 'EXAMFIHH'],
	['examfihh xxx', 'EXAMFIHHXXX'],
	['EXAM', ''],
	['EXAM12HH', ''],
	['EXAMFIHHX', ''],
])('The BIC %p is %p', (written, normalized) => {
	expect(validateBic(written).normalized).toBe(normalized);
});
