'use strict';

/**
 * Asks again until there is an answer.
 * @template T
 * @param {() => Promise<T | undefined>} look
 * @param {number} deadlineMs
 * @param {string | (() => Promise<string>)} what is the matter when the deadline passes, as in "nothing has come"
 * @returns {Promise<T>}
 */
async function eventually(look, deadlineMs, what) {
	const until = Date.now() + deadlineMs;
	for (;;) {
		const found = await look();
		if (found !== undefined) return found;
		if (Date.now() > until) {
			const sentence = typeof what === 'string' ? what : await what();
			throw new Error(`After ${Math.round(deadlineMs / 1000)} seconds ${sentence}.`);
		}
		await new Promise((resolve) => setTimeout(resolve, 400));
	}
}

module.exports = { eventually };
