import type { Allocation } from '../state/allocations';
import { findDebt } from '../state/collection';
import { fromCents } from '../state/money';
import { partsOf } from '../state/settlements';
import type { World } from '../state/world';
import { within } from './filters';
import type { Answer, Call, Handler } from './handler';

/** What Cash-In received, before it is settled; by operationId. */
export const RECEIVED_PAYMENT_HANDLERS: { [operationId: string]: Handler } = {
	listReceivedPayments,
};

const ACCOUNT_NAME = 'Example collection account';

/** One entry for each day of payment, day of booking and currency; by the day of payment. */
function listReceivedPayments(world: World, { query }: Call): Answer {
	const groups = new Map<string, { first: Allocation; rows: Allocation[]; cents: number }>();
	for (const record of world.allocations.all()) {
		if (world.directPayments.of(record) !== undefined) continue;
		const number = query.invoiceNumber;
		if (number !== undefined && String(record.InvoiceNumber) !== number) continue;
		if (!within(record.Dates?.PaymentDate, query.fromDate, query.toDate)) continue;
		const { PaymentDate, BookingDate } = record.Dates ?? {};
		const key = JSON.stringify([PaymentDate, BookingDate, record.Currency]);
		const group = groups.get(key) ?? { first: record, rows: [], cents: 0 };
		group.rows.push(record);
		group.cents += partsOf(record).total;
		groups.set(key, group);
	}
	const payments = [...groups.values()].map(({ first, rows, cents }) => ({
		...daysOf(first),
		TotalAmount: fromCents(cents),
		Currency: first.Currency ?? null,
		AccountName: ACCOUNT_NAME,
		ReceivedPaymentRows: rows.map((record) => rowOf(world, record)),
	}));
	return { status: 200, body: { ReceivedPayments: payments } };
}

function rowOf(world: World, record: Allocation) {
	const reference = findDebt(world, String(record.InvoiceNumber))?.submitted.Reference ?? null;
	return {
		CaseId: record.CaseId ?? null,
		InvoiceNumber: record.InvoiceNumber ?? null,
		InvoicePaymentReference: reference,
		OriginalPaymentReference: reference,
		AccountName: ACCOUNT_NAME,
		...daysOf(record),
		Amount: fromCents(partsOf(record).total),
		Currency: record.Currency ?? null,
	};
}

function daysOf({ Dates }: Allocation) {
	return { PaymentDate: Dates?.PaymentDate ?? null, BookingDate: Dates?.BookingDate ?? null };
}
