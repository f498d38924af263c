// @ts-check
'use strict';

// The tasks are written in TypeScript.
require('tsx/cjs');

const { parallel, series } = require('gulp');

/** Checks that every icon is a small, square, self-contained drawing, in a light and a dark version. */
async function icons() {
	const { checkIcons } = require('./scripts/assets/icons.cts');
	await checkIcons();
}

/** Writes the output previews of the editor, from the contract's examples. */
async function schemas() {
	await generated((file) => file.includes('__schema__'));
}

/** Writes endpoint table, types, members and documentation tables from the contract. */
async function contractFiles() {
	await generated((file) => !file.includes('__schema__'));
}

/** @param {(file: string) => boolean} wanted */
async function generated(wanted) {
	const { write } = require('./scripts/contract/generate.cts');
	for (const file of await write(wanted)) console.log(`written ${file}`);
}

/** Writes the pages of what the nodes offer, once everything that they follow is written. */
async function pages() {
	const { writeWithPages } = require('./scripts/contract/generate.cts');
	for (const file of await writeWithPages([])) console.log(`written ${file}`);
}

/** Writes what the documentation says of the versions of n8n, from what `npm run test:versions` found. */
async function versions() {
	const { format, writeMade } = require('./scripts/contract/generate.cts');
	const { versionFiles } = require('./scripts/n8n/versionDocs.cts');
	const made = await Promise.all(versionFiles().map(format));
	for (const file of writeMade(made)) console.log(`written ${file}`);
}

/** Fails when something generated is not what the contract, or the record of versions, gives now. */
async function contractFresh() {
	const { check, format, staleIn } = require('./scripts/contract/generate.cts');
	const { versionFiles } = require('./scripts/n8n/versionDocs.cts');
	const ofVersions = staleIn(await Promise.all(versionFiles().map(format))).map(({ file }) => file);
	const stale = [...(await check()), ...ofVersions];
	if (stale.length > 0) {
		throw new Error(
			`${stale.join(', ')}: not up to date. Run "npm run contract" and commit the result.`,
		);
	}
}

/** One file for each node and credential, out of the many that were built. */
async function bundles() {
	const { bundle } = require('./scripts/assets/bundle.cts');
	await bundle();
}

exports.bundles = bundles;
exports.icons = icons;
exports.schemas = schemas;
exports.contract = series(schemas, contractFiles, pages, versions);
exports.assets = parallel(icons, contractFresh);
exports.default = exports.assets;
