import fc from 'fast-check';

import {
	addDays,
	daysBetween,
	helsinkiDate,
	readDate,
} from '../../../nodes/CashIn/invoicing/dates';
import { Findings } from '../../../nodes/CashIn/invoicing/findings';
import { checkTerms, settleTerms } from '../../../nodes/CashIn/invoicing/paymentTerms';
import { ParseError } from '../../../nodes/CashIn/invoicing/values';
import { CASES } from '../../support/finnishArbitraries';

const day = fc
	.date({ min: new Date('1950-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));

describe('A day', () => {
	test.each([
		['2026-01-31', '2026-01-31'],
		[' 2026-01-31 ', '2026-01-31'],
		['2026-01-31T23:59:59.000-10:00', '2026-01-31'],
		['2024-02-29', '2024-02-29'],
	])('%p is read as %s', (value, expected) => {
		expect(readDate(value)).toBe(expected);
	});

	test.each([
		['2026-02-31', 'does not exist'],
		['2025-02-29', 'does not exist'],
		['2026-13-01', 'does not exist'],
		['2026-00-10', 'does not exist'],
		['0026-01-01', 'does not exist'],
		['31.1.2026', 'YYYY-MM-DD'],
		['2026-1-31', 'YYYY-MM-DD'],
		['2026-01-31x', 'YYYY-MM-DD'],
		['', 'YYYY-MM-DD'],
		[20260131, 'YYYY-MM-DD'],
		[null, 'YYYY-MM-DD'],
		[new Date('nonsense'), 'YYYY-MM-DD'],
		[new Date('0026-01-01'), 'YYYY-MM-DD'],
	])('%p is refused', (value, reason) => {
		const result = readDate(value);
		expect(result).toBeInstanceOf(ParseError);
		expect(result).toMatchObject({ why: expect.stringContaining(reason) });
	});

	test.each([
		['2026-03-02T00:00:00+02:00', '2026-03-02'],
		['2026-07-14T20:59:59Z', '2026-07-14'],
		['2026-07-14T21:00:00Z', '2026-07-15'],
	])('out of the instant %s is the one in Helsinki, %s', (instant, expected) => {
		expect(readDate(new Date(instant))).toBe(expected);
	});

	test('moved by days is that many days away', () => {
		fc.assert(
			fc.property(day, fc.integer({ min: -3_000, max: 3_000 }), (from, days) => {
				const to = addDays(from, days);
				expect(readDate(to)).toBe(to);
				expect(daysBetween(from, to)).toBe(days);
				expect(to > from).toBe(days > 0);
			}),
			CASES,
		);
	});

	test('moved over a change to summer time, or a leap day, is right', () => {
		expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
		expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
		expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
		expect(addDays('2026-12-31', 14)).toBe('2027-01-14');
	});
});

describe('Today in Helsinki', () => {
	test.each([
		['2026-01-14T21:59:59Z', '2026-01-14'],
		['2026-01-14T22:00:00Z', '2026-01-15'],
		['2026-07-14T20:59:59Z', '2026-07-14'],
		['2026-07-14T21:00:00Z', '2026-07-15'],
		['2026-03-29T00:59:59Z', '2026-03-29'],
		['2026-12-31T22:30:00Z', '2027-01-01'],
	])('at %s is %s', (instant, expected) => {
		expect(helsinkiDate(new Date(instant))).toBe(expected);
	});
});

describe('Due date and payment terms', () => {
	test('lead to one another', () => {
		fc.assert(
			fc.property(day, fc.integer({ min: 0, max: 365 }), (invoiceDate, days) => {
				const { dueDate } = settleTerms(invoiceDate, '', days);
				expect(dueDate).toBe(addDays(invoiceDate, days));
				expect(settleTerms(invoiceDate, dueDate, undefined).paymentTerms).toBe(days);
				expect(termsFindings(invoiceDate, dueDate, days)).toEqual([]);
			}),
			CASES,
		);
	});

	test('both stay when both are given, and a disagreement is warned about', () => {
		expect(settleTerms('2022-01-20', '2022-02-04', 14)).toEqual({
			dueDate: '2022-02-04',
			paymentTerms: 14,
		});
		expect(termsFindings('2022-01-20', '2022-02-04', 14)).toEqual([
			expect.objectContaining({
				code: 'termsDisagree',
				severity: 'warn',
				message: expect.stringMatching(/14 days.*15 days/),
			}),
		]);
	});

	test('given as text of digits are days, and any other code is passed through', () => {
		expect(settleTerms('2026-03-02', '', '14').dueDate).toBe('2026-03-16');
		expect(settleTerms('2026-03-02', '', 'NET')).toEqual({ dueDate: '', paymentTerms: 'NET' });
	});

	test('without an invoice date lead to no due date, and it is said that they are given', () => {
		expect(termsFindings('', '', 14)[0]?.message).toContain('without an invoice date');
		expect(termsFindings('', '', 'NET')[0]?.message).toContain('nor payment terms');
	});

	test('stop the invoice when the due date is missing or before the invoice', () => {
		expect(termsFindings('2026-03-02', '', undefined)[0]).toMatchObject({
			code: 'noDueDate',
			severity: 'stop',
		});
		expect(termsFindings('2026-03-02', '2026-03-01', undefined)[0]).toMatchObject({
			code: 'dueBeforeInvoice',
			severity: 'stop',
		});
		expect(termsFindings('2026-03-02', '2026-03-02', undefined)).toEqual([]);
	});
});

function termsFindings(invoiceDate: string, dueDate: string, paymentTerms: unknown) {
	const findings = new Findings();
	checkTerms(invoiceDate, dueDate, paymentTerms, findings);
	return findings.list;
}
