'use strict';

/** n8n prints a run indented by two: it begins with a line "{" and ends with a line "}". */
function readRun({ stdout, output }) {
	const lines = stdout.split('\n');
	const first = lines.indexOf('{');
	const last = lines.indexOf('}', first);
	if (first === -1 || last === -1) {
		throw new Error(
			`n8n printed no result of the run:\n${output.trim().split('\n').slice(-20).join('\n')}`,
		);
	}
	return JSON.parse(lines.slice(first, last + 1).join('\n'));
}

module.exports = { readRun };
