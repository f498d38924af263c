import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import { cacheFolder } from '../bootstrap/cache';
import { withLock } from '../bootstrap/lock';
import { npm } from '../bootstrap/npm';

const DAY_MS = 86_400_000;
const ROOT = path.join(__dirname, '..', '..');

/** Everything a build reads or a tarball holds, relative to the repository. */
const SOURCES = [
	'contract',
	'credentials',
	'docs',
	'icons',
	'nodes',
	'scripts',
	'CHANGELOG.md',
	'LICENSE.md',
	'README.md',
	'gulpfile.js',
	'package.json',
	'package-lock.json',
	'tsconfig.json',
];

/**
 * Builds and packs the package as it is published. A tarball of the very same sources is reused.
 * @returns the tarball, in the cache folder
 */
export async function packNode({
	repository = ROOT,
	log = () => {},
	signal,
}: {
	repository?: string;
	log?: (line: string) => void;
	signal?: AbortSignal;
} = {}): Promise<string> {
	const folder = path.join(cacheFolder(), 'packed');
	const key = crypto
		.createHash('sha256')
		.update(path.resolve(repository))
		.digest('hex')
		.slice(0, 8);
	const build = async () => {
		const { name, version } = JSON.parse(
			fs.readFileSync(path.join(repository, 'package.json'), 'utf8'),
		);
		const target = path.join(folder, key, `${hashOf(repository)}`);
		const tarball = path.join(target, `${name}-${version}.tgz`);
		if (fs.existsSync(tarball)) return tarball;

		log('Building and packing the node …');
		await npm(['run', 'build'], { cwd: repository, purpose: 'build the node', signal });
		removeOld(path.join(folder, key));
		const unfinished = `${target}.unfinished`;
		fs.mkdirSync(unfinished, { recursive: true });
		await npm(['pack', '--ignore-scripts', '--pack-destination', unfinished], {
			cwd: repository,
			purpose: 'pack the node',
			signal,
		});
		fs.rmSync(target, { recursive: true, force: true });
		fs.renameSync(unfinished, target);
		return tarball;
	};
	return await withLock(path.join(folder, `${key}.lock`), build, { signal });
}

/** An earlier tarball may be in use at this moment by a run that began before the sources changed. */
function removeOld(folder: string) {
	if (!fs.existsSync(folder)) return;
	for (const name of fs.readdirSync(folder)) {
		const old = path.join(folder, name);
		if (Date.now() - fs.statSync(old).mtimeMs > DAY_MS)
			fs.rmSync(old, { recursive: true, force: true });
	}
}

function hashOf(repository: string): string {
	const hash = crypto.createHash('sha256');
	for (const source of SOURCES) {
		const start = path.join(repository, source);
		if (!fs.existsSync(start)) continue;
		for (const file of filesOf(start)) {
			hash.update(path.relative(repository, file)).update('\0').update(fs.readFileSync(file));
		}
	}
	return hash.digest('hex').slice(0, 16);
}

function filesOf(start: string): string[] {
	if (!fs.statSync(start).isDirectory()) return [start];
	return fs
		.readdirSync(start)
		.sort()
		.flatMap((name) => filesOf(path.join(start, name)));
}
