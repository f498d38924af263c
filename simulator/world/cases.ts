import { allocationsOfCase } from './allocations';
import { daysBetween, finnishDate } from './clock';
import { creditorsOf } from './creditors';
import { allDebts, type CaseBatchRow, collectionOf, debtorOf, findDebt } from './debts';
import type { Failure, Handlers, JsonObject, Names } from './handler';
import { eitherOf, isMissing, list, notFound, record, refuse, uploaded } from './handler';
import type { StoredInvoice } from './invoices';
import { amountsOf, currencyOf, isTerminal, newInvoice, openParts, statusOf } from './invoices';
import { centsOf, fromCents, partAmounts, sumOf } from './money';
import type { World } from './world';

/**
 * The contract's Case. Every invoice has one of its own (page invoice-lifecycle-service); it is at the
 * stage Invoice until the receivable is handed over for collection. Amounts in currency units.
 */
function caseOf(world: World, debt: StoredInvoice): JsonObject {
	const open = openParts(debt);
	const payments = allocationsOfCase(world, debt.caseId).map((record) => ({
		paymentDate: record.dates?.paymentDate ?? null,
		bookingDate: record.dates?.bookingDate ?? null,
		amount: record.amounts?.paymentAmount ?? null,
		currency: record.currency ?? null,
		paymentMethod: record.paymentType?.description ?? null,
	}));
	return {
		summary: summaryOf(world, debt),
		balance: {
			capitalAmount: fromCents(open.capital),
			interestAmount: fromCents(open.interest),
			costsAmount: fromCents(open.costs),
			totalAmount: fromCents(sumOf(open)),
		},
		debtor: debtorOf(world, debt),
		invoices: [{ ...claimOf(debt), status: statusOf(debt), payments }],
		payments,
		events: collectionOf(world).eventsOf(debt.caseId),
	};
}

/** The contract's CaseSummary. */
export function summaryOf(world: World, debt: StoredInvoice): JsonObject {
	const handedOver = collectionOf(world).byInvoice(debt.number);
	const createdAt = handedOver?.createdAt ?? debt.acceptedAt;
	const closedAt = isTerminal(debt) ? (debt.ended?.on ?? lastPaymentOf(world, debt)) : null;
	const until = closedAt ?? world.clock.today();
	return {
		caseId: debt.caseId,
		status: closedAt === null ? 'Open' : 'Closed',
		stage: handedOver === undefined ? 'Invoice' : 'Collection',
		createdAt,
		closedAt,
		activeDays: Math.max(0, daysBetween(finnishDate(createdAt), until)),
		creditor: creditorsOf(world).own.data.name ?? null,
		currency: currencyOf(debt),
		agency: 'CASH-IN',
	};
}

function lastPaymentOf(world: World, { caseId, acceptedAt }: StoredInvoice): string {
	const days = allocationsOfCase(world, caseId).map(({ dates }) => dates?.bookingDate ?? '');
	return days.sort().pop() || finnishDate(acceptedAt);
}

/** The claim under an invoice, in the members that CaseInvoiceExtended and ReceivableStatus share. */
export function claimOf(debt: StoredInvoice): JsonObject {
	const { totalAmount, paidAmount, openAmount } = amountsOf(debt);
	return {
		invoiceNumber: debt.number,
		caseId: debt.caseId,
		invoiceDate: debt.submitted.invoiceDate ?? null,
		dueDate: debt.submitted.dueDate ?? null,
		reference: debt.submitted.reference ?? null,
		currency: currencyOf(debt),
		totalAmount,
		...partAmounts(openParts(debt)),
		paidAmount,
		openAmount,
	};
}

/** The reason why a receivable cannot be collected, or undefined. */
function rejectionOf(
	world: World,
	names: Names,
	receivable: JsonObject,
	pending: ReadonlySet<string>,
) {
	if (isMissing(receivable.invoiceNumber)) {
		return `${names.member('invoiceNumber')} is missing.`;
	}
	const number = String(receivable.invoiceNumber);
	if (pending.has(number) || collectionOf(world).byInvoice(number) !== undefined) {
		return `Invoice ${number} is in collection already.`;
	}
	const debtor = receivable.debtor as JsonObject | null | undefined;
	if (!debtor?.name) return `Invoice ${number}: ${names.member('debtor', 'name')} is missing.`;
	const invoice = findDebt(world, number);
	if (invoice !== undefined) {
		return isTerminal(invoice) ? `Invoice ${number} is ${statusOf(invoice)}.` : undefined;
	}
	return centsOf(capitalOf(receivable)) > 0
		? undefined
		: `Invoice ${number}: ${names.member('capitalAmount')} is missing or not above 0.`;
}

function capitalOf({ capitalAmount, totalAmount }: JsonObject): unknown {
	return capitalAmount ?? totalAmount;
}

/** Makes a case of a receivable whose turn has come. */
function openCase(world: World, row: CaseBatchRow, receivable: JsonObject, at: string): void {
	const known = findDebt(world, row.number);
	if (known !== undefined && isTerminal(known)) {
		row.status = 'Failed';
		row.error = `Invoice ${row.number} is ${statusOf(known)}.`;
		return;
	}
	const collection = collectionOf(world);
	// Of an invoice that did not come through the API the receivable is all that is known.
	const submitted = { ...receivable, totalAmount: capitalOf(receivable) };
	const debt = known ?? newInvoice(submitted, collection.nextCaseId(), at);
	debt.claimed.interest += centsOf(receivable.interestAmount);
	debt.claimed.costs += centsOf(receivable.creditorCostsAmount);
	collection.cases.push({ debt, debtor: receivable.debtor as JsonObject, createdAt: at });
	collection.note(debt.caseId, at, 'Created', 'Receivable taken for collection');
	row.status = 'Created';
	row.caseId = debt.caseId;
}

const DESCRIPTIONS = { Pending: 'Waiting', Created: 'OK', Failed: 'Not taken' } as const;

/** Our words. */
function statusOfBatch(waiting: number, made: number): string {
	if (waiting === 0) return 'Processed';
	return made === 0 ? 'Received' : 'Processing';
}

export const caseHandlers: Handlers = {
	/**
	 * Each receivable that is in order becomes a case when its turn comes, one after the other by the
	 * simulator's clock; the others fail at once.
	 */
	createCollectionCases(world, { items, names }) {
		if (items.length === 0) return refuse(400, 'There is no receivable in the request.');
		const collection = collectionOf(world);
		const pending = new Set(collection.pending().map(({ number }) => number));
		let waiting = 0;
		const failures: Failure[] = [];
		const rows = items.map((receivable): CaseBatchRow => {
			const key = receivable.invoiceNumber ?? null;
			const number = String(key ?? '');
			const error = rejectionOf(world, names, receivable, pending);
			if (error !== undefined) {
				failures.push({ field: 'invoiceNumber', key, reason: error });
				return { number, status: 'Failed', error };
			}
			pending.add(number);
			waiting += 1;
			const row: CaseBatchRow = { number, status: 'Pending' };
			const seconds = waiting * world.settings.processingSeconds;
			world.agenda.after(seconds, (at) => openCase(world, row, receivable, at));
			return row;
		});
		const { batchId } = collection.addBatch(rows, world.clock.timestamp());
		return uploaded('The receivables are being processed.', waiting, failures, { batchId });
	},

	getCaseBatchStatus(world, { parameters }) {
		const batchId = String(parameters.batchId);
		const batch = collectionOf(world).batches.find((each) => each.batchId === batchId);
		if (batch === undefined) return notFound(`Batch ${batchId}`);
		const { createdAt, rows } = batch;
		const count = (wanted: string) => rows.filter(({ status }) => status === wanted).length;
		const [waiting, made] = [count('Pending'), count('Created')];
		return record({
			batchId,
			status: statusOfBatch(waiting, made),
			statusDescription: `${rows.length - waiting} of ${rows.length} done`,
			createdDate: createdAt,
			uploadedCount: waiting + made,
			failedCount: count('Failed'),
			data: rows.map((row) => ({
				invoiceNumber: row.number,
				caseId: row.caseId ?? null,
				status: row.status,
				statusDescription: DESCRIPTIONS[row.status],
				errorMessage: row.error ?? null,
			})),
		});
	},

	getCollectionCase(world, { parameters: { caseId, invoiceNumber }, names }) {
		if (caseId === undefined && invoiceNumber === undefined) {
			return refuse(400, eitherOf(names, 'caseId', 'invoiceNumber'));
		}
		const found = allDebts(world).filter(
			(debt) =>
				(caseId === undefined || debt.caseId === caseId) &&
				(invoiceNumber === undefined || debt.number === String(invoiceNumber)),
		);
		if (found.length === 0) return notFound('The collection case');
		return list(found, { show: (debt) => caseOf(world, debt) });
	},
};
