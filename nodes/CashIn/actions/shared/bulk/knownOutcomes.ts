import type { ExecuteRun } from '../../../api/run';
import type { Outcome } from '../operation';
import type { BulkEntry, BulkKind, SendSettings } from './kind';
import { alreadyThere, keyTaken, notLookedUp, openSinceBefore } from './outcomes';
import { sentBefore } from './sentBefore';

/**
 * What is known of entries before they are sent, where the user asks for that: those that Cash-In has, or whose key is
 * another's there, or that could not be looked up. The rest may be sent.
 */
export async function knownOutcomes(
	run: ExecuteRun,
	kind: BulkKind,
	entries: readonly BulkEntry[],
	settings: SendSettings,
): Promise<Map<BulkEntry, Outcome>> {
	const outcomes = new Map<BulkEntry, Outcome>();
	if (!settings.checked || kind.findExisting === undefined) return outcomes;
	const before = sentBefore(run, kind.endpoint);
	for (const entry of entries) {
		if (before.of(entry) !== 'sent') continue;
		const words = `It was ${kind.done} in an earlier try; it was not sent again.`;
		outcomes.set(entry, alreadyThere(entry, kind, words));
	}
	const open = entries.filter((entry) => !outcomes.has(entry));
	if (open.length === 0) return outcomes;
	for (const [entry, known] of await kind.findExisting(run, open, settings)) {
		if (known.kind === 'same') {
			const words = 'Cash-In has it already; it was not sent again.';
			outcomes.set(entry, alreadyThere(entry, kind, words));
		} else if (before.of(entry) === 'unknown') {
			outcomes.set(entry, openSinceBefore(run, kind, entry));
		} else if (known.kind === 'other') {
			outcomes.set(entry, keyTaken(run, kind, entry, known.how));
		} else if (known.kind === 'unknown') {
			outcomes.set(entry, notLookedUp(run, kind, entry, known.why));
		}
	}
	return outcomes;
}
