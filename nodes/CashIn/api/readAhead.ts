/** Pages of a list that are asked for before it is their turn, and given out in order. */
export interface ReadAhead {
	/**
	 * The answer of the next page.
	 * @param underWay how many pages are to be under way while waiting for it, that one included
	 */
	next(underWay: number): Promise<unknown>;
	/** Whether pages are still wanted; one that is not need not be asked for again. */
	readonly wanted: boolean;
	/** No further page is wanted. What is under way runs out by itself. */
	stop(): void;
}

/**
 * @param first number of the first page
 * @param ask asks for the page of a number
 */
export function createReadAhead(first: number, ask: (page: number) => Promise<unknown>): ReadAhead {
	const queue: Array<Promise<unknown>> = [];
	let number = first;
	let wanted = true;
	return {
		next: async (underWay) => {
			while (queue.length < Math.max(1, underWay)) {
				const answer = ask(number++);
				// A failure counts when it is its page's turn, and not at all when the list has ended before.
				answer.catch(() => undefined);
				queue.push(answer);
			}
			return await queue.shift();
		},
		get wanted() {
			return wanted;
		},
		stop: () => {
			wanted = false;
		},
	};
}
