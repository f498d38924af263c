import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');

/**
 * A folder with these files, the packages and the settings of remark, as a clone would have them: no git, and so no
 * remote, is around it.
 */
export function pagesFolder(files: Record<string, string>): { folder: string; remove(): void } {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cash-in-pages-'));
	for (const name of ['.remarkrc.mjs', 'package.json']) {
		fs.copyFileSync(path.join(ROOT, name), path.join(folder, name));
	}
	fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
	for (const [name, text] of Object.entries(files)) {
		fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		fs.writeFileSync(path.join(folder, name), text);
	}
	return { folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}
