import type { Allocation } from './allocations';
import { findDebt } from './collection';
import { nextSettlementDay } from './dates';
import type { Parts, StoredInvoice } from './invoices';
import { openCents, openParts } from './invoices';
import { fromCents, toCents } from './money';
import type { World } from './world';

/** A payment as it arrives. Amount in currency units, dates `YYYY-MM-DD`. */
export interface Payment {
	InvoiceNumber: string | number;
	/** Default: what is open. Negative takes a payment back. */
	Amount?: number;
	/** Default: today. An earlier day is a payment that reaches the books late. */
	PaymentDate?: string;
	/** Default: today. */
	BookingDate?: string;
	PaymentType?: { Code: string; Description: string };
}

/** The one payment type seen in Cash-In's documentation (page retrieve-allocated-payment-transactions). */
export const BANK_TRANSFER = { Code: '8', Description: 'Bank Transfer' };

/**
 * Allocates a payment to an invoice, whole or in part, and lists it as a transaction.
 *
 * @throws Error saying what to do, when there is no such invoice or nothing is open
 */
export function payInvoice(world: World, payment: Payment): Allocation {
	const invoice = findDebt(world, String(payment.InvoiceNumber));
	if (invoice === undefined) {
		throw new Error(
			`There is no invoice ${payment.InvoiceNumber} here. Create it through the API first, or insert the allocation as it is.`,
		);
	}
	const cents = payment.Amount === undefined ? openCents(invoice) : toCents(payment.Amount);
	if (cents === 0) {
		throw new Error(
			`Nothing would be paid: invoice ${invoice.number} has nothing open. Give an Amount other than 0.`,
		);
	}
	const parts = allocate(invoice, cents);
	invoice.paid.capital += parts.capital;
	invoice.paid.interest += parts.interest;
	invoice.paid.costs += parts.costs;

	const booked = payment.BookingDate ?? world.clock.today();
	const currency = invoice.submitted.Currency;
	const record: Allocation = {
		AllocationId: world.allocations.nextId(),
		CaseId: invoice.caseId,
		Agency: 'CASH-IN',
		InvoiceNumber: invoice.number,
		PaymentType: { ...(payment.PaymentType ?? BANK_TRANSFER) },
		Dates: {
			PaymentDate: payment.PaymentDate ?? world.clock.today(),
			BookingDate: booked,
			AccountingDate: booked,
			SettlementDate: nextSettlementDay(booked),
		},
		Amounts: {
			PaymentAmount: fromCents(cents),
			CapitalAmount: fromCents(parts.capital),
			InterestAmount: fromCents(parts.interest),
			CreditorCostsAmount: fromCents(parts.costs),
		},
		Currency: typeof currency === 'string' ? currency : 'EUR',
	};
	world.allocations.add([record]);
	return record;
}

/**
 * Costs first, then interest, the rest to the capital; money taken back comes from the capital first.
 * The vendor's order is not known. The parts always make up the payment.
 */
function allocate(invoice: StoredInvoice, cents: number): Parts {
	if (cents > 0) {
		const open = openParts(invoice);
		const costs = Math.min(open.costs, cents);
		const interest = Math.min(open.interest, cents - costs);
		return { costs, interest, capital: cents - costs - interest };
	}
	const taken = -cents;
	const fromCapital = Math.min(Math.max(0, invoice.paid.capital), taken);
	const fromInterest = Math.min(invoice.paid.interest, taken - fromCapital);
	const fromCosts = Math.min(invoice.paid.costs, taken - fromCapital - fromInterest);
	const rest = taken - fromCapital - fromInterest - fromCosts;
	return { capital: 0 - fromCapital - rest, interest: 0 - fromInterest, costs: 0 - fromCosts };
}
