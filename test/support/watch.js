'use strict';

/**
 * Does something as soon as a condition holds; gives back how to stop watching for it.
 * @param {() => boolean} holds
 * @param {() => void} then
 * @returns {() => void}
 */
exports.whenever = (holds, then) => {
	const watch = setInterval(() => {
		if (holds()) then();
	}, 1);
	return () => clearInterval(watch);
};

/**
 * Waits until a condition holds, and notices within a moment.
 * @param {() => boolean} holds
 * @param {string} what is the matter when it does not in time, as in "nothing has come"
 * @param {number} [deadlineMs]
 * @returns {Promise<void>}
 */
exports.until = async (holds, what, deadlineMs = 60_000) =>
	await new Promise((resolve, reject) => {
		const end = () => {
			stop();
			clearTimeout(late);
		};
		const late = setTimeout(() => {
			end();
			reject(new Error(`After ${Math.round(deadlineMs / 1000)} seconds ${what}.`));
		}, deadlineMs);
		const stop = exports.whenever(holds, () => {
			end();
			resolve();
		});
	});
