import { findDebt } from '../state/collection';
import { fromCents } from '../state/money';
import type { SettlementGroup } from '../state/settlements';
import { partsOf, settlementsOf } from '../state/settlements';
import type { World } from '../state/world';
import { within } from './filters';
import type { Answer, Call, Handler } from './handler';
import { refuse } from './handler';

/** Settlements, by operationId. */
export const SETTLEMENT_HANDLERS: { [operationId: string]: Handler } = {
	listSettlements: (world, call) => list(world, call, 'received', 'Settlements'),
	getSettlement,
	listDirectSettlements: (world, call) => list(world, call, 'direct', 'DirectSettlements'),
	getDirectSettlement,
};

type Kind = Parameters<typeof settlementsOf>[1];

/** Reading the list leaves a settlement unfetched; reading the settlement itself does not (our reading). */
function list(world: World, { query }: Call, kind: Kind, member: string): Answer {
	const store = storeOf(world, kind);
	const found = settlementsOf(world, kind).filter(
		({ number, date }) =>
			within(date, query.fromDate, query.toDate) &&
			!(query.unfetchedOnly === true && store.fetchedAt(number) !== undefined),
	);
	return { status: 200, body: { [member]: found.map(headOf) } };
}

function getSettlement(world: World, call: Call): Answer {
	const found = find(world, call, 'received');
	if (found === undefined) return noSuchSettlement(call);
	const { data, details } = world.creditors.own();
	const body = {
		...headOf(found),
		RemittanceReference: `809${found.number.slice(2)}`,
		Beneficiary: {
			Name: data.Name ?? null,
			Iban: details.Iban ?? null,
			Bic: details.Bic ?? null,
		},
		// Of the reads before this one: the first shows null.
		ApiFetchDate: world.settlements.fetchedAt(found.number) ?? null,
		SettlementRows: rowsOf(world, found),
	};
	world.settlements.markFetched(found.number, world.clock.now().toISOString());
	return { status: 200, body };
}

function getDirectSettlement(world: World, call: Call): Answer {
	const found = find(world, call, 'direct');
	if (found === undefined) return noSuchSettlement(call);
	const rows = rowsOf(world, found).map((row, index) => {
		const record = found.allocations[index];
		const how = record === undefined ? undefined : world.directPayments.of(record);
		return {
			...row,
			PaymentReference: how?.reference ?? row.PaymentReference,
			PaymentMethod: how?.method ?? null,
		};
	});
	world.directSettlements.markFetched(found.number, world.clock.now().toISOString());
	return { status: 200, body: { ...headOf(found), DirectSettlementRows: rows } };
}

function find(world: World, call: Call, kind: Kind): SettlementGroup | undefined {
	return settlementsOf(world, kind).find(({ number }) => number === call.path.settlementNumber);
}

function storeOf(world: World, kind: Kind) {
	return kind === 'direct' ? world.directSettlements : world.settlements;
}

function noSuchSettlement(call: Call): Answer {
	return refuse(404, `Settlement ${String(call.path.settlementNumber)} was not found.`);
}

function headOf({ number, date, cents, currency }: SettlementGroup) {
	return {
		SettlementNumber: number,
		SettlementDate: date,
		SettlementAmount: fromCents(cents),
		Currency: currency,
		Agency: 'CASH-IN',
	};
}

function rowsOf(world: World, { allocations }: SettlementGroup) {
	return allocations.map((record) => {
		const { total, capital, interest, costs } = partsOf(record);
		const debt = findDebt(world, String(record.InvoiceNumber));
		return {
			AllocationId: record.AllocationId ?? null,
			CaseId: record.CaseId ?? null,
			InvoiceNumber: record.InvoiceNumber ?? null,
			PaymentReference: debt?.submitted.Reference ?? null,
			AllocationDate: record.Dates?.AccountingDate ?? record.Dates?.BookingDate ?? null,
			PaymentDate: record.Dates?.PaymentDate ?? null,
			...(record.PaymentType ? { PaymentType: record.PaymentType } : {}),
			AllocatedTotalAmount: fromCents(total),
			CapitalAmount: fromCents(capital),
			InterestAmount: fromCents(interest),
			CreditorCostsAmount: fromCents(costs),
			Currency: record.Currency ?? null,
		};
	});
}
