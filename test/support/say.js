'use strict';

/** A line beside a test's result, such as the seed it ran with. @param {string} line */
function say(line) {
	process.stdout.write(`${line}\n`);
}

module.exports = { say };
