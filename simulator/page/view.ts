import { type Allocation, allocationsOf, partsOf } from '../world/allocations';
import { daysBetween, finnishDate, nextSettlementDay } from '../world/clock';
import { type CaseBatchRow, collectionOf, findDebt } from '../world/debts';
import { deliveryOf, failedDeliveriesOf } from '../world/deliveries';
import type { StoredInvoice } from '../world/invoices';
import { currencyOf, invoicesOf, isTerminal, openCents, statusOf } from '../world/invoices';
import { sumOf } from '../world/money';
import { settlementsUpToToday } from '../world/settlements';
import type { World } from '../world/world';

/** Of a longer list only the newest are shown. */
const SHOWN = 50;

/** The newest rows of a list, newest first. */
export interface Rows<Row> {
	rows: Row[];
	/** How many there are, or how many fit what was looked for. */
	count: number;
	/** `newest 50 of 10000`; empty where all are shown. */
	note: string;
}

/**
 * The world as the page shows it: texts, and amounts with their cents.
 * @param find only what has this in its number or its name; case does not matter
 */
export function viewOf(world: World, find: string) {
	const wanted = find.trim().toLowerCase();
	const fits = (...texts: unknown[]) =>
		wanted === '' || texts.some((each) => textOf(each).toLowerCase().includes(wanted));
	const invoices = invoicesOf(world)
		.all()
		.map((invoice, index) => ({ invoice, id: String(index) }));
	const found = invoices.filter(({ invoice: { number, caseId, submitted } }) =>
		fits(number, submitted.buyerName, caseId),
	);
	const payments = allocationsOf(world)
		.all()
		.filter(({ allocationId, invoiceNumber, caseId }) => fits(allocationId, invoiceNumber, caseId));
	const settlements = settlementsUpToToday(world).filter(({ number }) => fits(number));
	const collection = collectionOf(world);
	// Looked up once: of many cases, each look-up would go through all of them.
	const handedOver = new Map(collection.cases.map(({ debt, debtor }) => [debt.number, debtor]));
	const cases = collection.batches
		.flatMap(({ createdAt, rows }) =>
			rows.map((row) => ({
				row,
				createdAt,
				debtor: textOf(
					handedOver.get(row.number)?.name ??
						invoicesOf(world).get(row.number)?.submitted.buyerName,
				),
			})),
		)
		.filter(({ row: { number, caseId }, debtor }) => fits(number, caseId, debtor));
	return {
		today: dayInWords(world.clock.today()),
		time: timeInHelsinki(world.clock.now()),
		find,
		isEmpty: invoices.length === 0 && allocationsOf(world).all().length === 0,
		invoices: newest(found, ({ invoice, id }) => invoiceRow(world, invoice, id)),
		open: openInWords(invoices.map(({ invoice }) => invoice)),
		payments: newest(payments, paymentRow),
		deliveries: newest(found, ({ invoice, id }) => deliveryRow(world, invoice, id)),
		failedDeliveries: failedCount(world, invoices),
		settlements: newest(settlements, (settlement) => ({
			...settlement,
			amount: amountOf(settlement.cents, settlement.currency),
			fetched: settlement.fetchedAt === undefined ? 'not yet' : finnishDate(settlement.fetchedAt),
		})),
		nextSettlement: nextSettlementDay(world.clock.today()),
		cases: newest(cases, (each) => caseRow(world, each)),
	};
}

export type View = ReturnType<typeof viewOf>;

function newest<Item, Row>(items: readonly Item[], show: (item: Item) => Row): Rows<Row> {
	const { length: count } = items;
	const rows = items.slice(-SHOWN).reverse().map(show);
	return { rows, count, note: count > SHOWN ? `newest ${SHOWN} of ${count}` : '' };
}

/** @param id of the row in the page: a number may be there twice */
function invoiceRow(world: World, invoice: StoredInvoice, id: string) {
	const { number, submitted } = invoice;
	const open = openCents(invoice);
	const currency = currencyOf(invoice);
	const due = textOf(submitted.dueDate).slice(0, 10);
	const days = due === '' ? NaN : daysBetween(due, world.clock.today());
	return {
		id,
		number,
		buyer: textOf(submitted.buyerName),
		due,
		late: open > 0 && days > 0 ? `${days} ${days === 1 ? 'day' : 'days'} late` : '',
		total: amountOf(invoice.totalCents, currency),
		open: amountOf(open, currency),
		currency,
		half: centsInWords(halfOf(open)),
		status: inWords(statusOf(invoice)),
		// A payment reaches the newest of those with the number.
		isPayable: open > 0 && findDebt(world, number) === invoice,
	};
}

/** At least a cent, and what is left is never more than what is paid. */
export function halfOf(cents: number): number {
	return Math.ceil(cents / 2);
}

function paymentRow(payment: Allocation) {
	const { dates, paymentType } = payment;
	const cents = sumOf(partsOf(payment));
	return {
		number: textOf(payment.allocationId),
		invoice: textOf(payment.invoiceNumber),
		paidOn: textOf(dates?.paymentDate),
		bookedOn: textOf(dates?.bookingDate),
		settledOn: textOf(dates?.settlementDate),
		type: textOf(paymentType?.description ?? paymentType?.code),
		amount: amountOf(cents, textOf(payment.currency)),
	};
}

function deliveryRow(world: World, invoice: StoredInvoice, id: string) {
	const { deliveryStatus, deliveryDate, deliveryType, errorDescription } = deliveryOf(
		world,
		invoice,
	);
	return {
		id,
		number: invoice.number,
		buyer: textOf(invoice.submitted.buyerName),
		way: textOf(deliveryType),
		arrived: typeof deliveryDate === 'string' ? finnishDate(deliveryDate) : '',
		status: textOf(deliveryStatus),
		reason: textOf(errorDescription),
		hasFailed: errorDescription !== undefined,
	};
}

function failedCount(world: World, invoices: ReadonlyArray<{ invoice: StoredInvoice }>): number {
	const failures = failedDeliveriesOf(world);
	if (failures.size === 0) return 0;
	return invoices.filter(({ invoice: { number } }) => failures.has(number)).length;
}

const BATCH_WORDS = { Pending: 'Waiting', Created: 'In collection', Failed: 'Not taken' };

function caseRow(
	world: World,
	{ row, createdAt, debtor }: { row: CaseBatchRow; createdAt: string; debtor: string },
) {
	const debt = row.status === 'Created' ? findDebt(world, row.number) : undefined;
	const isClosed = debt !== undefined && isTerminal(debt);
	return {
		number: row.caseId ?? '',
		invoice: row.number,
		debtor,
		handedOver: finnishDate(createdAt),
		status: isClosed ? inWords(statusOf(debt)) : BATCH_WORDS[row.status],
		reason: row.error ?? '',
		open: debt === undefined ? '' : amountOf(openCents(debt), currencyOf(debt)),
	};
}

/** What is open, `125.50 EUR`; with several currencies, one after the other. */
function openInWords(invoices: readonly StoredInvoice[]): string {
	const sums = new Map<string, number>();
	for (const invoice of invoices) {
		const currency = currencyOf(invoice);
		sums.set(currency, (sums.get(currency) ?? 0) + openCents(invoice));
	}
	return [...sums].map(([currency, cents]) => amountOf(cents, currency)).join(', ');
}

/** `125.50 EUR`, from whole cents. */
export function amountOf(cents: number, currency: string): string {
	return `${centsInWords(cents)} ${currency}`.trim();
}

function centsInWords(cents: number): string {
	// What was inserted against the contract may be anything.
	if (!Number.isSafeInteger(cents)) return String(cents / 100);
	const digits = String(Math.abs(cents)).padStart(3, '0');
	return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `PartlyPaid` as people write it. */
function inWords(status: string): string {
	const words = status.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
	return words.charAt(0).toUpperCase() + words.slice(1);
}

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });

/** `Friday, 2026-03-20` */
export function dayInWords(date: string): string {
	return `${weekday.format(new Date(`${date}T00:00:00Z`))}, ${date}`;
}

const clockTime = new Intl.DateTimeFormat('en-GB', {
	hour: '2-digit',
	minute: '2-digit',
	timeZone: 'Europe/Helsinki',
});

function timeInHelsinki(moment: Date): string {
	return clockTime.format(moment);
}

/** Anything of a record as text; what is none, is empty. */
function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
