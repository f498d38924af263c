/** Rate limiter of one run: unlimited until the first 429, then serial. */
export interface RateLimiter {
	/**
	 * Cash-In has answered 429: for the rest of the run there is one request at a time.
	 * @param until nothing is sent before this instant, in milliseconds since 1970
	 */
	serialize(until: number): void;
	/**
	 * Sends at once; after a 429 alone, in turn, and not before the time Cash-In asked for.
	 * @param apart the least time to the beginning of the next request, in milliseconds
	 */
	schedule<T>(send: () => Promise<T>, apart?: number): Promise<T>;
	/** How many were sent so far. */
	readonly requests: number;
}

/**
 * A 429 means the caller, not the request that met it: requests that each waited for themselves would come back
 * together and be refused together.
 * @param sleep throws when the execution is cancelled
 */
export function createRateLimiter(sleep: (milliseconds: number) => Promise<void>): RateLimiter {
	let slowed = false;
	let notBefore = 0;
	let underWay = 0;
	let nextBeginning = 0;
	let requests = 0;
	const waiting: Array<() => void> = [];

	const waitForTurn = async () => {
		while (slowed && underWay > 0) {
			await new Promise<void>((resolve) => waiting.push(resolve));
		}
		underWay += 1;
	};
	return {
		serialize: (until) => {
			slowed = true;
			notBefore = Math.max(notBefore, until);
		},
		schedule: async (send, apart = 0) => {
			await waitForTurn();
			try {
				const slot = Math.max(Date.now(), nextBeginning);
				nextBeginning = slot + apart;
				// A 429 may come meanwhile. Asked for even without a wait: after a cancel nothing goes out.
				do await sleep(Math.max(slot, notBefore) - Date.now());
				while (notBefore > Date.now());
				requests += 1;
				return await send();
			} finally {
				underWay -= 1;
				waiting.shift()?.();
			}
		},
		get requests() {
			return requests;
		},
	};
}
