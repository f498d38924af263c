import { type Allocation, allocationsOf, partsOf, totalPaid } from './allocations';
import { creditorsOf } from './creditors';
import { findDebt } from './debts';
import { type Answer, type Call, type Handlers, notFound, ok } from './handler';
import { groupBy, within } from './lists';
import { partAmounts } from './money';
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
		const date = record.Dates?.SettlementDate;
		if (typeof date !== 'string' || date > today) return [];
		if (allocations.direct.has(record) !== (kind === 'direct')) return [];
		return [{ record, date, currency: record.Currency ?? 'EUR' }];
	});
	const groups = groupBy(settled, ({ date, currency }) => `${date} ${currency}`);
	const settlements = groups.map((group) => {
		const { date, currency } = group[0];
		const number = settlementsOf(world)[kind].numberOf(date, currency);
		return { number, date, currency, allocations: group.map(({ record }) => record) };
	});
	return settlements.sort((a, b) => (a.number < b.number ? -1 : 1));
}

/** Reading the list leaves a settlement unfetched; reading the settlement itself does not (our reading). */
function list(world: World, { query }: Call, kind: Kind, member: string): Answer {
	const { fetchedAt } = settlementsOf(world)[kind];
	const found = published(world, kind).filter(
		({ number, date }) =>
			within(date, query.fromDate, query.toDate) &&
			!(query.unfetchedOnly === true && fetchedAt.has(number)),
	);
	return ok({ [member]: found.map(headOf) });
}

/** Answers one settlement, and marks it as fetched. */
function get(
	world: World,
	{ path }: Call,
	kind: Kind,
	show: (settlement: Settlement) => object,
): Answer {
	const found = published(world, kind).find(({ number }) => number === path.settlementNumber);
	if (found === undefined) return notFound(`Settlement ${String(path.settlementNumber)}`);
	const answer = ok({ ...headOf(found), ...show(found) });
	const { fetchedAt } = settlementsOf(world)[kind];
	if (!fetchedAt.has(found.number)) fetchedAt.set(found.number, world.clock.timestamp());
	return answer;
}

function headOf({ number, date, currency, allocations }: Settlement) {
	return {
		SettlementNumber: number,
		SettlementDate: date,
		SettlementAmount: totalPaid(allocations),
		Currency: currency,
		Agency: 'CASH-IN',
	};
}

function rowOf(world: World, record: Allocation) {
	return {
		AllocationId: record.AllocationId ?? null,
		CaseId: record.CaseId ?? null,
		InvoiceNumber: record.InvoiceNumber ?? null,
		PaymentReference: findDebt(world, record.InvoiceNumber)?.submitted.Reference ?? null,
		AllocationDate: record.Dates?.AccountingDate ?? record.Dates?.BookingDate ?? null,
		PaymentDate: record.Dates?.PaymentDate ?? null,
		...(record.PaymentType ? { PaymentType: record.PaymentType } : {}),
		AllocatedTotalAmount: totalPaid([record]),
		...partAmounts(partsOf(record)),
		Currency: record.Currency ?? null,
	};
}

const ACCOUNT_NAME = 'Example collection account';

function daysOf({ Dates }: Allocation) {
	return { PaymentDate: Dates?.PaymentDate ?? null, BookingDate: Dates?.BookingDate ?? null };
}

function receivedRow(world: World, record: Allocation) {
	const reference = findDebt(world, record.InvoiceNumber)?.submitted.Reference ?? null;
	return {
		CaseId: record.CaseId ?? null,
		InvoiceNumber: record.InvoiceNumber ?? null,
		InvoicePaymentReference: reference,
		OriginalPaymentReference: reference,
		AccountName: ACCOUNT_NAME,
		...daysOf(record),
		Amount: totalPaid([record]),
		Currency: record.Currency ?? null,
	};
}

export const settlementHandlers: Handlers = {
	/**
	 * Payments Cash-In received, before they are settled: one entry for each day of payment, day of booking and
	 * currency; by the day of payment.
	 */
	listReceivedPayments(world, { query }) {
		const { invoiceNumber, fromDate, toDate } = query;
		const allocations = allocationsOf(world);
		const found = allocations
			.all()
			.filter(
				(record) =>
					!allocations.direct.has(record) &&
					(invoiceNumber === undefined || String(record.InvoiceNumber) === invoiceNumber) &&
					within(record.Dates?.PaymentDate, fromDate, toDate),
			);
		const groups = groupBy(found, ({ Dates, Currency }) =>
			JSON.stringify([Dates?.PaymentDate, Dates?.BookingDate, Currency]),
		);
		const payments = groups.map((records) => ({
			...daysOf(records[0]),
			TotalAmount: totalPaid(records),
			Currency: records[0].Currency ?? null,
			AccountName: ACCOUNT_NAME,
			ReceivedPaymentRows: records.map((record) => receivedRow(world, record)),
		}));
		return ok({ ReceivedPayments: payments });
	},

	listSettlements: (world, call) => list(world, call, 'received', 'Settlements'),

	listDirectSettlements: (world, call) => list(world, call, 'direct', 'DirectSettlements'),

	getSettlement: (world, call) =>
		get(world, call, 'received', ({ number, allocations }) => {
			const { data, details } = creditorsOf(world).own;
			return {
				RemittanceReference: `809${number.slice(2)}`,
				Beneficiary: {
					Name: data.Name ?? null,
					Iban: details.Iban ?? null,
					Bic: details.Bic ?? null,
				},
				// Of the reads before this one: the first shows null.
				ApiFetchDate: settlementsOf(world).received.fetchedAt.get(number) ?? null,
				SettlementRows: allocations.map((record) => rowOf(world, record)),
			};
		}),

	getDirectSettlement: (world, call) =>
		get(world, call, 'direct', ({ allocations }) => ({
			DirectSettlementRows: allocations.map((record) => {
				const row = rowOf(world, record);
				const how = allocationsOf(world).direct.get(record);
				const PaymentReference = how?.reference ?? row.PaymentReference;
				return { ...row, PaymentReference, PaymentMethod: how?.method ?? null };
			}),
		})),
};
