import type { IDataObject } from 'n8n-workflow';

import { apiMessage } from '../../../api/apiMessage';
import { keyNamed, keysListed } from './keysInText';
import type { AnswerNames, BulkKind } from './kind';

/** What an upload answer says of each thing in the request. */
export type UploadVerdict =
	| {
			kind: 'settled';
			/** By key, with the reason Cash-In gives ('' when it gives none). */
			failures: Map<string, string>;
			statusDescription: string;
			/** Every other member of the answer, as it came. */
			rest: IDataObject;
	  }
	/** The answer does not tell what was taken. */
	| { kind: 'unclear'; reason: string };

/**
 * Reads what of a request Cash-In did not take. For invoices the counters are documented, for everything else they
 * are our reading, and the shape of the list is documented nowhere: numbers, texts, objects under several names,
 * nested or keyed by number are all understood. An answer that does not tell is said to be unclear; nothing is
 * guessed.
 * @param sent the keys of the request, as text, each once
 */
export function readUpload(
	answer: unknown,
	sent: string[],
	{ answer: names, plural, silence }: Pick<BulkKind, 'answer' | 'plural' | 'silence'>,
): UploadVerdict {
	const { taken, failed, entries, statusDescription, rest } = readMembers(answer, names);
	const failures = new Map<string, string>();
	const unnamed = collect(entries, { sent: new Set(sent), names: names.keys }, failures);

	if (failed === sent.length && failures.size < failed) {
		for (const key of sent) if (!failures.has(key)) failures.set(key, statusDescription);
	} else if (unnamed > 0) {
		return unclear(`its list of failed ${plural} names some that were not recognised`);
	}
	if (taken === undefined && failed === undefined && failures.size === 0) {
		if (silence === 'doubt')
			return unclear(`its answer does not say how many ${plural} were taken`);
		if (speaksOfErrors(rest)) return unclear(`its answer speaks of errors: ${apiMessage(answer)}`);
	}
	if (failed !== undefined && failed !== failures.size) {
		return unclear(
			`it says that ${failed} of ${sent.length} were not taken, and ${failures.size} of them could be recognised in its answer`,
		);
	}
	if (taken !== undefined && taken + failures.size !== sent.length) {
		return unclear(
			`it says that ${taken} of ${sent.length} were taken and ${failures.size} were not, which does not add up`,
		);
	}
	return { kind: 'settled', failures, statusDescription, rest };
}

function speaksOfErrors(rest: IDataObject): boolean {
	return Object.entries(rest).some(
		([name, value]) =>
			(/^(is)?success(ful)?$/i.test(name) && value === false) ||
			(/^errors?$/i.test(name) && apiMessage({ Errors: value }) !== ''),
	);
}

function unclear(reason: string): UploadVerdict {
	return { kind: 'unclear', reason: `Cash-In took the request, but ${reason}` };
}

/** The members that count, however they are cased, and inside `Data` where the answer has an envelope. */
function readMembers(answer: unknown, names: AnswerNames) {
	const [taken, failed, list] = [names.taken, names.failed, names.list].map((name) =>
		name.toLowerCase(),
	);
	const outer = lowerCased(answer);
	const data = outer.get('data')?.[1];
	const enveloped = !outer.has(failed ?? '') && !outer.has(taken ?? '');
	const members = enveloped && isObject(data) ? lowerCased(data) : outer;
	const description = members.get('statusdescription')?.[1];
	const read = ['statusdescription', taken, failed, list];
	return {
		taken: count(members.get(taken ?? '')?.[1]),
		failed: count(members.get(failed ?? '')?.[1]),
		entries: members.get(list ?? '')?.[1],
		statusDescription: typeof description === 'string' ? description : '',
		rest: Object.fromEntries(
			[...members].filter(([name]) => !read.includes(name)).map(([, member]) => member),
		) as IDataObject,
	};
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Members by their name in lower case, each with its own name. */
function lowerCased(value: unknown): Map<string, [string, unknown]> {
	const members = Object.entries(isObject(value) ? value : {});
	return new Map(
		members.map((member): [string, [string, unknown]] => [member[0].toLowerCase(), member]),
	);
}

interface Wanted {
	sent: Set<string>;
	names: readonly RegExp[];
}

/** Adds to `failures` what the list names; returns how many of its entries named nothing sent. */
function collect(value: unknown, wanted: Wanted, failures: Map<string, string>): number {
	if (value === null || value === undefined) return 0;
	if (Array.isArray(value)) {
		return value.reduce<number>((sum, entry) => sum + collect(entry, wanted, failures), 0);
	}
	if (typeof value === 'object') return collectObject({ ...value }, wanted, failures);
	const listed = keysListed(String(value), wanted.sent);
	if (listed !== undefined) {
		for (const key of listed.known) failures.set(key, '');
		return listed.unknown;
	}
	const number = keyNamed(String(value), wanted.sent);
	if (number === undefined) return 1;
	failures.set(number, number === String(value).trim() ? '' : String(value));
	return 0;
}

function collectObject(
	members: Record<string, unknown>,
	wanted: Wanted,
	failures: Map<string, string>,
): number {
	const { sent, names } = wanted;
	const own = ownKey(members, names);
	if (own !== undefined) {
		if (!sent.has(own) || namesAnother(members, own, wanted)) return 1;
		failures.set(own, apiMessage(members));
		return 0;
	}
	const keyed = Object.entries(members).filter(([name]) => sent.has(name));
	for (const [number, reason] of keyed) failures.set(number, apiMessage(reason));
	if (keyed.length > 0) return Object.keys(members).length - keyed.length;
	return collectNested(members, wanted, failures);
}

/** An id may be the entry's own and equal a number that was sent by chance: then what stands beside it contradicts. */
function namesAnother(members: Record<string, unknown>, own: string, wanted: Wanted): boolean {
	if (ownKey(members, wanted.names.slice(0, 1)) !== undefined) return false;
	const found = new Map<string, string>();
	collect(Object.values(members), wanted, found);
	return [...found.keys()].some((key) => key !== own);
}

/** The key an entry gives for itself. */
function ownKey(members: Record<string, unknown>, names: readonly RegExp[]): string | undefined {
	for (const name of names) {
		const found = Object.entries(members).find(([key, value]) => name.test(key) && isScalar(value));
		if (found !== undefined) return String(found[1]).trim();
	}
	return undefined;
}

/** `{ Invoice: { InvoiceNumber }, Error: "…" }` or `{ Items: [ … ] }`: the reason may stand beside the invoice. */
function collectNested(
	parent: Record<string, unknown>,
	wanted: Wanted,
	failures: Map<string, string>,
): number {
	const inner = Object.values(parent).filter(
		(value) => typeof value === 'object' && value !== null,
	);
	const found = new Map<string, string>();
	const unnamed = inner.reduce<number>((sum, value) => sum + collect(value, wanted, found), 0);
	const beside = apiMessage(parent);
	for (const [number, reason] of found) failures.set(number, reason === '' ? beside : reason);
	if (found.size === 0) return Math.max(1, unnamed);
	// A wrapper around a list: each of its entries counts. An entry: what stands beside its invoice is its reason.
	return inner.length === 1 && Array.isArray(inner[0]) ? unnamed : 0;
}

function isScalar(value: unknown): value is string | number {
	return typeof value === 'string' || typeof value === 'number';
}

function count(value: unknown): number | undefined {
	const number = typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : value;
	return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined;
}
