import { finnishDate } from './clock';
import { endInvoice } from './creditLosses';
import type { Answer, Call, Failure, Handler, Handlers, JsonObject, Refusal } from './handler';
import { isMissing, list, refuse, uploaded } from './handler';
import { invoicesOf, isTerminal } from './invoices';
import { Untold } from '../wire';
import { within } from './lists';
import { store, type World } from './world';

/** An upload of invoices under a name of its own. */
interface InvoiceBatch {
	batchId: string;
	/** ISO date-time. */
	createdAt: string;
	lines: Line[];
}

interface Line {
	/** As it was sent. */
	invoiceNumber: unknown;
	status: 'Accepted' | 'Failed';
	statusDescription: string;
}

export const invoiceBatchesOf = store((): InvoiceBatch[] => []);

/** Takes what can be taken: an invoice that is not does not hold up its neighbours. */
function takeInvoices(world: World, { refusal, items }: Call): Line[] {
	return items.map((invoice) => {
		const { invoiceNumber } = invoice;
		const reason = rejectionOf(world, String(invoiceNumber), refusal);
		if (reason !== undefined) return { invoiceNumber, status: 'Failed', statusDescription: reason };
		credit(world, invoice);
		invoicesOf(world).add(invoice);
		return { invoiceNumber, status: 'Accepted', statusDescription: 'OK' };
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
	const named = note.creditedInvoiceInformation;
	if (isMissing(named) || !(Number(note.totalAmount) < 0)) return;
	const credited = invoicesOf(world).get(String(named));
	if (credited === undefined || isTerminal(credited)) return;
	endInvoice(world, { invoiceNumber: String(named), status: 'Credited' });
}

/** The answer to an upload of invoices; the misspelling is the vendor's (page create-an-invoice). */
function uploadAnswer({ refusal }: Call, lines: readonly Line[], fields: JsonObject = {}): Answer {
	const failures = lines.flatMap(({ invoiceNumber, status, statusDescription }): Failure[] =>
		status === 'Failed'
			? [{ field: 'invoiceNumber', key: invoiceNumber, reason: statusDescription }]
			: [],
	);
	const taken = lines.length - failures.length;
	const message = `Successfull upload of sales invoices (${taken}).`;
	const answer = uploaded(message, taken, failures, fields);
	// Of the shapes that a fault asks for, the contract does not have all.
	const counts = { taken, failures, isQuiet: false, shape: refusal?.shape };
	return { ...answer, counts, unchecked: refusal !== undefined };
}

const createInvoices: Handler = (world, call) => uploadAnswer(call, takeInvoices(world, call));

export const invoiceUploadHandlers: Handlers = {
	createInvoice: createInvoices,

	createInvoiceWithSellerInfo: createInvoices,

	/** Without an id it gets one; an id that is there already gets the invoices added to it. */
	submitInvoiceBatch(world, call) {
		if (call.items.length === 0) return refuse(400, 'There is no invoice in the batch.');
		const named = call.body.batchId;
		const batches = invoiceBatchesOf(world);
		const batchId = String(isMissing(named) ? `BATCH-${batches.length + 1}` : named);
		const lines = takeInvoices(world, call);
		const known = batches.find((batch) => batch.batchId === batchId);
		if (known !== undefined) known.lines = [...known.lines, ...lines];
		else batches.push({ batchId, createdAt: world.clock.timestamp(), lines });
		return uploadAnswer(call, lines, { batchId });
	},

	listInvoiceBatches(world, { parameters }) {
		const { batchId: wanted, fromDate, toDate } = parameters;
		const found = invoiceBatchesOf(world).filter(
			({ batchId, createdAt }) =>
				(wanted === undefined || batchId === String(wanted)) &&
				within(finnishDate(createdAt), fromDate, toDate),
		);
		const rows = found.map(({ batchId, createdAt, lines }) => ({
			batchId,
			status: 'Processed',
			statusDescription: 'OK',
			createdDate: createdAt,
			invoicesCount: lines.length,
			lines: lines.map((line) => new Untold({ ...line })),
		}));
		return list(rows);
	},
};
