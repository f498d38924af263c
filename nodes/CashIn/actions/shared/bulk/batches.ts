import type { Account } from '../../../api/account';
import type { BulkEntry, BulkKind, SendSettings } from './kind';

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

/** Entries that are sent alike. */
export interface Group<Entry> {
	settings: SendSettings;
	entries: Entry[];
}

/**
 * Entries by how they are sent, in order of their first. Where it matters which request arrives first, those of an
 * account stay in order: a group ends where another begins.
 */
export function groupsOf<Entry extends BulkEntry>(
	{ anyOrder = false }: BulkKind,
	entries: readonly Entry[],
): Array<Group<Entry>> {
	const groups: Array<Group<Entry>> = [];
	const open = new Map<unknown, Group<Entry>>();
	for (const entry of entries) {
		const { settings } = entry;
		const place = anyOrder ? settings : settings.access;
		const current = open.get(place);
		if (current?.settings === settings) {
			current.entries.push(entry);
		} else {
			const group = { settings, entries: [entry] };
			groups.push(group);
			open.set(place, group);
		}
	}
	return groups;
}

/** The entries whose key an earlier one of the same account has, each with that one; and those that are left. */
export function splitRepeated<Entry extends BulkEntry>(entries: readonly Entry[]) {
	const accounts = new Map<Account, Map<string, Entry>>();
	const unique: Entry[] = [];
	const repeated = new Map<Entry, Entry>();
	for (const entry of entries) {
		const { access } = entry.settings;
		const firsts = accounts.get(access) ?? new Map<string, Entry>();
		accounts.set(access, firsts);
		const earlier = firsts.get(entry.key);
		if (earlier === undefined) {
			firsts.set(entry.key, entry);
			unique.push(entry);
		} else {
			repeated.set(entry, earlier);
		}
	}
	return { unique, repeated };
}
