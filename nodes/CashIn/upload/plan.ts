import type { Account } from '../api/account';
import type { SendOptions, UploadEntry, UploadSpec } from './uploadSpec';

/** Entries that are sent alike. */
export interface Group {
	options: SendOptions;
	entries: UploadEntry[];
}

/**
 * Groups entries by account and options, in order of their first. Where the order of requests matters, those of an
 * account stay in order: a group ends where another begins.
 */
export function groupEntries(
	{ isIndependent }: UploadSpec,
	entries: readonly UploadEntry[],
): Group[] {
	const groups: Group[] = [];
	const open = new Map<Account, { latest: Group; all: Map<string, Group> }>();
	for (const entry of entries) {
		const { options } = entry;
		const ofAccount = open.get(options.account);
		// Most have the Options of the one before, which is seen faster than written down.
		if (ofAccount !== undefined && isSentAlike(ofAccount.latest.options, options)) {
			ofAccount.latest.entries.push(entry);
			continue;
		}
		const all = ofAccount?.all ?? new Map<string, Group>();
		const alike = JSON.stringify({ ...options, account: '', item: '' });
		const group = all.get(alike) ?? { options, entries: [] };
		if (group.entries.length === 0) {
			groups.push(group);
			if (!isIndependent) all.clear();
			all.set(alike, group);
		}
		group.entries.push(entry);
		open.set(options.account, { latest: group, all });
	}
	return groups;
}

/** Whether two items of one account have the same Options. */
function isSentAlike(one: SendOptions, other: SendOptions): boolean {
	const names = Object.keys(one) as Array<keyof SendOptions>;
	return (
		names.length === Object.keys(other).length &&
		names.every((name) => name === 'item' || one[name] === other[name])
	);
}

/**
 * Splits entries into requests, in order of their first: at most `size` in one, all of one group, and no key twice
 * in one, since an answer names by its key what was not taken.
 */
export function batchEntries(entries: readonly UploadEntry[], size: number): UploadEntry[][] {
	const batches: UploadEntry[][] = [];
	const open = new Map<string, { batch: UploadEntry[]; keys: Set<string> }>();
	for (const entry of entries) {
		const current = open.get(entry.group);
		if (current !== undefined && current.batch.length < size && !current.keys.has(entry.key)) {
			current.batch.push(entry);
			current.keys.add(entry.key);
		} else {
			const batch = [entry];
			batches.push(batch);
			open.set(entry.group, { batch, keys: new Set([entry.key]) });
		}
	}
	return batches;
}

/** Finds the entries whose key an earlier one of the same account has, each with that one. */
export function findRepeats(entries: readonly UploadEntry[]): Map<UploadEntry, UploadEntry> {
	const accounts = new Map<Account, Map<string, UploadEntry>>();
	const repeats = new Map<UploadEntry, UploadEntry>();
	for (const entry of entries) {
		const { account } = entry.options;
		const firsts = accounts.get(account) ?? new Map<string, UploadEntry>();
		accounts.set(account, firsts);
		const earlier = firsts.get(entry.key);
		if (earlier === undefined) firsts.set(entry.key, entry);
		else repeats.set(entry, earlier);
	}
	return repeats;
}
