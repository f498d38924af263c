import { type Allocation, allocationsOf, BANK_TRANSFER, newAllocation } from './allocations';
import { findDebt } from './debts';
import type { Answer, Call, Handlers, JsonObject } from './handler';
import { isMissing, upload } from './handler';
import type { StoredInvoice } from './invoices';
import { currencyOf, isTerminal, openCents, openParts, statusOf } from './invoices';
import { centsOf, type Parts, toCents } from './money';
import type { World } from './world';

/** A payment as it arrives. Amount in currency units, dates `YYYY-MM-DD`. */
interface Payment {
	InvoiceNumber: string | number;
	/** Default: what is open. Negative takes a payment back. */
	Amount?: number;
	/** Default: today. An earlier day is a payment that reaches the books late. */
	PaymentDate?: string;
	/** Default: today. */
	BookingDate?: string;
	PaymentType?: { Code: string; Description: string };
}

/**
 * Allocates a payment to an invoice, whole or in part, and lists it as a transaction.
 *
 * @throws Error saying what to do, when there is no such invoice or nothing is open
 */
export function payInvoice(world: World, payment: Payment): Allocation {
	const invoice = findDebt(world, payment.InvoiceNumber);
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

	const record = newAllocation({
		id: allocationsOf(world).nextId(),
		caseId: invoice.caseId,
		invoiceNumber: invoice.number,
		paidOn: payment.PaymentDate ?? world.clock.today(),
		bookedOn: payment.BookingDate ?? world.clock.today(),
		parts,
		currency: currencyOf(invoice),
		type: payment.PaymentType,
	});
	allocationsOf(world).add([record]);
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

/** Our own type: of Cash-In's codes only the bank transfer's is documented. */
const DIRECT = { Code: 'DIRECT', Description: 'Direct payment' };

/**
 * Books a payment the creditor received and reports: less is open, and an allocation is listed.
 *
 * @param payment InvoiceNumber, Amount in currency units, PaymentDate and BookingDate `YYYY-MM-DD`,
 *   PaymentType (a code, as the allocated payments list it), PaymentMethod, Reference
 * @param when evenWhenPaid: what is too much is an overpayment
 * @returns the reason why it cannot be booked, or undefined when it was
 */
export function bookDirectPayment(
	world: World,
	payment: JsonObject,
	when: 'whileOpen' | 'evenWhenPaid' = 'whileOpen',
): string | undefined {
	const { InvoiceNumber: number, Amount: amount, PaymentDate: date } = payment;
	if (isMissing(number)) return 'InvoiceNumber is missing.';
	const invoice = findDebt(world, number);
	if (invoice === undefined) return `Invoice ${String(number)} was not found.`;
	if (typeof amount !== 'number' || centsOf(amount) <= 0) {
		return `Invoice ${invoice.number}: Amount is missing or not above 0.`;
	}
	if (typeof date !== 'string') return `Invoice ${invoice.number}: PaymentDate is missing.`;
	if (when === 'whileOpen' && isTerminal(invoice)) {
		return `Invoice ${invoice.number} is ${statusOf(invoice)}.`;
	}
	const record = payInvoice(world, {
		InvoiceNumber: invoice.number,
		Amount: amount,
		PaymentDate: date,
		BookingDate: textOf(payment.BookingDate),
		PaymentType: typeOf(textOf(payment.PaymentType)),
	});
	const [method, reference] = [textOf(payment.PaymentMethod), textOf(payment.Reference)];
	allocationsOf(world).direct.set(record, { method, reference });
	return undefined;
}

function typeOf(code: string | undefined): { Code: string; Description: string } {
	if (code === undefined) return DIRECT;
	return code === BANK_TRANSFER.Code ? BANK_TRANSFER : { ...DIRECT, Code: code };
}

function textOf(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

const UPLOADED = { one: 'payment', counted: 'Payments', key: 'InvoiceNumber' };

/** Sending one twice books it twice, as long as something is open: there is nothing to know it by. */
function book(world: World, call: Call, read: (payment: JsonObject) => JsonObject): Answer {
	return upload(call.body as JsonObject[], UPLOADED, (payment) =>
		bookDirectPayment(world, read(payment)),
	);
}

export const paymentHandlers: Handlers = {
	submitInvoicePayment: (world, call) =>
		book(world, call, (payment) => ({ ...payment, Reference: payment.PaymentReference })),

	createExternalDirectPayment: (world, call) => book(world, call, (payment) => payment),
};
