import type { JsonObject } from '../state/invoices';
import { takeInvoices } from '../state/takeInvoices';
import type { World } from '../state/world';
import { finnishDate } from '../state/dates';
import { within } from './filters';
import type { Answer, Call, Handler } from './handler';
import { refuse } from './handler';
import { uploadedInvoices } from './invoices';

/** Uploads of invoices under a batch's id, by operationId. */
export const BATCH_HANDLERS: { [operationId: string]: Handler } = {
	submitInvoiceBatch,
	listInvoiceBatches,
};

/** Without a BatchId it gets one; a BatchId that is there already gets the invoices added to it. */
function submitInvoiceBatch(world: World, call: Call): Answer {
	const { Invoices, BatchId } = call.body as { Invoices?: JsonObject[] | null; BatchId?: unknown };
	if (!Invoices?.length) return refuse(400, 'There is no invoice in the batch.');
	const batches = world.journal.invoiceBatches;
	const none = BatchId === undefined || BatchId === null || BatchId === '';
	const batchId = none ? `BATCH-${batches.length + 1}` : String(BatchId);
	const taking = takeInvoices(world, Invoices, call.refusal?.invoiceNumbers);
	const known = batches.find((batch) => batch.batchId === batchId);
	const batch = known ?? { batchId, createdAt: world.clock.now().toISOString(), lines: [] };
	if (known === undefined) batches.push(batch);
	Invoices.forEach(({ InvoiceNumber }, index) => {
		const fault = taking.faults[index];
		const Status = fault === undefined ? 'Accepted' : 'Failed';
		batch.lines.push({ InvoiceNumber, Status, StatusDescription: fault ?? 'OK' });
	});
	return {
		status: 202,
		body: { BatchId: batchId, ...uploadedInvoices(taking, call) },
		unchecked: call.refusal !== undefined,
	};
}

function listInvoiceBatches(world: World, { query }: Call): Answer {
	const found = world.journal.invoiceBatches.filter(
		({ batchId, createdAt }) =>
			(query.batchId === undefined || batchId === query.batchId) &&
			within(finnishDate(new Date(createdAt)), query.fromDate, query.toDate),
	);
	const body = found.map(({ batchId, createdAt, lines }) => ({
		BatchId: batchId,
		Status: 'Processed',
		StatusDescription: 'OK',
		CreatedDate: createdAt,
		InvoicesCount: lines.length,
		Lines: lines,
	}));
	return { status: 200, body };
}
