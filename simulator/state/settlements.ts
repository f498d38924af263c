import type { Allocation } from './allocations';
import { toCents } from './money';
import type { World } from './world';

/** Allocations of one currency that are settled on one day. */
export interface SettlementGroup {
	/** The day and a running number, `202603200001`. */
	number: string;
	date: string;
	currency: string;
	cents: number;
	allocations: Allocation[];
}

/** What the simulator remembers of settlements: their numbers, and when each was first read. */
export interface SettlementStore {
	numberOf(date: string, currency: string): string;
	fetchedAt(number: string): string | undefined;
	markFetched(number: string, at: string): void;
	clear(): void;
}

export function createSettlementStore(): SettlementStore {
	const numbers = new Map<string, string>();
	const fetched = new Map<string, string>();
	return {
		// Kept, so that a currency that turns up later does not move the numbers of the others.
		numberOf: (date, currency) => {
			const key = `${date} ${currency}`;
			const ofDay = [...numbers.keys()].filter((each) => each.startsWith(`${date} `)).length;
			const day = date.replace(/-/g, '');
			const number = numbers.get(key) ?? `${day}${String(ofDay + 1).padStart(4, '0')}`;
			numbers.set(key, number);
			return number;
		},
		fetchedAt: (number) => fetched.get(number),
		markFetched: (number, at) => {
			if (!fetched.has(number)) fetched.set(number, at);
		},
		clear: () => {
			numbers.clear();
			fetched.clear();
		},
	};
}

/**
 * The settlements of the past weeks, oldest first: what Cash-In received, or what the creditor received
 * directly. An allocation is in exactly one of them, once its settlement day has come.
 */
export function settlementsOf(world: World, kind: 'received' | 'direct'): SettlementGroup[] {
	const store = kind === 'direct' ? world.directSettlements : world.settlements;
	const today = world.clock.today();
	const groups = new Map<string, SettlementGroup>();
	for (const record of world.allocations.all()) {
		const date = record.Dates?.SettlementDate;
		if (typeof date !== 'string' || date > today) continue;
		if ((world.directPayments.of(record) !== undefined) !== (kind === 'direct')) continue;
		const currency = record.Currency ?? 'EUR';
		const number = store.numberOf(date, currency);
		const group = groups.get(number) ?? { number, date, currency, cents: 0, allocations: [] };
		group.allocations.push(record);
		group.cents += partsOf(record).total;
		groups.set(number, group);
	}
	return [...groups.values()].sort((a, b) => (a.number < b.number ? -1 : 1));
}

/**
 * A payment in cents, and its parts, which make it up: what is neither interest nor costs is capital,
 * whatever a record inserted by hand says.
 */
export function partsOf(record: Allocation): {
	total: number;
	capital: number;
	interest: number;
	costs: number;
} {
	const cents = (name: string) => toCents(record.Amounts?.[name] ?? 0);
	const interest = cents('InterestAmount');
	const costs = cents('CreditorCostsAmount');
	const whole = record.Amounts?.PaymentAmount;
	const total = whole === undefined || whole === null ? undefined : toCents(whole);
	const capital = total === undefined ? cents('CapitalAmount') : total - interest - costs;
	return { total: capital + interest + costs, capital, interest, costs };
}
