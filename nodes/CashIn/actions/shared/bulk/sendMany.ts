import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { CashInError } from '../../../api/errors';
import { redact } from '../../../api/redact';
import { request, type Body, type CallLimits } from '../../../api/request';
import type { Outcome } from '../operation';
import { batchesOf, splitRepeated } from './batches';
import type { BulkEntry, BulkKind } from './kind';
import { notSent, notTaken, refused, repeats, taken, undecided } from './outcomes';
import { readUpload } from './uploadAnswer';

export interface SendSettings extends CallLimits {
	/** Entries per request. */
	batchSize: number;
	/** Whether what follows a failure stays unsent. */
	stopAtFailure: boolean;
	/** To be taken out of what Cash-In says, before anybody sees it. */
	apiKey: string;
}

/** Answers that would be the same for every further request. */
const HOPELESS = new Set([401, 403, 404, 405]);

/**
 * Sends things in requests of many, in order, and tells for each what became of it.
 * A request refused for what is in it took nothing: where the kind allows, it is halved until the bad ones stand
 * alone, so that a good one never fails for its neighbour. A request whose answer never came is not sent again
 * before its keys have been looked up in Cash-In.
 */
export async function sendMany(
	context: IExecuteFunctions,
	kind: BulkKind,
	entries: BulkEntry[],
	settings: SendSettings,
): Promise<Outcome[]> {
	const outcomes = new Map<BulkEntry, Outcome>();
	const { unique, repeated } = kind.unique
		? splitRepeated(entries)
		: { unique: entries, repeated: new Map<BulkEntry, BulkEntry>() };
	for (const [entry, first] of repeated) {
		outcomes.set(entry, repeats(context, kind, entry, first.item));
	}
	let stopped =
		repeated.size > 0 && settings.stopAtFailure
			? `another of the ${kind.plural} has the number of one before it`
			: undefined;
	for (const batch of batchesOf(unique, settings.batchSize)) {
		if (stopped !== undefined) {
			for (const entry of batch) outcomes.set(entry, notSent(context, kind, entry, stopped));
			continue;
		}
		const results = await sendBatch({ context, kind, settings, secondTry: false }, batch);
		batch.forEach((entry, index) =>
			outcomes.set(entry, results[index] ?? notSent(context, kind, entry, '')),
		);
		stopped = reasonToStop(kind, results, settings);
	}
	return entries.flatMap((entry) => outcomes.get(entry) ?? []);
}

/** What a batch is sent with. */
interface Sending {
	context: IExecuteFunctions;
	kind: BulkKind;
	settings: SendSettings;
	/** Whether it has been sent before, and looked up. */
	secondTry: boolean;
}

function stoppedBy({ plural }: BulkKind): string {
	return `one of the ${plural} before it failed`;
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

async function sendBatch(sending: Sending, batch: BulkEntry[]): Promise<Outcome[]> {
	const { context, kind, settings } = sending;
	const bodies = batch.map(({ body }) => body);
	try {
		const body = kind.wrap(bodies, batch[0]?.group ?? '') as Body<typeof kind.endpoint>;
		const answer: unknown = await request(context, kind.endpoint, { body }, settings);
		return settle(sending, batch, answer);
	} catch (error) {
		if (!(error instanceof CashInError)) {
			throw new NodeOperationError(context.getNode(), error as Error);
		}
		if (kind.halve && NOTHING_TAKEN.has(error.status ?? 0) && batch.length > 1) {
			return await halve(sending, batch);
		}
		if (error.outcome === 'refused') {
			return batch.map((entry) => refused(kind, entry, error, batch.length));
		}
		return await recover(sending, batch, error);
	}
}

/** Refusals of a whole request for what is in it: a good one may stand beside the bad one. */
const NOTHING_TAKEN = new Set([400, 413, 422]);

async function halve(sending: Sending, batch: BulkEntry[]): Promise<Outcome[]> {
	const { context, kind, settings } = sending;
	const middle = Math.ceil(batch.length / 2);
	const first = await sendBatch(sending, batch.slice(0, middle));
	const second = batch.slice(middle);
	if (settings.stopAtFailure && first.some((outcome) => 'failure' in outcome)) {
		return [...first, ...second.map((entry) => notSent(context, kind, entry, stoppedBy(kind)))];
	}
	return [...first, ...(await sendBatch(sending, second))];
}

function settle(
	{ context, kind, settings: { apiKey } }: Sending,
	batch: BulkEntry[],
	answer: unknown,
): Outcome[] {
	const keys = batch.map(({ key }) => key);
	const verdict = readUpload(answer, keys, kind);
	if (verdict.kind === 'unclear') {
		const reason = redact(verdict.reason, apiKey);
		return batch.map((entry) => undecided(context, kind, entry, batch, reason));
	}
	return batch.map((entry) => {
		const reason = verdict.failures.get(entry.key);
		return reason === undefined
			? taken(kind, entry, kind.done, redact(verdict.statusDescription, apiKey), verdict.rest)
			: notTaken(
					context,
					kind,
					entry,
					redact(reason, apiKey),
					batch.length - verdict.failures.size,
				);
	});
}

/** After an answer that never came: what Cash-In has is done, what it surely lacks is sent once more. */
async function recover(
	sending: Sending,
	batch: BulkEntry[],
	error: CashInError,
): Promise<Outcome[]> {
	const { context, kind, settings, secondTry } = sending;
	if (kind.lookUp === undefined) {
		return batch.map((entry) => undecided(context, kind, entry, batch, error.summary));
	}
	const look = await kind.lookUp(context, batch, settings, error.fault);
	const { found, different, missing, doubt } = look;
	const again = secondTry || !kind.resend ? [] : batch.filter((entry) => missing.has(entry));
	const resent = again.length > 0 ? await sendBatch({ ...sending, secondTry: true }, again) : [];
	const byItem = new Map(resent.map((outcome) => [outcome.item, outcome]));
	const looked = doubt === '' ? '' : `, and looking it up failed: ${doubt}`;
	return batch.map((entry) => {
		if (found.has(entry)) return taken(kind, entry, 'recovered', error.summary);
		const reason = different.has(entry)
			? `${error.summary}, and ${kind.differs ?? 'Cash-In has another of that number'}`
			: `${error.summary}${looked}`;
		return byItem.get(entry.item) ?? undecided(context, kind, entry, batch, reason);
	});
}
