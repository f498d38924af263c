import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import { root } from '../contract/source.cts';

/**
 * Copies the repository as git knows it, with what is not committed yet, and links the packages.
 * @returns the files, from the root
 */
export function copyRepository(folder: string): string[] {
	const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
	const files = execFileSync('git', list, { cwd: root, encoding: 'utf8' })
		.split('\0')
		.filter((file) => file !== '' && fs.existsSync(path.join(root, file)));
	for (const file of files) {
		fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
		fs.copyFileSync(path.join(root, file), path.join(folder, file));
	}
	fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
	return files;
}
