import type { IExecuteFunctions } from 'n8n-workflow';

import { CashInError } from '../../../api/errors';
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

/** What a run has come to so far. */
export interface Run {
	context: IExecuteFunctions;
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
export async function sendGroup(run: Run, { settings, entries }: Group<BulkEntry>): Promise<void> {
	const { context, kind, stopAtFailure, outcomes, progress, before } = run;
	if (run.stopped !== undefined || isCancelled(context)) return;
	let hopeless: string | undefined;
	const batches = batchesOf(entries, settings.batchSize);
	run.requests += batches.length;
	await runInOrder(
		batches,
		settings.concurrent,
		() => run.stopped === undefined && hopeless === undefined && !isCancelled(context),
		async (batch) => {
			const sending = { context, kind, settings, stopAtFailure, secondTry: false };
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
				run.stopped ??= stoppedBy(kind);
			}
			hopeless ??= turnedAway(results);
		},
	);
	if (hopeless === undefined || run.stopped !== undefined) return;
	for (const entry of entries) {
		if (!outcomes.has(entry)) outcomes.set(entry, notSent(context, kind, entry, hopeless));
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
