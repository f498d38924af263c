import type { Allocation } from './allocations';
import { nextSettlementDay } from './dates';
import { openCents } from './invoices';
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
const BANK_TRANSFER = { Code: '8', Description: 'Bank Transfer' };

/**
 * Allocates a payment to an invoice, whole or in part, and lists it as a transaction.
 * All of it goes to the capital: the simulator charges neither interest nor costs.
 *
 * @throws Error saying what to do, when there is no such invoice or nothing is open
 */
export function payInvoice(world: World, payment: Payment): Allocation {
	const invoice = world.invoices.get(String(payment.InvoiceNumber));
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
	invoice.paidCents += cents;

	const booked = payment.BookingDate ?? world.clock.today();
	const amount = fromCents(cents);
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
			PaymentAmount: amount,
			CapitalAmount: amount,
			InterestAmount: 0,
			CreditorCostsAmount: 0,
		},
		Currency: typeof currency === 'string' ? currency : 'EUR',
	};
	world.allocations.add([record]);
	return record;
}
