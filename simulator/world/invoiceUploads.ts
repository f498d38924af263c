import { finnishDate } from './clock';
import { endInvoice } from './creditLosses';
import type { Answer, Call, FailedShape, Handler, Handlers, JsonObject, Refusal } from './handler';
import { isMissing, ok, refuse } from './handler';
import { invoicesOf, isTerminal } from './invoices';
import { within } from './lists';
import { store, type World } from './world';

/** An upload of invoices under a BatchId. */
interface InvoiceBatch {
	batchId: string;
	/** ISO date-time. */
	createdAt: string;
	lines: Line[];
}

interface Line {
	/** As it was sent. */
	InvoiceNumber: unknown;
	Status: 'Accepted' | 'Failed';
	StatusDescription: string;
}

export const invoiceBatchesOf = store((): InvoiceBatch[] => []);

/** Takes what can be taken: an invoice that is not does not hold up its neighbours. */
function takeInvoices(world: World, { refusal }: Call, invoices: readonly JsonObject[]): Line[] {
	return invoices.map((invoice) => {
		const { InvoiceNumber } = invoice;
		const reason = rejectionOf(world, String(InvoiceNumber), refusal);
		if (reason !== undefined) return { InvoiceNumber, Status: 'Failed', StatusDescription: reason };
		credit(world, invoice);
		invoicesOf(world).add(invoice);
		return { InvoiceNumber, Status: 'Accepted', StatusDescription: 'OK' };
	});
}

/** The reason why an invoice is not taken, or undefined. */
function rejectionOf(world: World, number: string, refusal: Refusal | undefined) {
	const exists = invoicesOf(world).get(number) !== undefined;
	if (exists && world.settings.duplicates === 'reject') return `Invoice ${number} already exists.`;
	if (refusal?.invoiceNumbers.has(number)) return `Invoice ${number} was not accepted.`;
	return undefined;
}

/** A credit note, an invoice below zero that names the one it credits, ends that one. */
function credit(world: World, note: JsonObject): void {
	const named = note.CreditedInvoiceInformation;
	if (typeof named !== 'string' || !(Number(note.TotalAmount) < 0)) return;
	const credited = invoicesOf(world).get(named);
	if (credited === undefined || isTerminal(credited)) return;
	endInvoice(world, { InvoiceNumber: named, Status: 'Credited' });
}

/**
 * The shapes of FailedInvoices. Its documented value is null; its elements are not documented, so the
 * simulator can answer in every shape a reader should understand.
 */
const SHAPES: { [shape in FailedShape]: (failed: JsonObject[]) => unknown[] | null } = {
	numbers: (failed) => failed.map((each) => Number(each.InvoiceNumber)),
	strings: (failed) => failed.map((each) => String(each.InvoiceNumber)),
	objects: (failed) => failed,
	objectsWithError: (failed) =>
		failed.map(({ InvoiceNumber, StatusDescription: ErrorMessage }) => ({
			InvoiceNumber,
			ErrorMessage,
		})),
	nested: (failed) =>
		failed.map(({ InvoiceNumber, StatusDescription: Message }) => ({
			Invoice: { InvoiceNumber },
			Errors: [{ Message }],
		})),
	countOnly: () => null,
};

/** The answer to an upload of invoices; the misspelling is the vendor's (page create-an-invoice). */
function uploadAnswer({ refusal }: Call, lines: readonly Line[], more: JsonObject = {}): Answer {
	const failed = lines.flatMap(({ InvoiceNumber, Status, StatusDescription }) =>
		Status === 'Failed' ? [{ InvoiceNumber, StatusDescription }] : [],
	);
	const taken = lines.length - failed.length;
	return {
		status: 202,
		body: {
			...more,
			StatusDescription: `Successfull upload of sales invoices (${taken}).`,
			UploadedInvoicesCount: taken,
			FailedInvoicesCount: failed.length,
			FailedInvoices: failed.length === 0 ? null : SHAPES[refusal?.shape ?? 'objects'](failed),
		},
		unchecked: refusal !== undefined,
	};
}

const createInvoices: Handler = (world, call) =>
	uploadAnswer(call, takeInvoices(world, call, call.body as JsonObject[]));

export const invoiceUploadHandlers: Handlers = {
	createInvoice: createInvoices,

	createInvoiceWithSellerInfo: createInvoices,

	/** Without a BatchId it gets one; a BatchId that is there already gets the invoices added to it. */
	submitInvoiceBatch(world, call) {
		const { Invoices, BatchId } = call.body as { Invoices?: JsonObject[]; BatchId?: unknown };
		if (!Invoices?.length) return refuse(400, 'There is no invoice in the batch.');
		const batches = invoiceBatchesOf(world);
		const batchId = String(isMissing(BatchId) ? `BATCH-${batches.length + 1}` : BatchId);
		const lines = takeInvoices(world, call, Invoices);
		const known = batches.find((batch) => batch.batchId === batchId);
		if (known !== undefined) known.lines = [...known.lines, ...lines];
		else batches.push({ batchId, createdAt: world.clock.timestamp(), lines });
		return uploadAnswer(call, lines, { BatchId: batchId });
	},

	listInvoiceBatches(world, { query }) {
		const found = invoiceBatchesOf(world).filter(
			({ batchId, createdAt }) =>
				(query.batchId === undefined || batchId === query.batchId) &&
				within(finnishDate(createdAt), query.fromDate, query.toDate),
		);
		const rows = found.map(({ batchId, createdAt, lines }) => ({
			BatchId: batchId,
			Status: 'Processed',
			StatusDescription: 'OK',
			CreatedDate: createdAt,
			InvoicesCount: lines.length,
			Lines: lines,
		}));
		return ok(rows);
	},
};
