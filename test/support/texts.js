'use strict';

const fs = require('node:fs');
const path = require('node:path');

/** A text of the repository, with every run of blanks as one. @param {string} file from the root */
function textOf(file) {
	return fs.readFileSync(path.join(__dirname, '..', '..', file), 'utf8').replace(/\s+/g, ' ');
}

module.exports = { textOf };
