import type { IExecuteFunctions } from 'n8n-workflow';

import { CashInError } from '../../../api/errors';
import type { Outcome } from '../operation';
import { batchesOf, splitRepeated } from './batches';
import type { BulkEntry, BulkKind, SendSettings } from './kind';
import { knownOutcomes } from './knownOutcomes';
import { notSent, repeats } from './outcomes';
import { createProgress } from './progress';
import { runInOrder } from './runInOrder';
import { sentBefore } from './sentBefore';
import { CANCELLED, isCancelled, sendBatch, stoppedBy } from './sendBatch';

/** Answers that would be the same for every further request. */
const HOPELESS = new Set([401, 403, 404, 405]);

/**
 * Sends things in requests of many, begun in order, and tells for each what became of it.
 * A request refused for what is in it took nothing: where the kind allows, it is halved until the bad ones stand
 * alone, so that a good one never fails for its neighbour. A request whose answer never came is not sent again
 * before its keys have been looked up in Cash-In. What Cash-In has already is not sent, where that is asked for.
 */
export async function sendMany(
	context: IExecuteFunctions,
	kind: BulkKind,
	entries: BulkEntry[],
	settings: SendSettings,
): Promise<Outcome[]> {
	const outcomes = new Map<BulkEntry, Outcome>();
	const before = sentBefore(context, kind.endpoint);
	const { unique, repeated } = kind.unique
		? splitRepeated(entries)
		: { unique: entries, repeated: new Map<BulkEntry, BulkEntry>() };
	for (const [entry, first] of repeated) {
		outcomes.set(entry, repeats(context, kind, entry, first.item));
	}
	for (const [entry, outcome] of await knownOutcomes(context, kind, unique, settings)) {
		outcomes.set(entry, outcome);
	}
	let stopped = settings.stopAtFailure ? failureBefore(outcomes.values()) : undefined;
	const batches = batchesOf(
		unique.filter((entry) => !outcomes.has(entry)),
		settings.batchSize,
	);
	const progress = createProgress(context, kind, entries.length);
	progress.add([...outcomes.values()]);
	await runInOrder(
		batches,
		settings.concurrent,
		() => stopped === undefined && !isCancelled(context),
		async (batch) => {
			const results = await sendBatch({ context, kind, settings, secondTry: false }, batch);
			batch.forEach((entry, index) => {
				const outcome = results[index];
				if (outcome === undefined) return;
				outcomes.set(entry, outcome);
				if ('json' in outcome) before.remember(entry);
				// What the output shows of it was copied; n8n still has the item.
				entry.body = {};
			});
			progress.add(results);
			stopped ??= reasonToStop(kind, results, settings);
		},
	);
	const account = isCancelled(context) ? progress.cancelled(entries, outcomes) : '';
	progress.end(batches.length);
	const why = stopped ?? CANCELLED;
	return entries.map((entry) => outcomes.get(entry) ?? notSent(context, kind, entry, why, account));
}

/** n8n shows the first failed item, which may be one that only was not sent: so it says what really failed. */
function failureBefore(outcomes: Iterable<Outcome>): string | undefined {
	for (const outcome of outcomes) {
		if ('failure' in outcome) {
			return `item ${outcome.item} failed before anything was sent: ${outcome.failure.error.message}`;
		}
	}
	return undefined;
}

function reasonToStop(
	kind: BulkKind,
	results: Outcome[],
	{ stopAtFailure }: SendSettings,
): string | undefined {
	for (const result of results) {
		if (!('failure' in result)) continue;
		const { error } = result.failure;
		if (stopAtFailure) return stoppedBy(kind);
		if (error instanceof CashInError && isHopeless(error)) return error.summary;
	}
	return undefined;
}

function isHopeless({ status, fault }: CashInError): boolean {
	if (status !== undefined) return HOPELESS.has(status) || fault.kind === 'redirect';
	return fault.kind === 'notAnApi';
}
