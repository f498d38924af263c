import { type Allocation, allocationsOf, BANK_TRANSFER, newAllocation } from './allocations';
import { findDebt } from './debts';
import type { Answer, Call, Handlers, JsonObject, Names } from './handler';
import { isMissing, upload } from './handler';
import type { StoredInvoice } from './invoices';
import { currencyOf, isTerminal, openCents, openParts, statusOf } from './invoices';
import { centsOf, type Parts, toCents } from './money';
import type { World } from './world';

/** A payment as it arrives. The amount is in currency units, dates `YYYY-MM-DD`. */
interface Payment {
	invoiceNumber: string | number;
	/** Default: what is open. Negative takes a payment back. */
	amount?: number;
	/** Default: today. An earlier day is a payment that reaches the books late. */
	paymentDate?: string;
	/** Default: today. */
	bookingDate?: string;
	paymentType?: { code: string; description: string };
}

/**
 * Allocates a payment to an invoice, whole or in part, and lists it as a transaction.
 *
 * @throws Error saying what to do, when there is no such invoice or nothing is open
 */
export function payInvoice(world: World, payment: Payment): Allocation {
	const invoice = findDebt(world, payment.invoiceNumber);
	if (invoice === undefined) {
		throw new Error(
			`There is no invoice ${payment.invoiceNumber} here. Create it through the API first, or insert the allocation as it is.`,
		);
	}
	const cents = payment.amount === undefined ? openCents(invoice) : toCents(payment.amount);
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
		paidOn: payment.paymentDate ?? world.clock.today(),
		bookedOn: payment.bookingDate ?? world.clock.today(),
		parts,
		currency: currencyOf(invoice),
		type: payment.paymentType,
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
const DIRECT = { code: 'DIRECT', description: 'Direct payment' };

/**
 * Books a payment the creditor received and reports: less is open, and an allocation is listed.
 *
 * @param payment invoiceNumber, amount in currency units, paymentDate and bookingDate `YYYY-MM-DD`,
 *   paymentType (a code, as the allocated payments list it), paymentMethod, reference
 * @param when evenWhenPaid: what is too much is an overpayment
 * @returns the reason why it cannot be booked, or undefined when it was
 */
export function bookDirectPayment(
	world: World,
	payment: JsonObject,
	names: Names,
	when: 'whileOpen' | 'evenWhenPaid' = 'whileOpen',
): string | undefined {
	const { invoiceNumber: number, amount, paymentDate: date } = payment;
	if (isMissing(number)) return `${names.member('invoiceNumber')} is missing.`;
	const invoice = findDebt(world, number);
	if (invoice === undefined) return `Invoice ${String(number)} was not found.`;
	if (centsOf(amount) <= 0) {
		return `Invoice ${invoice.number}: ${names.member('amount')} is missing or not above 0.`;
	}
	if (typeof date !== 'string') {
		return `Invoice ${invoice.number}: ${names.member('paymentDate')} is missing.`;
	}
	if (when === 'whileOpen' && isTerminal(invoice)) {
		return `Invoice ${invoice.number} is ${statusOf(invoice)}.`;
	}
	const record = payInvoice(world, {
		invoiceNumber: invoice.number,
		amount: Number(amount),
		paymentDate: date,
		bookingDate: textOf(payment.bookingDate),
		paymentType: typeOf(textOf(payment.paymentType)),
	});
	const [method, reference] = [textOf(payment.paymentMethod), textOf(payment.reference)];
	allocationsOf(world).direct.set(record, { method, reference });
	return undefined;
}

function typeOf(code: string | undefined): { code: string; description: string } {
	if (code === undefined) return DIRECT;
	return code === BANK_TRANSFER.code ? BANK_TRANSFER : { ...DIRECT, code };
}

function textOf(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

const UPLOADED = { one: 'payment', key: 'invoiceNumber' };

/** Sending one twice books it twice, as long as something is open: there is nothing to know it by. */
function book(world: World, call: Call, read: (payment: JsonObject) => JsonObject): Answer {
	return upload(call.items, UPLOADED, (payment) =>
		bookDirectPayment(world, read(payment), call.names),
	);
}

export const paymentHandlers: Handlers = {
	submitInvoicePayment: (world, call) =>
		book(world, call, (payment) => ({ ...payment, reference: payment.paymentReference })),

	createExternalDirectPayment: (world, call) => book(world, call, (payment) => payment),
};
