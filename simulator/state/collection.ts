import type { JsonObject, StoredInvoice } from './invoices';
import type { World } from './world';

/** A receivable in collection: what is owed, by whom, and what has been done about it. */
export interface CollectionCase {
	caseId: string;
	/** An invoice sent through the API, or one known from the handing over alone. */
	debt: StoredInvoice;
	/** The contract's Debtor, as it was handed over. */
	debtor: JsonObject;
	/** ISO date-time. */
	createdAt: string;
}

/** One handing over; its rows become cases one by one. */
export interface CaseBatch {
	batchId: string;
	createdAt: string;
	rows: CaseBatchRow[];
}

export interface CaseBatchRow {
	number: string;
	status: 'Pending' | 'Created' | 'Failed';
	caseId?: string;
	error?: string;
	/** Kept for the read of receivables that are not cases yet. */
	receivable: JsonObject;
}

export interface CollectionStore {
	cases(): readonly CollectionCase[];
	byInvoice(number: string): CollectionCase | undefined;
	addCase(made: CollectionCase): void;
	/** For a receivable whose invoice did not come through the API. */
	nextCaseId(): string;
	batches(): readonly CaseBatch[];
	batch(batchId: string): CaseBatch | undefined;
	addBatch(rows: CaseBatchRow[], createdAt: string): CaseBatch;
	/** What happened to a case; also to one of an invoice that is not in collection. */
	note(caseId: string, event: CaseEvent): void;
	events(caseId: string): readonly CaseEvent[];
	clear(): void;
}

/** `Date` is an ISO date-time. */
export interface CaseEvent {
	Date: string;
	Type: string;
	Description: string;
}

const FIRST_CASE = 200_001;
const FIRST_BATCH = 3_001;

export function createCollectionStore(): CollectionStore {
	let cases: CollectionCase[] = [];
	let batches: CaseBatch[] = [];
	let events = new Map<string, CaseEvent[]>();
	let lastCase = FIRST_CASE - 1;
	return {
		cases: () => cases,
		byInvoice: (number) => cases.find(({ debt }) => debt.number === number),
		addCase: (made) => {
			cases.push(made);
		},
		nextCaseId: () => `CASE-${(lastCase += 1)}`,
		batches: () => batches,
		batch: (batchId) => batches.find((batch) => batch.batchId === batchId),
		addBatch: (rows, createdAt) => {
			const batch = { batchId: String(FIRST_BATCH + batches.length), createdAt, rows };
			batches.push(batch);
			return batch;
		},
		note: (caseId, event) => {
			events.set(caseId, [...(events.get(caseId) ?? []), event]);
		},
		events: (caseId) => events.get(caseId) ?? [],
		clear: () => {
			cases = [];
			batches = [];
			events = new Map();
			lastCase = FIRST_CASE - 1;
		},
	};
}

/** What is owed under an invoice's number, whichever way it came here. */
export function findDebt(world: World, number: string): StoredInvoice | undefined {
	return world.invoices.get(number) ?? world.collection.byInvoice(number)?.debt;
}

/** All that is owed: invoices sent through the API, and receivables handed over without. */
export function allDebts(world: World): StoredInvoice[] {
	const handedOver = world.collection.cases().map(({ debt }) => debt);
	return [...new Set([...world.invoices.all(), ...handedOver])];
}
