import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.join(__dirname, '..', '..');

/** Written by a generator: not read, counted or judged as code. */
const GENERATED = /\.generated\.ts$|\/generated\/|\/__schema__\//;

/** Files written by hand that git knows or will know, in folders of the repository; with forward slashes from the root. */
export function handWritten(folders: string[], extension = /\.ts$/): string[] {
	const list = ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate', '--'];
	return execFileSync('git', [...list, ...folders], { cwd: ROOT, encoding: 'utf8' })
		.split('\n')
		.filter((file) => extension.test(file) && !GENERATED.test(file));
}

export const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
