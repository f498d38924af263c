import type { Clock } from './clock';
import { fromCents, toCents } from './money';

export type JsonObject = { [member: string]: unknown };

/** Capital, interest and costs in cents: the parts of every claim and of every payment. */
export interface Parts {
	capital: number;
	interest: number;
	costs: number;
}

/** States an invoice does not leave: what would change it then is refused with 402. */
export type EndStatus = 'Withdrawn' | 'Credited' | 'CreditLoss';

/** An invoice as the simulator keeps it: the body as it was sent, and what has happened to it since. */
export interface StoredInvoice {
	/** As a string, whatever type it was sent in: 1042 and "1042" are the same invoice. */
	number: string;
	/** As it was sent, with the updates since merged in. */
	submitted: JsonObject;
	caseId: string;
	/** ISO date-time of the simulator's clock. */
	acceptedAt: string;
	totalCents: number;
	/** Interest and costs are nothing until the invoice is handed over for collection with them. */
	claimed: Parts;
	paid: Parts;
	/** Set when it is withdrawn, credited or written off. */
	ended?: { status: EndStatus; on: string };
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
			const caseId = `CASE-${FIRST_CASE + invoices.length}`;
			const invoice = newInvoice(submitted, caseId, clock.now().toISOString());
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

/** An invoice nothing has happened to yet. */
export function newInvoice(submitted: JsonObject, caseId: string, at: string): StoredInvoice {
	const totalCents = totalOf(submitted);
	return {
		number: String(submitted.InvoiceNumber),
		submitted,
		caseId,
		acceptedAt: at,
		totalCents,
		claimed: { capital: totalCents, interest: 0, costs: 0 },
		paid: { capital: 0, interest: 0, costs: 0 },
	};
}

/** What is still to be paid of each part, in cents; never below zero, however much was overpaid. */
export function openParts(invoice: StoredInvoice): Parts {
	if (invoice.ended !== undefined) return { capital: 0, interest: 0, costs: 0 };
	const { claimed, paid } = invoice;
	return {
		capital: Math.max(0, claimed.capital - paid.capital),
		interest: Math.max(0, claimed.interest - paid.interest),
		costs: Math.max(0, claimed.costs - paid.costs),
	};
}

/** What is still to be paid, interest and costs included, in cents. */
export function openCents(invoice: StoredInvoice): number {
	return sumOf(openParts(invoice));
}

export function sumOf({ capital, interest, costs }: Parts): number {
	return capital + interest + costs;
}

export type InvoiceStatus = 'Open' | 'PartlyPaid' | 'Paid' | EndStatus;

/** Our words; the vendor's are not known. */
export function statusOf(invoice: StoredInvoice): InvoiceStatus {
	if (invoice.ended !== undefined) return invoice.ended.status;
	if (openCents(invoice) === 0) return 'Paid';
	return sumOf(invoice.paid) > 0 ? 'PartlyPaid' : 'Open';
}

/** Whether nothing can change any more. */
export function isTerminal(invoice: StoredInvoice): boolean {
	return !['Open', 'PartlyPaid'].includes(statusOf(invoice));
}

/** The members of an invoice that every read of it shows. */
export function amountsOf(invoice: StoredInvoice): {
	TotalAmount: number;
	PaidAmount: number;
	OpenAmount: number;
} {
	return {
		TotalAmount: fromCents(invoice.totalCents),
		PaidAmount: fromCents(sumOf(invoice.paid)),
		OpenAmount: fromCents(openCents(invoice)),
	};
}

/** The members that were sent; one that was not sent is not shown either. */
export function sent(invoice: StoredInvoice, members: readonly string[]): JsonObject {
	return Object.fromEntries(
		members
			.filter((member) => invoice.submitted[member] !== undefined)
			.map((member) => [member, invoice.submitted[member]]),
	);
}

function totalOf(submitted: JsonObject): number {
	if (typeof submitted.TotalAmount === 'number') return toCents(submitted.TotalAmount);
	const rows = Array.isArray(submitted.InvoiceRows) ? submitted.InvoiceRows : [];
	return rows.reduce<number>((sum, row: JsonObject) => {
		return sum + (typeof row.Total === 'number' ? toCents(row.Total) : 0);
	}, 0);
}
