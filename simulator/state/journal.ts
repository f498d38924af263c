import type { JsonObject } from './invoices';

/** What else was sent here or decided, and is only ever added to. */
export interface JournalStore {
	/** Uploads of invoices under a BatchId. */
	invoiceBatches: InvoiceBatch[];
	/** Text messages as they went out, with the report on each. */
	messages: Array<JsonObject & { report: JsonObject }>;
	/** Meter reading documents as they were sent. */
	documents: JsonObject[];
	creditLosses: CreditLoss[];
	clear(): void;
}

export interface InvoiceBatch {
	batchId: string;
	/** ISO date-time. */
	createdAt: string;
	lines: Array<{
		InvoiceNumber: unknown;
		Status: 'Accepted' | 'Failed';
		StatusDescription: string;
	}>;
}

/** A receivable given up. Amounts in cents. */
export interface CreditLoss {
	number: string;
	/** `YYYY-MM-DD`. */
	on: string;
	capital: number;
	interest: number;
	costs: number;
	reason: string;
}

export function createJournal(): JournalStore {
	const journal: JournalStore = {
		invoiceBatches: [],
		messages: [],
		documents: [],
		creditLosses: [],
		clear: () => {
			journal.invoiceBatches.length = 0;
			journal.messages.length = 0;
			journal.documents.length = 0;
			journal.creditLosses.length = 0;
		},
	};
	return journal;
}
