import { claimOf, summaryOf } from './cases';
import { finnishDate } from './clock';
import { allDebts, collectionOf, debtorOf, findDebt } from './debts';
import type { Handlers, JsonObject, Names } from './handler';
import { eitherOf, isMissing, list, notFound, record, refuse, upload } from './handler';
import { isTerminal, openCents, openParts, statusOf } from './invoices';
import { within } from './lists';
import { centsOf, fromCents, isAmount, type Parts } from './money';
import { bookDirectPayment } from './payments';
import type { World } from './world';

const OUTSTANDING: ReadonlyArray<[field: string, part: keyof Parts]> = [
	['outstandingCapitalAmount', 'capital'],
	['outstandingInterestAmount', 'interest'],
	['outstandingCostsAmount', 'costs'],
];

/**
 * Takes what the creditor reports about a receivable: payments, which are booked one by one, or without
 * any the amounts that are outstanding now. Whether the vendor's outstanding members are absolute is not
 * known; beside payments they are left aside, so that nothing counts twice.
 *
 * @returns the reason why it cannot be taken, or undefined; with a reason nothing of it was
 */
function updateReceivable(world: World, receivable: JsonObject, names: Names): string | undefined {
	const { invoiceNumber: number, caseId } = receivable;
	if (isMissing(number)) return `${names.member('invoiceNumber')} is missing.`;
	const debt = findDebt(world, number);
	if (debt === undefined) return `Invoice ${String(number)} was not found.`;
	if (String(caseId ?? debt.caseId) !== debt.caseId) {
		return `Invoice ${debt.number} is not in the case ${String(caseId)}.`;
	}
	if (isTerminal(debt)) return `Invoice ${debt.number} is ${statusOf(debt)}.`;
	const payments = (receivable.payments ?? []) as JsonObject[];
	if (payments.length > 0) {
		const bad = payments.findIndex(
			({ amount, paymentDate }) => centsOf(amount) <= 0 || typeof paymentDate !== 'string',
		);
		if (bad >= 0) {
			const holder = names.member('payments');
			const [amount, day] = ['amount', 'paymentDate'].map((each) => names.inner('payments', each));
			return `Invoice ${debt.number}: ${holder}[${bad}] needs an ${amount} above 0 and a ${day}.`;
		}
		// An amount above the open one is an overpayment, also when several payments make it up.
		const reasons = payments.map((payment) =>
			bookDirectPayment(world, { ...payment, invoiceNumber: debt.number }, names, 'evenWhenPaid'),
		);
		return reasons.find((reason) => reason !== undefined);
	}
	const outstanding = OUTSTANDING.filter(([field]) => isAmount(receivable[field]));
	if (outstanding.length === 0) {
		return `Invoice ${debt.number}: there are neither ${names.member('payments')} nor outstanding amounts.`;
	}
	for (const [field, part] of outstanding) {
		debt.paid[part] = debt.claimed[part] - centsOf(receivable[field]);
	}
	return undefined;
}

/** Receivables in collection, and those who owe them. */
export const receivableHandlers: Handlers = {
	updateCollectionReceivables(world, { items, names }) {
		return upload(items, { one: 'receivable', key: 'invoiceNumber' }, (receivable) =>
			updateReceivable(world, receivable, names),
		);
	},

	/** Those handed over; the window is of the day a receivable was taken, or sent while it waits. */
	getCollectionReceivablesStatus(world, { parameters }) {
		const collection = collectionOf(world);
		const taken = collection.cases.map(({ debt, createdAt }) => ({
			at: createdAt,
			row: { ...claimOf(debt), status: statusOf(debt), statusDescription: 'In collection' },
		}));
		const waiting = collection.pending().map(({ number, createdAt }) => ({
			at: createdAt,
			row: { invoiceNumber: number, status: 'Pending', statusDescription: 'Being processed' },
		}));
		const { invoiceNumber, caseId, fromDate, toDate } = parameters;
		const found = [...taken, ...waiting].filter(
			({ at, row }: { at: string; row: JsonObject }) =>
				(invoiceNumber === undefined || row.invoiceNumber === String(invoiceNumber)) &&
				(caseId === undefined || row.caseId === String(caseId)) &&
				within(finnishDate(at), fromDate, toDate),
		);
		return list(found, { show: ({ row }) => row });
	},

	/** Of everything a debtor owes: invoices as well as receivables in collection. */
	getDebtorSummary(world, { parameters: { customerCode, debtorIdentifier }, names }) {
		if (customerCode === undefined && debtorIdentifier === undefined) {
			return refuse(400, eitherOf(names, 'customerCode', 'debtorIdentifier'));
		}
		const debts = allDebts(world).filter((debt) => {
			const debtor = debtorOf(world, debt);
			return customerCode === undefined
				? debtor.identifier === debtorIdentifier
				: debtor.customerCode === customerCode;
		});
		const [first] = debts;
		if (first === undefined) return notFound('The debtor');
		const open = debts.map(openParts);
		const total = (part: keyof Parts) =>
			fromCents(open.reduce((cents, parts) => cents + parts[part], 0));
		return record({
			debtor: debtorOf(world, first),
			cases: debts.map((debt) => summaryOf(world, debt)),
			invoices: debts.map(claimOf),
			capitalAmount: total('capital'),
			interestAmount: total('interest'),
			costsAmount: total('costs'),
			openAmount: fromCents(debts.reduce((cents, debt) => cents + openCents(debt), 0)),
		});
	},
};
