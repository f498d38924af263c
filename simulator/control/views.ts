import type { Allocation } from '../state/allocations';
import type { StoredInvoice } from '../state/invoices';
import { openCents, statusOf } from '../state/invoices';
import { fromCents } from '../state/money';

/** An invoice as the control interface shows it. Amounts in currency units. */
export interface InvoiceView {
	InvoiceNumber: string;
	Status: string;
	TotalAmount: number;
	OpenAmount: number;
	CaseId: string;
	acceptedAt: string;
	/** The body as it was sent, with the updates since merged in. */
	submitted: StoredInvoice['submitted'];
}

export function asView(invoice: StoredInvoice): InvoiceView {
	return {
		InvoiceNumber: invoice.number,
		Status: statusOf(invoice),
		TotalAmount: fromCents(invoice.totalCents),
		OpenAmount: fromCents(openCents(invoice)),
		CaseId: invoice.caseId,
		acceptedAt: invoice.acceptedAt,
		submitted: invoice.submitted,
	};
}

/** Members in place of the old ones; objects such as Dates are merged one level deep. */
export function merge(record: Allocation, set: { [member: string]: unknown }): Allocation {
	const merged: Allocation = { ...record };
	for (const [member, value] of Object.entries(set)) {
		const old = record[member];
		merged[member] = isObject(old) && isObject(value) ? { ...old, ...value } : value;
	}
	return merged;
}

function isObject(value: unknown): value is { [member: string]: unknown } {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
