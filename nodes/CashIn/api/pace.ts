import type { RequestContext } from './exchange';
import { pause } from './pause';

/** How fast one run of a node may ask: as it likes, until Cash-In says that it is too much. */
export interface Pace {
	/**
	 * Cash-In has answered 429: for the rest of the run there is one request at a time.
	 * @param until nothing is sent before this instant, in milliseconds since 1970
	 */
	slowDown(until: number): void;
	/** Sends at once; after a 429 alone, in turn, and not before the time Cash-In asked for. */
	pass<T>(send: () => Promise<T>): Promise<T>;
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
		pass: async (send) => {
			await turn();
			try {
				const wait = notBefore - Date.now();
				if (wait > 0) await pause(context, wait);
				return await send();
			} finally {
				underWay -= 1;
				waiting.shift()?.();
			}
		},
	};
}
