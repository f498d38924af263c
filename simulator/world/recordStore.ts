import type { JsonObject } from './handler';
import { store } from './world';

/** Records by a code of their own, in the order they came. */
type Records = Map<string, JsonObject>;

/** By product code. */
export const productsOf = store((): Records => new Map());

/** By customer code. */
export const customersOf = store((): Records => new Map());

/** E-invoicing contracts, by customer code. */
export const contractsOf = store((): Records => new Map());

/** Keeps a record; members of one already there that are not given stay as they are. */
export function merge(records: Records, code: string, members: JsonObject): void {
	records.set(code, { ...records.get(code), ...members });
}
