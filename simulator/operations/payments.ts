import type { Allocation } from '../state/allocations';
import { addDays } from '../state/dates';
import type { World } from '../state/world';
import type { Answer, Call, Handler } from './handler';
import { refuse } from './handler';
import { pageOf, pagingFault } from './pages';
import { inOrder } from './sorting';

/** Payments, by operationId. */
export const PAYMENT_HANDLERS: { [operationId: string]: Handler } = {
	listAllocatedPaymentTransactions,
};

/** Documented: without any date the last 30 days. By which date, and up to when, is our reading. */
const DEFAULT_WINDOW_DAYS = 30;

type Filter = (record: Allocation, wanted: unknown) => boolean;

const FILTERS: { [name: string]: Filter } = {
	invoiceNumber: (record, wanted) => String(record.InvoiceNumber) === String(wanted),
	caseId: (record, wanted) => String(record.CaseId) === String(wanted),
	agency: (record, wanted) => record.Agency === wanted,
	currency: (record, wanted) => record.Currency === wanted,
	paymentDateFrom: (record, wanted) => isFrom(record.Dates?.PaymentDate, wanted),
	paymentDateTo: (record, wanted) => isUpTo(record.Dates?.PaymentDate, wanted),
	accountingDateFrom: (record, wanted) => isFrom(record.Dates?.AccountingDate, wanted),
	accountingDateTo: (record, wanted) => isUpTo(record.Dates?.AccountingDate, wanted),
	hasAllocatedBreakdown: (record, wanted) => hasBreakdown(record) === wanted,
};

const DATE_FILTERS = Object.keys(FILTERS).filter((name) => name.includes('Date'));

function listAllocatedPaymentTransactions(world: World, call: Call): Answer {
	const fault = pagingFault(call.query);
	if (fault !== undefined) return refuse(400, fault);
	const rows = matching(world, call.query);
	if (typeof rows === 'string') return refuse(400, rows);
	const page = pageOf(world, rows, call.query);
	return {
		status: 200,
		body: page,
		unchecked: page.Data.some((record) => world.allocations.isExempt(record)),
	};
}

/** The newest result of each world: one list read page by page is filtered and sorted once. */
const newest = new WeakMap<World, { key: string; rows: readonly Allocation[] }>();

function matching(world: World, query: Call['query']): readonly Allocation[] | string {
	const wanted = Object.fromEntries(Object.entries(query).filter(([name]) => name in FILTERS));
	if (!DATE_FILTERS.some((name) => name in wanted)) {
		wanted.paymentDateFrom = addDays(world.clock.today(), -DEFAULT_WINDOW_DAYS);
		wanted.paymentDateTo = world.clock.today();
	}
	const { sortBy, sortOrder = world.settings.listOrder } = query;
	const key = JSON.stringify([world.allocations.version(), wanted, sortBy, sortOrder]);
	const known = newest.get(world);
	if (known?.key === key) return known.rows;

	const tests = Object.entries(wanted);
	const found = world.allocations
		.from(wanted.paymentDateFrom)
		.filter((record) => tests.every(([name, value]) => FILTERS[name]?.(record, value)));
	const rows = inOrder(found, { ...query, sortOrder });
	if (typeof rows !== 'string') newest.set(world, { key, rows });
	return rows;
}

type RecordDate = string | null | undefined;

/** Dates of `YYYY-MM-DD` compare as text; a record without the date is in no window. */
function isFrom(date: RecordDate, first: unknown): boolean {
	return typeof date === 'string' && date >= String(first);
}

function isUpTo(date: RecordDate, last: unknown): boolean {
	return typeof date === 'string' && date <= String(last);
}

/** Our reading of the parameter's name: whether the payment is split into capital, interest and costs. */
function hasBreakdown(record: Allocation): boolean {
	const amounts = record.Amounts ?? {};
	return ['CapitalAmount', 'InterestAmount', 'CreditorCostsAmount'].some(
		(name) => typeof amounts[name] === 'number',
	);
}
