import type { ExecuteRun } from '../../../api/run';
import type { Outcome } from '../operation';
import { groupsOf, splitRepeated } from './batches';
import type { BulkEntry, BulkKind } from './kind';
import { knownOutcomes } from './knownOutcomes';
import { notSent, repeats } from './outcomes';
import { createProgress } from './progress';
import { CANCELLED, isCancelled } from './sendBatch';
import { sendGroup, type UploadState } from './sendGroup';
import { sentBefore } from './sentBefore';

/** What holds for a whole run, whatever its items say. */
interface RunSettings {
	/** What has become of some already, for reasons of the operation's own: they are not sent, and counted in. */
	settled?: ReadonlyMap<BulkEntry, Outcome>;
	/** Whether what follows a failure stays unsent. */
	stopAtFailure: boolean;
}

/**
 * Sends things in requests of many, begun in order, and tells for each what became of it.
 * Those of different accounts or Options go one group after the other; what is looked up beforehand is looked up for
 * all groups before the first is sent.
 * A request refused for what is in it took nothing: where the kind allows, it is halved until the bad ones stand
 * alone, so that a good one never fails for its neighbour. A request whose answer never came is not sent again
 * before its keys have been looked up in Cash-In. What Cash-In has already is not sent, where that is asked for.
 */
export async function sendMany(
	run: ExecuteRun,
	kind: BulkKind,
	entries: BulkEntry[],
	{ settled, stopAtFailure }: RunSettings,
): Promise<Outcome[]> {
	const outcomes = new Map<BulkEntry, Outcome>(settled);
	const { unique, repeated } = kind.unique
		? splitRepeated(entries)
		: { unique: entries, repeated: new Map<BulkEntry, BulkEntry>() };
	for (const [entry, first] of repeated) {
		if (!outcomes.has(entry)) outcomes.set(entry, repeats(run, kind, entry, first.item));
	}
	const open = () => unique.filter((entry) => !outcomes.has(entry));
	for (const { settings, entries: group } of groupsOf(kind, open())) {
		for (const [entry, outcome] of await knownOutcomes(run, kind, group, settings)) {
			outcomes.set(entry, outcome);
		}
	}
	const progress = createProgress(run, kind, entries.length);
	progress.add([...outcomes.values()]);
	const before = sentBefore(run, kind.endpoint);
	const state: UploadState = { run, kind, stopAtFailure, outcomes, progress, before, requests: 0 };
	if (stopAtFailure) state.stopped = failureBefore(outcomes.values());
	for (const group of groupsOf(kind, open())) await sendGroup(state, group);

	const account = isCancelled(run) ? progress.cancelled(entries, outcomes) : '';
	progress.end(state.requests);
	const why = state.stopped ?? CANCELLED;
	return entries.map((entry) => outcomes.get(entry) ?? notSent(run, kind, entry, why, account));
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
