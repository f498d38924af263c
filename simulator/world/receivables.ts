import { claimOf, summaryOf } from './cases';
import { finnishDate } from './clock';
import { allDebts, collectionOf, debtorOf, findDebt } from './debts';
import { type Handlers, isMissing, type JsonObject, notFound, ok, refuse, upload } from './handler';
import { isTerminal, openCents, openParts, statusOf } from './invoices';
import { within } from './lists';
import { centsOf, fromCents, type Parts } from './money';
import { bookDirectPayment } from './payments';
import type { World } from './world';

const OUTSTANDING: ReadonlyArray<[member: string, part: keyof Parts]> = [
	['OutstandingCapitalAmount', 'capital'],
	['OutstandingInterestAmount', 'interest'],
	['OutstandingCostsAmount', 'costs'],
];

/**
 * Takes what the creditor reports about a receivable: payments, which are booked one by one, or without
 * any the amounts that are outstanding now. Whether the vendor's Outstanding members are absolute is not
 * known; beside payments they are left aside, so that nothing counts twice.
 *
 * @returns the reason why it cannot be taken, or undefined; with a reason nothing of it was
 */
function updateReceivable(world: World, receivable: JsonObject): string | undefined {
	const { InvoiceNumber: number, CaseId: caseId, Payments } = receivable;
	if (isMissing(number)) return 'InvoiceNumber is missing.';
	const debt = findDebt(world, number);
	if (debt === undefined) return `Invoice ${String(number)} was not found.`;
	if (String(caseId ?? debt.caseId) !== debt.caseId) {
		return `Invoice ${debt.number} is not in the case ${String(caseId)}.`;
	}
	if (isTerminal(debt)) return `Invoice ${debt.number} is ${statusOf(debt)}.`;
	const payments = (Payments ?? []) as JsonObject[];
	if (payments.length > 0) {
		const bad = payments.findIndex(
			({ Amount, PaymentDate }) => centsOf(Amount) <= 0 || typeof PaymentDate !== 'string',
		);
		if (bad >= 0) {
			return `Invoice ${debt.number}: Payments[${bad}] needs an Amount above 0 and a PaymentDate.`;
		}
		// An amount above the open one is an overpayment, also when several payments make it up.
		const reasons = payments.map((payment) =>
			bookDirectPayment(world, { ...payment, InvoiceNumber: debt.number }, 'evenWhenPaid'),
		);
		return reasons.find((reason) => reason !== undefined);
	}
	const outstanding = OUTSTANDING.filter(([member]) => typeof receivable[member] === 'number');
	if (outstanding.length === 0) {
		return `Invoice ${debt.number}: there are neither Payments nor outstanding amounts.`;
	}
	for (const [member, part] of outstanding) {
		debt.paid[part] = debt.claimed[part] - centsOf(receivable[member]);
	}
	return undefined;
}

/** Receivables in collection, and those who owe them. */
export const receivableHandlers: Handlers = {
	updateCollectionReceivables(world, { body }) {
		const { Receivables } = body as { Receivables?: JsonObject[] | null };
		const words = { one: 'receivable', counted: 'Receivables', key: 'InvoiceNumber' };
		return upload(Receivables, words, (receivable) => updateReceivable(world, receivable));
	},

	/** Those handed over; the window is of the day a receivable was taken, or sent while it waits. */
	getCollectionReceivablesStatus(world, { query }) {
		const collection = collectionOf(world);
		const taken = collection.cases.map(({ debt, createdAt }) => ({
			at: createdAt,
			row: { ...claimOf(debt), Status: statusOf(debt), StatusDescription: 'In collection' },
		}));
		const waiting = collection.pending().map(({ number, createdAt }) => ({
			at: createdAt,
			row: { InvoiceNumber: number, Status: 'Pending', StatusDescription: 'Being processed' },
		}));
		const { invoiceNumber, caseId } = query;
		const found = [...taken, ...waiting].filter(
			({ at, row }: { at: string; row: JsonObject }) =>
				(invoiceNumber === undefined || row.InvoiceNumber === invoiceNumber) &&
				(caseId === undefined || row.CaseId === caseId) &&
				within(finnishDate(at), query.fromDate, query.toDate),
		);
		return ok(found.map(({ row }) => row));
	},

	/** Of everything a debtor owes: invoices as well as receivables in collection. */
	getDebtorSummary(world, { query: { customerCode, debtorIdentifier } }) {
		if (customerCode === undefined && debtorIdentifier === undefined) {
			return refuse(400, 'customerCode or debtorIdentifier is required.');
		}
		const debts = allDebts(world).filter((debt) => {
			const { CustomerCode, Identifier } = debtorOf(world, debt);
			return customerCode === undefined
				? Identifier === debtorIdentifier
				: CustomerCode === customerCode;
		});
		const [first] = debts;
		if (first === undefined) return notFound('The debtor');
		const open = debts.map(openParts);
		const total = (part: keyof Parts) =>
			fromCents(open.reduce((cents, parts) => cents + parts[part], 0));
		return ok({
			Debtor: debtorOf(world, first),
			Cases: debts.map((debt) => summaryOf(world, debt)),
			Invoices: debts.map(claimOf),
			CapitalAmount: total('capital'),
			InterestAmount: total('interest'),
			CostsAmount: total('costs'),
			OpenAmount: fromCents(debts.reduce((cents, debt) => cents + openCents(debt), 0)),
		});
	},
};
