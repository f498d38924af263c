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
 * Waits until a condition holds.
 * @param {() => boolean} holds
 * @returns {Promise<void>}
 */
exports.until = async (holds) =>
	await new Promise((resolve) => {
		const stop = exports.whenever(holds, () => {
			stop();
			resolve();
		});
	});
