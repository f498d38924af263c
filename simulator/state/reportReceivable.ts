import { findDebt } from './collection';
import { bookDirectPayment } from './directPayments';
import type { JsonObject, Parts, StoredInvoice } from './invoices';
import { isTerminal, statusOf } from './invoices';
import { toCents } from './money';
import type { World } from './world';

/**
 * Takes what the creditor reports about a receivable: payments, which are booked one by one, or without
 * any the amounts that are outstanding now. Whether the vendor's Outstanding members are absolute is not
 * known; beside payments they are left aside, so that nothing counts twice.
 *
 * @param receivable InvoiceNumber or CaseId, and Payments or Outstanding…Amount in currency units
 * @returns a sentence about why it cannot be taken, or undefined; then nothing of it was
 */
export function reportReceivable(world: World, receivable: JsonObject): string | undefined {
	const debt = debtOf(world, receivable);
	if (typeof debt === 'string') return debt;
	if (isTerminal(debt)) return `Invoice ${debt.number} is ${statusOf(debt)}.`;
	const payments = (receivable.Payments ?? []) as JsonObject[];
	if (payments.length > 0) {
		const bad = payments.findIndex(
			({ Amount, PaymentDate }) =>
				!(typeof Amount === 'number' && toCents(Amount) > 0) || typeof PaymentDate !== 'string',
		);
		if (bad >= 0) {
			return `Invoice ${debt.number}: Payments[${bad}] needs an Amount above 0 and a PaymentDate.`;
		}
		// What is more than was open is an overpayment, also when several payments make it up.
		const faults = payments.map((payment) =>
			bookDirectPayment(world, { ...payment, InvoiceNumber: debt.number }, 'evenWhenPaid'),
		);
		return faults.find((fault) => fault !== undefined);
	}
	const outstanding = OUTSTANDING.filter(([member]) => typeof receivable[member] === 'number');
	if (outstanding.length === 0) {
		return `Invoice ${debt.number}: there are neither Payments nor outstanding amounts.`;
	}
	for (const [member, part] of outstanding) {
		debt.paid[part] = debt.claimed[part] - toCents(Number(receivable[member]));
	}
	return undefined;
}

const OUTSTANDING: ReadonlyArray<[member: string, part: keyof Parts]> = [
	['OutstandingCapitalAmount', 'capital'],
	['OutstandingInterestAmount', 'interest'],
	['OutstandingCostsAmount', 'costs'],
];

function debtOf(world: World, { InvoiceNumber, CaseId }: JsonObject): StoredInvoice | string {
	if (InvoiceNumber === undefined || InvoiceNumber === null || InvoiceNumber === '') {
		return 'InvoiceNumber is missing.';
	}
	const number = String(InvoiceNumber);
	const debt = findDebt(world, number);
	if (debt === undefined) return `Invoice ${number} was not found.`;
	if (CaseId !== undefined && CaseId !== null && String(CaseId) !== debt.caseId) {
		return `Invoice ${number} is not in the case ${String(CaseId)}.`;
	}
	return debt;
}
