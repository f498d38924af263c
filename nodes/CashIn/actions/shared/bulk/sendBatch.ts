import { NodeOperationError } from 'n8n-workflow';

import { CashInError, InputError, type Fault } from '../../../api/errors';
import { request } from '../../../api/request';
import type { ExecuteRun } from '../../../api/run';
import type { Outcome } from '../operation';
import type { BulkEntry, BulkKind, SendSettings } from './kind';
import { notSent, notTaken, refused, taken, undecided } from './outcomes';
import { readUpload } from './uploadAnswer';

/** What a batch is sent with. */
export interface Sending {
	run: ExecuteRun;
	kind: BulkKind;
	settings: SendSettings;
	/** Whether what follows a failure stays unsent. */
	stopAtFailure: boolean;
	/** Whether it has been sent before, and looked up. */
	secondTry: boolean;
}

/**
 * Sends one request, and whatever it takes to tell for each entry what became of it: halves after a refusal, a
 * look-up after an answer that never came or cannot be read. Once the execution is cancelled, no further request is
 * sent. Throws nothing: what was sent is always told.
 */
export async function sendBatch(sending: Sending, batch: BulkEntry[]): Promise<Outcome[]> {
	const { run, kind, settings } = sending;
	const unsent = (why: string) => batch.map((entry) => notSent(run, kind, entry, why));
	if (isCancelled(run)) return unsent(CANCELLED);
	const bodies = batch.map(({ body }) => body);
	try {
		const body = kind.wrap(bodies, batch[0]?.group ?? '');
		const answer = await request(run, kind.endpoint, { body }, settings);
		return settle(sending, batch, answer);
	} catch (error) {
		if (error instanceof CashInError) return await afterFault(sending, batch, error);
		// What waited for its turn was never taken.
		if (isCancelled(run)) return unsent(CANCELLED);
		const isTooLarge = error instanceof InputError && error.tooLarge;
		if (isTooLarge && batch.length > 1) return await halve(sending, batch);
		if (error instanceof InputError || error instanceof NodeOperationError) {
			return unsent(settings.access.redact(error.message));
		}
		const fault: Fault = { kind: 'cutOff', detail: 'it is not what this node can read' };
		const unreadable = new CashInError(run.node, kind.endpoint, fault);
		return await afterFault(sending, batch, unreadable);
	}
}

async function afterFault(
	sending: Sending,
	batch: BulkEntry[],
	error: CashInError,
): Promise<Outcome[]> {
	const { kind } = sending;
	if (kind.halve && NOTHING_TAKEN.has(error.status ?? 0) && batch.length > 1) {
		return await halve(sending, batch);
	}
	if (error.outcome === 'refused') {
		return batch.map((entry) => refused(kind, entry, error, batch.length));
	}
	return await recover(sending, batch, error);
}

/** Refusals of a whole request for what is in it: a good one may stand beside the bad one. */
const NOTHING_TAKEN = new Set([400, 413, 422]);

async function halve(sending: Sending, batch: BulkEntry[]): Promise<Outcome[]> {
	const { run, kind, stopAtFailure } = sending;
	const middle = Math.ceil(batch.length / 2);
	const first = await sendBatch(sending, batch.slice(0, middle));
	const second = batch.slice(middle);
	if (stopAtFailure && first.some((outcome) => 'failure' in outcome)) {
		return [...first, ...second.map((entry) => notSent(run, kind, entry, stoppedBy(kind)))];
	}
	return [...first, ...(await sendBatch(sending, second))];
}

function settle({ run, kind, settings }: Sending, batch: BulkEntry[], answer: unknown): Outcome[] {
	const { redact } = settings.access;
	const keys = batch.map(({ key }) => key);
	const verdict = readUpload(answer, keys, kind);
	if (verdict.kind === 'unclear') {
		const reason = redact(verdict.reason);
		return batch.map((entry) => undecided(run, kind, entry, batch, reason));
	}
	const words = verdict.statusDescription;
	const created = batch.filter(({ key }) => !verdict.failures.has(key));
	return batch.map((entry) => {
		const reason = verdict.failures.get(entry.key);
		return reason === undefined
			? taken(kind, entry, kind.done, words, verdict.rest)
			: notTaken(run, kind, entry, redact(reason), created);
	});
}

/** After an answer that never came: what Cash-In has is done, what it surely lacks is sent once more. */
async function recover(
	sending: Sending,
	batch: BulkEntry[],
	error: CashInError,
): Promise<Outcome[]> {
	const { run, kind, settings, secondTry } = sending;
	const open = (entry: BulkEntry, reason: string) => undecided(run, kind, entry, batch, reason);
	if (kind.findAfterLostResponse === undefined) {
		return batch.map((entry) => open(entry, error.summary));
	}
	const known = await kind.findAfterLostResponse(run, batch, settings, error.fault);
	const again =
		secondTry || !kind.resend ? [] : batch.filter((entry) => known.get(entry)?.kind === 'absent');
	const resent = again.length > 0 ? await sendBatch({ ...sending, secondTry: true }, again) : [];
	const byItem = new Map(resent.map((outcome) => [outcome.item, outcome]));
	return batch.map((entry) => {
		const found = known.get(entry);
		switch (found?.kind) {
			case 'same':
				return taken(kind, entry, 'recovered', error.summary);
			case 'other':
				return open(
					entry,
					`${error.summary}, and ${kind.differs ?? 'Cash-In has another of that number'}`,
				);
			case 'unknown':
				return open(entry, `${error.summary}, and looking it up failed: ${found.why}`);
			default:
				return byItem.get(entry.item) ?? open(entry, error.summary);
		}
	});
}

export const CANCELLED = 'the execution was cancelled';

export function isCancelled(run: ExecuteRun): boolean {
	return run.signal?.aborted === true;
}

export function stoppedBy({ plural }: BulkKind): string {
	return `one of the ${plural} before it failed`;
}
