import { addDays, nextSettlementDay } from './clock';
import { type Call, type Handlers, list, refuse } from './handler';
import { inOrder } from './lists';
import { fromCents, partAmounts, type Parts, sumOf, toCents } from './money';
import { store, type World } from './world';

/** A payment allocation as Cash-In lists it (page retrieve-allocated-payment-transactions). Amounts in currency units. */
export interface Allocation {
	allocationId?: string | number;
	caseId?: string | null;
	agency?: string | null;
	invoiceNumber?: string | number | null;
	paymentType?: { code?: string; description?: string } | null;
	dates?: { [name: string]: string | null | undefined } | null;
	amounts?: { [name: string]: number | null | undefined } | null;
	currency?: string | null;
	[member: string]: unknown;
}

/** The operation that lists them. */
export const ALLOCATED = 'listAllocatedPaymentTransactions';

const FIRST_ID = 100_001;

class AllocationStore {
	private records: Allocation[] = [];
	private sorted = true;
	private lastId = FIRST_ID - 1;

	/** Records that stand although they are not as the contract has them: their answers are not checked. */
	readonly exempt = new WeakSet<Allocation>();

	/** Of money that went to the creditor, past Cash-In: how it was paid. */
	readonly direct = new WeakMap<Allocation, { method?: string; reference?: string }>();

	/** The newest result of the list: one list read page by page is filtered and sorted once. */
	private newest: { key: string; rows: readonly Allocation[] } | undefined;

	/** The next free id; ids only grow. */
	nextId(): string {
		this.lastId += 1;
		return String(this.lastId);
	}

	add(added: readonly Allocation[]): void {
		for (const record of added) {
			this.lastId = Math.max(this.lastId, Number(record.allocationId) || 0);
			const last = this.records[this.records.length - 1];
			if (last !== undefined && inDefaultOrder(last, record) > 0) this.sorted = false;
			this.records.push(record);
		}
		this.newest = undefined;
	}

	/** Gives a record other members; it stays the same record. */
	replace(record: Allocation, members: Allocation): void {
		for (const member of Object.keys(record)) delete record[member];
		Object.assign(record, members);
		this.sorted = false;
		this.newest = undefined;
	}

	remove(record: Allocation): void {
		this.records = this.records.filter((each) => each !== record);
		this.newest = undefined;
	}

	find(id: string): Allocation | undefined {
		return this.records.find((record) => String(record.allocationId) === id);
	}

	/** By payment date, then by id, both ascending. */
	all(): readonly Allocation[] {
		if (!this.sorted) this.records.sort(inDefaultOrder);
		this.sorted = true;
		return this.records;
	}

	/** Those of a payment date on, found without looking at the others; without a date, all. */
	from(date: unknown): readonly Allocation[] {
		return typeof date === 'string' ? this.all().slice(firstFrom(this.all(), date)) : this.all();
	}

	/** The result under a key, worked out again only when a record has changed since. */
	remember(key: string, list: () => readonly Allocation[] | string) {
		if (this.newest?.key === key) return this.newest.rows;
		const rows = list();
		if (typeof rows !== 'string') this.newest = { key, rows };
		return rows;
	}
}

export const allocationsOf = store(() => new AllocationStore());

/** The allocations of one case. */
export function allocationsOfCase(world: World, caseId: string): Allocation[] {
	return allocationsOf(world)
		.all()
		.filter((record) => record.caseId === caseId);
}

/** Where the records of a payment date on begin, in the default order. */
function firstFrom(records: readonly Allocation[], date: string): number {
	let low = 0;
	let high = records.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (String(records[middle]?.dates?.paymentDate ?? '') < date) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The vendor's default order is not known; this one is ours, and it is total, so pages never overlap. */
function inDefaultOrder(a: Allocation, b: Allocation): number {
	const first = String(a.dates?.paymentDate ?? '');
	const second = String(b.dates?.paymentDate ?? '');
	if (first !== second) return first < second ? -1 : 1;
	// Ids of digits compare as numbers ("9" before "10"), others as text.
	const difference = Number(a.allocationId) - Number(b.allocationId);
	if (!Number.isNaN(difference)) return difference;
	return String(a.allocationId).localeCompare(String(b.allocationId));
}

/** The one payment type seen in Cash-In's documentation (page retrieve-allocated-payment-transactions). */
export const BANK_TRANSFER = { code: '8', description: 'Bank Transfer' };

/** The transaction of a payment; days are `YYYY-MM-DD`. */
export function newAllocation(payment: {
	id: string;
	caseId: string;
	invoiceNumber: string;
	paidOn: string;
	bookedOn: string;
	/** Default: the settlement day after the booking. */
	settledOn?: string;
	parts: Parts;
	/** Default: euro. */
	currency?: string;
	/** Default: a bank transfer. */
	type?: { code: string; description: string };
}): Allocation {
	const { paidOn, bookedOn, settledOn = nextSettlementDay(bookedOn), parts } = payment;
	return {
		allocationId: payment.id,
		caseId: payment.caseId,
		agency: 'CASH-IN',
		invoiceNumber: payment.invoiceNumber,
		paymentType: { ...(payment.type ?? BANK_TRANSFER) },
		dates: {
			paymentDate: paidOn,
			bookingDate: bookedOn,
			accountingDate: bookedOn,
			settlementDate: settledOn,
		},
		amounts: { paymentAmount: fromCents(sumOf(parts)), ...partAmounts(parts) },
		currency: payment.currency ?? 'EUR',
	};
}

/** The sum of some payments, in currency units. */
export function totalPaid(records: readonly Allocation[]): number {
	return fromCents(records.reduce((cents, record) => cents + sumOf(partsOf(record)), 0));
}

/**
 * The parts of a payment in cents, which make it up: what is neither interest nor costs is capital,
 * whatever a record inserted by hand says.
 */
export function partsOf({ amounts }: Allocation): Parts {
	const cents = (name: string) => toCents(amounts?.[name] ?? 0);
	const interest = cents('interestAmount');
	const costs = cents('creditorCostsAmount');
	const whole = amounts?.paymentAmount;
	if (whole === undefined || whole === null) {
		return { capital: cents('capitalAmount'), interest, costs };
	}
	return { capital: toCents(whole) - interest - costs, interest, costs };
}

type Filter = (record: Allocation, wanted: unknown) => boolean;

const FILTERS: { [name: string]: Filter } = {
	invoiceNumber: (record, wanted) => String(record.invoiceNumber) === String(wanted),
	caseId: (record, wanted) => String(record.caseId) === String(wanted),
	agency: (record, wanted) => record.agency === wanted,
	currency: (record, wanted) => record.currency === wanted,
	paymentDateFrom: (record, wanted) => isFrom(record.dates?.paymentDate, wanted),
	paymentDateTo: (record, wanted) => isUpTo(record.dates?.paymentDate, wanted),
	accountingDateFrom: (record, wanted) => isFrom(record.dates?.accountingDate, wanted),
	accountingDateTo: (record, wanted) => isUpTo(record.dates?.accountingDate, wanted),
	hasAllocatedBreakdown: (record, wanted) => hasBreakdown(record) === isYes(wanted),
};

const DATE_FILTERS = Object.keys(FILTERS).filter((name) => /Date/.test(name));

/** Documented: without any date the last 30 days. By which date, and up to when, is our reading. */
const DEFAULT_WINDOW_DAYS = 30;

/** Dates of `YYYY-MM-DD` compare as text; a record without the date is in no window. */
function isFrom(date: unknown, first: unknown): boolean {
	return typeof date === 'string' && date >= String(first);
}

function isUpTo(date: unknown, last: unknown): boolean {
	return typeof date === 'string' && date <= String(last);
}

/** Our reading of the parameter's name: whether the payment is split into capital, interest and costs. */
function hasBreakdown({ amounts }: Allocation): boolean {
	return ['capitalAmount', 'interestAmount', 'creditorCostsAmount'].some(
		(name) => typeof amounts?.[name] === 'number',
	);
}

/** A boolean may be a word. */
export function isYes(wanted: unknown): boolean {
	return /^(true|yes|y|1)$/i.test(String(wanted));
}

function matching(world: World, { parameters, order }: Call): readonly Allocation[] | string {
	const wanted = Object.fromEntries(Object.entries(parameters).filter(([name]) => name in FILTERS));
	if (!DATE_FILTERS.some((name) => name in wanted)) {
		wanted.paymentDateFrom = addDays(world.clock.today(), -DEFAULT_WINDOW_DAYS);
		wanted.paymentDateTo = world.clock.today();
	}
	const allocations = allocationsOf(world);
	const { listOrder } = world.settings;
	return allocations.remember(JSON.stringify([wanted, order, listOrder]), () => {
		const tests = Object.entries(wanted);
		const found = allocations
			.from(wanted.paymentDateFrom)
			.filter((record) => tests.every(([name, value]) => FILTERS[name]?.(record, value)));
		return inOrder(found, order, listOrder);
	});
}

export const allocationHandlers: Handlers = {
	listAllocatedPaymentTransactions(world, call) {
		const rows = matching(world, call);
		if (typeof rows === 'string') return refuse(400, rows);
		return list(rows, { isUnchecked: (record) => allocationsOf(world).exempt.has(record) });
	},
};
