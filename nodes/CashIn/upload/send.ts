import { NodeOperationError } from 'n8n-workflow';

import { CashInError, InputError, type Fault } from '../api/errors';
import { request } from '../api/request';
import type { ExecuteRun } from '../api/run';
import { forEachLimit, keyedMutex } from './concurrency';
import { findAfterLostResponse, skipExisting, type Upload } from './findExisting';
import { hintRefused, hintWarnings, Progress } from './messages';
import { parseResponse } from './parseResponse';
import { batchEntries, findRepeats, groupEntries, type Group } from './plan';
import {
	alreadyExists,
	duplicateWords,
	notSent,
	notTaken,
	refused,
	taken,
	undecided,
	withheld,
} from './results';
import { RetryLedger } from './retryLedger';
import type { Result, UploadEntry, UploadSpec } from './uploadSpec';

/** How a run goes on. */
interface Sending extends Upload {
	/** Whether what follows a failure stays unsent. */
	stopAtFailure: boolean;
	progress: Progress;
	/** How many requests were planned. */
	batches: number;
	/** In a clause, why nothing further is sent; with it, nothing is. */
	stopped?: string;
}

/**
 * Sends what was prepared, in requests of many, begun in order; gives a result for each, in the same order. Results
 * that are there already are given on.
 * Where Cash-In can be asked what it has, runs that share keys go one after the other.
 */
export async function sendEntries(
	run: ExecuteRun,
	spec: UploadSpec,
	prepared: ReadonlyArray<UploadEntry | Result>,
	stopAtFailure: boolean,
): Promise<Result[]> {
	const settled = prepared.filter((one) => 'status' in one);
	hintRefused(run, settled);
	if (settled.length === prepared.length) return settled;
	const entries = prepared.filter((one) => 'body' in one);
	const work = async () => await uploadEntries(run, spec, entries, stopAtFailure);
	const keys = entries.map(({ key }) => key);
	const results = spec.lookup === undefined ? await work() : await keyedMutex(keys, work);
	return prepared.flatMap((one) => ('status' in one ? one : (results.get(one) ?? [])));
}

/**
 * Groups of different accounts or Options go one after the other; what is looked up beforehand is looked up for all
 * groups before the first is sent.
 * A request refused for its content took nothing: where the spec allows, it is bisected until the bad entries stand
 * alone, so that a good one never fails for its neighbour. A request whose response was lost is not sent again before
 * its keys have been looked up in Cash-In.
 */
async function uploadEntries(
	run: ExecuteRun,
	spec: UploadSpec,
	entries: readonly UploadEntry[],
	stopAtFailure: boolean,
): Promise<Map<UploadEntry, Result>> {
	const results = new Map<UploadEntry, Result>();
	const upload = { run, spec, results, ledger: new RetryLedger(run, spec.endpoint) };
	const words = duplicateWords(spec);
	const repeats = spec.unique ? findRepeats(entries) : new Map<UploadEntry, UploadEntry>();
	for (const [entry, first] of repeats) {
		if (isRepeated(spec, entry, first)) continue;
		results.set(entry, withheld(upload, entry, words.repeatsKey(entry, first)));
	}
	const counted = entries.filter((entry) => !repeats.has(entry) || results.has(entry));
	const firsts = entries.filter((entry) => !repeats.has(entry));
	const open = () => firsts.filter((entry) => !results.has(entry));
	const originals = firsts.filter(({ requires }) => requires === undefined);
	const keys = new Set(originals.map(({ key }) => key));
	for (const group of groupEntries(spec, firsts)) await skipExisting(upload, group, keys);
	// Where the check is on by default, what exists already is everyday, and worth no hint.
	hintWarnings(run, spec, spec.lookup?.checkedByDefault === true ? open() : entries);

	const progress = new Progress(run, spec, counted.length);
	progress.add([...results.values()]);
	const sending: Sending = { ...upload, stopAtFailure, progress, batches: 0 };
	if (stopAtFailure) sending.stopped = failureBefore(results.values());
	for (const group of groupEntries(spec, open())) await sendGroup(sending, group);

	const report = isCancelled(run) ? progress.cancelled(counted, results) : '';
	if (report === '' && sending.batches > 1) progress.end();
	const why = sending.stopped ?? CANCELLED;
	for (const entry of counted) {
		if (!results.has(entry)) results.set(entry, notSent(upload, entry, why, report));
	}
	for (const [entry, first] of repeats) {
		if (!results.has(entry)) results.set(entry, repeated(upload, entry, first));
	}
	return results;
}

/** Whether two entries hold the very same thing, so that one stands for both. */
function isRepeated({ lookup }: UploadSpec, entry: UploadEntry, first: UploadEntry): boolean {
	if (entry.label === undefined || entry.label !== first.label) return false;
	return lookup?.difference('beforeSending', entry.body, first.body) === '';
}

/** The result of an entry that an earlier item holds too. */
function repeated(upload: Upload, entry: UploadEntry, first: UploadEntry): Result {
	const { repeats } = duplicateWords(upload.spec);
	const result = upload.results.get(first);
	if (result !== undefined && 'json' in result) {
		const words = `Item ${first.item} ${repeats}; it was not sent again.`;
		return alreadyExists(upload, entry, words);
	}
	const message = `${entry.label} was not sent: item ${first.item} ${repeats} and failed`;
	return withheld(upload, entry, [message, `See what item ${first.item} says.`]);
}

/** n8n shows the first failed item, which may be one that only was not sent: so it says what really failed. */
function failureBefore(results: Iterable<Result>): string | undefined {
	for (const result of results) {
		if (!('error' in result)) continue;
		return `item ${result.item} failed before anything was sent: ${result.error.message}`;
	}
	return undefined;
}

/** Sends a group. Where Cash-In turns its account away, what is left of it is not sent; other groups are. */
async function sendGroup(sending: Sending, { options, entries }: Group): Promise<void> {
	const { run, stopAtFailure, results, progress, ledger } = sending;
	if (sending.stopped !== undefined || isCancelled(run)) return;
	let hopeless: string | undefined;
	const batches = batchEntries(entries, options.batchSize);
	sending.batches += batches.length;
	const goOn = () => sending.stopped === undefined && hopeless === undefined && !isCancelled(run);
	await forEachLimit(batches, options.concurrent, goOn, async (batch) => {
		const settled = await sendBatch(sending, batch);
		batch.forEach((entry, index) => {
			const result = settled[index];
			if (result === undefined) return;
			results.set(entry, result);
			ledger.note(entry, result);
			// What the output shows of it was copied; n8n still has the item.
			entry.body = {};
		});
		progress.add(settled);
		const hasFailed = settled.some((result) => 'error' in result);
		if (stopAtFailure && hasFailed) sending.stopped ??= stoppedBy(sending);
		hopeless ??= turnedAway(settled);
	});
	if (hopeless === undefined || sending.stopped !== undefined) return;
	for (const entry of entries) {
		if (!results.has(entry)) results.set(entry, notSent(sending, entry, hopeless));
	}
}

/** In a clause, why Cash-In would answer any further request alike; nothing where it may take one. */
function turnedAway(results: readonly Result[]): string | undefined {
	for (const result of results) {
		if (!('error' in result) || !(result.error instanceof CashInError)) continue;
		const { status, fault, summary } = result.error;
		const isHopeless =
			status === undefined
				? fault.kind === 'notAnApi'
				: HOPELESS.has(status) || fault.kind === 'redirect';
		if (isHopeless) return summary;
	}
	return undefined;
}

/** Answers that would be the same for every further request. */
const HOPELESS = new Set([401, 403, 404, 405]);
/** Refusals of a whole request for its content: a good entry may stand beside the bad one. */
const NOTHING_TAKEN = new Set([400, 413, 422]);

const CANCELLED = 'the execution was cancelled';

function isCancelled({ signal }: ExecuteRun): boolean {
	return signal?.aborted === true;
}

function stoppedBy({ spec }: Upload): string {
	return `one of the ${spec.plural} before it failed`;
}

/**
 * Sends one request, and whatever it takes to tell for each entry what became of it: halves after a refusal, a
 * lookup after a lost or unreadable response. Once the execution is cancelled, no further request is sent.
 * Throws nothing: what was sent is always told.
 * @param isRetry whether these were sent before, and looked up
 */
async function sendBatch(
	sending: Sending,
	batch: UploadEntry[],
	isRetry = false,
): Promise<Result[]> {
	const { run, spec } = sending;
	const [first] = batch;
	if (first === undefined) return [];
	const unsent = (why: string) => batch.map((entry) => notSent(sending, entry, why));
	if (isCancelled(run)) return unsent(CANCELLED);
	const bodies = batch.map(({ body }) => body);
	try {
		const body = spec.toBody(bodies, first.group);
		const answer = await request(run, spec.endpoint, { body }, first.options);
		return settle(sending, batch, answer, first.options.account.redact);
	} catch (error) {
		if (error instanceof CashInError) return await afterFault(sending, batch, error, isRetry);
		// What waited for its turn was never taken.
		if (isCancelled(run)) return unsent(CANCELLED);
		const isTooLarge = error instanceof InputError && error.parts.tooLarge;
		if (isTooLarge && batch.length > 1) return await bisect(sending, batch, isRetry);
		if (error instanceof InputError || error instanceof NodeOperationError) {
			return unsent(first.options.account.redact(error.message));
		}
		const fault: Fault = { kind: 'cutOff', detail: 'it is not what this node can read' };
		const unreadable = new CashInError(run.node, spec.endpoint, fault);
		return await afterFault(sending, batch, unreadable, isRetry);
	}
}

async function afterFault(
	sending: Sending,
	batch: UploadEntry[],
	error: CashInError,
	isRetry: boolean,
): Promise<Result[]> {
	if (sending.spec.isIndependent && NOTHING_TAKEN.has(error.status ?? 0) && batch.length > 1) {
		return await bisect(sending, batch, isRetry);
	}
	if (error.outcome === 'refused') {
		return batch.map((entry) => refused(sending, entry, error, batch.length));
	}
	return await recover(sending, batch, error, isRetry);
}

async function bisect(sending: Sending, batch: UploadEntry[], isRetry: boolean): Promise<Result[]> {
	const middle = Math.ceil(batch.length / 2);
	const first = await sendBatch(sending, batch.slice(0, middle), isRetry);
	const rest = batch.slice(middle);
	const stops = sending.stopAtFailure && first.some((result) => 'error' in result);
	const second = stops
		? rest.map((entry) => notSent(sending, entry, stoppedBy(sending)))
		: await sendBatch(sending, rest, isRetry);
	return [...first, ...second];
}

function settle(
	sending: Sending,
	batch: UploadEntry[],
	answer: unknown,
	redact: (text: string) => string,
): Result[] {
	const response = parseResponse(
		answer,
		batch.map(({ key }) => key),
		sending.spec,
	);
	if (response.kind === 'unclear') {
		const reason = redact(response.reason);
		return batch.map((entry) => undecided(sending, entry, batch, reason));
	}
	const { failures, statusDescription, rest } = response;
	const created = batch.filter(({ key }) => !failures.has(key));
	return batch.map((entry) => {
		const reason = failures.get(entry.key);
		return reason === undefined
			? taken(sending, entry, 'created', statusDescription, rest)
			: notTaken(sending, entry, redact(reason), created);
	});
}

/** After a lost response: what Cash-In has is done, what it surely lacks is sent once more. */
async function recover(
	sending: Sending,
	batch: UploadEntry[],
	{ summary, fault }: CashInError,
	isRetry: boolean,
): Promise<Result[]> {
	const { run, spec } = sending;
	const { lookup, retryMissing } = spec;
	const open = (entry: UploadEntry, reason: string) => undecided(sending, entry, batch, reason);
	const [first] = batch;
	if (lookup === undefined || first === undefined) {
		return batch.map((entry) => open(entry, summary));
	}
	const existing = await findAfterLostResponse(run, lookup, batch, first.options, fault);
	const missing =
		isRetry || !retryMissing ? [] : batch.filter((entry) => existing(entry).kind === 'absent');
	const resent = await sendBatch(sending, missing, true);
	const again = new Map(missing.map((entry, index) => [entry, resent[index]]));
	return batch.map((entry) => {
		const found = existing(entry);
		switch (found.kind) {
			case 'same':
				return taken(sending, entry, 'recovered', summary);
			case 'other':
				return open(entry, `${summary}, and ${lookup.another}`);
			case 'unknown':
				return open(entry, `${summary}, and looking it up failed: ${found.why}`);
			case 'absent':
				return again.get(entry) ?? open(entry, summary);
		}
	});
}
