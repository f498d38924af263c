import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Prepares a repository whose packages are a link to those of another one, and not the ones it asks for.
 * @returns `kept`: whether the other one still has its own
 */
export function linkedRepository(): { root: string; kept: () => boolean; remove: () => void } {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cash-in-linked-'));
	const root = path.join(folder, 'repository');
	const shared = path.join(folder, 'shared');
	const one = path.join(shared, 'example', 'package.json');
	fs.mkdirSync(path.dirname(one), { recursive: true });
	fs.writeFileSync(one, '{}');
	fs.mkdirSync(root);
	fs.writeFileSync(path.join(root, 'package.json'), '{ "name": "example", "version": "1.0.0" }');
	const packages = { '': {}, 'node_modules/example': { version: '1.0.0' } };
	fs.writeFileSync(
		path.join(root, 'package-lock.json'),
		JSON.stringify({ name: 'example', version: '1.0.0', lockfileVersion: 3, packages }),
	);
	fs.symlinkSync(shared, path.join(root, 'node_modules'));
	return {
		root,
		kept: () => fs.existsSync(one),
		remove: () => fs.rmSync(folder, { recursive: true, force: true }),
	};
}
