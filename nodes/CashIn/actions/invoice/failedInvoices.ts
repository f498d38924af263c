import { apiMessage } from '../../api/apiMessage';

/** What an upload answer says of each invoice of the request. */
export type UploadVerdict =
	| { kind: 'settled'; failures: Map<string, string>; statusDescription: string }
	/** The answer does not tell which invoices were taken. */
	| { kind: 'unclear'; reason: string };

/**
 * Reads which invoices of a request Cash-In did not take. The counters are documented, the shape of
 * `FailedInvoices` is not: numbers, texts, objects under several names, nested or keyed by number are all
 * understood. An answer that does not tell is said to be unclear; nothing is guessed, and silence is no success.
 * @param sent the invoice numbers of the request, as text, each once
 * @returns failures by invoice number, with the reason Cash-In gives ('' when it gives none)
 */
export function readUpload(answer: unknown, sent: string[]): UploadVerdict {
	const { uploaded, failed, entries, statusDescription } = readMembers(answer);
	const failures = new Map<string, string>();
	const unnamed = collect(entries, new Set(sent), failures);

	if (failed === sent.length && failures.size < failed) {
		for (const number of sent) if (!failures.has(number)) failures.set(number, statusDescription);
	} else if (unnamed > 0) {
		return unclear('its list of failed invoices names some that were not recognised');
	}
	if (uploaded === undefined && failed === undefined && failures.size === 0) {
		return unclear('its answer does not say how many invoices were taken');
	}
	if (failed !== undefined && failed !== failures.size) {
		return unclear(
			`it says that ${failed} of ${sent.length} were not taken, and ${failures.size} of them could be recognised in its answer`,
		);
	}
	if (uploaded !== undefined && uploaded + failures.size !== sent.length) {
		return unclear(
			`it says that ${uploaded} of ${sent.length} were taken and ${failures.size} were not, which does not add up`,
		);
	}
	return { kind: 'settled', failures, statusDescription };
}

function unclear(reason: string): UploadVerdict {
	return { kind: 'unclear', reason: `Cash-In took the request, but ${reason}` };
}

/** The documented members, however they are cased, and inside `Data` where the answer has an envelope. */
function readMembers(answer: unknown) {
	const outer = lowerCased(answer);
	const data = outer.get('data');
	const enveloped = !outer.has('failedinvoicescount') && !outer.has('uploadedinvoicescount');
	const members = enveloped && data !== undefined ? lowerCased(data) : outer;
	const description = members.get('statusdescription');
	return {
		uploaded: count(members.get('uploadedinvoicescount')),
		failed: count(members.get('failedinvoicescount')),
		entries: members.get('failedinvoices'),
		statusDescription: typeof description === 'string' ? description : '',
	};
}

function lowerCased(value: unknown): Map<string, unknown> {
	const members = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
	return new Map(
		Object.entries(members).map(([name, member]): [string, unknown] => [
			name.toLowerCase(),
			member,
		]),
	);
}

/** Names of the invoice number, the surest first: an entry may carry an id of its own beside it. */
const NUMBER_NAMES = [
	/^(sales_?)?invoice_?(number|no|nbr)$/i,
	/^invoice$/i,
	/^number$/i,
	/^(invoice_?)?id$/i,
];

/** Adds to `failures` what the list names; returns how many of its entries named no sent invoice. */
function collect(value: unknown, sent: Set<string>, failures: Map<string, string>): number {
	if (value === null || value === undefined) return 0;
	if (Array.isArray(value)) {
		return value.reduce<number>((sum, entry) => sum + collect(entry, sent, failures), 0);
	}
	if (typeof value === 'object') return collectObject({ ...value }, sent, failures);
	const number = numberIn(String(value), sent);
	if (number === undefined) return 1;
	failures.set(number, number === String(value).trim() ? '' : String(value));
	return 0;
}

function collectObject(
	members: Record<string, unknown>,
	sent: Set<string>,
	failures: Map<string, string>,
): number {
	const own = ownNumber(members);
	if (own !== undefined) {
		if (!sent.has(own)) return 1;
		failures.set(own, apiMessage(members));
		return 0;
	}
	const keyed = Object.entries(members).filter(([name]) => sent.has(name));
	for (const [number, reason] of keyed) failures.set(number, apiMessage(reason));
	if (keyed.length > 0) return Object.keys(members).length - keyed.length;
	return collectNested(members, sent, failures);
}

/** The number an entry gives for itself. */
function ownNumber(members: Record<string, unknown>): string | undefined {
	for (const name of NUMBER_NAMES) {
		const found = Object.entries(members).find(([key, value]) => name.test(key) && isScalar(value));
		if (found !== undefined) return String(found[1]).trim();
	}
	return undefined;
}

/** `{ Invoice: { InvoiceNumber }, Error: "…" }` or `{ Items: [ … ] }`: the reason may stand beside the invoice. */
function collectNested(
	parent: Record<string, unknown>,
	sent: Set<string>,
	failures: Map<string, string>,
): number {
	const inner = Object.values(parent).filter(
		(value) => typeof value === 'object' && value !== null,
	);
	const found = new Map<string, string>();
	const unnamed = inner.reduce<number>((sum, value) => sum + collect(value, sent, found), 0);
	const beside = apiMessage(parent);
	for (const [number, reason] of found) failures.set(number, reason === '' ? beside : reason);
	if (found.size === 0) return Math.max(1, unnamed);
	// A wrapper around a list: each of its entries counts. An entry: what stands beside its invoice is its reason.
	return inner.length === 1 && Array.isArray(inner[0]) ? unnamed : 0;
}

/**
 * The one sent number that a text names, e.g. "1042" or "Invoice 1042: postal code missing". A number that
 * merely occurs, as in "at most 100 characters", names nothing.
 */
function numberIn(words: string, sent: Set<string>): string | undefined {
	if (sent.has(words.trim())) return words.trim();
	const named = [...words.matchAll(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu)]
		.filter(([word]) => sent.has(word))
		.filter(({ index }) =>
			/^\W*$|(invoice|lasku|number|numero|nbr|no\.?)\W*$/i.test(words.slice(0, index)),
		)
		.map(([word]) => word);
	return new Set(named).size === 1 ? named[0] : undefined;
}

function isScalar(value: unknown): value is string | number {
	return typeof value === 'string' || typeof value === 'number';
}

function count(value: unknown): number | undefined {
	const number = typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : value;
	return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined;
}
