/** Does something as soon as a condition holds; gives back how to stop watching for it. */
export const whenever = (holds: () => boolean, then: () => void): (() => void) => {
	const watch = setInterval(() => {
		if (holds()) then();
	}, 1);
	return () => clearInterval(watch);
};

/**
 * Waits until a condition holds, and notices within a moment.
 * @param what is the matter when it does not in time, as in "nothing has come"
 */
export const until = async (
	holds: () => boolean,
	what: string,
	deadlineMs = 60_000,
): Promise<void> =>
	await new Promise((resolve, reject) => {
		const end = () => {
			stop();
			clearTimeout(late);
		};
		const late = setTimeout(() => {
			end();
			reject(new Error(`After ${Math.round(deadlineMs / 1000)} seconds ${what}.`));
		}, deadlineMs);
		const stop = whenever(holds, () => {
			end();
			resolve();
		});
	});
