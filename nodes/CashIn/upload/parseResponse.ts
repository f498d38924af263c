import type { IDataObject } from 'n8n-workflow';

import { apiMessage } from '../api/apiMessage';
import { valueAt } from '../api/parsePage';
import { failureSign } from './failureSign';
import type { UploadSpec } from './uploadSpec';

/** What an upload answer says of each entry of the request. */
export type ParsedResponse =
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
export function parseResponse(answer: unknown, sent: string[], spec: UploadSpec): ParsedResponse {
	const { plural, onNoCounts } = spec;
	const { taken, failed, entries, statusDescription, rest } = readMembers(answer, spec);
	const failures = new Map<string, string>();
	const { failureTexts: texts = [] } = spec.answer;
	const wanted = { sent: new Set(sent), names: namesOf(spec), texts };
	const unnamed = collect(entries, wanted, failures);

	if (failed === sent.length && failures.size < failed) {
		for (const key of sent) if (!failures.has(key)) failures.set(key, statusDescription);
	} else if (unnamed > 0) {
		return unclear(`its list of failed ${plural} names some that were not recognised`, answer);
	}
	if (taken === undefined && failed === undefined && failures.size === 0) {
		if (onNoCounts === 'doubt')
			return unclear(`its answer does not say how many ${plural} were taken`, answer);
		const sign = failureSign(answer, sent.length);
		if (sign !== '') return unclear(sign, answer);
	} else if (failures.size === 0) {
		const sign = failureSign(rest, sent.length);
		if (sign !== '') return unclear(sign, answer);
	}
	if (failed !== undefined && failed !== failures.size) {
		return unclear(
			`it says that ${failed} of ${sent.length} were not taken, and ${failures.size} of them could be recognised in its answer`,
			answer,
		);
	}
	if (taken !== undefined && taken + failures.size !== sent.length) {
		return unclear(
			`it says that ${taken} of ${sent.length} were taken and ${failures.size} were not, which does not add up`,
			answer,
		);
	}
	return { kind: 'settled', failures, statusDescription, rest };
}

/** In doubt: why, and what Cash-In said itself. */
function unclear(reason: string, answer: unknown): ParsedResponse {
	const words = apiMessage(answer);
	const said = words === '' ? '' : `. It said: ${words}`;
	return { kind: 'unclear', reason: `Cash-In took the request, but ${reason}${said}` };
}

/** The members that count, however they are cased, and inside `data` where the answer has an envelope. */
function readMembers(answer: unknown, spec: UploadSpec) {
	const { taken = '', failed = '', failures = '' } = spec.answer;
	const names = [taken, failed, failures, spec.messageName].map((name) => name.toLowerCase());
	const outer = byLowerCase(answer);
	const { at } = spec.answer;
	const wrapper = at?.[0]?.toLowerCase() ?? 'data';
	const data = at === undefined ? outer.get(wrapper)?.[1] : valueAt(answer, at);
	const isEnveloped = !names.slice(0, 2).some((name) => outer.has(name)) && isObject(data);
	const members = isEnveloped ? new Map([...outer, ...byLowerCase(data)]) : outer;
	const [takenCount, failedCount, entries, words = answer] = names.map(
		(name) => members.get(name)?.[1],
	);
	const rest = [...members]
		.filter(([name]) => !names.includes(name) && !(isEnveloped && name === wrapper))
		.map(([, [name, value]]) => [name, shallow(value)]);
	const list = Array.isArray(answer) && answer.length > 0 ? { answer: shallow(answer) } : {};
	return {
		taken: count(takenCount),
		failed: count(failedCount),
		entries,
		statusDescription: typeof words === 'string' ? words : '',
		rest: { ...Object.fromEntries(rest), ...list } as IDataObject,
	};
}

/** As deep as an output bears: n8n writes it down by walking through it. */
const DEEPEST = 12;

function shallow(value: unknown, depth = 0): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (depth === DEEPEST) return '[nested too deep]';
	if (Array.isArray(value)) return value.map((one) => shallow(one, depth + 1));
	return Object.fromEntries(
		Object.entries(value).map(([name, one]) => [name, shallow(one, depth + 1)]),
	);
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Members by their name in lower case, each with its own name. */
function byLowerCase(value: unknown): Map<string, [string, unknown]> {
	const members = Object.entries(isObject(value) ? value : {});
	return new Map(
		members.map((member): [string, [string, unknown]] => [member[0].toLowerCase(), member]),
	);
}

/** Keys that are looked for, and the names under which an entry may give its own. */
interface Wanted {
	sent: Set<string>;
	/** The surest first. */
	names: readonly RegExp[];
	/** Members of an entry that say why, by the contract. */
	texts: readonly string[];
}

/** Of the names, those that are documented or the likeliest. */
const SUREST = 2;

function namesOf({ keyPath, keyNames, answer }: UploadSpec): RegExp[] {
	const documented = (name: string) => new RegExp(`^${name}$`, 'i');
	return [
		documented(keyPath[keyPath.length - 1] ?? ''),
		...keyNames,
		...(answer.failureKeys ?? []).map(documented),
	];
}

/** Adds to `failures` what the list names; returns how many of its entries named nothing sent. */
function collect(value: unknown, wanted: Wanted, failures: Map<string, string>, depth = 0): number {
	if (value === null || value === undefined) return 0;
	if (depth > DEEPEST) return 1;
	if (Array.isArray(value)) {
		return value.reduce<number>(
			(sum, entry) => sum + collect(entry, wanted, failures, depth + 1),
			0,
		);
	}
	if (typeof value === 'object') return collectObject({ ...value }, wanted, failures, depth);
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
	depth: number,
): number {
	const { sent, names } = wanted;
	const own = ownKey(members, names);
	if (own !== undefined) {
		if (!sent.has(own) || namesAnother(members, own, wanted)) return 1;
		failures.set(own, failureText(members, wanted.texts));
		return 0;
	}
	const keyed = Object.entries(members).filter(([name]) => sent.has(name));
	for (const [number, reason] of keyed) failures.set(number, apiMessage(reason));
	if (keyed.length > 0) return Object.keys(members).length - keyed.length;
	return collectNested(members, wanted, failures, depth);
}

/** An id may be the entry's own and equal a number that was sent by chance: then what stands beside it contradicts. */
function namesAnother(members: Record<string, unknown>, own: string, wanted: Wanted): boolean {
	if (ownKey(members, wanted.names.slice(0, SUREST)) !== undefined) return false;
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
	depth: number,
): number {
	const inner = Object.values(parent).filter(
		(value) => typeof value === 'object' && value !== null,
	);
	const found = new Map<string, string>();
	const unnamed = inner.reduce<number>(
		(sum, value) => sum + collect(value, wanted, found, depth + 1),
		0,
	);
	const beside = apiMessage(parent);
	for (const [number, reason] of found) failures.set(number, reason === '' ? beside : reason);
	if (found.size === 0) return Math.max(1, unnamed);
	// A wrapper around a list: each of its entries counts. An entry: what stands beside its invoice is its reason.
	return inner.length === 1 && Array.isArray(inner[0]) ? unnamed : 0;
}

/** Why an entry was not taken: in common words, or where the contract says; `''` when it says nothing. */
export function failureText(entry: unknown, texts: readonly string[]): string {
	const common = apiMessage(entry);
	if (common !== '' || !isObject(entry)) return common;
	const named = new Map(Object.entries(entry));
	return texts.map((name) => apiMessage(named.get(name))).find((text) => text !== '') ?? '';
}

function isScalar(value: unknown): value is string | number {
	return typeof value === 'string' || typeof value === 'number';
}

function count(value: unknown): number | undefined {
	const number = typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : value;
	return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined;
}

/**
 * The one sent key that a text names, e.g. "1042" or "Invoice 1042: postal code missing". A number that
 * merely occurs, as in "at most 100 characters", names nothing. Of a long text only the beginning is looked at.
 */
function keyNamed(text: string, sent: ReadonlySet<string>): string | undefined {
	if (sent.has(text.trim())) return text.trim();
	const words = beginningOf(text);
	const named = [...words.matchAll(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu)]
		.filter(([word]) => sent.has(word))
		.filter(({ index }) =>
			/^\W*$|(invoice|lasku|product|tuote|customer|asiakas|document|code|number|numero|nbr|no\.?)\W*$/i.test(
				words.slice(0, index),
			),
		)
		.map(([word]) => word);
	return new Set(named).size === 1 ? named[0] : undefined;
}

/** How much of a reason is read, in characters. */
const MOST_READ = 2_000;

/** No word of it is cut in half: half a key may be another. */
function beginningOf(text: string): string {
	return text.length > MOST_READ ? text.slice(0, MOST_READ).replace(/[\p{L}\p{N}-]*$/u, '') : text;
}

/** The keys in a text that is nothing but a list of them, "1042, 1043": those sent, and how many others. */
function keysListed(
	words: string,
	sent: ReadonlySet<string>,
): { known: string[]; unknown: number } | undefined {
	const parts = words.split(/[\s,;]+/).filter((part) => part !== '');
	if (parts.length < 2 || !parts.every((part) => sent.has(part) || /^\d+$/.test(part))) {
		return undefined;
	}
	const known = parts.filter((part) => sent.has(part));
	return { known, unknown: parts.length - known.length };
}
