import type { Clock } from './clock';
import { type Answer, type Handlers, type JsonObject } from './handler';
import { list, notFound, record, refuse, uploaded } from './handler';
import { inOrder, within } from './lists';
import { centsOf, fromCents, isAmount, type Parts, sumOf } from './money';
import { store, type World } from './world';

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

const FIRST_CASE = 100_001;

class InvoiceStore {
	private readonly invoices: StoredInvoice[] = [];
	private readonly byNumber = new Map<string, StoredInvoice>();

	constructor(private readonly clock: Clock) {}

	get(number: string): StoredInvoice | undefined {
		return this.byNumber.get(number);
	}

	/** Keeps an invoice. One with a number already there is kept beside it; `get` answers the newest. */
	add(submitted: JsonObject): StoredInvoice {
		const caseId = `CASE-${FIRST_CASE + this.invoices.length}`;
		const invoice = newInvoice(submitted, caseId, this.clock.timestamp());
		this.invoices.push(invoice);
		this.byNumber.set(invoice.number, invoice);
		return invoice;
	}

	/** In order of acceptance. */
	all(): readonly StoredInvoice[] {
		return this.invoices;
	}
}

export const invoicesOf = store((world) => new InvoiceStore(world.clock));

/** An invoice nothing has happened to yet. */
export function newInvoice(submitted: JsonObject, caseId: string, at: string): StoredInvoice {
	const totalCents = totalOf(submitted);
	return {
		number: String(submitted.invoiceNumber),
		submitted,
		caseId,
		acceptedAt: at,
		totalCents,
		claimed: { capital: totalCents, interest: 0, costs: 0 },
		paid: { capital: 0, interest: 0, costs: 0 },
	};
}

function totalOf({ totalAmount, rows }: JsonObject): number {
	if (isAmount(totalAmount)) return centsOf(totalAmount);
	const given: JsonObject[] = Array.isArray(rows) ? rows : [];
	return given.reduce((sum, row) => sum + centsOf(row.totalAmount), 0);
}

/** The open amount of each part, in cents; never below zero, however much was overpaid. */
export function openParts({ claimed, paid, ended }: StoredInvoice): Parts {
	if (ended !== undefined) return { capital: 0, interest: 0, costs: 0 };
	return {
		capital: Math.max(0, claimed.capital - paid.capital),
		interest: Math.max(0, claimed.interest - paid.interest),
		costs: Math.max(0, claimed.costs - paid.costs),
	};
}

/** The open amount, interest and costs included, in cents. */
export function openCents(invoice: StoredInvoice): number {
	return sumOf(openParts(invoice));
}

/** Our words; the vendor's are not known. */
export function statusOf(invoice: StoredInvoice): 'Open' | 'PartlyPaid' | 'Paid' | EndStatus {
	if (invoice.ended !== undefined) return invoice.ended.status;
	if (openCents(invoice) === 0) return 'Paid';
	return sumOf(invoice.paid) > 0 ? 'PartlyPaid' : 'Open';
}

/** Tells whether the invoice is in a state it does not leave. */
export function isTerminal(invoice: StoredInvoice): boolean {
	return !['Open', 'PartlyPaid'].includes(statusOf(invoice));
}

export function currencyOf({ submitted }: StoredInvoice): string {
	return typeof submitted.currency === 'string' ? submitted.currency : 'EUR';
}

/** The fields of an invoice that every read of it shows. */
export function amountsOf(invoice: StoredInvoice) {
	return {
		totalAmount: fromCents(invoice.totalCents),
		paidAmount: fromCents(sumOf(invoice.paid)),
		openAmount: fromCents(openCents(invoice)),
	};
}

/** The members that were sent; one that was not sent is not shown either. */
export function sent({ submitted }: StoredInvoice, members: readonly string[]): JsonObject {
	const shown = members.filter((member) => submitted[member] !== undefined);
	return Object.fromEntries(shown.map((member) => [member, submitted[member]]));
}

/** By invoice number and invoice date. No default window: whether the vendor has one here is not known. */
export function selectInvoices(world: World, parameters: JsonObject): StoredInvoice[] {
	const { invoiceNumber, fromInvDate, toInvDate } = parameters;
	return invoicesOf(world)
		.all()
		.filter(
			({ number, submitted }) =>
				(invoiceNumber === undefined || number === String(invoiceNumber)) &&
				within(submitted.invoiceDate, fromInvDate, toInvDate),
		);
}

export function noSuchInvoice({ invoiceNumber }: JsonObject): Answer {
	return notFound(`Invoice ${String(invoiceNumber)}`);
}

const LISTED_AS_SENT = [
	'invoiceType',
	'invoiceDate',
	'dueDate',
	'reference',
	'buyerName',
	'salesCustomerCode',
	'deliveryType',
	'currency',
	'netAmount',
	'taxAmount',
];

function asListed(invoice: StoredInvoice): JsonObject {
	return {
		invoiceNumber: invoice.number,
		status: statusOf(invoice),
		...sent(invoice, LISTED_AS_SENT),
		...amountsOf(invoice),
		caseId: invoice.caseId,
	};
}

/** Fields of an update that an invoice has under another name. */
const KEPT_AS: { [field: string]: string } = {
	salesStreetAddress: 'buyerStreetAddress',
	salesPostalCode: 'buyerPostalCode',
	salesCity: 'buyerCity',
	salesCountry: 'buyerCountry',
	salesEmail: 'buyerEmail',
};

function asKept(update: JsonObject): JsonObject {
	return Object.fromEntries(
		Object.entries(update).map(([field, value]) => [KEPT_AS[field] ?? field, value]),
	);
}

export const invoiceHandlers: Handlers = {
	listSalesInvoices(world, { parameters, order }) {
		const { status } = parameters;
		const found = selectInvoices(world, parameters).filter(
			(invoice) => status === undefined || statusOf(invoice) === status,
		);
		const rows = inOrder(found, order, world.settings.listOrder, asListed);
		// Of a long list read page by page, only the rows of the page are worked out.
		return typeof rows === 'string' ? refuse(400, rows) : list(rows, { show: asListed });
	},

	getInvoiceStatus(world, { parameters, names }) {
		if (parameters.invoiceNumber === undefined) {
			return refuse(400, `${names.parameter('invoiceNumber')} is required.`);
		}
		const invoice = invoicesOf(world).get(String(parameters.invoiceNumber));
		if (invoice === undefined) return noSuchInvoice(parameters);
		return record({
			invoiceNumber: invoice.number,
			status: statusOf(invoice),
			dueDate: invoice.submitted.dueDate,
			currency: invoice.submitted.currency,
			caseId: invoice.caseId,
			...amountsOf(invoice),
		});
	},

	/** Members given are merged in; an invoice in a terminal state stays as it is. */
	updateInvoice(world, { parameters, body, names }) {
		const number = String(parameters.invoiceNumber);
		const { invoiceNumber, ...members } = body;
		const named = String(invoiceNumber ?? number);
		if (named !== number) {
			const key = names.member('invoiceNumber');
			return refuse(400, `${key} in the body is ${named}, in the path ${number}.`);
		}
		const invoice = invoicesOf(world).get(number);
		if (invoice === undefined) return notFound(`Invoice ${number}`);
		if (isTerminal(invoice)) {
			return refuse(402, `Invoice ${number} is in a terminal state: ${statusOf(invoice)}.`);
		}
		invoice.submitted = { ...invoice.submitted, ...asKept(members) };
		return { ...uploaded(`Invoice ${number} was updated.`, 1, []), status: 200 };
	},
};
