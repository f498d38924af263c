import { PAYMENT } from '../../../nodes/CashIn/api/generated/fields';
import fc from 'fast-check';

import { claimFindings, paymentFindings } from '../../../nodes/CashIn/invoicing/claims';
import { addDays } from '../../../nodes/CashIn/invoicing/dates';
import { codes } from '../../support/buildingInvoices';

const DUE = '2024-02-20';
const company = { Debtor: { Identifier: '1234567-1' } };

describe('A claim', () => {
	test('is judged the same by how many days after its due date it is, over leap days and years', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days)),
				fc.integer({ min: -40, max: 40 }),
				fc.boolean(),
				(due, after, isCompany) => {
					const claim = { DueDate: due, ...(isCompany ? company : {}) };
					const soon = after < (isCompany ? 7 : 14) ? ['dueRecently'] : [];
					const expected = after < 0 ? ['notDue'] : soon;
					expect(codes(claimFindings(claim, addDays(due, after)))).toEqual(expected);
				},
			),
		);
	});

	test('of several invoices is as due as the latest of them', () => {
		const Invoices = [{ DueDate: DUE }, { DueDate: addDays(DUE, 10) }];
		const on = (days: number) =>
			codes(claimFindings({ DueDate: DUE, Invoices, ...company }, addDays(DUE, days)));
		expect([9, 10, 16, 17].map(on)).toEqual([['notDue'], ['dueRecently'], ['dueRecently'], []]);
	});

	test('is not made due by a day that cannot be read, nor by the day of a payment', () => {
		const claim = { DueDate: 'soon', Payments: [{ DueDate: '2000-01-01', Amount: 5 }] };
		expect(codes(claimFindings(claim, DUE))).toEqual(['dueDateUnknown']);
	});

	test('is judged without an error whatever it holds', () => {
		const names = ['DueDate', 'InvoiceDate', 'Debtor', 'Invoices', 'Payments', 'CapitalAmount'];
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom(...names), fc.anything()), (claim) => {
				expect(Array.isArray(claimFindings(claim, DUE))).toBe(true);
				expect(Array.isArray(paymentFindings(claim, PAYMENT, DUE))).toBe(true);
			}),
		);
	});
});

describe('A payment', () => {
	test.each<[unknown, string[]]>([
		[0.01, []],
		['12,50', []],
		[0, ['paymentNotPositive']],
		['0,00', ['paymentNotPositive']],
		[-0.01, ['paymentNotPositive']],
		[undefined, []],
	])('of %p is judged by its sign', (Amount, said) => {
		expect(codes(paymentFindings({ Amount, PaymentDate: DUE }, PAYMENT, DUE))).toEqual(said);
	});

	test('of the day after stops, and of the day itself does not', () => {
		const on = (days: number) =>
			codes(paymentFindings({ PaymentDate: addDays(DUE, days) }, PAYMENT, DUE));
		expect([-1, 0, 1].map(on)).toEqual([[], [], ['paymentInFuture']]);
	});
});
