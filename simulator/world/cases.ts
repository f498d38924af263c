import { allocationsOfCase } from './allocations';
import { daysBetween, finnishDate } from './clock';
import { creditorsOf } from './creditors';
import { allDebts, type CaseBatchRow, collectionOf, debtorOf, findDebt } from './debts';
import type { Handlers, JsonObject } from './handler';
import { isMissing, notFound, ok, refuse, uploadCounts } from './handler';
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
		PaymentDate: record.Dates?.PaymentDate ?? null,
		BookingDate: record.Dates?.BookingDate ?? null,
		Amount: record.Amounts?.PaymentAmount ?? null,
		Currency: record.Currency ?? null,
		PaymentMethod: record.PaymentType?.Description ?? null,
	}));
	return {
		Summary: summaryOf(world, debt),
		Balance: {
			CapitalAmount: fromCents(open.capital),
			InterestAmount: fromCents(open.interest),
			CostsAmount: fromCents(open.costs),
			TotalAmount: fromCents(sumOf(open)),
		},
		Debtor: debtorOf(world, debt),
		Invoices: [{ ...claimOf(debt), Status: statusOf(debt), Payments: payments }],
		Payments: payments,
		Events: collectionOf(world).eventsOf(debt.caseId),
	};
}

/** The contract's CaseSummary. */
export function summaryOf(world: World, debt: StoredInvoice): JsonObject {
	const handedOver = collectionOf(world).byInvoice(debt.number);
	const createdAt = handedOver?.createdAt ?? debt.acceptedAt;
	const closedAt = isTerminal(debt) ? (debt.ended?.on ?? lastPaymentOf(world, debt)) : null;
	const until = closedAt ?? world.clock.today();
	return {
		CaseId: debt.caseId,
		Status: closedAt === null ? 'Open' : 'Closed',
		Stage: handedOver === undefined ? 'Invoice' : 'Collection',
		CreatedAt: createdAt,
		ClosedAt: closedAt,
		ActiveDays: Math.max(0, daysBetween(finnishDate(createdAt), until)),
		Creditor: creditorsOf(world).own.data.Name ?? null,
		Currency: currencyOf(debt),
		Agency: 'CASH-IN',
	};
}

function lastPaymentOf(world: World, { caseId, acceptedAt }: StoredInvoice): string {
	const days = allocationsOfCase(world, caseId).map(({ Dates }) => Dates?.BookingDate ?? '');
	return days.sort().pop() || finnishDate(acceptedAt);
}

/** The claim under an invoice, in the members that CaseInvoiceExtended and ReceivableStatus share. */
export function claimOf(debt: StoredInvoice): JsonObject {
	const { TotalAmount, PaidAmount, OpenAmount } = amountsOf(debt);
	return {
		InvoiceNumber: debt.number,
		CaseId: debt.caseId,
		InvoiceDate: debt.submitted.InvoiceDate ?? null,
		DueDate: debt.submitted.DueDate ?? null,
		Reference: debt.submitted.Reference ?? null,
		Currency: currencyOf(debt),
		TotalAmount,
		...partAmounts(openParts(debt)),
		PaidAmount,
		OpenAmount,
	};
}

/** The reason why a receivable cannot be collected, or undefined. */
function rejectionOf(world: World, receivable: JsonObject, pending: ReadonlySet<string>) {
	if (isMissing(receivable.InvoiceNumber)) return 'InvoiceNumber is missing.';
	const number = String(receivable.InvoiceNumber);
	if (pending.has(number) || collectionOf(world).byInvoice(number) !== undefined) {
		return `Invoice ${number} is in collection already.`;
	}
	const debtor = receivable.Debtor as JsonObject | null | undefined;
	if (!debtor?.Name) return `Invoice ${number}: Debtor.Name is missing.`;
	const invoice = findDebt(world, number);
	if (invoice !== undefined) {
		return isTerminal(invoice) ? `Invoice ${number} is ${statusOf(invoice)}.` : undefined;
	}
	return centsOf(capitalOf(receivable)) > 0
		? undefined
		: `Invoice ${number}: CapitalAmount is missing or not above 0.`;
}

function capitalOf({ CapitalAmount, TotalAmount }: JsonObject): unknown {
	return CapitalAmount ?? TotalAmount;
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
	const submitted = { ...receivable, TotalAmount: capitalOf(receivable) };
	const debt = known ?? newInvoice(submitted, collection.nextCaseId(), at);
	debt.claimed.interest += centsOf(receivable.InterestAmount);
	debt.claimed.costs += centsOf(receivable.CreditorCostsAmount);
	collection.cases.push({ debt, debtor: receivable.Debtor as JsonObject, createdAt: at });
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
	createCollectionCases(world, { body }) {
		const { Receivables } = body as { Receivables?: JsonObject[] | null };
		if (!Receivables?.length) return refuse(400, 'There is no receivable in the request.');
		const collection = collectionOf(world);
		const pending = new Set(collection.pending().map(({ number }) => number));
		let waiting = 0;
		const failed: JsonObject[] = [];
		const rows = Receivables.map((receivable): CaseBatchRow => {
			const { InvoiceNumber = null } = receivable;
			const number = String(InvoiceNumber ?? '');
			const error = rejectionOf(world, receivable, pending);
			if (error !== undefined) {
				failed.push({ InvoiceNumber, StatusDescription: error });
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
		return {
			status: 202,
			body: {
				StatusDescription: 'The receivables are being processed.',
				BatchId: batchId,
				...uploadCounts('Receivables', waiting, failed),
			},
		};
	},

	getCaseBatchStatus(world, { path }) {
		const batchId = String(path.batchId);
		const batch = collectionOf(world).batches.find((each) => each.batchId === batchId);
		if (batch === undefined) return notFound(`Batch ${batchId}`);
		const { createdAt, rows } = batch;
		const count = (wanted: string) => rows.filter(({ status }) => status === wanted).length;
		const [waiting, made] = [count('Pending'), count('Created')];
		return ok({
			BatchId: batchId,
			Status: statusOfBatch(waiting, made),
			StatusDescription: `${rows.length - waiting} of ${rows.length} done`,
			CreatedDate: createdAt,
			UploadedCount: waiting + made,
			FailedCount: count('Failed'),
			Data: rows.map((row) => ({
				InvoiceNumber: row.number,
				CaseId: row.caseId ?? null,
				Status: row.status,
				StatusDescription: DESCRIPTIONS[row.status],
				ErrorMessage: row.error ?? null,
			})),
		});
	},

	getCollectionCase(world, { query: { caseId, invoiceNumber } }) {
		if (caseId === undefined && invoiceNumber === undefined) {
			return refuse(400, 'caseId or invoiceNumber is required.');
		}
		const found = allDebts(world).filter(
			(debt) =>
				(caseId === undefined || debt.caseId === caseId) &&
				(invoiceNumber === undefined || debt.number === invoiceNumber),
		);
		if (found.length === 0) return notFound('The collection case');
		return ok({ Cases: found.map((debt) => caseOf(world, debt)) });
	},
};
