type N8n = typeof import('n8n-workflow');

/** How long each wait of the node was to last, in milliseconds, in their order. */
export const waits: number[] = [];

/**
 * n8n's module with other waits, for `jest.mock`: what the node waits for is counted, never timed.
 * @param lasts how long a wait of so many milliseconds really is
 */
export function withWaits(lasts: (milliseconds: number) => number): N8n {
	const actual = jest.requireActual<N8n>('n8n-workflow');
	return {
		...actual,
		sleep: async (milliseconds, signal) => {
			waits.push(milliseconds);
			await actual.sleep(lasts(milliseconds), signal);
		},
	};
}
