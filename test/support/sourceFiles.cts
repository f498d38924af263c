import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');

/** The source files of the package and what is in them, by their path from the root, with forward slashes. */
export function sourceFiles(...folders: string[]): Array<{ file: string; text: string }> {
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
