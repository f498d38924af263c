import { allDebts } from '../state/collection';
import { caseOf } from '../state/caseView';
import { handOver } from '../state/handOver';
import type { JsonObject } from '../state/invoices';
import type { World } from '../state/world';
import type { Answer, Call, Handler } from './handler';
import { refuse } from './handler';

/** Collection cases and the batches they come from, by operationId. */
export const CASE_HANDLERS: { [operationId: string]: Handler } = {
	createCollectionCases,
	getCaseBatchStatus,
	getCollectionCase,
};

function createCollectionCases(world: World, call: Call): Answer {
	const { Receivables } = call.body as { Receivables?: JsonObject[] | null };
	if (!Receivables?.length) return refuse(400, 'There is no receivable in the request.');
	const batch = handOver(world, Receivables);
	const failed = batch.rows.filter(({ status }) => status === 'Failed');
	return {
		status: 202,
		body: {
			StatusDescription: 'The receivables are being processed.',
			BatchId: batch.batchId,
			UploadedReceivablesCount: batch.rows.length - failed.length,
			FailedReceivablesCount: failed.length,
			FailedReceivables:
				failed.length === 0
					? null
					: failed.map(({ receivable, error }) => ({
							InvoiceNumber: receivable.InvoiceNumber ?? null,
							StatusDescription: error,
						})),
		},
	};
}

const DESCRIPTIONS = { Pending: 'Waiting', Created: 'OK', Failed: 'Not taken' } as const;

function getCaseBatchStatus(world: World, call: Call): Answer {
	const batch = world.collection.batch(String(call.path.batchId));
	if (batch === undefined) {
		return refuse(404, `Batch ${String(call.path.batchId)} was not found.`);
	}
	const count = (wanted: string) => batch.rows.filter(({ status }) => status === wanted).length;
	const [waiting, made] = [count('Pending'), count('Created')];
	return {
		status: 200,
		body: {
			BatchId: batch.batchId,
			Status: statusOfBatch(waiting, made),
			StatusDescription: `${batch.rows.length - waiting} of ${batch.rows.length} done`,
			CreatedDate: batch.createdAt,
			UploadedCount: waiting + made,
			FailedCount: count('Failed'),
			Data: batch.rows.map((row) => ({
				InvoiceNumber: row.number,
				CaseId: row.caseId ?? null,
				Status: row.status,
				StatusDescription: DESCRIPTIONS[row.status],
				ErrorMessage: row.error ?? null,
			})),
		},
	};
}

/** Our words. */
function statusOfBatch(waiting: number, made: number): string {
	if (waiting === 0) return 'Processed';
	return made === 0 ? 'Received' : 'Processing';
}

function getCollectionCase(world: World, { query }: Call): Answer {
	const { caseId, invoiceNumber } = query;
	if (caseId === undefined && invoiceNumber === undefined) {
		return refuse(400, 'caseId or invoiceNumber is required.');
	}
	const found = allDebts(world).filter(
		(debt) =>
			(caseId === undefined || debt.caseId === caseId) &&
			(invoiceNumber === undefined || debt.number === invoiceNumber),
	);
	if (found.length === 0) return refuse(404, 'The collection case was not found.');
	return { status: 200, body: { Cases: found.map((debt) => caseOf(world, debt)) } };
}
