import { CashInError } from '../../../api/errors';
import type { ExecuteRun } from '../../../api/run';
import type { Outcome } from '../operation';
import { batchesOf, type Group } from './batches';
import type { BulkEntry, BulkKind } from './kind';
import { notSent } from './outcomes';
import type { Progress } from './progress';
import { runInOrder } from './runInOrder';
import { isCancelled, sendBatch, stoppedBy } from './sendBatch';
import type { SentBefore } from './sentBefore';

/** Answers that would be the same for every further request. */
const HOPELESS = new Set([401, 403, 404, 405]);

/** The state of one upload. */
export interface UploadState {
	run: ExecuteRun;
	kind: BulkKind;
	/** Whether what follows a failure stays unsent. */
	stopAtFailure: boolean;
	outcomes: Map<BulkEntry, Outcome>;
	progress: Progress;
	before: SentBefore;
	/** How many requests were planned. */
	requests: number;
	/** In a clause, why nothing further is sent; with it, nothing is. */
	stopped?: string;
}

/** Sends a group. Where Cash-In turns its account away, what is left of it is not sent; other groups are. */
export async function sendGroup(
	state: UploadState,
	{ settings, entries }: Group<BulkEntry>,
): Promise<void> {
	const { run, kind, stopAtFailure, outcomes, progress, before } = state;
	if (state.stopped !== undefined || isCancelled(run)) return;
	let hopeless: string | undefined;
	const batches = batchesOf(entries, settings.batchSize);
	state.requests += batches.length;
	await runInOrder(
		batches,
		settings.concurrent,
		() => state.stopped === undefined && hopeless === undefined && !isCancelled(run),
		async (batch) => {
			const sending = { run, kind, settings, stopAtFailure, secondTry: false };
			const results = await sendBatch(sending, batch);
			batch.forEach((entry, index) => {
				const outcome = results[index];
				if (outcome === undefined) return;
				outcomes.set(entry, outcome);
				before.remember(entry, outcome);
				// What the output shows of it was copied; n8n still has the item.
				entry.body = {};
			});
			progress.add(results);
			if (stopAtFailure && results.some((result) => 'failure' in result)) {
				state.stopped ??= stoppedBy(kind);
			}
			hopeless ??= turnedAway(results);
		},
	);
	if (hopeless === undefined || state.stopped !== undefined) return;
	for (const entry of entries) {
		if (!outcomes.has(entry)) outcomes.set(entry, notSent(run, kind, entry, hopeless));
	}
}

/** In a clause, why Cash-In would answer any further request alike; nothing where it may take one. */
function turnedAway(results: readonly Outcome[]): string | undefined {
	for (const result of results) {
		if (!('failure' in result)) continue;
		const { error } = result.failure;
		if (error instanceof CashInError && isHopeless(error)) return error.summary;
	}
	return undefined;
}

function isHopeless({ status, fault }: CashInError): boolean {
	if (status !== undefined) return HOPELESS.has(status) || fault.kind === 'redirect';
	return fault.kind === 'notAnApi';
}
