import { asError, CashInError, type Fault } from '../api/errors';
import type { PageLimits } from '../api/pages';
import { DEFAULT_TIMEOUT_MS } from '../api/request';
import { cancellableSleep, type ExecuteRun } from '../api/run';
import { KeyList } from './keyList';
import type { Group } from './plan';
import { alreadyExists, duplicateWords, undecidedEarlier, withheld, type Sender } from './results';
import type { RetryLedger } from './retryLedger';
import { searchList, type Proof } from './searchList';
import type { Lookup, Result, SendOptions, UploadEntry, When, Window } from './uploadSpec';

/** What Cash-In's list tells of something that was, or is about to be, sent. */
export type Existing =
	| { kind: 'absent' }
	| { kind: 'same' }
	/** The key is taken; `how` says what is different, or that it cannot be told. */
	| { kind: 'other'; how: string }
	| Unknown;

/** It cannot be told; `final` where asking again would not tell either. */
interface Unknown {
	kind: 'unknown';
	why: string;
	final?: boolean;
}

/** All entries of one node run that are sent to one endpoint, and their results so far. */
export interface Upload extends Sender {
	results: Map<UploadEntry, Result>;
	ledger: RetryLedger;
}

/**
 * Settles what must not be sent, where the user asks for that check: what Cash-In has already, what shares its key
 * with something else there, what could not be looked up, and what lacks its precondition.
 * @param keys of all that is sent in this run
 */
export async function skipExisting(
	upload: Upload,
	{ options, entries }: Group,
	keys: ReadonlySet<string>,
): Promise<void> {
	const { run, spec, ledger, results } = upload;
	const { lookup } = spec;
	if (!options.checked || lookup === undefined) return;
	const words = duplicateWords(spec);
	for (const entry of entries) {
		if (ledger.earlier(entry) !== 'sent') continue;
		results.set(entry, alreadyExists(upload, entry, words.sentEarlier));
	}
	const asked = entries.filter((entry) => !results.has(entry));
	if (asked.length === 0) return;
	const originals = asked.flatMap(({ requires }) => (requires === undefined ? [] : requires.key));
	const found = await findExisting(run, lookup, {
		keys: [...asked.map(({ key }) => key), ...originals],
		windows: lookup.windows('beforeSending', asked),
		proof: 'unlessEmpty',
		limits: { ...options, inFlight: options.concurrent },
	});
	for (const entry of asked) {
		const existing = compare(lookup, 'beforeSending', entry, found(entry.key));
		const original = entry.requires?.key;
		const isSent = original === undefined || keys.has(original);
		const result = resultOf(upload, entry, existing, isSent ? undefined : found(original));
		if (result !== undefined) results.set(entry, result);
	}
}

/** What becomes of an entry by what is known beforehand; nothing when it is to be sent. */
function resultOf(
	upload: Upload,
	entry: UploadEntry,
	existing: Existing,
	original: Found | undefined,
): Result | undefined {
	const words = duplicateWords(upload.spec);
	if (existing.kind === 'same') return alreadyExists(upload, entry, words.exists);
	if (upload.ledger.earlier(entry) === 'unknown') return undecidedEarlier(upload, entry);
	if (existing.kind === 'other') return withheld(upload, entry, words.taken(entry, existing.how));
	const unknown = existing.kind === 'unknown' ? existing : original;
	if (unknown?.kind === 'unknown') {
		return withheld(upload, entry, words.notLookedUp(entry, unknown.why));
	}
	if (original?.kind !== 'absent' || entry.requires === undefined) return undefined;
	return withheld(upload, entry, entry.requires.missing);
}

/** What a lost response leaves open is looked up for at least so long: Cash-In may still be at work on it. */
const PATIENCE_MS = 60_000;
/** Shares of the patience waited before each look. */
const LOOKS = [0, 1 / 30, 1 / 10, 1 / 5, 1 / 3, 1 / 3];

/**
 * Asks Cash-In which entries of a request it has whose response was lost: until all are found, or nothing more is to
 * be expected. Absence counts only the last time, when at least a minute has passed whatever 'Timeout' says, and only
 * where the list has just shown a row that is surely there.
 */
export async function findAfterLostResponse(
	run: ExecuteRun,
	lookup: Lookup,
	batch: readonly UploadEntry[],
	options: SendOptions,
	fault: Fault,
): Promise<(entry: UploadEntry) => Existing> {
	const { timeoutMs = DEFAULT_TIMEOUT_MS } = options;
	const patience = fault.kind === 'timeout' ? Math.max(PATIENCE_MS, timeoutMs) : PATIENCE_MS;
	const windows = lookup.windows('afterLostResponse', batch);
	const keys = batch.map(({ key }) => key);
	let known = new Map<UploadEntry, Existing>();
	for (const [look, share] of LOOKS.entries()) {
		await cancellableSleep(share * patience, run.signal);
		if (run.signal?.aborted === true) {
			const why = 'the execution was cancelled';
			return (entry) => {
				const existing = known.get(entry);
				return existing !== undefined && isFound(existing) ? existing : { kind: 'unknown', why };
			};
		}
		const proof = look === LOOKS.length - 1 ? 'always' : 'none';
		const found = await findExisting(run, lookup, { keys, windows, proof, limits: options });
		known = new Map(
			batch.map((entry) => [entry, compare(lookup, 'afterLostResponse', entry, found(entry.key))]),
		);
		if ([...known.values()].every((one) => isSettled(one, look + 1))) break;
	}
	return (entry) => known.get(entry) ?? { kind: 'unknown', why: '' };
}

/** Whether another look would tell nothing else. What the list does not tell three times it will not tell. */
function isSettled(existing: Existing, looks: number): boolean {
	if (isFound(existing)) return true;
	return existing.kind === 'unknown' && existing.final === true && looks >= 3;
}

function isFound({ kind }: Existing): boolean {
	return kind === 'same' || kind === 'other';
}

/** The rows of a key, that it is absent, or that nobody can tell. */
type Found = { kind: 'rows'; rows: ReturnType<KeyList['rowsOf']> } | { kind: 'absent' } | Unknown;

interface Search {
	keys: readonly string[];
	/** The likeliest first; outside the last one nothing is looked for. */
	windows: readonly Window[];
	/** What absence takes. */
	proof: Proof;
	limits: PageLimits;
}

/**
 * Asks Cash-In's list for keys; the one source of what counts as absent.
 *
 * The filters of the list are our reading. A server that ignores one gives too much, which does no harm; one that
 * understands it differently would give nothing, which looks like absence. So a key that is not found counts as absent
 * only where the list has been seen to be trustworthy: see `searchList`. A key that the list writes otherwise (`42`
 * for `0042`) may be the same, which cannot be told.
 */
async function findExisting(
	run: ExecuteRun,
	lookup: Lookup,
	{ keys, windows, proof, limits }: Search,
): Promise<(key: string) => Found> {
	const list = new KeyList(run, lookup, keys, limits);
	let notFound: Found = proof === 'none' ? { kind: 'unknown', why: '' } : { kind: 'absent' };
	try {
		await searchList(list, windows, proof);
	} catch (error) {
		const why = asError(error).message;
		// Cash-In may be out of reach for a moment; a list that says something else will go on doing so.
		notFound = { kind: 'unknown', why, final: !(error instanceof CashInError && mayPass(error)) };
	}
	return (key) => {
		const rows = list.rowsOf(key);
		if (rows.length > 0) return { kind: 'rows', rows };
		const alike = list.alikeOf(key);
		if (alike === undefined) return notFound;
		const { noun } = lookup;
		const why = `the list of ${noun}s shows ${noun} ${alike}, which may be ${key} written otherwise`;
		return { kind: 'unknown', why, final: true };
	};
}

function mayPass({ status = 0, fault }: CashInError): boolean {
	if (status === 429 || status >= 500) return true;
	return ['timeout', 'network', 'cutOff', 'incomplete'].includes(fault.kind);
}

function compare(lookup: Lookup, when: When, { body }: UploadEntry, found: Found): Existing {
	if (found.kind !== 'rows') return found;
	const differences = found.rows.map((row) => lookup.difference(when, body, row));
	const [how = ''] = differences;
	return differences.includes('') ? { kind: 'same' } : { kind: 'other', how };
}
