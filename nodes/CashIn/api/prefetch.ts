import { sleep } from 'n8n-workflow';

/** Pages of a list that are requested before they are needed, and given out in order. */
export interface Prefetch {
	/**
	 * The answer of the next page.
	 * @param atOnce how many pages may be under way at a time; with one, none is requested before its turn
	 * @param open how many pages are surely still needed, this one included
	 */
	next(atOnce: number, open: number): Promise<unknown>;
	/** Whether pages are still wanted; one that is not need not be asked for again. */
	readonly wanted: boolean;
	/** No further page is wanted. What is under way runs out by itself. */
	stop(): void;
}

/**
 * With every answer the next page is requested, so that one slow answer does not hold up those behind it; but of pages
 * whose turn has not come there are never more than twice as many as may be under way.
 * @param first number of the first page
 * @param fetchPage awaits `onArrival` when its answer has come, before it does anything with it
 */
export function createPrefetch(
	first: number,
	fetchPage: (page: number, onArrival: () => Promise<void>) => Promise<unknown>,
): Prefetch {
	const queue: Array<Promise<unknown>> = [];
	/** The page that is given out next, and the one that is requested next. */
	let turn = first;
	let number = first;
	let most = 1;
	let last = first;
	let underWay = 0;
	let wanted = true;

	const fill = () => {
		const held = most === 1 ? 1 : 2 * most;
		while (wanted && underWay < most && number <= last && number < turn + held) {
			underWay += 1;
			let arrived = false;
			const answer = fetchPage(number++, async () => {
				// One that cannot be read may be asked for once more.
				if (arrived) return;
				arrived = true;
				underWay -= 1;
				fill();
				// What was requested gets on its way before this one is read.
				if (most > 1) await sleep(0);
			});
			// A failure counts when it is its page's turn, and not at all when the list has ended before.
			answer.catch(() => undefined);
			queue.push(answer);
		}
	};
	return {
		next: async (atOnce, open) => {
			most = Math.max(1, atOnce);
			last = turn + Math.max(1, open) - 1;
			fill();
			const answer = await queue.shift();
			turn += 1;
			return answer;
		},
		get wanted() {
			return wanted;
		},
		stop: () => {
			wanted = false;
		},
	};
}
