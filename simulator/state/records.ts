import type { JsonObject } from './invoices';

/** Records that have a code of their own, such as products; in the order they came. */
export interface RecordStore {
	has(code: string): boolean;
	get(code: string): JsonObject | undefined;
	/** Keeps a record; members of one already there that are not given stay as they are. */
	merge(code: string, members: JsonObject): JsonObject;
	/** False when there was none. */
	remove(code: string): boolean;
	all(): JsonObject[];
	clear(): void;
}

export function createRecordStore(): RecordStore {
	const records = new Map<string, JsonObject>();
	return {
		has: (code) => records.has(code),
		get: (code) => records.get(code),
		merge: (code, members) => {
			const merged = { ...records.get(code), ...members };
			records.set(code, merged);
			return merged;
		},
		remove: (code) => records.delete(code),
		all: () => [...records.values()],
		clear: () => records.clear(),
	};
}
