import type { BulkEntry } from './kind';

/**
 * Entries in requests, in order of their first: no more than `size` in one, all of one group, and no key twice in
 * one, since an answer names by its key what was not taken.
 */
export function batchesOf(entries: readonly BulkEntry[], size: number): BulkEntry[][] {
	const batches: BulkEntry[][] = [];
	const open = new Map<string, { batch: BulkEntry[]; keys: Set<string> }>();
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

/** The entries whose key an earlier one has, each with that one; and those that are left. */
export function splitRepeated<Entry extends BulkEntry>(entries: readonly Entry[]) {
	const first = new Map<string, Entry>();
	const repeated = new Map<Entry, Entry>();
	for (const entry of entries) {
		const earlier = first.get(entry.key);
		if (earlier === undefined) first.set(entry.key, entry);
		else repeated.set(entry, earlier);
	}
	return { unique: [...first.values()], repeated };
}
