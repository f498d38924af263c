'use strict';

const fs = require('node:fs');
const path = require('node:path');
const prettier = require('prettier');
const { readContract, root } = require('./source');

const generators = [
	require('./endpoints').endpointsFile,
	require('./types').typesFile,
	require('./members').membersFile,
	require('./operations').operationsFile,
	require('./operations').readmeFile,
	require('./previews').previewFiles,
];

/**
 * Everything made from the contract, formatted as it is committed. Writes nothing.
 * @returns {Promise<{file: string, content: string}[]>} paths relative to the repository
 */
async function generate() {
	const contract = readContract();
	const made = (await Promise.all(generators.map((generator) => generator(contract)))).flat();
	return await Promise.all(made.map(format));
}

/**
 * Compares what the contract says now with what is committed.
 * @returns {Promise<string[]>} files that differ or are missing; empty when all is fresh
 */
async function check() {
	const made = await generate();
	return made.filter(({ file, content }) => onDisk(file) !== content).map(({ file }) => file);
}

/**
 * Writes the files that differ.
 * @param {(file: string) => boolean} [wanted] which of them; all when left out
 * @returns {Promise<string[]>} the files written
 */
async function write(wanted = () => true) {
	const stale = new Set((await check()).filter(wanted));
	for (const { file, content } of await generate()) {
		if (!stale.has(file)) continue;
		const target = path.join(root, file);
		fs.mkdirSync(path.dirname(target), { recursive: true });
		fs.writeFileSync(target, content);
	}
	return [...stale];
}

async function format({ file, content }) {
	const target = path.join(root, file);
	const options = await prettier.resolveConfig(target);
	return { file, content: await prettier.format(content, { ...options, filepath: target }) };
}

function onDisk(file) {
	const target = path.join(root, file);
	return fs.existsSync(target) ? fs.readFileSync(target, 'utf8') : undefined;
}

async function main(args) {
	if (!args.includes('--check')) {
		const written = await write();
		console.log(written.length ? `Written: ${written.join(', ')}` : 'Everything was fresh');
		return;
	}
	const stale = await check();
	if (stale.length === 0) return;
	console.error(`Not in step with the contract: ${stale.join(', ')}`);
	console.error('Run `npm run contract` and commit the result');
	process.exitCode = 1;
}

module.exports = { generate, check, write };

if (require.main === module) {
	main(process.argv.slice(2)).catch((error) => {
		console.error(error.message);
		process.exitCode = 1;
	});
}
