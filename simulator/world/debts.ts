import { given, type JsonObject } from './handler';
import { invoicesOf, type StoredInvoice } from './invoices';
import { store, type World } from './world';

/** A receivable in collection: what is owed, by whom, and since when. */
interface CollectionCase {
	/** An invoice sent through the API, or one known from the handing over alone. */
	debt: StoredInvoice;
	/** The contract's Debtor, as it was handed over. */
	debtor: JsonObject;
	/** ISO date-time. */
	createdAt: string;
}

/** One handing over; its rows become cases one by one. */
interface CaseBatch {
	batchId: string;
	/** ISO date-time. */
	createdAt: string;
	rows: CaseBatchRow[];
}

export interface CaseBatchRow {
	number: string;
	status: 'Pending' | 'Created' | 'Failed';
	caseId?: string;
	/** The reason when it failed. */
	error?: string;
}

const FIRST_CASE = 200_001;
const FIRST_BATCH = 3_001;

class CollectionStore {
	readonly cases: CollectionCase[] = [];
	readonly batches: CaseBatch[] = [];
	private readonly events = new Map<string, JsonObject[]>();
	private nextCase = FIRST_CASE;

	byInvoice(number: string): CollectionCase | undefined {
		return this.cases.find(({ debt }) => debt.number === number);
	}

	/** For a receivable whose invoice did not come through the API. */
	nextCaseId(): string {
		return `CASE-${this.nextCase++}`;
	}

	addBatch(rows: CaseBatchRow[], createdAt: string): CaseBatch {
		const batch = { batchId: String(FIRST_BATCH + this.batches.length), createdAt, rows };
		this.batches.push(batch);
		return batch;
	}

	/** Receivables that are not cases yet, with the moment they were handed over. */
	pending(): Array<{ number: string; createdAt: string }> {
		return this.batches.flatMap(({ rows, createdAt }) =>
			rows
				.filter(({ status }) => status === 'Pending')
				.map(({ number }) => ({ number, createdAt })),
		);
	}

	/**
	 * Notes what happened to a case; also to one of an invoice that is not in collection.
	 *
	 * @param at ISO date-time
	 */
	note(caseId: string, at: string, type: string, description: string): void {
		const event = { date: at, type, description };
		this.events.set(caseId, [...this.eventsOf(caseId), event]);
	}

	eventsOf(caseId: string): readonly JsonObject[] {
		return this.events.get(caseId) ?? [];
	}
}

export const collectionOf = store(() => new CollectionStore());

/** The invoice under a number, whichever way it came here. */
export function findDebt(world: World, number: unknown): StoredInvoice | undefined {
	const name = String(number);
	return invoicesOf(world).get(name) ?? collectionOf(world).byInvoice(name)?.debt;
}

/** All that is owed: invoices sent through the API, and receivables handed over without. */
export function allDebts(world: World): StoredInvoice[] {
	const handedOver = collectionOf(world).cases.map(({ debt }) => debt);
	return [...new Set([...invoicesOf(world).all(), ...handedOver])];
}

/** The buyer's fields in an invoice, by the debtor's. */
const BUYER: { [field: string]: string } = {
	customerCode: 'salesCustomerCode',
	name: 'buyerName',
	name2: 'salesName2',
	type: 'salesType',
	identifier: 'salesIdentifier',
	streetAddress: 'buyerStreetAddress',
	streetAddress2: 'salesStreetAddress2',
	postalCode: 'buyerPostalCode',
	city: 'buyerCity',
	country: 'buyerCountry',
	email: 'buyerEmail',
	phone: 'salesPhone',
	language: 'invoiceLanguage',
};

/** The contract's Debtor: as handed over for collection, or else the buyer of the invoice. */
export function debtorOf(world: World, { number, submitted }: StoredInvoice): JsonObject {
	const handedOver = collectionOf(world).byInvoice(number)?.debtor;
	if (handedOver !== undefined) return handedOver;
	const buyer = Object.entries(BUYER).map(([field, own]) => [field, submitted[own]]);
	return given(Object.fromEntries(buyer));
}
