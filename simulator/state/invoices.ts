import type { Clock } from './clock';
import { fromCents, toCents } from './money';

export type JsonObject = { [member: string]: unknown };

/** An invoice as the simulator keeps it: the body as it was sent, and what has happened to it since. */
export interface StoredInvoice {
	/** As a string, whatever type it was sent in: 1042 and "1042" are the same invoice. */
	number: string;
	submitted: JsonObject;
	caseId: string;
	/** ISO date-time of the simulator's clock. */
	acceptedAt: string;
	totalCents: number;
	paidCents: number;
}

export interface InvoiceStore {
	has(number: string): boolean;
	get(number: string): StoredInvoice | undefined;
	/** Keeps an invoice. One with a number already there is kept beside it; `get` answers the newest. */
	add(submitted: JsonObject): StoredInvoice;
	/** In order of acceptance. */
	all(): readonly StoredInvoice[];
	clear(): void;
}

const FIRST_CASE = 100_001;

export function createInvoiceStore(clock: Clock): InvoiceStore {
	let invoices: StoredInvoice[] = [];
	let byNumber = new Map<string, StoredInvoice>();
	return {
		has: (number) => byNumber.has(number),
		get: (number) => byNumber.get(number),
		add: (submitted) => {
			const invoice: StoredInvoice = {
				number: String(submitted.InvoiceNumber),
				submitted,
				caseId: `CASE-${FIRST_CASE + invoices.length}`,
				acceptedAt: clock.now().toISOString(),
				totalCents: totalOf(submitted),
				paidCents: 0,
			};
			invoices.push(invoice);
			byNumber.set(invoice.number, invoice);
			return invoice;
		},
		all: () => invoices,
		clear: () => {
			invoices = [];
			byNumber = new Map();
		},
	};
}

/** What is still to be paid, in cents; never below zero, however much was overpaid. */
export function openCents(invoice: StoredInvoice): number {
	return Math.max(0, invoice.totalCents - invoice.paidCents);
}

/** Our words; the vendor's are not known. */
export function statusOf(invoice: StoredInvoice): 'Open' | 'PartlyPaid' | 'Paid' {
	if (invoice.paidCents >= invoice.totalCents) return 'Paid';
	return invoice.paidCents > 0 ? 'PartlyPaid' : 'Open';
}

/** The members of an invoice that every read of it shows. */
export function amountsOf(invoice: StoredInvoice): {
	TotalAmount: number;
	PaidAmount: number;
	OpenAmount: number;
} {
	return {
		TotalAmount: fromCents(invoice.totalCents),
		PaidAmount: fromCents(invoice.paidCents),
		OpenAmount: fromCents(openCents(invoice)),
	};
}

function totalOf(submitted: JsonObject): number {
	if (typeof submitted.TotalAmount === 'number') return toCents(submitted.TotalAmount);
	const rows = Array.isArray(submitted.InvoiceRows) ? submitted.InvoiceRows : [];
	return rows.reduce<number>((sum, row: JsonObject) => {
		return sum + (typeof row.Total === 'number' ? toCents(row.Total) : 0);
	}, 0);
}
