import { type Allocation, allocationsOf, isYes, partsOf, totalPaid } from './allocations';
import { creditorsOf } from './creditors';
import { findDebt } from './debts';
import { type Answer, type Call, type Handlers, list, notFound, record } from './handler';
import { groupBy, within } from './lists';
import { partAmounts, sumOf } from './money';
import { store, type World } from './world';

/** Of money Cash-In received, or of money the creditor received directly. */
type Kind = 'received' | 'direct';

/** Allocations of one currency that are settled on one day. */
interface Settlement {
	/** The day and a running number, `202603200001`. */
	number: string;
	date: string;
	currency: string;
	allocations: Allocation[];
}

class SettlementStore {
	private readonly numbers = new Map<string, string>();

	/** When each was first read, an ISO date-time. */
	readonly fetchedAt = new Map<string, string>();

	/** Kept, so that a currency that turns up later does not move the numbers of the others. */
	numberOf(date: string, currency: string): string {
		const key = `${date} ${currency}`;
		const ofDay = [...this.numbers.keys()].filter((each) => each.startsWith(`${date} `)).length;
		const running = String(ofDay + 1).padStart(4, '0');
		const number = this.numbers.get(key) ?? date.replace(/-/g, '') + running;
		this.numbers.set(key, number);
		return number;
	}
}

const settlementsOf = store(() => ({
	received: new SettlementStore(),
	direct: new SettlementStore(),
}));

/**
 * The settlements of the past weeks, oldest first. An allocation is in exactly one of them, once its
 * settlement day has come.
 */
function published(world: World, kind: Kind): Settlement[] {
	const today = world.clock.today();
	const allocations = allocationsOf(world);
	const settled = allocations.all().flatMap((record) => {
		const date = record.dates?.settlementDate;
		if (typeof date !== 'string' || date > today) return [];
		if (allocations.direct.has(record) !== (kind === 'direct')) return [];
		return [{ record, date, currency: record.currency ?? 'EUR' }];
	});
	const groups = groupBy(settled, ({ date, currency }) => `${date} ${currency}`);
	const settlements = groups.map((group) => {
		const { date, currency } = group[0];
		const number = settlementsOf(world)[kind].numberOf(date, currency);
		return { number, date, currency, allocations: group.map(({ record }) => record) };
	});
	return settlements.sort((a, b) => (a.number < b.number ? -1 : 1));
}

/**
 * Those of both kinds, oldest first, for people to look at: that does not mark them as fetched.
 * @returns amounts in cents
 */
export function settlementsUpToToday(world: World) {
	const kinds: Kind[] = ['received', 'direct'];
	const all = kinds.flatMap((kind) =>
		published(world, kind).map(({ number, date, currency, allocations }) => ({
			number,
			date,
			currency,
			kind,
			cents: allocations.reduce((sum, record) => sum + sumOf(partsOf(record)), 0),
			payments: allocations.length,
			/** When it was first read through the API, an ISO date-time. */
			fetchedAt: settlementsOf(world)[kind].fetchedAt.get(number),
		})),
	);
	return all.sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}

/** Reading the list leaves a settlement unfetched; reading the settlement itself does not (our reading). */
function listSettled(world: World, { parameters }: Call, kind: Kind): Answer {
	const { fromDate, toDate, unfetchedOnly } = parameters;
	const { fetchedAt } = settlementsOf(world)[kind];
	const found = published(world, kind).filter(
		({ number, date }) =>
			within(date, fromDate, toDate) && !(isYes(unfetchedOnly) && fetchedAt.has(number)),
	);
	return list(found, { show: headOf });
}

/** Answers one settlement, and marks it as fetched. */
function get(
	world: World,
	{ parameters: { settlementNumber } }: Call,
	kind: Kind,
	show: (settlement: Settlement) => object,
): Answer {
	const found = published(world, kind).find(({ number }) => number === String(settlementNumber));
	if (found === undefined) return notFound(`Settlement ${String(settlementNumber)}`);
	const answer = record({ ...headOf(found), ...show(found) });
	const { fetchedAt } = settlementsOf(world)[kind];
	if (!fetchedAt.has(found.number)) fetchedAt.set(found.number, world.clock.timestamp());
	return answer;
}

function headOf({ number, date, currency, allocations }: Settlement) {
	return {
		settlementNumber: number,
		settlementDate: date,
		settlementAmount: totalPaid(allocations),
		currency,
		agency: 'CASH-IN',
	};
}

function rowOf(world: World, record: Allocation) {
	return {
		allocationId: record.allocationId ?? null,
		caseId: record.caseId ?? null,
		invoiceNumber: record.invoiceNumber ?? null,
		paymentReference: findDebt(world, record.invoiceNumber)?.submitted.reference ?? null,
		allocationDate: record.dates?.accountingDate ?? record.dates?.bookingDate ?? null,
		paymentDate: record.dates?.paymentDate ?? null,
		...(record.paymentType ? { paymentType: record.paymentType } : {}),
		allocatedTotalAmount: totalPaid([record]),
		...partAmounts(partsOf(record)),
		currency: record.currency ?? null,
	};
}

const ACCOUNT_NAME = 'Example collection account';

function daysOf({ dates }: Allocation) {
	return { paymentDate: dates?.paymentDate ?? null, bookingDate: dates?.bookingDate ?? null };
}

function receivedRow(world: World, record: Allocation) {
	const reference = findDebt(world, record.invoiceNumber)?.submitted.reference ?? null;
	return {
		caseId: record.caseId ?? null,
		invoiceNumber: record.invoiceNumber ?? null,
		invoicePaymentReference: reference,
		originalPaymentReference: reference,
		accountName: ACCOUNT_NAME,
		...daysOf(record),
		amount: totalPaid([record]),
		currency: record.currency ?? null,
	};
}

export const settlementHandlers: Handlers = {
	/**
	 * Payments Cash-In received, before they are settled: one entry for each day of payment, day of booking and
	 * currency; by the day of payment.
	 */
	listReceivedPayments(world, { parameters }) {
		const { invoiceNumber, fromDate, toDate } = parameters;
		const allocations = allocationsOf(world);
		const found = allocations
			.all()
			.filter(
				(record) =>
					!allocations.direct.has(record) &&
					(invoiceNumber === undefined || String(record.invoiceNumber) === String(invoiceNumber)) &&
					within(record.dates?.paymentDate, fromDate, toDate),
			);
		const groups = groupBy(found, ({ dates, currency }) =>
			JSON.stringify([dates?.paymentDate, dates?.bookingDate, currency]),
		);
		const payments = groups.map((records) => ({
			...daysOf(records[0]),
			totalAmount: totalPaid(records),
			currency: records[0].currency ?? null,
			accountName: ACCOUNT_NAME,
			receivedPaymentRows: records.map((record) => receivedRow(world, record)),
		}));
		return list(payments);
	},

	listSettlements: (world, call) => listSettled(world, call, 'received'),

	listDirectSettlements: (world, call) => listSettled(world, call, 'direct'),

	getSettlement: (world, call) =>
		get(world, call, 'received', ({ number, allocations }) => {
			const { data, details } = creditorsOf(world).own;
			return {
				remittanceReference: `809${number.slice(2)}`,
				beneficiary: {
					name: data.name ?? null,
					iban: details.iban ?? null,
					bic: details.bic ?? null,
				},
				// Of the reads before this one: the first shows null.
				apiFetchDate: settlementsOf(world).received.fetchedAt.get(number) ?? null,
				settlementRows: allocations.map((record) => rowOf(world, record)),
			};
		}),

	getDirectSettlement: (world, call) =>
		get(world, call, 'direct', ({ allocations }) => ({
			directSettlementRows: allocations.map((record) => {
				const row = rowOf(world, record);
				const how = allocationsOf(world).direct.get(record);
				const paymentReference = how?.reference ?? row.paymentReference;
				return { ...row, paymentReference, paymentMethod: how?.method ?? null };
			}),
		})),
};
