import fc from 'fast-check';
import utils from 'finnish-bank-utils';

import { generateBarcode } from '../../../nodes/CashIn/finnish/barcode';
import { generateReference } from '../../../nodes/CashIn/finnish/reference';
import { Rejected } from '../../../nodes/CashIn/finnish/validation';
import vectors from '../../fixtures/finnish-vectors.json';
import { CASES, made, referenceBase } from '../../support/finnishArbitraries';

const usual = {
	iban: 'FI21 1234 5600 0007 85',
	reference: '12345 61',
	amountCents: 12_345,
	dueDate: '2026-03-31',
};

const account = fc.constantFrom(...vectors.iban.valid);
const cents = fc.integer({ min: 0, max: 99_999_999 });
const reference = fc
	.tuple(
		referenceBase.filter((base) => base.length >= 3),
		fc.constantFrom('national' as const, 'rf' as const),
	)
	.map(([base, format]) => made(generateReference(base, format)).reference);
const day = fc
	.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));

describe('A virtual barcode', () => {
	test.each(vectors.barcodes)(
		'of $amountCents cents with $reference is as the guide prints it',
		(example) => {
			const result = made(generateBarcode(example));
			expect(result.barcode).toBe(example.barcode);
			expect(result.version).toBe(Number(example.barcode[0]));
			if (example.checkDigits !== undefined) expect(result.checkDigits).toBe(example.checkDigits);
		},
	);

	test('is read back whole by an independent library', () => {
		fc.assert(
			fc.property(account, reference, cents, day, (iban, ref, amountCents, dueDate) => {
				const { barcode, version } = made(
					generateBarcode({ iban, reference: ref, amountCents, dueDate }),
				);
				expect(barcode).toMatch(/^[45][0-9]{53}$/);
				expect(version).toBe(ref.startsWith('RF') ? 5 : 4);
				const read = utils.parseFinnishVirtualBarCode(barcode);
				if (read === false) throw new Error(`not readable: ${barcode}`);
				expect(read.iban?.replace(/ /g, '')).toBe(iban);
				expect(read.reference?.replace(/ /g, '')).toBe(ref);
				expect(read.sum.toFixed(2)).toBe((amountCents / 100).toFixed(2));
				const [year, month, dayOfMonth] = dueDate.split('-').map(Number);
				expect(read.date).toBe(`${dayOfMonth}.${month}.${year}`);
			}),
			CASES,
		);
	});

	test('carries every amount to the cent, where float arithmetic would not', () => {
		fc.assert(
			fc.property(cents, (amountCents) => {
				const { barcode } = made(generateBarcode({ ...usual, amountCents }));
				expect(BigInt(barcode.slice(17, 25))).toBe(BigInt(amountCents));
			}),
			CASES,
		);
	});

	test('shows a check symbol of three digits as it is', () => {
		const symbols = new Set<string>();
		for (let amountCents = 0; amountCents < 2_000; amountCents += 1) {
			symbols.add(made(generateBarcode({ ...usual, amountCents })).checkDigits);
		}
		expect(symbols.size).toBe(103);
		expect(symbols).toContain('00');
		expect(symbols).toContain('102');
	});

	test('has zeros where there is no due date, and leaves amount zero to the payer', () => {
		const { barcode } = made(generateBarcode({ ...usual, amountCents: 0, dueDate: '' }));
		expect(barcode).toBe('421123456000007850000000000000000000000001234561000000');
	});
});

describe('A virtual barcode is refused, and the part to change is named, when', () => {
	test.each([
		['the IBAN is foreign', { iban: 'DE89370400440532013000' }, 'iban', 'begins with FI'],
		['the IBAN is wrong', { iban: 'FI2112345600000786' }, 'iban', 'check digits'],
		['the IBAN is missing', { iban: '' }, 'iban', 'no IBAN'],
		['the amount is a million', { amountCents: 100_000_000 }, 'amount', '999,999.99'],
		['the amount is negative', { amountCents: -1 }, 'amount', 'zero or more'],
		['the amount has half a cent', { amountCents: 0.5 }, 'amount', 'whole cents'],
		['the amount is no number', { amountCents: Number.NaN }, 'amount', 'whole cents'],
		['the reference is wrong', { reference: '1234562' }, 'reference', 'should be 1'],
		['the reference is missing', { reference: '' }, 'reference', 'no reference'],
		['the reference has letters', { reference: 'RF97C2H5OH' }, 'reference', 'letters'],
		['the due date does not exist', { dueDate: '2026-02-31' }, 'dueDate', 'calendar'],
		['the due date is written otherwise', { dueDate: '31.3.2026' }, 'dueDate', 'YYYY-MM-DD'],
		['the due date is of another century', { dueDate: '1999-12-31' }, 'dueDate', '2000'],
	])('%s', (_, change, part, reason) => {
		const result = generateBarcode({ ...usual, ...change });
		expect(result).toBeInstanceOf(Rejected);
		expect(result).toMatchObject({ part, reason: expect.stringContaining(reason) });
	});
});
