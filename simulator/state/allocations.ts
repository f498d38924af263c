/** A payment allocation as Cash-In lists it (page retrieve-allocated-payment-transactions). Amounts in currency units. */
export interface Allocation {
	AllocationId?: string | number;
	CaseId?: string | null;
	Agency?: string | null;
	InvoiceNumber?: string | number | null;
	PaymentType?: { Code?: string; Description?: string } | null;
	Dates?: { [name: string]: string | null | undefined } | null;
	Amounts?: { [name: string]: number | null | undefined } | null;
	Currency?: string | null;
	[member: string]: unknown;
}

export interface AllocationStore {
	/** The next free AllocationId; ids only grow. */
	nextId(): string;
	add(records: readonly Allocation[]): void;
	/** Gives a record other members; it stays the same record. */
	replace(record: Allocation, members: Allocation): void;
	find(id: string): Allocation | undefined;
	/** Lets a record stand although it is not as the contract has it: its answers are not checked. */
	exempt(record: Allocation): void;
	isExempt(record: Allocation): boolean;
	/** By PaymentDate, then by AllocationId, both ascending. */
	all(): readonly Allocation[];
	/** Those of a PaymentDate on, found without looking at the others; without a date, all. */
	from(date: unknown): readonly Allocation[];
	remove(record: Allocation): void;
	/** Grows with every change: what was computed from an older version is stale. */
	version(): number;
	clear(): void;
}

const FIRST_ID = 100_001;

export function createAllocationStore(): AllocationStore {
	let records: Allocation[] = [];
	let sorted = true;
	let version = 0;
	let lastId = FIRST_ID - 1;
	const exempted = new WeakSet<Allocation>();

	const all = () => {
		if (!sorted) records.sort(inDefaultOrder);
		sorted = true;
		return records;
	};

	return {
		nextId: () => String((lastId += 1)),
		add: (added) => {
			for (const record of added) {
				lastId = Math.max(lastId, Number(record.AllocationId) || 0);
				const last = records[records.length - 1];
				if (last !== undefined && inDefaultOrder(last, record) > 0) sorted = false;
				records.push(record);
			}
			version += 1;
		},
		replace: (record, members) => {
			for (const member of Object.keys(record)) delete record[member];
			Object.assign(record, members);
			sorted = false;
			version += 1;
		},
		find: (id) => records.find((record) => String(record.AllocationId) === id),
		exempt: (record) => exempted.add(record),
		isExempt: (record) => exempted.has(record),
		all,
		from: (date) => (typeof date === 'string' ? all().slice(firstFrom(all(), date)) : all()),
		remove: (record) => {
			records = records.filter((each) => each !== record);
			version += 1;
		},
		version: () => version,
		clear: () => {
			records = [];
			sorted = true;
			version += 1;
			lastId = FIRST_ID - 1;
		},
	};
}

/** Where the records of a PaymentDate on begin, in the default order. */
function firstFrom(records: readonly Allocation[], date: string): number {
	let low = 0;
	let high = records.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (String(records[middle]?.Dates?.PaymentDate ?? '') < date) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The vendor's default order is not known; this one is ours, and it is total, so pages never overlap. */
export function inDefaultOrder(a: Allocation, b: Allocation): number {
	const first = String(a.Dates?.PaymentDate ?? '');
	const second = String(b.Dates?.PaymentDate ?? '');
	if (first !== second) return first < second ? -1 : 1;
	return compareIds(a.AllocationId, b.AllocationId);
}

/** Ids of digits compare as numbers ("9" before "10"), others as text. */
export function compareIds(a: unknown, b: unknown): number {
	const difference = Number(a) - Number(b);
	if (!Number.isNaN(difference)) return difference;
	return String(a).localeCompare(String(b));
}
