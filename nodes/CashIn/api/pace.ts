import type { RequestContext } from './exchange';
import { pause } from './pause';

/** How fast one run of a node may ask: as it likes, until Cash-In says that it is too much. */
export interface Pace {
	/**
	 * Cash-In has answered 429: for the rest of the run there is one request at a time.
	 * @param until nothing is sent before this instant, in milliseconds since 1970
	 */
	slowDown(until: number): void;
	/**
	 * Sends at once; after a 429 alone, in turn, and not before the time Cash-In asked for.
	 * @param apart the least time to the beginning of the next request, in milliseconds
	 */
	pass<T>(send: () => Promise<T>, apart?: number): Promise<T>;
	/** How many were sent so far. */
	readonly requests: number;
}

/** n8n makes a context for each run of a node, so that what is noted here ends with it. */
const paces = new WeakMap<RequestContext, Pace>();

/**
 * The pace of this run. A 429 means the caller, not the request that happened to meet it: requests that each
 * waited for themselves would come back together and be refused together.
 */
export function paceOf(context: RequestContext): Pace {
	const pace = paces.get(context) ?? createPace(context);
	paces.set(context, pace);
	return pace;
}

function createPace(context: RequestContext): Pace {
	let slowed = false;
	let notBefore = 0;
	let underWay = 0;
	let nextBeginning = 0;
	let requests = 0;
	const waiting: Array<() => void> = [];

	const turn = async () => {
		while (slowed && underWay > 0) {
			await new Promise<void>((resolve) => waiting.push(resolve));
		}
		underWay += 1;
	};
	return {
		slowDown: (until) => {
			slowed = true;
			notBefore = Math.max(notBefore, until);
		},
		pass: async (send, apart = 0) => {
			await turn();
			try {
				const slot = Math.max(Date.now(), nextBeginning);
				nextBeginning = slot + apart;
				// A 429 may come meanwhile. Asked for even without a wait: after a cancel nothing goes out.
				do await pause(context, Math.max(slot, notBefore) - Date.now());
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
