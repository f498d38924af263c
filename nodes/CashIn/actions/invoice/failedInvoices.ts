import { apiMessage } from '../../api/apiMessage';

/** What an upload answer says of each invoice of the request. */
export type UploadVerdict =
	| { kind: 'settled'; failures: Map<string, string>; statusDescription: string }
	/** The counters and the list do not fit together: it is not known which invoices were taken. */
	| { kind: 'unclear'; reason: string };

/**
 * Reads which invoices of a request Cash-In did not take. The counters are documented, the shape of
 * `FailedInvoices` is not: numbers, texts, objects under several names, nested or keyed by number are all
 * understood. What cannot be told apart is said to be unclear and never guessed.
 * @param sent the invoice numbers of the request, as text, each once
 * @returns failures by invoice number, with the reason Cash-In gives ('' when it gives none)
 */
export function readUpload(answer: unknown, sent: string[]): UploadVerdict {
	const members: Record<string, unknown> =
		typeof answer === 'object' && answer !== null ? { ...answer } : {};
	const statusDescription = text(members.StatusDescription);
	const uploaded = count(members.UploadedInvoicesCount);
	const failed = count(members.FailedInvoicesCount);
	const failures = new Map<string, string>();
	collect(members.FailedInvoices, new Set(sent), failures);

	if (failed === sent.length && failures.size < failed) {
		for (const number of sent) if (!failures.has(number)) failures.set(number, statusDescription);
	}
	if (failed !== undefined && failed !== failures.size) {
		return {
			kind: 'unclear',
			reason: `Cash-In says that ${failed} of ${sent.length} were not taken, but ${failures.size} of them could be recognised in its answer`,
		};
	}
	if (uploaded !== undefined && uploaded + failures.size !== sent.length) {
		return {
			kind: 'unclear',
			reason: `Cash-In says that ${uploaded} of ${sent.length} were taken and ${failures.size} were not, which does not add up`,
		};
	}
	return { kind: 'settled', failures, statusDescription };
}

const NUMBER_NAMES = /^((sales_?)?invoice_?(number|no|nbr|id)?|number|id)$/i;

function collect(value: unknown, sent: Set<string>, failures: Map<string, string>): void {
	if (value === null || value === undefined) return;
	if (Array.isArray(value)) {
		for (const entry of value) collect(entry, sent, failures);
		return;
	}
	if (typeof value === 'object') {
		collectObject({ ...value }, sent, failures);
		return;
	}
	const number = numberIn(String(value), sent);
	if (number !== undefined)
		failures.set(number, number === String(value).trim() ? '' : String(value));
}

function collectObject(
	members: Record<string, unknown>,
	sent: Set<string>,
	failures: Map<string, string>,
): void {
	const own = Object.entries(members).find(
		([name, value]) => NUMBER_NAMES.test(name) && isScalar(value) && sent.has(String(value)),
	);
	if (own !== undefined) {
		failures.set(String(own[1]), apiMessage(members));
		return;
	}
	for (const [name, value] of Object.entries(members)) {
		if (sent.has(name)) failures.set(name, apiMessage(value));
		else if (typeof value === 'object') collectNested(value, members, sent, failures);
	}
}

/** `{ Invoice: { InvoiceNumber }, Error: "…" }`: the reason may stand beside the invoice. */
function collectNested(
	value: unknown,
	parent: Record<string, unknown>,
	sent: Set<string>,
	failures: Map<string, string>,
): void {
	const found = new Map<string, string>();
	collect(value, sent, found);
	const beside = apiMessage(parent);
	for (const [number, reason] of found) failures.set(number, reason === '' ? beside : reason);
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
	return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}

function text(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
