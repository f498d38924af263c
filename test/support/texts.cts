import fs from 'node:fs';
import path from 'node:path';

/**
 * A text of the repository, with every run of blanks as one.
 * @param file from the root
 */
export function textOf(file: string): string {
	return fs.readFileSync(path.join(__dirname, '..', '..', file), 'utf8').replace(/\s+/g, ' ');
}
