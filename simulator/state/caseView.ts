import { finnishDate } from './dates';
import { debtorOf } from './debtors';
import type { JsonObject, StoredInvoice } from './invoices';
import { isTerminal, openParts, statusOf, sumOf } from './invoices';
import { fromCents } from './money';
import type { World } from './world';

/**
 * The contract's Case. Every invoice has one of its own (page invoice-lifecycle-service); it is at the
 * stage Invoice until the receivable is handed over for collection. Amounts in currency units.
 */
export function caseOf(world: World, debt: StoredInvoice): JsonObject {
	const open = openParts(debt);
	const payments = paymentsOf(world, debt);
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
		Events: world.collection.events(debt.caseId),
	};
}

/** The contract's CaseSummary. */
export function summaryOf(world: World, debt: StoredInvoice): JsonObject {
	const handedOver = world.collection.byInvoice(debt.number);
	const createdAt = handedOver?.createdAt ?? debt.acceptedAt;
	const closedAt = isTerminal(debt) ? (debt.ended?.on ?? lastPaymentOf(world, debt)) : null;
	const until = closedAt ?? world.clock.today();
	return {
		CaseId: debt.caseId,
		Status: closedAt === null ? 'Open' : 'Closed',
		Stage: handedOver === undefined ? 'Invoice' : 'Collection',
		CreatedAt: createdAt,
		ClosedAt: closedAt,
		ActiveDays: Math.max(0, daysBetween(finnishDate(new Date(createdAt)), until)),
		Creditor: world.creditors.own().data.Name ?? null,
		Currency: currencyOf(debt),
		Agency: 'CASH-IN',
	};
}

/** What is owed under an invoice, in the members that CaseInvoiceExtended and ReceivableStatus share. */
export function claimOf(debt: StoredInvoice): JsonObject {
	const open = openParts(debt);
	return {
		InvoiceNumber: debt.number,
		CaseId: debt.caseId,
		InvoiceDate: debt.submitted.InvoiceDate ?? null,
		DueDate: debt.submitted.DueDate ?? null,
		Reference: debt.submitted.Reference ?? null,
		Currency: currencyOf(debt),
		TotalAmount: fromCents(debt.totalCents),
		CapitalAmount: fromCents(open.capital),
		InterestAmount: fromCents(open.interest),
		CreditorCostsAmount: fromCents(open.costs),
		PaidAmount: fromCents(sumOf(debt.paid)),
		OpenAmount: fromCents(sumOf(open)),
	};
}

function paymentsOf(world: World, debt: StoredInvoice): JsonObject[] {
	return allocationsOf(world, debt).map((record) => ({
		PaymentDate: record.Dates?.PaymentDate ?? null,
		BookingDate: record.Dates?.BookingDate ?? null,
		Amount: record.Amounts?.PaymentAmount ?? null,
		Currency: record.Currency ?? null,
		PaymentMethod: record.PaymentType?.Description ?? null,
	}));
}

/** The transactions of one case. */
export function allocationsOf(world: World, debt: StoredInvoice) {
	return world.allocations.all().filter((record) => record.CaseId === debt.caseId);
}

function lastPaymentOf(world: World, debt: StoredInvoice): string {
	const days = allocationsOf(world, debt).map((record) => record.Dates?.BookingDate ?? '');
	return days.sort().pop() || finnishDate(new Date(debt.acceptedAt));
}

function currencyOf(debt: StoredInvoice): string {
	const currency = debt.submitted.Currency;
	return typeof currency === 'string' ? currency : 'EUR';
}

function daysBetween(first: string, last: string): number {
	return (Date.parse(last) - Date.parse(first)) / 86_400_000;
}
