import type { Clock } from './clock';

/** The keys the simulated Cash-In has given out. A key opens the API until it is renewed and its grace ends. */
export interface KeyStore {
	isKnown(key: unknown): boolean;
	/** A partner's key has the greater rights: it opens the creditor's operations too (our reading). */
	isPartner(key: unknown): boolean;
	/** The customer code of the creditor a key belongs to; undefined for a partner's key. */
	ownerOf(key: unknown): string | undefined;
	/** The key a creditor uses now. */
	currentOf(customerCode: string): string | undefined;
	/** Gives a creditor a key. */
	issue(customerCode: string): string;
	/**
	 * Gives a new key with the rights of the old one, which dies after the grace.
	 *
	 * @param graceSeconds by the simulator's clock
	 */
	renew(key: string, graceSeconds: number): string;
	/** Back to the keys it began with. */
	clear(): void;
}

interface Entry {
	key: string;
	/** Undefined: a partner's key. */
	customerCode: string | undefined;
	/** Undefined: until it is renewed. */
	deadFromMs?: number;
}

/**
 * @param customerCode the creditor the given creditor keys belong to
 */
export function createKeyStore(
	clock: Clock,
	customerCode: string,
	given: { keys: readonly string[]; partnerKeys: readonly string[] },
): KeyStore {
	const atStart = (): Entry[] => [
		...given.keys.map((key) => ({ key, customerCode })),
		...given.partnerKeys.map((key) => ({ key, customerCode: undefined })),
	];
	let entries = atStart();
	const find = (key: unknown) =>
		entries.find(
			(entry) => entry.key === key && clock.now().getTime() < (entry.deadFromMs ?? Infinity),
		);
	const add = (owner: string | undefined) => {
		const key = `simulated-${crypto.randomUUID()}`;
		entries.push({ key, customerCode: owner });
		return key;
	};
	return {
		isKnown: (key) => find(key) !== undefined,
		isPartner: (key) => {
			const entry = find(key);
			return entry !== undefined && entry.customerCode === undefined;
		},
		ownerOf: (key) => find(key)?.customerCode,
		currentOf: (code) =>
			entries.find((entry) => entry.customerCode === code && entry.deadFromMs === undefined)?.key,
		issue: (code) => add(code),
		renew: (key, graceSeconds) => {
			const entry = find(key);
			if (entry === undefined) throw new Error('There is no such key to renew.');
			// Renewing twice must not lengthen the old key's life.
			entry.deadFromMs ??= clock.now().getTime() + graceSeconds * 1_000;
			return add(entry.customerCode);
		},
		clear: () => {
			entries = atStart();
		},
	};
}
