'use strict';

const fs = require('node:fs');
const path = require('node:path');

const ROOT = path.join(__dirname, '..', '..');

/**
 * The source files of the package and what is in them, by their path from the root, with forward slashes.
 * @param {...string} folders
 * @returns {Array<{ file: string, text: string }>}
 */
function sourceFiles(...folders) {
	return folders.flatMap((folder) =>
		fs
			.readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && /\.(ts|json)$/.test(entry.name))
			.map((entry) => {
				const file = path.join(entry.parentPath ?? entry.path, entry.name);
				return {
					file: path.relative(ROOT, file).split(path.sep).join('/'),
					text: fs.readFileSync(file, 'utf8'),
				};
			}),
	);
}

module.exports = { sourceFiles };
