import type { Allocation } from './allocations';
import { findDebt } from './collection';
import { isTerminal, statusOf } from './invoices';
import { toCents } from './money';
import { BANK_TRANSFER, payInvoice } from './payInvoice';
import type { World } from './world';

/** A payment the creditor received and reports. Amount in currency units, dates `YYYY-MM-DD`. */
export interface ReportedPayment {
	InvoiceNumber?: unknown;
	Amount?: unknown;
	PaymentDate?: unknown;
	BookingDate?: unknown;
	/** A payment type's code, as the allocated payments list it. */
	PaymentType?: unknown;
	PaymentMethod?: unknown;
	Reference?: unknown;
}

/** Which allocations are of money that went to the creditor, past Cash-In; and how it was paid. */
export interface DirectPaymentStore {
	add(record: Allocation, how: DirectPayment): void;
	of(record: Allocation): DirectPayment | undefined;
	clear(): void;
}

export interface DirectPayment {
	method?: string;
	reference?: string;
}

/** Our own type: of Cash-In's codes only the bank transfer's is documented. */
const DIRECT = { Code: 'DIRECT', Description: 'Direct payment' };

export function createDirectPaymentStore(): DirectPaymentStore {
	let byRecord = new WeakMap<Allocation, DirectPayment>();
	return {
		add: (record, how) => {
			byRecord.set(record, how);
		},
		of: (record) => byRecord.get(record),
		clear: () => {
			byRecord = new WeakMap();
		},
	};
}

/**
 * Books a payment the creditor reports: less is open, and an allocation is listed.
 *
 * @param when evenWhenPaid: what is too much is an overpayment
 * @returns a sentence about why it cannot be booked, or undefined when it was
 */
export function bookDirectPayment(
	world: World,
	payment: ReportedPayment,
	when: 'whileOpen' | 'evenWhenPaid' = 'whileOpen',
): string | undefined {
	const { InvoiceNumber: number, Amount: amount, PaymentDate: date } = payment;
	if (number === undefined || number === null || number === '') return 'InvoiceNumber is missing.';
	const invoice = findDebt(world, String(number));
	if (invoice === undefined) return `Invoice ${String(number)} was not found.`;
	if (typeof amount !== 'number' || toCents(amount) <= 0) {
		return `Invoice ${invoice.number}: Amount is missing or not above 0.`;
	}
	if (typeof date !== 'string') return `Invoice ${invoice.number}: PaymentDate is missing.`;
	if (when === 'whileOpen' && isTerminal(invoice))
		return `Invoice ${invoice.number} is ${statusOf(invoice)}.`;
	const record = payInvoice(world, {
		InvoiceNumber: invoice.number,
		Amount: amount,
		PaymentDate: date,
		BookingDate: textOf(payment.BookingDate),
		PaymentType: typeOf(textOf(payment.PaymentType)),
	});
	const method = textOf(payment.PaymentMethod);
	world.directPayments.add(record, { method, reference: textOf(payment.Reference) });
	return undefined;
}

function typeOf(code: string | undefined): { Code: string; Description: string } {
	if (code === undefined) return DIRECT;
	return code === BANK_TRANSFER.Code ? BANK_TRANSFER : { ...DIRECT, Code: code };
}

function textOf(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}
