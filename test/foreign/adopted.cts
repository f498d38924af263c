import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { copyRepository } from '../../scripts/checks/copy-repository.cts';
import { forgetAdoption } from '../support/adopting.cts';

const RESULT = 'adopted.json';
export const DOCUMENT = 'test/fixtures/foreign/openapi.yaml';

interface Step {
	status: number | null;
	/** What it printed, of both kinds. */
	output: string;
}

/** What became of the copy. */
export interface Adopted {
	/** The folder of the repository as it was before. */
	before: string;
	adoption: Step;
	/** Files that were changed, added or taken away, from the root. */
	changed: string[];
	build: Step;
}

/**
 * Copies the repository as git knows it, adopts the foreign document there with the command that a maintainer gives,
 * and builds the package as it is published. Where another document was adopted already, it begins before that.
 * @returns the folder of the copy
 */
export function adoptInCopy(): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'cash-in-foreign-'));
	const before = path.join(folder, 'before');
	const after = path.join(folder, 'after');
	const files = copyRepository(before);
	if (forgetAdoption(before)) assertDone(run(before, ['run', 'contract']));
	cpSync(before, after, { recursive: true, verbatimSymlinks: true });
	const adoption = run(after, ['run', 'adopt', '--', DOCUMENT, '--accept']);
	const changed = changes(before, after, files);
	const build = run(after, ['run', 'build']);
	const result: Adopted = { before, adoption, changed, build };
	writeFileSync(path.join(folder, RESULT), JSON.stringify(result));
	return folder;
}

function assertDone({ status, output }: Step): void {
	if (status !== 0) throw new Error(output);
}

/** The copy that the set-up of this project made. */
export const copyFolder = (): string => {
	const folder = process.env.CASH_IN_FOREIGN;
	if (folder === undefined) throw new Error('CASH_IN_FOREIGN is not set: run this through jest');
	return folder;
};

export function readAdopted(): Adopted {
	return JSON.parse(readFileSync(path.join(copyFolder(), RESULT), 'utf8')) as Adopted;
}

/** A file of the repository. */
export const textBefore = (file: string) =>
	readFileSync(path.join(readAdopted().before, file), 'utf8');

/** The same in the copy, after the adoption. */
export const textAfter = (file: string) =>
	readFileSync(path.join(copyFolder(), 'after', file), 'utf8');

/** A module of the package as it was built in the copy. */
export function built<Module>(file: string): Module {
	const target = path.join(copyFolder(), 'after', 'dist', file);
	if (!existsSync(target)) {
		const { adoption, build } = readAdopted();
		throw new Error(`${file} was not built.\n${adoption.output}\n${build.output}`);
	}
	return require(target) as Module;
}

/** Files that are not as they were. */
function changes(before: string, after: string, files: string[]): string[] {
	const now = readdirSync(after, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.relative(after, path.join(entry.parentPath, entry.name)))
		.map((file) => file.split(path.sep).join('/'));
	const gone = files.filter((file) => !now.includes(file) && existsSync(path.join(before, file)));
	const other = now.filter(
		(file) =>
			!existsSync(path.join(before, file)) ||
			!readFileSync(path.join(before, file)).equals(readFileSync(path.join(after, file))),
	);
	return [...gone, ...other].sort();
}

/** Without colours, as it would be read in a log. */
function run(cwd: string, args: string[]): Step {
	const { status, stdout, stderr } = spawnSync('npm', args, {
		cwd,
		encoding: 'utf8',
		env: { ...process.env, FORCE_COLOR: '0', NODE_ENV: '' },
	});
	return { status, output: `${stdout}\n${stderr}` };
}
