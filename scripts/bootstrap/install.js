// @ts-check
'use strict';

const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const { cacheFolder } = require('./cache');
const { withLock } = require('./lock');
const { npm, requireNetwork } = require('./npm');

const ROOT = path.join(__dirname, '..', '..');
const OLDEST_NODE = 20;

/**
 * Installs this repository's development packages when they are missing or not those of package-lock.json, and says in
 * one line what it does. Nothing here needs a package, so that it runs in a fresh clone.
 * @param {{ root?: string, log?: (line: string) => void }} [options]
 * @throws one sentence: Node too old, no network, node_modules is a link, or npm's reason
 */
async function ensureInstalled({ root = ROOT, log = console.log } = {}) {
	requireNode();
	if (isInstalled(root)) return;
	/** @param {number} pid */
	const onWait = (pid) => log(`Waiting for process ${pid}, which is installing the packages …`);
	await withLock(
		lockFor(root),
		async () => {
			if (isInstalled(root)) return;
			refuseLink(root);
			await requireNetwork('install the packages of this repository');
			log('Installing the packages of this repository (npm ci; a minute or two) …');
			await npm(['ci', '--ignore-scripts'], {
				cwd: root,
				purpose: 'install the packages of this repository',
			});
			markInstalled(root);
		},
		{ onWait },
	);
}

/** @throws one sentence when this Node is older than the tools here support */
function requireNode(version = process.versions.node) {
	if (Number(version.split('.')[0]) >= OLDEST_NODE) return;
	throw new Error(
		`Node ${OLDEST_NODE} or newer is needed, and this is Node ${version}: install a newer one from https://nodejs.org and run the command again.`,
	);
}

/**
 * npm ci empties the folder first: through a link it would take the packages of another repository away.
 * @param {string} root
 */
function refuseLink(root) {
	const folder = path.join(root, 'node_modules');
	if (!fs.lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return;
	throw new Error(
		'The packages of this repository are missing or of another version, and node_modules is a link: run "npm ci" where it leads, or remove the link.',
	);
}

/** @param {string} root */
function isInstalled(root) {
	const marker = markerOf(root);
	if (fs.existsSync(marker) && fs.readFileSync(marker, 'utf8') === hashOfLock(root)) return true;
	if (!isComplete(root)) return false;
	markInstalled(root);
	return true;
}

/**
 * Somebody may have run `npm ci` by hand: npm's own list of what it put into node_modules tells.
 * @param {string} root
 */
function isComplete(root) {
	const wanted = packagesOf(path.join(root, 'package-lock.json'));
	const present = packagesOf(path.join(root, 'node_modules', '.package-lock.json'));
	return Object.entries(wanted).every(
		([place, { version, optional, devOptional }]) =>
			place === '' || optional || devOptional || present[place]?.version === version,
	);
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>}
 */
function packagesOf(file) {
	if (!fs.existsSync(file)) return {};
	return JSON.parse(fs.readFileSync(file, 'utf8')).packages ?? {};
}

/** @param {string} root */
function markInstalled(root) {
	fs.writeFileSync(markerOf(root), hashOfLock(root));
}

/** @param {string} root */
function markerOf(root) {
	return path.join(root, 'node_modules', '.cash-in-lock');
}

/**
 * Not in the repository: npm replaces node_modules, and git would show anything beside it.
 * @param {string} root
 */
function lockFor(root) {
	const key = crypto.createHash('sha256').update(path.resolve(root)).digest('hex').slice(0, 8);
	return path.join(cacheFolder(), `packages-${key}.lock`);
}

/** @param {string} root */
function hashOfLock(root) {
	const lock = fs.readFileSync(path.join(root, 'package-lock.json'));
	return crypto.createHash('sha256').update(lock).digest('hex');
}

module.exports = { ensureInstalled, requireNode };
